import type { Section } from '../../../platform/access/sections.js'

/** What the timeline is filtered by; a part that brings something new adds its word here. */
export const timelineKinds = [
  'case',
  'section',
  'note',
  'contact',
  'plan',
  'task',
  'consent',
  'referral',
  'transfer',
  'team',
  'takedown',
  'document',
] as const

export type TimelineKind = (typeof timelineKinds)[number]

/** Is this text one of the kinds? */
export const isTimelineKind = (text: string): text is TimelineKind =>
  timelineKinds.some((kind) => kind === text)

/** Where something stands in a timeline: the time it happened, then an id. */
export interface TimelinePlace {
  readonly at: Date
  /** A UUID; no two things that happened in the same millisecond have the same. */
  readonly id: string
}

/** Before (−) or after (+) the other on the page: what happened last comes first. */
export const newerFirst = (one: TimelinePlace, other: TimelinePlace): number =>
  other.at.getTime() - one.at.getTime() || (one.id < other.id ? 1 : one.id > other.id ? -1 : 0)

/** A stretch of a timeline without gaps. */
export interface Stretch<Entry extends TimelinePlace> {
  /** The newest first. */
  readonly entries: readonly Entry[]
  /** The place after which to ask on; null where all parts told all they have. */
  readonly end: TimelinePlace | null
}

/**
 * Lays the parts into each other. A part that gave all that was asked for may hold back older things, so
 * the stretch ends where the first such part ends: what others told of an earlier time comes again with
 * the next stretch, and nothing in between is left out.
 * @param limit what each part was asked for
 */
export const mergeParts = <Entry extends TimelinePlace>(
  parts: readonly (readonly Entry[])[],
  limit: number,
): Stretch<Entry> => {
  const [end = null] = parts
    .flatMap((entries) => (entries.length < limit ? [] : entries.toSorted(newerFirst).slice(-1)))
    .map(({ at, id }) => ({ at, id }))
    .toSorted(newerFirst)
  return {
    entries: parts
      .flat()
      .filter((entry) => end === null || newerFirst(entry, end) <= 0)
      .toSorted(newerFirst),
    end,
  }
}

/** Something of the case that the timeline may be narrowed to. */
export interface TimelineFilter {
  /** Empty: all of them. */
  readonly kinds: readonly TimelineKind[]
  /** Empty: all, and what belongs to no section. */
  readonly sections: readonly Section[]
}
