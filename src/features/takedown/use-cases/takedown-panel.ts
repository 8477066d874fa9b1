import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { isSentence } from '../../../ui/translate.js'
import {
  CasePanel,
  type CaseEventRow,
  type CasePanelsView,
  type TaskRow,
} from '../../cases/index.js'
import { TakedownRows, type TakedownEventRow, type TakedownRow } from '../data/takedown-rows.js'
import { remindDaysBefore } from '../domain/takedown.js'

const recentEvents = 6
const fromTheEnd = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff']

/** Removal and preservation on the case page: what presses, and what happened last. */
@Injectable()
export class TakedownPanel extends CasePanel {
  constructor(
    private readonly rows: TakedownRows,
    private readonly clock: Clock,
  ) {
    super()
  }

  async panelsFor(actor: WorkerActor, caseId: string): Promise<Partial<CasePanelsView>> {
    const now = this.clock.now()
    const [takedowns, events] = await Promise.all([
      this.rows.ofCase(caseId),
      this.rows.before([caseId, ...fromTheEnd, recentEvents]),
    ])
    return {
      tasks: actor.roles.includes('caseworker')
        ? takedowns.flatMap((takedown) => tasksOf(takedown, now))
        : [],
      events: events.map(eventOf),
    }
  }
}

const tasksOf = (row: TakedownRow, now: Date): TaskRow[] => {
  const { id, caseId, number, state, answerDueAt, preserveUntil } = row
  const href = `/cases/${caseId}/takedown/${id}`
  const isUnanswered = state === 'requested' && answerDueAt !== null && answerDueAt <= now
  const lastCall = now.getTime() + remindDaysBefore * 86_400_000
  const ends =
    state !== 'entered_in_error' && preserveUntil !== null && preserveUntil.getTime() <= lastCall
  return [
    ...(state === 'noted' || state === 'reappeared'
      ? [
          {
            title: `takedown.task.${state}`,
            href,
            about: number,
            due: null,
            isOverdue: false,
          } as const,
        ]
      : []),
    ...(isUnanswered
      ? [
          {
            title: 'takedown.task.unanswered',
            href,
            about: number,
            due: answerDueAt,
            isOverdue: true,
          } as const,
        ]
      : []),
    ...(ends
      ? [
          {
            title: 'takedown.task.ends',
            href: `${href}/preserve`,
            about: number,
            due: preserveUntil,
            isOverdue: preserveUntil <= now,
          } as const,
        ]
      : []),
  ]
}

const eventOf = ({ kind, at, byName, number }: TakedownEventRow): CaseEventRow => {
  const title = `takedown.panel.${kind}`
  return {
    title: isSentence(title) ? title : 'takedown.panel.other',
    facts: { number },
    at,
    by: byName,
    isStrong: kind === 'refused' || kind === 'reappeared',
  }
}
