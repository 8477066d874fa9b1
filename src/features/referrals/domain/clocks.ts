import { defaultTimeZone } from '../../../platform/clock/local-time.js'
import { addWorkingTime, workingTimeBetween } from '../../../platform/clock/working-days.js'
import type { Urgency } from './urgency.js'

export const clockCalendars = ['always', 'working-days'] as const

/** Hours that run day and night, or on working days only. */
type ClockCalendar = (typeof clockCalendars)[number]

export const clockNames = ['acknowledge', 'answer', 'first-service'] as const

/** Receipt seen, decision given, first service given; all three start when the referral is sent. */
export type ClockName = (typeof clockNames)[number]

/** How long a step may take. */
export interface ClockRule {
  readonly milliseconds: number
  readonly calendar: ClockCalendar
  /** True for the figures of the inter-agency referral form; false for our own proposals. */
  readonly verified: boolean
}

const hours = (count: number, verified = false): ClockRule => ({
  milliseconds: count * 3_600_000,
  calendar: 'always',
  verified,
})

const workingDays = (count: number): ClockRule => ({
  milliseconds: count * 86_400_000,
  calendar: 'working-days',
  verified: false,
})

/** First service: inter-agency referral form (24 h, 72 h, 2 weeks). Acknowledgement and answer: proposals. */
export const clockRules: Readonly<Record<Urgency, Readonly<Record<ClockName, ClockRule>>>> = {
  emergency: { acknowledge: hours(1), answer: hours(2), 'first-service': hours(24, true) },
  urgent: { acknowledge: workingDays(1), answer: hours(24), 'first-service': hours(72, true) },
  normal: {
    acknowledge: workingDays(1),
    answer: workingDays(3),
    'first-service': hours(14 * 24, true),
  },
}

/** A time on hold; `to` is null while it lasts. Nothing else stops a clock. */
export interface Pause {
  readonly from: Date
  readonly to: Date | null
}

const add = (rule: ClockRule, from: Date, milliseconds: number, timeZone: string): Date =>
  rule.calendar === 'always'
    ? new Date(from.getTime() + milliseconds)
    : addWorkingTime(from, milliseconds, timeZone)

const between = (rule: ClockRule, from: Date, to: Date, timeZone: string): number =>
  rule.calendar === 'always'
    ? Math.max(0, to.getTime() - from.getTime())
    : workingTimeBetween(from, to, timeZone)

/** When and where a clock runs. */
export interface ClockRun {
  readonly startedAt: Date
  /** In order, not overlapping. */
  readonly pauses?: readonly Pause[]
  /** IANA zone of the unit whose working days count. */
  readonly timeZone?: string
}

/**
 * The instant at which a share of the clock's time has run (1 = due), or null while it stands still
 * before getting there.
 */
export const reachedAt = (
  rule: ClockRule,
  share: number,
  { startedAt, pauses = [], timeZone = defaultTimeZone }: ClockRun,
): Date | null => {
  let from = startedAt
  let left = rule.milliseconds * share
  for (const pause of pauses) {
    const ran = between(rule, from, pause.from, timeZone)
    if (ran >= left) break
    if (pause.to === null) return null
    left -= ran
    from = pause.to
  }
  return add(rule, from, left, timeZone)
}

/** When the step is due, or null while the clock stands still. */
export const dueAt = (rule: ClockRule, run: ClockRun): Date | null => reachedAt(rule, 1, run)

/** Who hears of a late step, by the share of time that has run. */
const escalationSteps = [
  { level: 'remind', share: 0.5 },
  { level: 'supervisor', share: 1 },
  { level: 'coordination', share: 1.5 },
] as const

/** The unit is reminded, its supervisor told, the coordination body told. */
export type EscalationLevel = (typeof escalationSteps)[number]['level']

export const escalationLevels: readonly EscalationLevel[] = escalationSteps.map(
  ({ level }) => level,
)

/** When each escalation falls due; null while the clock stands still before it. */
export const escalationsOf = (
  rule: ClockRule,
  run: ClockRun,
): { readonly level: EscalationLevel; readonly at: Date | null }[] =>
  escalationSteps.map(({ level, share }) => ({ level, at: reachedAt(rule, share, run) }))

/** The highest escalation reached by now, or null before the reminder. */
export const escalationAt = (rule: ClockRule, run: ClockRun, now: Date): EscalationLevel | null =>
  escalationsOf(rule, run)
    .filter(({ at }) => at !== null && at <= now)
    .at(-1)?.level ?? null
