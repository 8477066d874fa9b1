import { clockNames, clockRules, dueAt, type ClockName, type Pause } from './clocks.js'
import type { Feedback, ReferralOutcome } from './outcomes.js'
import type { ReferralStatus } from './referral-status.js'
import type { Urgency } from './urgency.js'

/** Why it moved as it did: a code of the list for that move, and words if the writer adds some. */
export interface StatusReason {
  readonly code: string
  readonly note: string | null
}

/** The state of one hand-over; the moves return a new one. Instants are null until they happen. */
export interface Referral {
  readonly status: ReferralStatus
  readonly urgency: Urgency
  readonly sentAt: Date | null
  /** The receiver has seen it, which is not yet an answer. */
  readonly acknowledgedAt: Date | null
  readonly answeredAt: Date | null
  readonly startedAt: Date | null
  readonly pauses: readonly Pause[]
  readonly cancellationAskedAt: Date | null
  /** When it reached an end: completed, rejected, cancelled, expired, failed, entered in error. */
  readonly endedAt: Date | null
  readonly confirmedAt: Date | null
  readonly statusReason: StatusReason | null
  /** On rejection: another unit that might help. */
  readonly suggestedUnitId: string | null
  readonly outcome: ReferralOutcome | null
  readonly feedback: Feedback | null
}

/** A referral nobody has sent yet. */
export const draftReferral = (urgency: Urgency): Referral => ({
  status: 'draft',
  urgency,
  sentAt: null,
  acknowledgedAt: null,
  answeredAt: null,
  startedAt: null,
  pauses: [],
  cancellationAskedAt: null,
  endedAt: null,
  confirmedAt: null,
  statusReason: null,
  suggestedUnitId: null,
  outcome: null,
  feedback: null,
})

/** Which of the clocks still run: seen, answered, served. */
export const runningClocks = (referral: Referral): ClockName[] => {
  const open = ['requested', 'accepted', 'in_progress', 'on_hold'].includes(referral.status)
  const stopped: Record<ClockName, Date | null> = {
    acknowledge: referral.acknowledgedAt,
    answer: referral.answeredAt,
    'first-service': referral.startedAt,
  }
  return open ? clockNames.filter((name) => stopped[name] === null) : []
}

/** When each step is due, running or done; null before sending or while on hold. */
export const dueTimes = (
  { urgency, sentAt, pauses }: Pick<Referral, 'urgency' | 'sentAt' | 'pauses'>,
  timeZone?: string,
): Record<ClockName, Date | null> => {
  const due = (name: ClockName): Date | null =>
    sentAt === null
      ? null
      : dueAt(clockRules[urgency][name], {
          startedAt: sentAt,
          pauses,
          ...(timeZone === undefined ? {} : { timeZone }),
        })
  return {
    acknowledge: due('acknowledge'),
    answer: due('answer'),
    'first-service': due('first-service'),
  }
}

/** The clocks that have run out and still wait for somebody. */
export const overdueClocks = (referral: Referral, now: Date, timeZone?: string): ClockName[] => {
  const due = dueTimes(referral, timeZone)
  return runningClocks(referral).filter((name) => {
    const at = due[name]
    return at !== null && at <= now
  })
}
