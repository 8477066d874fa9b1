import { Injectable } from '@nestjs/common'
import type { Grant } from '../../../platform/access/decide.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'

// A principal is a worker, the desk of a unit or its supervisors; who they are at this moment is said
// by name. Blocks are nobody's to see: who is blocked is left out only when they look themselves.
const onlookers = statement(
  'cases.onlookers',
  `SELECT g.reason, g.may_write AS "mayWrite", g.valid_from AS since,
          nullif(g.valid_until, 'infinity') AS until,
          w.display_name AS worker,
          coalesce(own.name, desk.name, led.name) AS unit,
          CASE WHEN w.id IS NOT NULL THEN 'worker' WHEN desk.id IS NOT NULL THEN 'desk'
               ELSE 'supervisors' END AS kind,
          ARRAY (SELECT m.display_name FROM worker m
                  WHERE m.active AND (
                        (m.unit_id = desk.id AND m.roles && ARRAY['caseworker', 'supervisor'])
                     OR (m.unit_id = led.id AND 'supervisor' = ANY (m.roles)))
                  ORDER BY m.display_name, m.id) AS names
     FROM access_grant g
     LEFT JOIN worker w ON w.id = g.principal
     LEFT JOIN unit own ON own.id = w.unit_id
     LEFT JOIN unit desk ON desk.id = g.principal
     LEFT JOIN unit led ON led.supervision_id = g.principal
    WHERE g.case_id = $1 AND g.sections & $2::int <> 0
      AND g.ended_at IS NULL AND g.valid_until > now()
    ORDER BY g.may_write DESC, g.valid_from, g.id`,
)

/** Somebody who sees a section at this moment, and on what ground. */
export interface Onlooker {
  readonly reason: Grant['reason']
  readonly mayWrite: boolean
  readonly since: Date
  /** Null without an end. */
  readonly until: Date | null
  readonly kind: 'worker' | 'desk' | 'supervisors'
  /** The worker's name, where it is one. */
  readonly worker: string | null
  readonly unit: string | null
  /** Who stands behind a desk or supervises, by name. */
  readonly names: readonly string[]
}

/** Reads who sees what, for who manages the case. */
@Injectable()
export class OnlookerRows {
  constructor(private readonly database: Database) {}

  of(caseId: string, mask: number): Promise<Onlooker[]> {
    return this.database.query<Onlooker>(onlookers, [caseId, mask])
  }
}
