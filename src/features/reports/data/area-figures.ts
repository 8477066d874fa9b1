import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { LocalDate } from '../../../platform/clock/local-time.js'
import type { ReferralState } from '../domain/referral-counts.js'

export interface AreaCount {
  /** A unit's id, or the code of a province. */
  readonly key: string
  readonly state: ReferralState
  readonly count: number
}

export interface LateOfUnit {
  readonly unitId: string
  readonly provinceCode: string
  readonly count: number
}

export interface AnswerCount {
  readonly service: string
  readonly bucket: number
  readonly count: number
}

const scope = statement(
  'reports.scope',
  'SELECT scope_province AS province FROM worker WHERE id = $1 AND active',
)
// Rows of counts, not of referrals: 5 a unit and week at most.
const byUnit = statement(
  'reports.area-by-unit',
  `SELECT w.unit_id AS key, w.state, sum(w.count)::int AS count
     FROM report_week w JOIN unit u ON u.id = w.unit_id
    WHERE w.direction = 'in' AND w.week >= $1 AND u.province_code = $2 GROUP BY 1, 2`,
)
const byProvince = statement(
  'reports.area-by-province',
  `SELECT u.province_code AS key, w.state, sum(w.count)::int AS count
     FROM report_week w JOIN unit u ON u.id = w.unit_id
    WHERE w.direction = 'in' AND w.week >= $1 GROUP BY 1, 2`,
)
const late = statement(
  'reports.area-late',
  `SELECT l.unit_id AS "unitId", u.province_code AS "provinceCode", l.count
     FROM guard.late_answers($1, $2) l JOIN unit u ON u.id = l.unit_id`,
)
const answers = statement(
  'reports.area-answers',
  `SELECT a.service, a.bucket, sum(a.count)::int AS count
     FROM report_answers a JOIN unit u ON u.id = a.unit_id
    WHERE a.week >= $1 AND ($2::text IS NULL OR u.province_code = $2) GROUP BY 1, 2`,
)

/** Counts of a province or the country; row-level security gives them to its coordinators alone. */
@Injectable()
export class AreaFigures {
  constructor(private readonly database: Database) {}

  /** The province the worker coordinates, null for the country; undefined for one who is gone. */
  async scopeOf(workerId: string): Promise<string | null | undefined> {
    return (await this.database.first<{ province: string | null }>(scope, [workerId]))?.province
  }

  byUnit(since: LocalDate, provinceCode: string): Promise<AreaCount[]> {
    return this.database.query<AreaCount>(byUnit, [since, provinceCode])
  }

  byProvince(since: LocalDate): Promise<AreaCount[]> {
    return this.database.query<AreaCount>(byProvince, [since])
  }

  late(since: Date, now: Date): Promise<LateOfUnit[]> {
    return this.database.query<LateOfUnit>(late, [since, now])
  }

  answers(since: LocalDate, provinceCode: string | null): Promise<AnswerCount[]> {
    return this.database.query<AnswerCount>(answers, [since, provinceCode])
  }
}
