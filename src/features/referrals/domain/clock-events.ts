import type { TimedEvent } from '../../../platform/schedule/index.js'
import type { ClockName, EscalationLevel } from './clocks.js'

export const reaches = [
  'holder',
  'desk',
  'sender',
  'supervisor',
  'coordination',
  'desk-and-coordination',
] as const

/** To whom a step went; see `referral_escalation.reaches`. */
export type Reach = (typeof reaches)[number]

/** The timer of a referral's clocks: one a referral, always at the next step. */
export const clockKey = 'clock'

/** Rings when a step of a referral's clocks may be due. */
export class ReferralClock implements TimedEvent {
  readonly type = 'referral.clock'

  constructor(
    readonly subjectId: string,
    readonly caseId: string,
  ) {}
}

/** Somebody is told that a clock runs, or has run out. */
export class ReferralClockRan {
  readonly data: {
    readonly clock: ClockName
    readonly level: EscalationLevel
    readonly reaches: Reach
  }

  constructor(
    readonly type: 'referral.reminded' | 'referral.escalated',
    readonly subjectId: string,
    readonly caseId: string,
    clock: ClockName,
    level: EscalationLevel,
    reaches: Reach,
  ) {
    this.data = { clock, level, reaches }
  }
}

/** What is told of a step, by whom it reached. */
export const eventsOf = (
  subjectId: string,
  caseId: string,
  { clock, level }: { readonly clock: ClockName; readonly level: EscalationLevel },
  reaches: Reach,
): ReferralClockRan[] => {
  const told = (type: ReferralClockRan['type'], as: EscalationLevel) =>
    new ReferralClockRan(type, subjectId, caseId, clock, as, reaches)
  switch (reaches) {
    case 'holder':
    case 'desk':
    case 'sender':
      return [told('referral.reminded', level)]
    case 'supervisor':
    case 'coordination':
      return [told('referral.escalated', reaches)]
    case 'desk-and-coordination':
      return [told('referral.reminded', level), told('referral.escalated', 'coordination')]
  }
}
