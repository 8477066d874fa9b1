import { Injectable } from '@nestjs/common'
import { decide } from '../../../platform/access/decide.js'
import { hasRole, type WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf, startOfDay, type LocalDate } from '../../../platform/clock/local-time.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Workers } from '../../accounts/index.js'
import { Directory } from '../../directory/index.js'
import { clockRules } from '../../referrals/index.js'
import { UnitFigures, type AnswersOfService } from '../data/unit-figures.js'
import { outcomesOf, type Direction, type Outcomes } from '../domain/referral-counts.js'
import { weeksUpTo } from '../domain/weeks.js'
import { workloadOf, type Workload } from '../domain/workload.js'

/** Referrals on one side of the unit that still ask something of someone. */
interface OpenReferrals {
  readonly waiting: number
  readonly underWay: number
  /** Unanswered although the answer is due. */
  readonly late: number
  /** When the one that waits longest was due. */
  readonly longestDueAt: Date | null
}

/** What a supervisor sees of their unit. */
export interface UnitReport {
  readonly unitName: string
  readonly timeZone: string
  /** Everything told before this moment is counted. */
  readonly asOf: Date
  readonly now: Date
  readonly since: LocalDate
  readonly direction: Direction
  readonly weeks: readonly (Outcomes & { readonly week: LocalDate })[]
  readonly open: Readonly<Record<Direction, OpenReferrals>>
  /** The answer clock of an urgent referral. */
  readonly promisedHours: number
  /** By service, of what the unit was sent in these weeks. */
  readonly answers: readonly AnswersOfService[]
  readonly workload: Workload
}

/** A supervisor reads the figures of their own unit. */
@Injectable()
export class ReadUnitReport {
  constructor(
    private readonly figures: UnitFigures,
    private readonly directory: Directory,
    private readonly workers: Workers,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound for everyone else */
  run(actor: WorkerActor, direction: Direction = 'in'): Promise<UnitReport> {
    return this.transactions.run(actor, async () => {
      const now = this.clock.now()
      const { unitId } = actor
      const unit = await this.directory.unit(unitId)
      if (
        unit === undefined ||
        !decide(actor, 'report.read', { now }).allowed ||
        !hasRole(actor, 'supervisor')
      )
        throw new NotFound('report.read', 'unit', unitId)

      const { timeZone } = unit
      const weeks = weeksUpTo(localTimeOf(now, timeZone).date)
      const since = weeks[0] ?? localTimeOf(now, timeZone).date
      const promisedHours = clockRules.urgent.answer.milliseconds / 3_600_000
      const counts = await this.figures.weeks(unitId, direction, since)
      const open = await this.openReferrals(unitId, now)
      const answers = await this.figures.answers(
        unitId,
        startOfDay(since, timeZone),
        now,
        promisedHours,
      )
      const workload = workloadOf(
        await this.figures.caseload(unitId),
        await this.figures.handling(unitId, now),
        await this.workers.workersOfUnit(unitId),
      )
      const asOf = await this.figures.asOf()
      await this.audit.record({ action: 'report.read', subject: { type: 'unit', id: unitId } })
      return {
        unitName: unit.name,
        timeZone,
        asOf,
        now,
        since,
        direction,
        weeks: weeks.map((week) => ({
          week,
          ...outcomesOf(counts.filter((count) => count.week === week)),
        })),
        open,
        promisedHours,
        answers,
        workload,
      }
    })
  }

  private async openReferrals(unitId: string, now: Date): Promise<UnitReport['open']> {
    const counts = await this.figures.open(unitId)
    const late = await this.figures.late(unitId, now)
    const of = (direction: Direction): OpenReferrals => {
      const own = late.find((each) => each.direction === direction)
      const count = (state: string): number =>
        counts.find((each) => each.direction === direction && each.state === state)?.count ?? 0
      return {
        waiting: count('waiting'),
        underWay: count('under-way'),
        late: own?.count ?? 0,
        longestDueAt: own?.longestDueAt ?? null,
      }
    }
    return { in: of('in'), out: of('out') }
  }
}
