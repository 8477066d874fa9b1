import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import type { Sentence } from '../../../ui/translate.js'
import { TodayPart, type TodayItem } from '../../today/index.js'
import { DayOfPlanning, type DayOfPlanningRow } from '../data/day-of-planning.js'

/** Tasks and contacts that are due, flags, and approvals: those to be given and those answered. */
@Injectable()
export class PlanningOfToday extends TodayPart {
  constructor(private readonly day: DayOfPlanning) {
    super()
  }

  async itemsFor(actor: WorkerActor, now: Date, limit: number): Promise<TodayItem[]> {
    return (await this.day.of(actor, now, limit)).map((row) => ({
      ...shownAs(row),
      about: row.caseNumber,
      caseId: row.caseId,
      due: row.due,
      since: row.since,
      // A task given by hand is called by what somebody wrote, which stays sealed: its day tells it apart.
      ...(row.what === 'task' && row.kind === 'other' && row.givenAt !== null
        ? { givenAt: row.givenAt }
        : {}),
    }))
  }
}

const shownAs = (
  row: DayOfPlanningRow,
): { readonly kind: TodayItem['kind']; readonly title: Sentence; readonly href: string } => {
  const plan = `/cases/${row.caseId}/plan`
  switch (row.what) {
    case 'task':
      return { kind: 'due', title: `code.case-task.${row.kind}`, href: `${plan}/tasks/${row.id}` }
    case 'contact':
      return { kind: 'due', title: 'planning.today.contact', href: plan }
    case 'flag':
      return { kind: 'due', title: 'planning.today.flag', href: `${plan}/flags/${row.id}` }
    case 'to-approve':
      return {
        kind: 'new',
        title: `planning.today.to-approve.${row.kind}`,
        href: `/approvals/cases/${row.id}`,
      }
    case 'approved':
    case 'returned':
      return {
        kind: 'answer',
        title: `planning.today.${row.what}.${row.kind}`,
        href: `/approvals/cases/${row.id}`,
      }
  }
}
