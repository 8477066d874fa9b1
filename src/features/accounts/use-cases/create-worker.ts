import { randomUUID } from 'node:crypto'
import type { ClientBase } from 'pg'
import type { Role } from '../../../platform/access/actor.js'

import type { Locale } from '../../../platform/i18n/index.js'
import { conductVersion } from '../domain/conduct.js'

export interface NewWorker {
  readonly id?: string
  readonly unitId: string
  /** Unique whatever its case. */
  readonly login: string
  readonly displayName: string
  readonly position?: string
  readonly roles: readonly Role[]
  /** For coordinators: a province's code, or null for the country. */
  readonly scopeProvince?: string | null
  readonly locale?: Locale
  readonly active?: boolean
  /** Has accepted the code of conduct in force, on paper say; else it is asked for at the first sign-in. */
  readonly acceptsConduct?: boolean
  /** From `hashPassword`. */
  readonly passwordHash: string
}

/**
 * Adds a worker with a password, as the database's owner: the service itself may not.
 * @returns the worker's id
 * @throws the database's own error when the login is taken (23505)
 */
export const createWorker = async (owner: ClientBase, worker: NewWorker): Promise<string> => {
  const id = worker.id ?? randomUUID()
  await owner.query(
    `WITH w AS (
       INSERT INTO worker
         (id, unit_id, login, display_name, position, roles, scope_province, locale, active)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) RETURNING id),
     accepted AS (
       INSERT INTO conduct_acceptance (worker_id, version, accepted_at)
       SELECT id, $11, now() FROM w WHERE $12)
     INSERT INTO worker_credential (worker_id, password_hash) SELECT id, $10 FROM w`,
    [
      id,
      worker.unitId,
      worker.login.trim(),
      worker.displayName,
      worker.position ?? '',
      [...worker.roles],
      worker.scopeProvince ?? null,
      worker.locale ?? 'vi',
      worker.active ?? true,
      worker.passwordHash,
      conductVersion,
      worker.acceptsConduct ?? false,
    ],
  )
  return id
}
