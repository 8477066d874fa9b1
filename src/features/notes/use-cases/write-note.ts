import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { Access } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { bitOf, maskOf, sections, type Section } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { CaseReading, type SafeContact } from '../../cases/index.js'
import { NoteRows, type NoteRow } from '../data/note-rows.js'
import { usualSection, type NoteError } from '../domain/note.js'
import { NoteInError, NoteOfFuture, NothingCorrected } from '../domain/notes.errors.js'
import { sectionOf, textPlace } from './open-notes.js'

/** A note about to be written. */
export interface NoteToWrite {
  readonly section: Section
  readonly happenedAt: Date
  /** False where only the day is known: then `happenedAt` is its beginning. */
  readonly hourKnown: boolean
  readonly text: string
}

/** What the form of a new note needs. */
export interface NoteOptions {
  readonly caseId: string
  readonly number: string | null
  readonly safeContact: SafeContact | null
  readonly writable: readonly Section[]
  /** What a unit of this sector mostly writes about. */
  readonly proposed: Section | undefined
}

/** Writes notes, corrects them beside what was written, and says what was entered in error. */
@Injectable()
export class WriteNote {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: Access,
    private readonly rows: NoteRows,
    private readonly cases: CaseReading,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound where the actor may write in no section */
  options(actor: WorkerActor, caseId: string): Promise<NoteOptions> {
    const now = this.clock.now()
    return this.transactions.run(actor, async () => {
      const facts = await this.access.caseFacts(caseId)
      const writable = sections.filter(
        (section) => decide(actor, 'note.write', { now, case: facts, section }).allowed,
      )
      if (writable.length === 0) throw new NotFound('note.write', 'case', caseId)
      const maySeeContact = decide(actor, 'section.read', {
        now,
        case: facts,
        section: 'contact',
      }).allowed
      const [numbers, safeContact] = await Promise.all([
        this.cases.caseNumbers([caseId]),
        maySeeContact ? this.cases.safeContact(caseId) : null,
        this.audit.record({
          action: 'section.read',
          caseId,
          subject: { type: 'case', id: caseId },
          sections: maskOf(maySeeContact ? ['contact'] : []),
        }),
      ])
      return {
        caseId,
        number: numbers.get(caseId) ?? null,
        safeContact,
        writable,
        proposed: usualSection(actor.sector, writable),
      }
    })
  }

  /** @returns the id of the note. @throws NotFound, NoteOfFuture */
  run(actor: WorkerActor, caseId: string, note: NoteToWrite): Promise<string> {
    const at = this.clock.now()
    return this.transactions.run(actor, async () => {
      const { section, happenedAt, hourKnown, text } = note
      await this.mayWrite(actor, caseId, section)
      if (happenedAt > at) throw new NoteOfFuture()
      const id = randomUUID()
      const sealed = await this.cases.sealFor(caseId, section, text, textPlace(id, 1))
      await this.rows.add(actor, {
        id,
        caseId,
        section: bitOf(section),
        happenedAt,
        hourKnown,
        sealed,
        at,
      })
      await this.record('note.write', caseId, id, section)
      return id
    })
  }

  /**
   * Adds a correction; what stood there stays readable beside it.
   * @param version the version of the note that was read
   * @returns the new version. @throws NotFound, Stale, NoteInError, NothingCorrected
   */
  correct(
    actor: WorkerActor,
    caseId: string,
    id: string,
    version: number,
    text: string,
  ): Promise<number> {
    return this.transactions.run(actor, async () => {
      const { note, section } = await this.find(actor, caseId, id)
      const { sealed, textVersion } = note
      if (sealed === null || textVersion === null) throw new NoteInError()
      const place = textPlace(id, textVersion)
      if ((await this.cases.openFor<string>(caseId, section, sealed, place)) === text)
        throw new NothingCorrected()
      const next = textVersion + 1
      const kept = await this.rows.correct(actor, note, version, {
        version: next,
        sealed: await this.cases.sealFor(caseId, section, text, textPlace(id, next)),
        at: this.clock.now(),
      })
      if (!kept) throw new Stale()
      await this.record('note.correct', caseId, id, section)
      return version + 1
    })
  }

  /** @throws NotFound, Stale, NoteInError */
  enterInError(
    actor: WorkerActor,
    caseId: string,
    id: string,
    version: number,
    reason: NoteError,
  ): Promise<number> {
    return this.transactions.run(actor, async () => {
      const { section } = await this.find(actor, caseId, id)
      const how = { reason, at: this.clock.now() }
      if (!(await this.rows.enterInError(actor, id, version, how))) throw new Stale()
      await this.record('note.enter-in-error', caseId, id, section)
      return version + 1
    })
  }

  private async find(
    actor: WorkerActor,
    caseId: string,
    id: string,
  ): Promise<{ note: NoteRow; section: Section }> {
    const note = await this.rows.one(caseId, id)
    if (note === undefined) throw new NotFound('note.write', 'note', id)
    const section = sectionOf(note.section)
    await this.mayWrite(actor, caseId, section)
    if (note.errorReason !== null) throw new NoteInError()
    return { note, section }
  }

  private async mayWrite(actor: WorkerActor, caseId: string, section: Section): Promise<void> {
    const facts = await this.access.caseFacts(caseId)
    const context = { now: this.clock.now(), case: facts, section }
    if (!decide(actor, 'note.write', context).allowed)
      throw new NotFound('note.write', 'case', caseId)
  }

  private record(action: string, caseId: string, id: string, section: Section): Promise<void> {
    const subject = { type: 'note', id }
    return this.audit.record({ action, caseId, subject, sections: maskOf([section]) })
  }
}
