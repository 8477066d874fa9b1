import pg from 'pg'
import { createAgency, createUnit } from '../features/accounts/index.js'
import { isServiceType, officeHours } from '../features/directory/index.js'
import { isSector } from '../platform/access/sectors.js'
import { prepareGround } from '../start.js'
import { neededText, textOf, WrongCall, type Call, type Command } from './command.js'

/** Adds a unit without anybody in it; above all one that does not use the service. */
export const unitCreate: Command = {
  summary: 'add a unit to the directory; --outside for one that does not use this service',
  usage:
    '  --unit "NAME" --agency "NAME" --sector SECTOR --province CODE\n' +
    '  [--services CODE,CODE]  what it gives: without, nobody can refer to it\n' +
    '  [--phone NUMBER]        never of a shelter\n' +
    '  [--outside]             nobody there signs in: referrals reach it by a one-time link or on paper',
  options: {
    unit: { type: 'string' },
    agency: { type: 'string' },
    sector: { type: 'string' },
    province: { type: 'string' },
    services: { type: 'string' },
    phone: { type: 'string' },
    outside: { type: 'boolean' },
  },
  run: async (call) => {
    const name = neededText(call, 'unit')
    const { database } = await prepareGround(process.env)
    try {
      if (database.ownerUrl === null) throw new WrongCall('Set DATABASE_OWNER_URL')
      const owner = new pg.Client({ connectionString: database.ownerUrl })
      await owner.connect()
      try {
        await owner.query('BEGIN')
        if ((await unitNamed(owner, name)) !== undefined) throw new WrongCall('--unit is there')
        await newUnitOf(owner, call, { onBenAn: call.values['outside'] !== true })
        await owner.query('COMMIT')
        call.say(`Added: ${name}`)
        return 0
      } finally {
        await owner.end()
      }
    } finally {
      await database.stop()
    }
  },
}

/** The active unit of that name, if there is one. @throws WrongCall when there are several */
export const unitNamed = async (
  owner: pg.Client,
  name: string,
): Promise<{ readonly id: string; readonly onBenAn: boolean } | undefined> => {
  const { rows } = await owner.query<{ id: string; onBenAn: boolean }>(
    'SELECT id, on_ben_an AS "onBenAn" FROM unit WHERE name = $1 AND active',
    [name],
  )
  if (rows.length > 1) throw new WrongCall('--unit: several have this name')
  return rows[0]
}

/** Adds the unit that the options describe, and its agency where that is new. @returns its id */
export const newUnitOf = async (
  owner: pg.Client,
  call: Call,
  { onBenAn }: { readonly onBenAn: boolean },
): Promise<string> => {
  const sector = neededText(call, 'sector')
  if (!isSector(sector)) throw new WrongCall(`--sector: there is no sector ${sector}`)
  const phone = textOf(call, 'phone') ?? null
  if (sector === 'shelter' && phone !== null)
    throw new WrongCall('--phone: the number of a shelter is not kept')
  const agencyName = neededText(call, 'agency')
  const agency = await owner.query<{ id: string }>('SELECT id FROM agency WHERE name = $1', [
    agencyName,
  ])
  const agencyId =
    agency.rows[0]?.id ?? (await createAgency(owner, { code: agencyName, name: agencyName }))
  return createUnit(owner, {
    agencyId,
    sector,
    name: neededText(call, 'unit'),
    provinceCode: neededText(call, 'province'),
    phone,
    services: servicesOf(textOf(call, 'services') ?? ''),
    hours: officeHours,
    onBenAn,
  })
}

const servicesOf = (list: string): string[] =>
  list
    .split(',')
    .map((code) => code.trim())
    .filter((code) => code !== '')
    .map((code) => {
      if (!isServiceType(code)) throw new WrongCall(`--services: there is no service ${code}`)
      return code
    })
