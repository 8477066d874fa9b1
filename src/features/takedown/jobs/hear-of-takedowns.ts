import { Injectable } from '@nestjs/common'
import { decide } from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import type { DeliveredEvent } from '../../../platform/outbox/index.js'
import { Hearing, type Concern, type PathOf } from '../../notifications/index.js'
import { TakedownRows, type CarriedTakedown } from '../data/takedown-rows.js'
import { remindDaysBefore } from '../domain/takedown.js'
import { takedownReminders } from '../domain/takedown.events.js'

/** Tells who leads the case that a platform does not answer, or that evidence is soon kept no more. */
@Injectable()
export class HearOfTakedowns extends Hearing {
  readonly types: readonly string[] = takedownReminders
  readonly pages: Readonly<Record<string, PathOf>> = {
    takedown: (id, caseId) =>
      caseId === null ? '/notifications' : `/cases/${caseId}/takedown/${id}`,
  }

  constructor(
    private readonly rows: TakedownRows,
    private readonly clock: Clock,
  ) {
    super()
  }

  async concerned({ type, subjectId }: DeliveredEvent): Promise<readonly Concern[]> {
    const takedown = await this.rows.carried(subjectId)
    if (takedown === undefined || !this.stands(type, takedown)) return []
    const { caseId } = takedown
    const leadId = await this.rows.leadOf(caseId)
    if (leadId === undefined) return []
    return [
      {
        subject: { type: 'takedown', id: subjectId },
        caseId,
        workerIds: [leadId],
        deskUnitId: null,
        asksForDeed: true,
        mayHear: ({ actor, case: facts }) =>
          decide(actor, 'takedown.read', {
            now: this.clock.now(),
            case: facts,
            section: 'incident',
          }).allowed,
      },
    ]
  }

  // An answer or a renewal may have come while the event was on its way.
  private stands(type: string, { state, answerDueAt, preserveUntil }: CarriedTakedown): boolean {
    const now = this.clock.now().getTime()
    if (type === 'takedown.unanswered')
      return state === 'requested' && answerDueAt !== null && answerDueAt.getTime() <= now
    return (
      state !== 'entered_in_error' &&
      preserveUntil !== null &&
      preserveUntil.getTime() - now <= remindDaysBefore * 86_400_000
    )
  }
}
