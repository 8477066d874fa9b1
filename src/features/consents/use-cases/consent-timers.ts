import { Injectable } from '@nestjs/common'
import { Clock } from '../../../platform/clock/clock.js'
import { Schedule } from '../../../platform/schedule/index.js'
import { escalatesAfterHours, reviewWithinHours } from '../domain/sharing-exception.js'
import { remindDaysBefore } from '../domain/withdrawal.js'

const later = (at: Date, hours: number): Date => new Date(at.getTime() + hours * 3_600_000)

/** Sets what is told later of consents and exceptions, inside the open transaction. */
@Injectable()
export class ConsentTimers {
  constructor(
    private readonly schedule: Schedule,
    private readonly clock: Clock,
  ) {}

  /** The end, and the reminders before it that are still to come. */
  async consentEnds(subjectId: string, caseId: string, validUntil: Date): Promise<void> {
    await this.schedule.at(validUntil, { type: 'consent.expired', subjectId, caseId }, 'end')
    for (const days of remindDaysBefore) {
      const due = later(validUntil, -24 * days)
      if (due <= this.clock.now()) continue
      const event = { type: 'consent.expiring', subjectId, caseId, data: { days } }
      await this.schedule.at(due, event, `remind:${days}`)
    }
  }

  /** Nothing more is told of it by a clock. */
  forget(subjectId: string): Promise<void> {
    return this.schedule.cancel(subjectId)
  }

  /** A day without an answer brings it to reviewers of other units. */
  approvalDue(subjectId: string, caseId: string, at: Date): Promise<void> {
    const event = { type: 'consent.approval-overdue', subjectId, caseId }
    return this.schedule.at(later(at, escalatesAfterHours), event, 'approval')
  }

  /** Sharing began: somebody looks at it in time, or is told that nobody did. */
  async reviewDue(subjectId: string, caseId: string, at: Date): Promise<void> {
    await this.schedule.cancel(subjectId, 'approval')
    const event = { type: 'consent.review-overdue', subjectId, caseId }
    await this.schedule.at(later(at, reviewWithinHours), event, 'review')
  }
}
