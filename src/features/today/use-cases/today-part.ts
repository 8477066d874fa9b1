import type { WorkerActor } from '../../../platform/access/actor.js'
import type { Sentence } from '../../../ui/translate.js'

/**
 * Where on the page it stands: to be done, new to oneself, an answer to what one asked for, something
 * begun and not sent, a case at high risk.
 */
export type TodayKind = 'due' | 'new' | 'answer' | 'draft' | 'high-risk'

/** One line of a worker's day: a sentence and codes, never a name or a text about somebody. */
export interface TodayItem {
  readonly kind: TodayKind
  readonly title: Sentence
  /** Fills the sentence. */
  readonly facts?: Readonly<Record<string, string | number>>
  readonly href: string
  /** Number of the case, or what else tells it from its neighbours. */
  readonly about: string | null
  /** The case behind it, for its risk. */
  readonly caseId: string | null
  /** Until when it is to be done; null where no clock runs. */
  readonly due: Date | null
  /** For what is called the same as others of its kind: the day on which it was given or begun. */
  readonly givenAt?: Date
  /** When it came; what is new, answered or begun stands by this. */
  readonly since: Date | null
}

/**
 * What a feature puts on a worker's page of today. Extend it, list the class among a module's providers,
 * and it is found. Called inside the open transaction of the actor whose day it is; at most `limit`
 * items, the most pressing first, in as few statements as can be (one, if possible).
 */
export abstract class TodayPart {
  abstract itemsFor(actor: WorkerActor, now: Date, limit: number): Promise<readonly TodayItem[]>
}
