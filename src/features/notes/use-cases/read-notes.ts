import { Injectable } from '@nestjs/common'
import { Access } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { maskOf, sections, type Section } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { decodeTimeCursor, sliceOf, type Slice } from '../../../platform/web/cursor.js'
import { CaseReading, type SafeContact } from '../../cases/index.js'
import { NoteRows } from '../data/note-rows.js'
import { OpenNotes, sectionOf, textPlace, type Note } from './open-notes.js'

/** What was written under a note at one time. */
export interface NoteText {
  readonly version: number
  readonly text: string
  readonly writtenAt: Date
  readonly writerName: string
}

/** One note with all that was ever written under it. */
export interface OneNote {
  readonly note: Note
  readonly number: string | null
  readonly safeContact: SafeContact | null
  /** The newest first. Of a note entered in error only who may write there sees them. */
  readonly texts: readonly NoteText[]
  readonly mayWrite: boolean
}

/** What is asked of a list of notes. */
export interface NotesAsked {
  readonly section?: Section | undefined
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

const usualLimit = 25
const fromTheEnd = { sortKey: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

/** Reads notes: those of the sections the reader sees. */
@Injectable()
export class ReadNotes {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: Access,
    private readonly rows: NoteRows,
    private readonly opening: OpenNotes,
    private readonly cases: CaseReading,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** A page of them, what happened last first. @throws NotFound, InvalidInput for a foreign cursor */
  list(
    actor: WorkerActor,
    caseId: string,
    { section, after, limit = usualLimit }: NotesAsked,
  ): Promise<Slice<Note>> {
    const { sortKey, id } = after === undefined ? fromTheEnd : decodeTimeCursor(after)
    const now = this.clock.now()
    return this.transactions.run(actor, async () => {
      const facts = await this.access.caseFacts(caseId)
      const seen = (section === undefined ? sections : [section]).filter(
        (one) => decide(actor, 'note.read', { now, case: facts, section: one }).allowed,
      )
      if (seen.length === 0) throw new NotFound('note.read', 'case', caseId)
      const place = [caseId, sortKey, id, limit + 1]
      const rows = await this.rows.ofSections(place, maskOf(seen))
      const notes = await this.opening.open(caseId, rows)
      await this.audit.record({
        action: 'note.read',
        caseId,
        subject: { type: 'case', id: caseId },
        sections: maskOf(seen),
      })
      return sliceOf(notes, limit, (note) => [note.happenedAt.toISOString(), note.id])
    })
  }

  /** @throws NotFound */
  one(actor: WorkerActor, caseId: string, id: string): Promise<OneNote> {
    const now = this.clock.now()
    return this.transactions.run(actor, async () => {
      const row = await this.rows.one(caseId, id)
      if (row === undefined) throw new NotFound('note.read', 'note', id)
      const section = sectionOf(row.section)
      const context = { now, case: await this.access.caseFacts(caseId), section }
      if (!decide(actor, 'note.read', context).allowed) throw new NotFound('note.read', 'note', id)
      const mayWrite = decide(actor, 'note.write', context).allowed
      const maySeeContact = decide(actor, 'section.read', { ...context, section: 'contact' })
      const [notes, stored, numbers, safeContact] = await Promise.all([
        this.opening.open(caseId, [row]),
        row.errorReason === null || mayWrite ? this.rows.texts(id) : [],
        this.cases.caseNumbers([caseId]),
        maySeeContact.allowed ? this.cases.safeContact(caseId) : null,
        this.audit.record({
          action: 'note.read',
          caseId,
          subject: { type: 'note', id },
          sections: maskOf(maySeeContact.allowed ? [section, 'contact'] : [section]),
        }),
      ])
      const [note] = notes
      if (note === undefined) throw new NotFound('note.read', 'note', id)
      const opened = await this.cases.openAllFor<string>(
        caseId,
        stored.map(({ version, sealed }) => ({ section, sealed, place: textPlace(id, version) })),
      )
      return {
        note,
        number: numbers.get(caseId) ?? null,
        safeContact,
        texts: stored
          .map(({ version, writtenAt, writerName }, index) => ({
            version,
            writtenAt,
            writerName,
            text: opened[index] ?? '',
          }))
          .reverse(),
        mayWrite,
      }
    })
  }
}
