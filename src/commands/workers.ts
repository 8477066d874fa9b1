import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { createWorker, hashPassword } from '../features/accounts/index.js'
import { roles, type Role } from '../platform/access/actor.js'
import { prepareGround } from '../start.js'
import { neededText, textOf, WrongCall, type Call, type Command } from './command.js'
import { newUnitOf, unitNamed } from './units.js'

/** Adds a person who can sign in, with a password that is shown once. */
export const workerCreate: Command = {
  summary: 'add a worker (the first administrator too) with a password shown once',
  usage:
    '  --login NAME --name "DISPLAY NAME" --roles caseworker,supervisor\n' +
    '  --unit "NAME OF THE UNIT"       an existing unit, or with the options below a new one\n' +
    '  --agency "NAME" --sector SECTOR --province CODE\n' +
    '  [--services CODE,CODE]          what a new unit gives: without, nobody can refer to it\n' +
    '  [--scope-province CODE]         of a coordinator; without, the country\n' +
    '  [--position TEXT] [--locale vi|en|fr]\n\n' +
    `  roles: ${roles.join(', ')}\n\n` +
    '  First administrator, for example:\n' +
    '  npm run cli -- worker:create --login quan-tri --name "Quản trị" --roles system-admin \\\n' +
    '    --agency "Sở Y tế" --unit "Phòng Bảo trợ" --sector child-protection --province 48',
  options: {
    login: { type: 'string' },
    name: { type: 'string' },
    roles: { type: 'string' },
    unit: { type: 'string' },
    agency: { type: 'string' },
    sector: { type: 'string' },
    province: { type: 'string' },
    position: { type: 'string' },
    locale: { type: 'string' },
    services: { type: 'string' },
    'scope-province': { type: 'string' },
  },
  run: async (call) => {
    const [login, displayName, wanted] = ['login', 'name', 'roles'].map((name) =>
      neededText(call, name),
    )
    const { keys, database } = await prepareGround(process.env)
    try {
      if (database.ownerUrl === null) throw new WrongCall('Set DATABASE_OWNER_URL')
      const owner = new pg.Client({ connectionString: database.ownerUrl })
      await owner.connect()
      try {
        const password = randomBytes(15).toString('base64url')
        const passwordHash = await hashPassword(password, keys.pepper)
        await owner.query('BEGIN')
        const unitId = await unitFor(owner, call)
        const locale = localeOf(call)
        await createWorker(owner, {
          unitId,
          login: login ?? '',
          displayName: displayName ?? '',
          position: textOf(call, 'position') ?? '',
          roles: rolesOf(wanted ?? ''),
          scopeProvince: textOf(call, 'scope-province') ?? null,
          ...(locale === undefined ? {} : { locale }),
          passwordHash,
        }).catch((error: unknown) => {
          if (error instanceof Error && 'code' in error && error.code === '23505')
            throw new WrongCall('--login is taken')
          throw error
        })
        await owner.query('COMMIT')
        call.say(
          `Login:    ${login}\nPassword: ${password}\nIt is shown only now. Let the person change it.`,
        )
        return 0
      } finally {
        await owner.end()
      }
    } finally {
      await database.stop()
    }
  },
}

const rolesOf = (list: string): Role[] =>
  list.split(',').map((text) => {
    const role = roles.find((known) => known === text.trim())
    if (role === undefined) throw new WrongCall(`--roles: there is no role ${text.trim()}`)
    return role
  })

const localeOf = (call: Call): 'vi' | 'en' | 'fr' | undefined => {
  const locale = textOf(call, 'locale')
  if (locale === undefined || locale === 'vi' || locale === 'en' || locale === 'fr') return locale
  throw new WrongCall('--locale is vi, en or fr')
}

const unitFor = async (owner: pg.Client, call: Call): Promise<string> => {
  const known = await unitNamed(owner, neededText(call, 'unit'))
  if (known === undefined) return newUnitOf(owner, call, { onBenAn: true })
  if (!known.onBenAn) throw new WrongCall('--unit does not use this service: nobody signs in there')
  return known.id
}
