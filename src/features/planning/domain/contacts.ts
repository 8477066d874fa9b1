import { firstActionDue, followUpDue, type RiskLevel } from '../../cases/index.js'

/** With whom somebody got in touch, or tried to. */
export const contactRoles = [
  'person',
  'caregiver',
  'relative',
  'trusted_person',
  'service',
  'other',
] as const
export type ContactRole = (typeof contactRoles)[number]

/** Was it safe for the person, as far as one could tell? */
export const safeties = ['yes', 'no', 'unknown'] as const
export type Safety = (typeof safeties)[number]

/** So many attempts in a row without reaching the person call for another way. */
export const attemptsBeforeAlarm = 3

/** A contact or an attempt, as far as rules ask about it. */
interface Attempt {
  readonly withRole: ContactRole
  readonly reached: boolean
}

/** An attempt, with whether it went against what the person called safe. */
interface SafeAttempt extends Attempt {
  readonly againstRules: boolean
}

/**
 * How often somebody has tried in vain, in ways the person called safe, since the person was last reached.
 * @param latest newest first, without what was struck out
 */
export const attemptsInVain = (latest: readonly SafeAttempt[]): number => {
  const own = latest.filter(({ withRole }) => withRole === 'person')
  const lastReached = own.findIndex(({ reached }) => reached)
  const since = lastReached === -1 ? own : own.slice(0, lastReached)
  return since.filter(({ againstRules }) => !againstRules).length
}

/** @param latest newest first, without what was struck out */
export const isUnreached = (latest: readonly Attempt[]): boolean => {
  const own = latest.filter(({ withRole }) => withRole === 'person').slice(0, attemptsBeforeAlarm)
  return own.length === attemptsBeforeAlarm && own.every(({ reached }) => !reached)
}

/**
 * When the person is to be seen next: a first action after the risk was assessed, then follow-ups.
 * Null where no clock runs. `guard.next_contact` in the database says the same.
 */
export const nextContactDue = (
  level: RiskLevel,
  assessedAt: Date,
  lastContactAt: Date | null,
): Date | null =>
  lastContactAt === null || lastContactAt < assessedAt
    ? firstActionDue(level, assessedAt)
    : followUpDue(level, lastContactAt)
