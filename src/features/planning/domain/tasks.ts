import { isWorkingDay } from '../../../platform/clock/working-days.js'
import {
  addDays,
  startOfDay,
  zonedTime,
  type LocalDate,
} from '../../../platform/clock/local-time.js'

/** Where a task comes from: the plan, a look at it anew, a person nobody reaches, or by hand. */
export const caseTaskKinds = ['action', 'service', 'review', 'unreached', 'other'] as const
export type CaseTaskKind = (typeof caseTaskKinds)[number]

export const caseTaskStates = ['open', 'done', 'cancelled'] as const
export type CaseTaskState = (typeof caseTaskStates)[number]

/** Why a worker says that a task is not to be done. */
export const caseTaskCancelReasons = [
  'no_longer_needed',
  'person_declined',
  'unsafe_for_person',
  'entered_wrongly',
] as const
export type CaseTaskCancelReason = (typeof caseTaskCancelReasons)[number]

/** The same, with why it ended by itself. */
export const caseTaskEndings = [...caseTaskCancelReasons, 'plan_changed', 'case_closed'] as const

/** The last minute of the day, so that the day people read is the day they agreed on. */
export const endOfDay = (day: LocalDate): Date =>
  new Date(startOfDay(addDays(day, 1)).getTime() - 60_000)

/** When somebody begins to work. */
const morning = '08:00'

/** The next working day after a day; or the one before. */
export const workingDayFrom = (day: LocalDate, step: 1 | -1): LocalDate => {
  let date = addDays(day, step)
  while (!isWorkingDay(date)) date = addDays(date, step)
  return date
}

/** When somebody is told of a task: the working day before, that morning, and when it is too late. */
export const remindersOf = (
  dueOn: LocalDate,
): readonly { readonly key: 'soon' | 'today' | 'overdue'; readonly at: Date }[] => [
  { key: 'soon', at: zonedTime(workingDayFrom(dueOn, -1), morning) },
  { key: 'today', at: zonedTime(dueOn, morning) },
  { key: 'overdue', at: endOfDay(dueOn) },
]
