import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import {
  createAgency,
  createUnit,
  createWorker,
  hashPassword,
  type NewUnit,
} from '../../src/features/accounts/index.js'
import type { Role, WorkerActor } from '../../src/platform/access/actor.js'
import type { Sector } from '../../src/platform/access/sectors.js'

export interface TestUnit {
  readonly id: string
  readonly agencyId: string
  readonly sector: Sector
  readonly name: string
  readonly supervisionId: string
}

export interface TestWorker {
  readonly id: string
  readonly login: string
  readonly displayName: string
  readonly unit: TestUnit
  /** As use cases take it. */
  readonly actor: WorkerActor
}

/** Every test worker's password. */
export const testPassword = 'thuyen ve ben binh an'

/** Agencies, units and workers, each valid as a whole; a test names what matters to it. */
export class World {
  private hash: Promise<string> | undefined

  constructor(
    private readonly owner: pg.Client,
    private readonly pepper: Buffer,
  ) {}

  async aUnit(sector: Sector, changes: Partial<Omit<NewUnit, 'sector'>> = {}): Promise<TestUnit> {
    const code = randomUUID()
    const agencyId =
      changes.agencyId ??
      (await createAgency(this.owner, { code, name: `Cơ quan ${code.slice(0, 4)}` }))
    const name = changes.name ?? `${sector} ${code.slice(0, 4)}`
    const id = await createUnit(this.owner, {
      provinceCode: '48',
      ...changes,
      agencyId,
      sector,
      name,
    })
    const { rows } = await this.owner.query<{ supervisionId: string }>(
      'SELECT supervision_id AS "supervisionId" FROM unit WHERE id = $1',
      [id],
    )
    return { id, agencyId, sector, name, supervisionId: rows[0]?.supervisionId ?? '' }
  }

  async aWorker(
    unit: TestUnit,
    roles: readonly Role[] = ['caseworker'],
    displayName = 'Nguyễn Thử Nghiệm',
  ): Promise<TestWorker> {
    const id = randomUUID()
    const login = `w-${id.slice(0, 8)}`
    this.hash ??= hashPassword(testPassword, this.pepper)
    await createWorker(this.owner, {
      id,
      unitId: unit.id,
      login,
      displayName,
      roles,
      passwordHash: await this.hash,
      acceptsConduct: true,
    })
    const actor: WorkerActor = {
      kind: 'worker',
      workerId: id,
      unitId: unit.id,
      agencyId: unit.agencyId,
      sector: unit.sector,
      roles,
      principals: roles.includes('supervisor') ? [id, unit.supervisionId] : [id],
    }
    return { id, login, displayName, unit, actor }
  }
}
