import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import {
  placeOf,
  TimelinePart,
  type TimelineAsked,
  type TimelineEntry,
} from '../../timeline/index.js'
import { NoteRows } from '../data/note-rows.js'
import { OpenNotes, type Note } from './open-notes.js'

/** Notes on the timeline, at the time when what they tell happened. */
@Injectable()
export class NoteTimeline extends TimelinePart {
  readonly kinds = ['note'] as const

  constructor(
    private readonly rows: NoteRows,
    private readonly opening: OpenNotes,
  ) {
    super()
  }

  async entriesFor(_: WorkerActor, asked: TimelineAsked): Promise<TimelineEntry[]> {
    const notes = await this.opening.open(asked.caseId, await this.rows.before(placeOf(asked)))
    return notes.map(entryOf)
  }
}

const anHour = 3_600_000

const entryOf = (note: Note): TimelineEntry => ({
  id: note.id,
  at: note.happenedAt,
  kind: 'note',
  section: note.section,
  title: note.errorReason === null ? 'notes.entry' : 'notes.entry.in-error',
  ...(note.errorReason === null
    ? {}
    : { said: { reason: `notes.error.${note.errorReason}` as const } }),
  text: note.text,
  isDayOnly: !note.hourKnown,
  by: note.writerName,
  href: `/cases/${note.caseId}/notes/${note.id}`,
  remarks: [
    ...(note.errorReason === null && note.correctedAt !== null
      ? [{ text: 'notes.corrected-at' as const, at: note.correctedAt }]
      : []),
    // What is written down much later is remembered, not seen.
    ...(note.writtenAt.getTime() - note.happenedAt.getTime() >
    (note.hourKnown ? anHour : 24 * anHour)
      ? [{ text: 'notes.written-at' as const, at: note.writtenAt }]
      : []),
  ],
})
