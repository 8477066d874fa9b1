import { Injectable } from '@nestjs/common'
import type { Grant } from '../../../platform/access/decide.js'
import type { Outcome } from '../../../platform/audit/index.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import { looks } from '../domain/entry-kind.js'

/** One line of who opened or changed a case. */
export interface AccessRow {
  readonly generation: number
  readonly xid: string
  readonly id: string
  /** RFC 3339 */
  readonly at: string
  /** Null for the service itself. */
  readonly actorId: string | null
  readonly actorName: string | null
  readonly unitId: string | null
  readonly unitName: string | null
  readonly action: string
  readonly sections: number
  readonly outcome: Outcome
  /** On what ground the actor could, at that moment; empty where they had none. */
  readonly reasons: readonly Grant['reason'][]
}

export interface AccessPlace {
  readonly generation: number
  readonly xid: string
  readonly id: string
}

const ofCase = statement(
  'watching.access-log',
  `SELECT e.generation, e.xid::text AS xid, e.id::text AS id,
          to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at,
          e.actor_id AS "actorId", w.display_name AS "actorName", e.unit_id AS "unitId",
          u.name AS "unitName", e.action, e.sections, e.outcome,
          ARRAY (SELECT DISTINCT g.reason FROM access_grant g
                  WHERE g.case_id = e.case_id AND e.actor_id IS NOT NULL
                    AND g.principal IN (e.actor_id,
                          CASE WHEN 'supervisor' = ANY (w.roles) THEN u.supervision_id END)
                    AND g.valid_from <= e.at AND g.valid_until > e.at
                    AND (g.ended_at IS NULL OR g.ended_at > e.at)
                  ORDER BY g.reason) AS reasons
     FROM audit_entry e
     LEFT JOIN worker w ON w.id = e.actor_id
     LEFT JOIN unit u ON u.id = e.unit_id
    WHERE e.case_id = $1
      AND ($2::int IS NULL OR (e.generation, e.xid, e.id) < ($2, $3::xid8, $4::bigint))
      AND (NOT $5::boolean OR NOT (e.action = ANY ($6) OR e.action ~ '[.](read|list|print)$'))
      AND ($7::int = 0 OR e.sections & $7 <> 0)
    ORDER BY e.generation DESC, e.xid DESC, e.id DESC LIMIT $8`,
)

/** Reads the trail of one case as row-level security leaves it: for who manages it. */
@Injectable()
export class AccessLogRepository {
  constructor(private readonly database: Database) {}

  /** The newest first; `mask` 0 for all sections. */
  ofCase(
    caseId: string,
    asked: {
      readonly before: AccessPlace | undefined
      readonly changesOnly: boolean
      readonly mask: number
      readonly limit: number
    },
  ): Promise<AccessRow[]> {
    const { before, changesOnly, mask, limit } = asked
    return this.database.query<AccessRow>(ofCase, [
      caseId,
      before?.generation ?? null,
      before?.xid ?? null,
      before?.id ?? null,
      changesOnly,
      [...looks],
      mask,
      limit,
    ])
  }
}
