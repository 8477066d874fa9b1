import { Injectable } from '@nestjs/common'
import { statement, type Statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { AgeBand } from '../domain/age.js'
import { caseStatuses, type CaseStatus, type CaseStep } from '../domain/case-status.js'
import type { IncidentFamily } from '../domain/incident-families.js'
import type { IncidentCode } from '../domain/incident-types.js'
import type { RiskLevel } from '../domain/risk.js'
import type { Sex } from '../domain/sexes.js'
import type { CaseRow } from './case-rows.js'

/** Whose cases: those one leads, or all of one's unit. */
export type ListScope = 'lead' | 'unit'

/** What comes first: the latest change, the latest opening, the highest risk, what is due next. */
export const listSorts = ['updated', 'opened', 'risk', 'due'] as const

export type ListSort = (typeof listSorts)[number]

export interface ListFilter {
  readonly status?: CaseStatus | undefined
  readonly step?: CaseStep | undefined
  readonly risk?: RiskLevel | undefined
  readonly ageBand?: AgeBand | undefined
  readonly sex?: Sex | undefined
  readonly provinceCode?: string | undefined
  readonly family?: IncidentFamily | undefined
  /** Something was due before this instant and is not done. */
  readonly dueBefore?: Date | undefined
  readonly updatedSince?: Date | undefined
  readonly leadWorkerId?: string | undefined
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
  readonly step: CaseStep
  /** When something is to be done next; null where nothing is. */
  readonly nextDueAt: Date | null
  /** Of the first incident; null where the actor does not see incidents. */
  readonly incidentType: IncidentCode | null
}

const ownerColumn = { lead: 'lead_worker_id', unit: 'unit_id' } as const

interface Order {
  /** Columns in their order, each with the type a cursor's text is read as. */
  readonly by: readonly (readonly [column: string, type: string])[]
  readonly descending: boolean
}

// All columns of an order go the same way, so that one comparison of rows finds the next page.
const orders: Readonly<Record<ListSort, Order>> = {
  updated: {
    by: [
      ['updated_at', 'timestamptz'],
      ['id', 'uuid'],
    ],
    descending: true,
  },
  opened: {
    by: [
      ['opened_at', 'timestamptz'],
      ['id', 'uuid'],
    ],
    descending: true,
  },
  risk: {
    by: [
      ['risk_rank', 'smallint'],
      ['updated_at', 'timestamptz'],
      ['id', 'uuid'],
    ],
    descending: true,
  },
  due: {
    by: [
      ['next_due_at', 'timestamptz'],
      ['id', 'uuid'],
    ],
    descending: false,
  },
}

/** What is asked of the list: each combination of filters is a statement of its own, so that each is
 * prepared with the index that fits it. */
interface ListQuestion extends ListFilter {
  readonly scope: ListScope
  /** The lead's id, or the unit's. */
  readonly ownerId: string
  readonly sort?: ListSort | undefined
  /** The last row seen: its values in the columns of the order. */
  readonly after: readonly string[] | null
  readonly limit: number
}

const conditionOf: Readonly<
  Record<Exclude<keyof ListFilter, 'status'>, (place: string) => string>
> = {
  step: (place) => `c.step = ${place}`,
  risk: (place) => `c.risk_level = ${place}`,
  ageBand: (place) => `c.age_band = ${place}`,
  sex: (place) => `c.sex = ${place}`,
  provinceCode: (place) => `c.province_code = ${place}`,
  family: (place) => `${place} = ANY (c.incident_families)`,
  dueBefore: (place) => `c.next_due_at < ${place}`,
  updatedSince: (place) => `c.updated_at >= ${place}`,
  leadWorkerId: (place) => `c.lead_worker_id = ${place}`,
}

const filters = Object.keys(conditionOf) as (keyof typeof conditionOf)[]

const ask = ({
  scope,
  ownerId,
  sort = 'updated',
  after,
  limit,
  status,
  ...filter
}: ListQuestion) => {
  const values: unknown[] = [ownerId, limit, status === undefined ? caseStatuses : [status]]
  const names: string[] = ['cases.list', scope, sort]
  const conditions = [`c.${ownerColumn[scope]} = $1`]
  const place = (value: unknown): string => `$${values.push(value)}`
  for (const name of filters) {
    const wanted = filter[name]
    if (wanted === undefined) continue
    names.push(name)
    conditions.push(conditionOf[name](place(wanted)))
  }
  const { by, descending } = orders[sort]
  if (after !== null) {
    names.push('after')
    const columns = by.map(([column]) => `c.${column}`).join(', ')
    const last = by.map(([, type], at) => `${place(after[at])}::${type}`).join(', ')
    conditions.push(`(${columns}) ${descending ? '<' : '>'} (${last})`)
  }
  const order = by.map(([column]) => `c.${column}${descending ? ' DESC' : ''}`).join(', ')
  return { asked: listStatement(names.join('-'), conditions.join(' AND '), order), values }
}

// Within one status the indexes give each order, so that of however many cases only those of a page are
// read; the few statuses are merged.
const listStatement = (name: string, conditions: string, order: string): Statement =>
  statement(
    name,
    `SELECT c.id, c.number, w.display_name AS "leadName", c.status, c.step,
            c.risk_level AS "riskLevel", c.immediate_danger AS "immediateDanger",
            c.age_band AS "ageBand", c.sex, c.province_code AS "provinceCode", c.commune,
            c.opened_at AS "openedAt", c.updated_at AS "updatedAt",
            nullif(c.next_due_at, 'infinity') AS "nextDueAt",
            (SELECT i.type FROM incident i WHERE i.case_id = c.id
              ORDER BY i.created_at, i.id LIMIT 1) AS "incidentType"
       FROM (SELECT c.* FROM unnest($3::text[]) s (status)
              CROSS JOIN LATERAL (SELECT * FROM cases c WHERE c.status = s.status AND ${conditions}
                                   ORDER BY ${order} LIMIT $2) c
              ORDER BY ${order} LIMIT $2) c
       JOIN worker w ON w.id = c.lead_worker_id
      ORDER BY ${order}`,
  )

const colleagues = statement(
  'cases.list-colleagues',
  `SELECT w.id, w.display_name AS "displayName" FROM worker w
    WHERE w.unit_id = $1 AND w.active AND 'caseworker' = ANY (w.roles)
    ORDER BY w.display_name, w.id`,
)

/** Reads work lists. */
@Injectable()
export class WorkList {
  constructor(private readonly database: Database) {}

  /** Up to `limit` rows after the given position, in the order asked; the latest change first. */
  read(question: ListQuestion): Promise<WorkListRow[]> {
    const { asked, values } = ask(question)
    return this.database.query<WorkListRow>(asked, values)
  }

  /** Who may lead cases of a unit, by name. */
  leads(unitId: string): Promise<{ readonly id: string; readonly displayName: string }[]> {
    return this.database.query(colleagues, [unitId])
  }
}
