import type { ClosureReason } from '../../cases/index.js'

export const goalsReached = ['met', 'partly', 'not_met'] as const

/** Whether what was planned with the person was reached. */
export type GoalsReached = (typeof goalsReached)[number]

export const endings = ['ended', 'handed_on', 'explained'] as const

/** What becomes of something that is still open when a case closes. */
export type Ending = (typeof endings)[number]

export const reopenReasons = [
  'person_came_back',
  'new_incident',
  'risk_again',
  'contact_found',
  'service_needed',
  'closed_by_mistake',
] as const

/** Why a closed case is opened again. */
export type ReopenReason = (typeof reopenReasons)[number]

/** What holds a case open: it ends first, in its own place. */
export const holders = ['open-referrals', 'offered', 'team-open'] as const

export type Holder = (typeof holders)[number]

/**
 * Reasons a caseworker chooses. `duplicate` comes of merging two cases, and `transferred` of a transfer:
 * neither is chosen.
 */
export const chosenReasons = [
  'goals_met',
  'person_asked',
  'left_area',
  'contact_lost',
  'reached_18',
  'death',
  'repatriated',
  'not_eligible',
] as const satisfies readonly ClosureReason[]

export type ChosenReason = (typeof chosenReasons)[number]

export const longestText = 2000
export const longestAnswer = 300

/* eslint-disable @typescript-eslint/consistent-type-definitions --
   what is sealed is JSON, and only a type fits its index signature */

/** What is said about something left open. */
export type AnsweredEnd = {
  /** Names what is open, among all that is. */
  readonly id: string
  readonly how: Ending
  readonly text: string | null
}

/** The words of a closing. */
export type ClosureTexts = {
  /** In the person's own words, or why nobody could ask. */
  readonly feedback: string | null
  readonly note: string | null
  readonly ends: readonly AnsweredEnd[]
}

/** Something that is open and has to be answered for. */
export interface OpenEnd {
  readonly id: string
}

/** What is open and not answered for yet. A handing on, or an explanation, says to whom and why. */
export const unanswered = <End extends OpenEnd>(
  open: readonly End[],
  answers: readonly AnsweredEnd[],
): End[] =>
  open.filter(({ id }) => {
    const answer = answers.find((one) => one.id === id)
    return answer === undefined || (answer.how !== 'ended' && answer.text === null)
  })
