import type { LocalDate } from '../../../platform/clock/local-time.js'

/* eslint-disable @typescript-eslint/consistent-type-definitions --
   what is sealed is JSON, and only a type fits its index signature */

/** What a person may need; codes only, for routing and statistics. */
export const needDomains = [
  'safety',
  'shelter',
  'health',
  'wellbeing',
  'legal',
  'documents',
  'schooling',
  'livelihood',
  'family',
  'basics',
  'digital_safety',
  'other',
] as const
export type NeedDomain = (typeof needDomains)[number]

export const needPriorities = ['urgent', 'soon', 'later'] as const
export type NeedPriority = (typeof needPriorities)[number]

/** Did the person take part in making the plan? */
export const partsTaken = ['yes', 'partly', 'no', 'not_yet'] as const
export type PartTaken = (typeof partsTaken)[number]

export const goalStates = ['open', 'reached', 'partly', 'not_reached'] as const
export type GoalState = (typeof goalStates)[number]

/** Who does something: somebody of the unit, the person, the family, or a service that is asked. */
export const doers = ['worker', 'person', 'family', 'service'] as const
export type Doer = (typeof doers)[number]

export const actionStates = ['open', 'done', 'dropped'] as const
export type ActionState = (typeof actionStates)[number]

/** Why something is not done after all. */
export const dropReasons = [
  'no_longer_needed',
  'person_declined',
  'not_available',
  'unsafe_for_person',
  'entered_wrongly',
] as const
export type DropReason = (typeof dropReasons)[number]

/** What a version of the plan changed; progress changes nothing of what was agreed to. */
export const planSteps = ['basis', 'need', 'goal', 'action', 'progress'] as const
export type PlanStep = (typeof planSteps)[number]

/** What stands before the needs. */
export type BasisText = { readonly wishes: string | null; readonly bestInterests: string | null }
export type NeedText = { readonly text: string; readonly ownWords: string | null }
export type GoalText = {
  readonly text: string
  readonly measure: string | null
  readonly note: string | null
}
export type ActionText = { readonly text: string; readonly note: string | null }

export interface Basis extends BasisText {
  readonly part: PartTaken
  /** When needs and plan are looked at anew. */
  readonly reviewOn: LocalDate | null
}

export interface Need extends NeedText {
  readonly itemId: string
  readonly domain: NeedDomain
  readonly priority: NeedPriority
  readonly goals: readonly Goal[]
}

export interface Goal extends GoalText {
  readonly itemId: string
  readonly dueOn: LocalDate | null
  readonly state: GoalState
  readonly actions: readonly PlannedAction[]
}

export interface PlannedAction extends ActionText {
  readonly itemId: string
  readonly doer: Doer
  readonly workerId: string | null
  readonly workerName: string | null
  readonly service: string | null
  readonly referralId: string | null
  readonly dueOn: LocalDate | null
  readonly state: ActionState
  readonly reason: DropReason | null
}

/** The plan as it holds. */
export interface Plan {
  /** 0 while nothing is written. */
  readonly version: number
  readonly basis: Basis | null
  /** The most urgent first. */
  readonly needs: readonly Need[]
}

/** All goals of a plan with their need. */
export const goalsOf = ({ needs }: Plan): { readonly need: Need; readonly goal: Goal }[] =>
  needs.flatMap((need) => need.goals.map((goal) => ({ need, goal })))

/** All actions of a plan with their goal. */
export const actionsOf = (plan: Plan): { readonly goal: Goal; readonly action: PlannedAction }[] =>
  goalsOf(plan).flatMap(({ goal }) => goal.actions.map((action) => ({ goal, action })))
