import { Injectable } from '@nestjs/common'
import { roles, type Role, type WorkerActor } from '../../../platform/access/actor.js'
import type { Locale } from '../../../platform/i18n/index.js'
import { isSector } from '../../../platform/access/sectors.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'

/** Columns that make an actor; every statement that finds one selects exactly these. */
export const actorColumns = `w.id AS "workerId", w.unit_id AS "unitId", w.roles,
  u.agency_id AS "agencyId", u.sector, u.supervision_id AS "supervisionId"`

export interface ActorRow {
  readonly workerId: string
  readonly unitId: string
  readonly agencyId: string
  readonly sector: string
  readonly supervisionId: string
  readonly roles: readonly string[]
}

const isRole = (text: string): text is Role => roles.some((role) => role === text)

/** Rights as they stand now: principals are the worker and, for supervisors, the unit's supervision. */
export const actorOf = (row: ActorRow): WorkerActor => {
  if (!isSector(row.sector)) throw new Error('A unit has a sector that is not known')
  const held = row.roles.filter(isRole)
  return {
    kind: 'worker',
    workerId: row.workerId,
    unitId: row.unitId,
    agencyId: row.agencyId,
    sector: row.sector,
    roles: held,
    principals: held.includes('supervisor') ? [row.workerId, row.supervisionId] : [row.workerId],
  }
}

/** What is asked of a login: whose it is, the hash, and whether worker, unit and agency are active. */
export interface CredentialRow extends ActorRow {
  readonly passwordHash: string
  readonly isActive: boolean
}

const byLogin = statement(
  'accounts.credential-by-login',
  `SELECT ${actorColumns}, c.password_hash AS "passwordHash",
          w.active AND u.active AND a.active AS "isActive"
     FROM worker w
     JOIN worker_credential c ON c.worker_id = w.id
     JOIN unit u ON u.id = w.unit_id
     JOIN agency a ON a.id = u.agency_id
    WHERE lower(w.login) = lower($1)`,
)
const ownHash = statement(
  'accounts.own-hash',
  'SELECT password_hash AS "passwordHash" FROM worker_credential WHERE worker_id = $1',
)
const keepHash = statement(
  'accounts.keep-hash',
  `UPDATE worker_credential SET password_hash = $2, changed_at = $3
    WHERE worker_id = $1 AND password_hash = $4`,
)
const named = statement(
  'accounts.named',
  `SELECT w.id, w.display_name AS "displayName", w.position, w.unit_id AS "unitId",
          u.name AS "unitName"
     FROM worker w JOIN unit u ON u.id = w.unit_id
    WHERE w.id = ANY ($1::uuid[])`,
)
const ofUnit = statement(
  'accounts.of-unit',
  `SELECT w.id, w.display_name AS "displayName", w.position, w.unit_id AS "unitId",
          u.name AS "unitName", w.roles
     FROM worker w JOIN unit u ON u.id = w.unit_id
    WHERE w.unit_id = $1 AND w.active
    ORDER BY w.display_name, w.id`,
)

const atWork = statement(
  'accounts.at-work',
  `SELECT ${actorColumns}, w.locale, u.time_zone AS "timeZone"
     FROM worker w
     JOIN unit u ON u.id = w.unit_id AND u.active
     JOIN agency a ON a.id = u.agency_id AND a.active
    WHERE w.id = $1 AND w.active`,
)

export interface NamedRow {
  readonly id: string
  readonly displayName: string
  readonly position: string
  readonly unitId: string
  readonly unitName: string
}

/** Workers as statements see them; all inside an open transaction. */
@Injectable()
export class WorkerRows {
  constructor(private readonly database: Database) {}

  byLogin(login: string): Promise<CredentialRow | undefined> {
    return this.database.first<CredentialRow>(byLogin, [login])
  }

  async hashOf(workerId: string): Promise<string | undefined> {
    return (await this.database.first<{ passwordHash: string }>(ownHash, [workerId]))?.passwordHash
  }

  /** False when the password has been changed meanwhile. */
  async keepHash(
    workerId: string,
    passwordHash: string,
    before: string,
    now: Date,
  ): Promise<boolean> {
    return (await this.database.change(keepHash, [workerId, passwordHash, now, before])) === 1
  }

  atWork(
    id: string,
  ): Promise<(ActorRow & { readonly locale: Locale; readonly timeZone: string }) | undefined> {
    return this.database.first(atWork, [id])
  }

  named(ids: readonly string[]): Promise<NamedRow[]> {
    return this.database.query<NamedRow>(named, [ids])
  }

  ofUnit(unitId: string): Promise<(NamedRow & { readonly roles: readonly Role[] })[]> {
    return this.database.query<NamedRow & { readonly roles: readonly Role[] }>(ofUnit, [unitId])
  }
}
