import { Injectable } from '@nestjs/common'
import { hasRole, type WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf, startOfDay, type LocalDate } from '../../../platform/clock/local-time.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Directory, provinceOn } from '../../directory/index.js'
import { AreaFigures, type AnswerCount, type AreaCount } from '../data/area-figures.js'
import { UnitFigures } from '../data/unit-figures.js'
import { medianSpan, type AnswerSpan } from '../domain/answer-times.js'
import { outcomesOf } from '../domain/referral-counts.js'
import {
  smallestShownCount,
  suppressSmallCells,
  type Cell,
} from '../domain/suppress-small-cells.js'
import { weeksUpTo } from '../domain/weeks.js'

/** What became of the referrals sent to a unit or a province; null where it is not shown. */
export interface AreaRow {
  readonly accepted: Cell
  readonly returned: Cell
  /** Unanswered, and not due yet. */
  readonly waiting: Cell
  /** Unanswered although due. */
  readonly late: Cell
  readonly lapsed: Cell
  readonly total: Cell
}

/** What a coordinator sees: counts alone, small ones hidden. */
export interface AreaReport {
  /** The province, null for the country. */
  readonly provinceCode: string | null
  readonly provinceName: string | null
  /** Whether the actor may go on to other provinces. */
  readonly coversCountry: boolean
  readonly asOf: Date
  readonly since: LocalDate
  readonly rows: readonly (AreaRow & { readonly key: string; readonly name: string })[]
  readonly totals: AreaRow
  /** Within which span half of the first answers came; undefined where there were too few. */
  readonly answers: readonly { readonly service: string; readonly median: AnswerSpan | undefined }[]
}

/** A coordinator reads the figures of their province, or of the country. */
@Injectable()
export class ReadAreaReport {
  constructor(
    private readonly figures: AreaFigures,
    private readonly units: UnitFigures,
    private readonly directory: Directory,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /**
   * @param asked a province; without one all that the actor coordinates
   * @throws NotFound for everyone else, and for another's province
   */
  run(actor: WorkerActor, asked?: string): Promise<AreaReport> {
    return this.transactions.run(actor, async () => {
      const now = this.clock.now()
      const today = localTimeOf(now).date
      const scope = await this.figures.scopeOf(actor.workerId)
      const province = asked ?? scope ?? null
      if (
        scope === undefined ||
        !decide(actor, 'report.read', { now }).allowed ||
        !hasRole(actor, 'coordinator') ||
        (scope !== null && province !== scope) ||
        (province !== null && provinceOn(province, today) === null)
      )
        throw new NotFound('report.read', 'province', null)

      const since = weeksUpTo(today)[0] ?? today
      const late = await this.figures.late(startOfDay(since), now)
      const country = scope === null ? await this.provinces(today, since, late) : null
      const table =
        province === null && country !== null
          ? country
          : await this.unitsOf(province ?? '', since, late, country)
      const answers = await this.figures.answers(since, province)
      const asOf = await this.units.asOf()
      await this.audit.record({ action: 'report.read' })
      return {
        provinceCode: province,
        provinceName: province === null ? null : (provinceOn(province, today)?.name ?? province),
        coversCountry: scope === null,
        asOf,
        since,
        ...table,
        answers: answersByService(answers),
      }
    })
  }

  private async provinces(
    today: LocalDate,
    since: LocalDate,
    late: readonly { readonly provinceCode: string; readonly count: number }[],
  ): Promise<AreaTable> {
    const counts = await this.figures.byProvince(since)
    const codes = [...new Set(counts.map(({ key }) => key))].sort()
    return tableOf(
      codes.map((key) => ({ key, name: provinceOn(key, today)?.name ?? key })),
      counts,
      late.map(({ provinceCode, count }) => ({ key: provinceCode, count })),
    )
  }

  private async unitsOf(
    provinceCode: string,
    since: LocalDate,
    late: readonly { readonly unitId: string; readonly count: number }[],
    country: AreaTable | null,
  ): Promise<AreaTable> {
    const counts = await this.figures.byUnit(since, provinceCode)
    const units = await this.directory.activeUnits({ provinceCode })
    return tableOf(
      units.map(({ id, name }) => ({ key: id, name })),
      counts,
      late.map(({ unitId, count }) => ({ key: unitId, count })),
      country?.rows.find(({ key }) => key === provinceCode),
    )
  }
}

type AreaTable = Pick<AreaReport, 'rows' | 'totals'>

const columns = ['accepted', 'returned', 'waiting', 'late', 'lapsed', 'total'] as const

const tableOf = (
  lines: readonly { readonly key: string; readonly name: string }[],
  counts: readonly AreaCount[],
  lateCounts: readonly { readonly key: string; readonly count: number }[],
  shownElsewhere?: AreaRow,
): AreaTable => {
  const table = suppressSmallCells(
    lines.map(({ key }) => {
      const { accepted, returned, waiting, lapsed } = outcomesOf(
        counts.filter((each) => each.key === key),
      )
      const late = lateCounts
        .filter((each) => each.key === key)
        .reduce((sum, { count }) => sum + count, 0)
      return [accepted, returned, Math.max(0, waiting - late), late, lapsed]
    }),
    {
      hiddenElsewhere:
        shownElsewhere === undefined
          ? []
          : columns.map((column) => shownElsewhere[column] === null),
    },
  )
  const rowOf = (cells: readonly Cell[] = [], total: Cell = null): AreaRow => {
    const [accepted = null, returned = null, waiting = null, late = null, lapsed = null] = cells
    return { accepted, returned, waiting, late, lapsed, total }
  }
  return {
    rows: lines.map((line, at) => ({ ...line, ...rowOf(table.cells[at], table.rowTotals[at]) })),
    totals: rowOf(table.columnTotals, table.total),
  }
}

const answersByService = (counts: readonly AnswerCount[]): AreaReport['answers'] => {
  const services = [...new Set(counts.map(({ service }) => service))].sort()
  return services.map((service) => ({
    service,
    median: medianSpan(
      new Map(
        counts
          .filter((each) => each.service === service)
          .map(({ bucket, count }) => [bucket, count]),
      ),
      smallestShownCount,
    ),
  }))
}
