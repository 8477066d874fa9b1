import {
  clockRules,
  escalationLevels,
  escalationsOf,
  type ClockName,
  type EscalationLevel,
} from './clocks.js'
import { expiresAt } from './referral-moves.js'
import { runningClocks, type Referral } from './referral.js'

/** A clock reaches a level. */
export interface ClockStep {
  readonly clock: ClockName
  readonly level: EscalationLevel
  readonly at: Date
}

/** What time asks for at a moment, and when to look again. */
export interface DueSteps {
  /** Reached, in the order in which they were. */
  readonly steps: readonly ClockStep[]
  /** Nobody has answered, and it goes back to the sender. */
  readonly expires: boolean
  /** Null when nothing is to come, or while the clocks stand still. */
  readonly next: Date | null
}

/** Under which name a step is remembered. */
export const stepKey = ({ clock, level }: Pick<ClockStep, 'clock' | 'level'>): string =>
  `${clock}:${level}`

/** The steps of the clocks that still run, soonest first; those behind a pause that lasts are left out. */
export const clockStepsOf = (referral: Referral, timeZone?: string): ClockStep[] => {
  const { sentAt, urgency, pauses } = referral
  if (sentAt === null) return []
  const run = { startedAt: sentAt, pauses, ...(timeZone === undefined ? {} : { timeZone }) }
  return runningClocks(referral)
    .flatMap((clock) =>
      escalationsOf(clockRules[urgency][clock], run).flatMap(({ level, at }) =>
        at === null ? [] : [{ clock, level, at }],
      ),
    )
    .sort(
      (one, other) =>
        one.at.getTime() - other.at.getTime() ||
        escalationLevels.indexOf(one.level) - escalationLevels.indexOf(other.level),
    )
}

/**
 * What is due now, by the present state: steps reached and not yet made, and the end.
 * @param made the keys of the steps made before
 */
export const dueStepsOf = (
  referral: Referral,
  made: ReadonlySet<string>,
  now: Date,
  timeZone?: string,
): DueSteps => {
  const open = clockStepsOf(referral, timeZone).filter((step) => !made.has(stepKey(step)))
  const expiry = referral.status === 'requested' ? expiresAt(referral, timeZone) : null
  const expires = expiry !== null && expiry <= now
  const reached = open.filter(({ at }) => at <= now)
  const toCome = [...open.map(({ at }) => at), ...(expiry === null ? [] : [expiry])]
    .filter((at) => at > now)
    .map((at) => at.getTime())
  return {
    // Who would be reminded of what they can no longer answer? Those who watch over them are told.
    steps: expires ? reached.filter(({ level }) => level !== 'remind') : reached,
    expires,
    next: expires || toCome.length === 0 ? null : new Date(Math.min(...toCome)),
  }
}

/** The first moment at which the clocks of a referral ask for something; null while none run. */
export const firstStepOf = (referral: Referral, now: Date, timeZone?: string): Date | null => {
  const { steps, expires, next } = dueStepsOf(referral, new Set(), now, timeZone)
  return steps.length > 0 || expires ? now : next
}
