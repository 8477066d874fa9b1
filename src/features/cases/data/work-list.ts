import { Injectable } from '@nestjs/common'
import { statement, type Statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { CaseStatus } from '../domain/case-status.js'
import type { IncidentCode } from '../domain/incident-types.js'
import type { RiskLevel } from '../domain/risk.js'
import type { CaseRow } from './case-rows.js'

/** Whose cases: those one leads, or all of one's unit. */
export type ListScope = 'lead' | 'unit'

export interface ListFilter {
  readonly status?: CaseStatus | undefined
  readonly risk?: RiskLevel | undefined
}

/** The last row seen. */
interface ListPosition {
  /** When it was changed last. */
  readonly sortKey: string
  readonly id: string
}

/** A line of the work list. It holds no name: people pass by behind a screen. */
export interface WorkListRow extends Pick<
  CaseRow,
  | 'id'
  | 'number'
  | 'leadName'
  | 'status'
  | 'riskLevel'
  | 'immediateDanger'
  | 'ageBand'
  | 'sex'
  | 'provinceCode'
  | 'commune'
  | 'openedAt'
  | 'updatedAt'
> {
  /** Of the first incident; null where the actor does not see incidents. */
  readonly incidentType: IncidentCode | null
}

const ownerColumn = { lead: 'lead_worker_id', unit: 'unit_id' } as const

/** What is asked of the list: each combination of filters is a statement of its own, so that each is
 * prepared with the index that fits it. */
interface ListQuestion extends ListFilter {
  readonly scope: ListScope
  /** The lead's id, or the unit's. */
  readonly ownerId: string
  readonly after: ListPosition | null
  readonly limit: number
}

const ask = ({ scope, ownerId, status, risk, after, limit }: ListQuestion) => {
  const values: unknown[] = [ownerId, limit]
  const names: string[] = ['cases.list', scope]
  const conditions = [`c.${ownerColumn[scope]} = $1`]
  const narrow = (
    name: string,
    condition: (...places: string[]) => string,
    ...given: unknown[]
  ) => {
    names.push(name)
    conditions.push(condition(...given.map((value) => `$${values.push(value)}`)))
  }
  if (status !== undefined) narrow('status', (place) => `c.status = ${place}`, status)
  if (risk !== undefined) narrow('risk', (place) => `c.risk_level = ${place}`, risk)
  if (after !== null) {
    narrow(
      'after',
      (at, id) => `(c.updated_at, c.id) < (${at}::timestamptz, ${id}::uuid)`,
      after.sortKey,
      after.id,
    )
  }
  return { asked: listStatement(names.join('-'), conditions.join(' AND ')), values }
}

const listStatement = (name: string, conditions: string): Statement =>
  statement(
    name,
    `SELECT c.id, c.number, w.display_name AS "leadName", c.status, c.risk_level AS "riskLevel",
            c.immediate_danger AS "immediateDanger", c.age_band AS "ageBand", c.sex,
            c.province_code AS "provinceCode", c.commune, c.opened_at AS "openedAt",
            c.updated_at AS "updatedAt",
            (SELECT i.type FROM incident i WHERE i.case_id = c.id
              ORDER BY i.created_at, i.id LIMIT 1) AS "incidentType"
       FROM (SELECT * FROM cases c WHERE ${conditions}
              ORDER BY c.updated_at DESC, c.id DESC LIMIT $2) c
       JOIN worker w ON w.id = c.lead_worker_id
      ORDER BY c.updated_at DESC, c.id DESC`,
  )

/** Reads work lists, newest change first. */
@Injectable()
export class WorkList {
  constructor(private readonly database: Database) {}

  /** Up to `limit` rows after the given position. */
  read(question: ListQuestion): Promise<WorkListRow[]> {
    const { asked, values } = ask(question)
    return this.database.query<WorkListRow>(asked, values)
  }
}
