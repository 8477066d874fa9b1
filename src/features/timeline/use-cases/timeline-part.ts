import type { WorkerActor } from '../../../platform/access/actor.js'
import type { CaseFacts } from '../../../platform/access/decide.js'
import type { Section } from '../../../platform/access/sections.js'
import type { Sentence } from '../../../ui/translate.js'
import type { TimelineKind, TimelinePlace } from '../domain/timeline.js'

/** One thing that happened to the case, ready to be said. */
export interface TimelineEntry extends TimelinePlace {
  readonly kind: TimelineKind
  /** The section it belongs to; null for the management of the case. */
  readonly section: Section | null
  /** What happened. */
  readonly title: Sentence
  /** Fills the sentence: names of units and workers, numbers, days. Never of the person. */
  readonly facts?: Readonly<Record<string, string | number>>
  /** Facts that are codes, each with the sentence that says it. */
  readonly said?: Readonly<Record<string, Sentence>>
  /** What was written, opened; only where the reader sees its section. */
  readonly text?: string | null
  /** Said in small beside it: "corrected", "written on another day". */
  readonly remarks?: readonly TimelineRemark[]
  /** Who did it; null for the service itself. */
  readonly by: string | null
  /** Where more of it is seen, if this reader may. */
  readonly href?: string
  /** Only the day of `at` is known. */
  readonly isDayOnly?: boolean
  /** A turn that must not be overlooked. */
  readonly isStrong?: boolean
}

export interface TimelineRemark {
  readonly text: Sentence
  readonly facts?: Readonly<Record<string, string | number>>
  /** The remark names this instant, as `{at}`. */
  readonly at?: Date
}

/** What a part is asked for. */
export interface TimelineAsked {
  readonly caseId: string
  /** What the reader stands on, for `decide`. */
  readonly facts: CaseFacts
  /** Only what happened before this place: `$2` and `$3` of a statement that ends in `newestFirst`. */
  readonly before: { readonly at: string; readonly id: string }
  /** At most so many, the newest of them: `$4`. */
  readonly limit: number
}

/**
 * What a feature adds to the timeline of a case. Extend it, list the class among its module's providers,
 * and it is found. It is called inside the open transaction of the reader, beside the other parts:
 *
 * - Give only what this reader may know: row-level security leaves out the rows of sections that are not
 *   theirs, and texts are opened through `CaseReading.openAllFor`. Who sees one section of a case reads the
 *   same timeline, with little in it. Show no text and no name of the person in a title.
 * - Give the newest `limit` entries that lie before the place asked for, in the order of `newestFirst`
 *   (time by the millisecond, then id, both descending); fewer mean that there are no older ones. So no
 *   row is dropped on the way: what has no words of its own is told in general ones.
 * - `id` is a UUID that no other thing of the same millisecond has: the id of an event row, say.
 * - Ask one statement (and one more, if texts are to be opened), driven by an index on the case: the
 *   timeline asks all parts for each page.
 * - Where the filter asks for other kinds than a part has, it is not asked at all; the rest of filtering
 *   and searching is done by who asks.
 */
export abstract class TimelinePart {
  /** The kinds it gives; each has its word in `timeline.kind.*`. */
  abstract readonly kinds: readonly TimelineKind[]

  abstract entriesFor(actor: WorkerActor, asked: TimelineAsked): Promise<readonly TimelineEntry[]>
}

/** The values of a statement that ends in `newestFirst`. */
export const placeOf = ({ caseId, before, limit }: TimelineAsked): readonly unknown[] => [
  caseId,
  before.at,
  before.id,
  limit,
]
