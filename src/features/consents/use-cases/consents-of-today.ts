import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { firstActionDue } from '../../cases/index.js'
import { TodayPart, type TodayItem } from '../../today/index.js'
import { DayOfConsents, type DayConsentRow } from '../data/day-of-consents.js'

/** Persons nobody has asked yet, consents about to end, and what waits for a supervisor's word. */
@Injectable()
export class ConsentsOfToday extends TodayPart {
  constructor(private readonly day: DayOfConsents) {
    super()
  }

  async itemsFor(actor: WorkerActor, now: Date, limit: number): Promise<TodayItem[]> {
    return (await this.day.of(actor, now, limit)).map((row) => ({
      kind: 'due',
      title: titleOf(row),
      facts: { unit: row.unitName ?? '' },
      href: pathOf(row),
      about: row.number,
      caseId: row.caseId,
      // Asking is the first action that the risk puts a clock to.
      due: row.what === 'ask' ? firstActionDue(row.riskLevel, row.since) : row.due,
      since: row.since,
    }))
  }
}

// What goes without consent may be for a kind of recipient and no named unit.
const titleOf = ({ what, unitName }: DayConsentRow) =>
  what === 'approve' && unitName === null
    ? ('consents.today.approve.no-unit' as const)
    : (`consents.today.${what}` as const)

const pathOf = ({ what, id, caseId, unitId }: DayConsentRow): string => {
  if (what === 'approve') return `/approvals/${id}`
  return what === 'ask'
    ? `/cases/${caseId}/consents/new`
    : `/cases/${caseId}/consents/new?unit=${unitId}`
}
