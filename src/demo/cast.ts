import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import type { WorkerActor } from '../platform/access/actor.js'
import { createAgency, createUnit, createWorker, hashPassword } from '../features/accounts/index.js'
import { demoAgencies, demoUnits, storedHours } from './places.js'
import { demoPassword, demoStaff, type DemoWorker } from './staff.js'
import { demoUnit } from './stories.js'

/** The id of a thing of the fictional world: the same wherever it is made. */
export const demoId = (kind: 'agency' | 'unit' | 'worker', key: string): string => {
  const hex = createHash('sha256').update(`ben-an demo ${kind} ${key}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Writes agencies, units and workers as the owner of the database, inside its open transaction. */
export const writeCast = async (
  owner: ClientBase,
  hashes: ReadonlyMap<string, string>,
  assuredOn: string,
): Promise<void> => {
  for (const { code, name } of demoAgencies)
    await createAgency(owner, { id: demoId('agency', code), code, name })
  for (const { key, agency, province, hours, ages, ...unit } of demoUnits)
    await createUnit(owner, {
      ...unit,
      id: demoId('unit', key),
      agencyId: demoId('agency', agency),
      provinceCode: province,
      minAge: ages[0],
      maxAge: ages[1],
      hours: storedHours[hours],
      assuredOn,
    })
  for (const { login, name, position, unit, roles, scope } of demoStaff)
    await createWorker(owner, {
      id: demoId('worker', login),
      unitId: demoId('unit', unit),
      login,
      displayName: name,
      position,
      roles,
      scopeProvince: scope,
      passwordHash: hashes.get(login) ?? '',
      acceptsConduct: true,
    })
}

/** A hash for each, two at a time: each takes a processor a tenth of a second. */
export const hashPasswords = async (pepper: Buffer): Promise<ReadonlyMap<string, string>> => {
  const hashes = new Map<string, string>()
  const waiting = [...demoStaff]
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift())
      hashes.set(next.login, await hashPassword(demoPassword, pepper))
  }
  await Promise.all([work(), work()])
  return hashes
}

/** The people at work, as they act. */
export class Cast {
  private constructor(private readonly supervisions: ReadonlyMap<string, string>) {}

  static async from(owner: ClientBase): Promise<Cast> {
    const { rows } = await owner.query<{ id: string; supervision_id: string }>(
      'SELECT id, supervision_id FROM unit',
    )
    return new Cast(new Map(rows.map(({ id, supervision_id }) => [id, supervision_id])))
  }

  /** @throws RangeError */
  named(login: string): WorkerActor {
    const worker = demoStaff.find((one) => one.login === login)
    if (worker === undefined) throw new RangeError(`nobody in the demo is called ${login}`)
    return this.actor(worker)
  }

  actor({ login, unit: key, roles }: DemoWorker): WorkerActor {
    const unit = demoUnit(key)
    const workerId = demoId('worker', login)
    const unitId = demoId('unit', key)
    const supervision = this.supervisions.get(unitId)
    return {
      kind: 'worker',
      workerId,
      unitId,
      agencyId: demoId('agency', unit.agency),
      sector: unit.sector,
      roles,
      principals:
        roles.includes('supervisor') && supervision !== undefined
          ? [workerId, supervision]
          : [workerId],
    }
  }
}
