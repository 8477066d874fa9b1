import { Injectable } from '@nestjs/common'
import { Access } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide, type CaseFacts } from '../../../platform/access/decide.js'
import { maskOf, sections, type Section } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { decodeTimeCursor, encodeCursor } from '../../../platform/web/cursor.js'
import { CaseReading, type SafeContact } from '../../cases/index.js'
import { mergeParts, type TimelineFilter } from '../domain/timeline.js'
import type { TimelineAsked, TimelineEntry } from './timeline-part.js'
import { TimelineParts } from './timeline-parts.js'

/** What is asked of a timeline. */
export interface TimelineQuestion extends TimelineFilter {
  /** Over what the reader reads of an entry; null for no search. */
  readonly search: ((entry: TimelineEntry) => boolean) | null
  /** Cursor of an earlier page. */
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

/** A page of what happened to a case, for who may see some of it. */
export interface TimelineRead {
  readonly caseId: string
  /** Null for whom a part was shared with. */
  readonly number: string | null
  readonly safeContact: SafeContact | null
  /** Sections of the case the reader sees, to narrow the page by. */
  readonly seen: readonly Section[]
  readonly mayWriteNotes: boolean
  readonly entries: readonly TimelineEntry[]
  /** Cursor of the next page; null where nothing older is left. */
  readonly next: string | null
  /** How many entries were looked through before a search or filter gave up; null where it went to the end. */
  readonly lookedThrough: number | null
  readonly readAt: Date
}

const usualLimit = 25

/** A search opens texts in this process: at most so many entries for one question. */
export const mostLookedThrough = 2000

// Of each part at once, where most of what comes is thrown away.
const stride = 200

const fromTheEnd = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

/** Reads what happened to a case: from all features, as far as the reader may see it. */
@Injectable()
export class ReadTimeline {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: Access,
    private readonly parts: TimelineParts,
    private readonly cases: CaseReading,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** One page, the newest first. @throws NotFound, InvalidInput for a cursor that is not ours */
  run(actor: WorkerActor, caseId: string, asked: TimelineQuestion): Promise<TimelineRead> {
    return this.read(actor, 'timeline.read', caseId, asked)
  }

  /** All of it, for paper: as much as one question may look through. @throws NotFound */
  toPrint(
    actor: WorkerActor,
    caseId: string,
    asked: Omit<TimelineQuestion, 'after' | 'limit'>,
  ): Promise<TimelineRead> {
    return this.read(actor, 'timeline.print', caseId, { ...asked, limit: mostLookedThrough })
  }

  private read(
    actor: WorkerActor,
    action: 'timeline.read' | 'timeline.print',
    caseId: string,
    asked: TimelineQuestion,
  ): Promise<TimelineRead> {
    const before = asked.after === undefined ? null : decodeTimeCursor(asked.after)
    const now = this.clock.now()
    return this.transactions.run(actor, async () => {
      const facts = await this.access.caseFacts(caseId)
      const may = (what: 'section.read' | 'note.write') => (section: Section) =>
        decide(actor, what, { now, case: facts, section }).allowed
      if (!decide(actor, action, { now, case: facts }).allowed)
        throw new NotFound(action, 'case', caseId)
      const seen = sections.filter(may('section.read'))
      const [found, numbers, safeContact] = await Promise.all([
        this.lookThrough(actor, caseId, facts, asked, {
          seen,
          before: before === null ? fromTheEnd : { at: before.sortKey, id: before.id },
        }),
        this.cases.caseNumbers([caseId]),
        seen.includes('contact') ? this.cases.safeContact(caseId) : null,
        this.audit.record({
          action,
          caseId,
          subject: { type: 'case', id: caseId },
          sections: maskOf(seen),
        }),
      ])
      return {
        caseId,
        number: numbers.get(caseId) ?? null,
        safeContact,
        seen,
        mayWriteNotes: sections.some(may('note.write')),
        ...found,
        readAt: now,
      }
    })
  }

  private async lookThrough(
    actor: WorkerActor,
    caseId: string,
    facts: CaseFacts,
    { kinds, sections: narrowed, search, limit = usualLimit }: TimelineQuestion,
    from: { readonly seen: readonly Section[]; readonly before: TimelineAsked['before'] },
  ): Promise<Pick<TimelineRead, 'entries' | 'next' | 'lookedThrough'>> {
    const parts = this.parts
      .all()
      .filter((part) => kinds.length === 0 || part.kinds.some((kind) => kinds.includes(kind)))
    const fits = ({ kind, section }: TimelineEntry): boolean =>
      (kinds.length === 0 || kinds.includes(kind)) &&
      // The database has left out what is hidden; this holds where the two walls ever differ.
      (section === null || from.seen.includes(section)) &&
      (narrowed.length === 0 || (section !== null && narrowed.includes(section)))
    const isNarrow = search !== null || kinds.length > 0 || narrowed.length > 0
    const step = isNarrow ? stride : Math.min(limit + 1, stride)
    const entries: TimelineEntry[] = []
    let { before } = from
    let looked = 0
    for (;;) {
      const asked = { caseId, facts, before, limit: step }
      const told = await Promise.all(parts.map((part) => part.entriesFor(actor, asked)))
      const stretch = mergeParts(told, step)
      looked += stretch.entries.length
      for (const entry of stretch.entries) {
        if (!fits(entry) || (search !== null && !search(entry))) continue
        const last = entries.at(-1)
        if (entries.length === limit && last !== undefined)
          return { entries, next: cursorOf(last), lookedThrough: null }
        entries.push(entry)
      }
      if (stretch.end === null) return { entries, next: null, lookedThrough: null }
      if (looked >= mostLookedThrough)
        return { entries, next: cursorOf(stretch.end), lookedThrough: looked }
      before = { at: stretch.end.at.toISOString(), id: stretch.end.id }
    }
  }
}

const cursorOf = ({ at, id }: Pick<TimelineEntry, 'at' | 'id'>): string =>
  encodeCursor([at.toISOString(), id])
