import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { LocalDate } from '../../../platform/clock/local-time.js'
import type { Direction, ReferralState } from '../domain/referral-counts.js'

export interface WeekCount {
  /** Its Monday. */
  readonly week: LocalDate
  readonly state: ReferralState
  readonly count: number
}

export interface OpenCount {
  readonly direction: Direction
  readonly state: ReferralState
  readonly count: number
}

export interface LateAnswers {
  readonly direction: Direction
  readonly count: number
  readonly longestDueAt: Date | null
}

export interface AnswersOfService {
  readonly service: string
  readonly answered: number
  readonly medianHours: number | null
  /** Answered within 24 hours. */
  readonly inTime: number
  /** Answered later, or not although 24 hours are over. */
  readonly notInTime: number
  /** Answered before the referral's own clock ran out. */
  readonly beforeDue: number
}

export interface CaseloadRow {
  readonly workerId: string
  readonly risk: string
  readonly count: number
}

export interface HandlingRow {
  /** Null where nobody has claimed it. */
  readonly workerId: string | null
  readonly serving: number
  readonly unanswered: number
  readonly late: number
}

// A unit has 5 rows a week at most.
const weeks = statement(
  'reports.unit-weeks',
  `SELECT week::text, state, count FROM report_week
    WHERE unit_id = $1 AND direction = $2 AND week >= $3 ORDER BY week`,
)
const open = statement(
  'reports.unit-open',
  `SELECT direction, state, sum(count)::int AS count FROM report_week
    WHERE unit_id = $1 AND state IN ('waiting', 'under-way') GROUP BY direction, state`,
)
// An index holds unanswered referrals alone, by unit and by when the answer is due: it reads the late
// ones of one unit.
const late = statement(
  'reports.unit-late',
  `SELECT 'in' AS direction, count(*)::int AS count, min(answer_due_at) AS "longestDueAt"
     FROM report_referral WHERE to_unit_id = $1 AND status = 'requested' AND answer_due_at < $2
   UNION ALL
   SELECT 'out', count(*)::int, min(answer_due_at)
     FROM report_referral WHERE from_unit_id = $1 AND status = 'requested' AND answer_due_at < $2`,
)
// A median cannot be kept in counts. It costs a walk over what one unit was sent in eight weeks.
const answers = statement(
  'reports.unit-answers',
  `SELECT service, count(first_answer_at)::int AS answered,
          percentile_cont(0.5) WITHIN GROUP (ORDER BY
            extract(epoch FROM first_answer_at - sent_at)::float8 / 3600) AS "medianHours",
          count(*) FILTER (WHERE first_answer_at <= sent_at + make_interval(hours => $4))::int
            AS "inTime",
          count(*) FILTER (WHERE first_answer_at > sent_at + make_interval(hours => $4)
            OR (first_answer_at IS NULL AND status IN ('requested', 'expired')
                AND sent_at < $3::timestamptz - make_interval(hours => $4)))::int AS "notInTime",
          count(*) FILTER (WHERE first_answer_at <= answer_due_at)::int AS "beforeDue"
     FROM report_referral
    WHERE to_unit_id = $1 AND sent_at >= $2 AND status <> 'entered_in_error'
    GROUP BY service ORDER BY service`,
)
// Open cases and open referrals of one unit, as far as its supervisors may see them.
const caseload = statement(
  'reports.unit-caseload',
  `SELECT lead_worker_id AS "workerId", risk_level AS risk, count(*)::int AS count FROM cases
    WHERE unit_id = $1 AND status = 'open' GROUP BY 1, 2`,
)
const handling = statement(
  'reports.unit-handling',
  `SELECT coalesce(handler_id, claimed_by) AS "workerId",
          count(*) FILTER (WHERE status <> 'requested')::int AS serving,
          count(*) FILTER (WHERE status = 'requested')::int AS unanswered,
          count(*) FILTER (WHERE status = 'requested' AND answer_due_at < $2)::int AS late
     FROM referral
    WHERE to_unit_id = $1 AND status IN ('requested', 'accepted', 'in_progress', 'on_hold')
    GROUP BY 1`,
)
const asOf = statement('reports.as-of', 'SELECT guard.figures_as_of() AS "asOf"')

/** The figures of one unit; row-level security gives them to its supervisors alone. */
@Injectable()
export class UnitFigures {
  constructor(private readonly database: Database) {}

  weeks(unitId: string, direction: Direction, since: LocalDate): Promise<WeekCount[]> {
    return this.database.query<WeekCount>(weeks, [unitId, direction, since])
  }

  open(unitId: string): Promise<OpenCount[]> {
    return this.database.query<OpenCount>(open, [unitId])
  }

  late(unitId: string, now: Date): Promise<LateAnswers[]> {
    return this.database.query<LateAnswers>(late, [unitId, now])
  }

  /** By service, of what was sent since; `promised` in hours. */
  answers(unitId: string, since: Date, now: Date, promised: number): Promise<AnswersOfService[]> {
    return this.database.query<AnswersOfService>(answers, [unitId, since, now, promised])
  }

  caseload(unitId: string): Promise<CaseloadRow[]> {
    return this.database.query<CaseloadRow>(caseload, [unitId])
  }

  handling(unitId: string, now: Date): Promise<HandlingRow[]> {
    return this.database.query<HandlingRow>(handling, [unitId, now])
  }

  /** Everything told before this moment is counted. */
  async asOf(): Promise<Date> {
    const row = await this.database.first<{ asOf: Date }>(asOf)
    if (row === undefined) throw new Error('a function without a table always answers')
    return row.asOf
  }
}
