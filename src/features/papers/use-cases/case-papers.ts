import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { Access } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide, type Action, type Context } from '../../../platform/access/decide.js'
import {
  bitOf,
  maskOf,
  sections as allTheSections,
  type Section,
} from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { uploadLimitBytes } from '../../../platform/web/upload.js'
import { CaseReading, type SafeContact } from '../../cases/index.js'
import { PapersRepository, type ExportRow, type PaperRow } from '../data/papers.repository.js'
import { kindOfFile } from '../domain/kind-of-file.js'
import type { PaperKind, RemovalReason } from '../domain/paper.js'
import { PaperGone, PaperUnfit } from '../domain/papers.errors.js'

/** A document as it stands in the list. */
export interface PaperView extends Omit<PaperRow, 'sealedTitle' | 'section'> {
  readonly section: Section
  readonly title: string
  readonly mayRemove: boolean
}

/** The documents of a case, with what its pages always show. */
export interface CasePapersView {
  readonly caseId: string
  readonly number: string
  readonly safeContact: SafeContact | null
  readonly papers: readonly PaperView[]
  readonly exports: readonly ExportRow[]
  /** Sections a document can be added to. */
  readonly writable: readonly Section[]
  readonly mayExport: boolean
}

/** A file to be added. */
export interface NewPaper {
  readonly section: Section
  readonly title: string
  readonly bytes: Buffer
  readonly isTooBig: boolean
}

/** A document that is opened: to be saved, never shown. */
export interface OpenedPaper {
  readonly id: string
  readonly kind: PaperKind
  readonly bytes: Buffer
}

const placeOf = (id: string, column: 'sealed_title' | 'sealed_content') => ({
  table: 'case_paper',
  rowId: id,
  column,
})

/** Documents of a case: what somebody signed, a letter, a decision. Sealed, and never a picture. */
@Injectable()
export class CasePapers {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: Access,
    private readonly cases: CaseReading,
    private readonly papers: PapersRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** As `list`, for who is about to add one. @throws NotFound */
  toAdd(actor: WorkerActor, caseId: string): Promise<CasePapersView> {
    return this.transactions.run(actor, async () => {
      await this.context(actor, 'paper.add', caseId)
      return this.list(actor, caseId)
    })
  }

  /** All the actor may see, the newest first. @throws NotFound */
  list(actor: WorkerActor, caseId: string): Promise<CasePapersView> {
    return this.transactions.run(actor, async () => {
      const context = await this.context(actor, 'paper.read', caseId)
      const summary = await this.cases.summary(caseId)
      if (summary === undefined) throw new NotFound('paper.read', 'case', caseId)
      const writable = this.sections(actor, 'section.change', context)
      const seen = this.sections(actor, 'section.read', context)
      const rows = (await this.papers.ofCase(caseId)).filter((row) => seen.includes(sectionOf(row)))
      const titles = await this.cases.openAllFor<string>(
        caseId,
        rows.map((row) => ({
          section: sectionOf(row),
          sealed: row.sealedTitle,
          place: placeOf(row.id, 'sealed_title'),
        })),
      )
      const mayAdd = decide(actor, 'paper.add', context).allowed
      await this.audit.record({
        action: 'paper.read',
        caseId,
        subject: { type: 'case', id: caseId },
        sections: maskOf(rows.map(sectionOf)),
      })
      return {
        caseId,
        number: summary.number,
        safeContact: await this.cases.safeContact(caseId),
        papers: rows.map((row, at) => ({
          id: row.id,
          kind: row.kind,
          size: row.size,
          addedAt: row.addedAt,
          addedBy: row.addedBy,
          removedAt: row.removedAt,
          removedBy: row.removedBy,
          removedReason: row.removedReason,
          section: sectionOf(row),
          title: titles[at] ?? '',
          mayRemove: mayAdd && row.removedAt === null && writable.includes(sectionOf(row)),
        })),
        exports: await this.papers.exportsOf(caseId),
        writable: mayAdd ? writable : [],
        mayExport: decide(actor, 'case.export', context).allowed,
      }
    })
  }

  /** @returns the id of the document. @throws NotFound, PaperUnfit */
  add(actor: WorkerActor, caseId: string, paper: NewPaper): Promise<string> {
    const { section, title, bytes } = paper
    return this.transactions.run(actor, async () => {
      const context = await this.context(actor, 'paper.add', caseId)
      if (!decide(actor, 'section.change', { ...context, section }).allowed)
        throw new NotFound('paper.add', 'case', caseId)
      if (paper.isTooBig || bytes.length > uploadLimitBytes) throw new PaperUnfit('too_big')
      const read = kindOfFile(bytes)
      if (!read.ok) throw new PaperUnfit(read.problem)
      const id = randomUUID()
      const seal = (value: string, column: 'sealed_title' | 'sealed_content') =>
        this.cases.sealFor(caseId, section, value, placeOf(id, column))
      await this.papers.insert({
        id,
        caseId,
        section: bitOf(section),
        kind: read.kind,
        size: bytes.length,
        sealedTitle: await seal(title, 'sealed_title'),
        sealedContent: await seal(bytes.toString('base64'), 'sealed_content'),
        addedBy: actor.workerId,
        addedAt: this.clock.now(),
      })
      await this.record('paper.add', caseId, id, section)
      return id
    })
  }

  /** The document itself. @throws NotFound, PaperGone */
  open(actor: WorkerActor, caseId: string, id: string): Promise<OpenedPaper> {
    return this.transactions.run(actor, async () => {
      const { row, section } = await this.find(actor, 'paper.read', 'section.read', caseId, id)
      const sealed = await this.papers.content(caseId, id)
      if (sealed === null) throw new PaperGone()
      const place = placeOf(id, 'sealed_content')
      const content = await this.cases.openFor<string>(caseId, section, sealed, place)
      if (content === null) throw new NotFound('paper.read', 'paper', id)
      await this.record('paper.open', caseId, id, section)
      return { id, kind: row.kind, bytes: Buffer.from(content, 'base64') }
    })
  }

  /** What a page asks about before it is taken out. @throws NotFound, PaperGone */
  toRemove(actor: WorkerActor, caseId: string, id: string): Promise<CasePapersView> {
    return this.transactions.run(actor, async () => {
      const { row } = await this.find(actor, 'paper.remove', 'section.change', caseId, id)
      if (row.removedAt !== null) throw new PaperGone()
      return this.list(actor, caseId)
    })
  }

  /** Its content is erased for good; that there was one stays. @throws NotFound, PaperGone */
  remove(actor: WorkerActor, caseId: string, id: string, reason: RemovalReason): Promise<void> {
    return this.transactions.run(actor, async () => {
      const { section } = await this.find(actor, 'paper.remove', 'section.change', caseId, id)
      const how = { at: this.clock.now(), by: actor.workerId, reason }
      if (!(await this.papers.remove(caseId, id, how))) throw new PaperGone()
      await this.record('paper.remove', caseId, id, section)
    })
  }

  private async find(
    actor: WorkerActor,
    action: 'paper.read' | 'paper.remove',
    onSection: 'section.read' | 'section.change',
    caseId: string,
    id: string,
  ): Promise<{ row: PaperRow; section: Section }> {
    const context = await this.context(actor, action, caseId)
    const row = await this.papers.one(caseId, id)
    if (row === undefined) throw new NotFound(action, 'paper', id)
    const section = sectionOf(row)
    if (!decide(actor, onSection, { ...context, section }).allowed)
      throw new NotFound(action, 'paper', id)
    return { row, section }
  }

  private async context(actor: WorkerActor, action: Action, caseId: string): Promise<Context> {
    const context = { now: this.clock.now(), case: await this.access.caseFacts(caseId) }
    if (!decide(actor, action, context).allowed) throw new NotFound(action, 'case', caseId)
    return context
  }

  private sections(
    actor: WorkerActor,
    action: 'section.read' | 'section.change',
    context: Context,
  ): Section[] {
    return allTheSections.filter(
      (section) => decide(actor, action, { ...context, section }).allowed,
    )
  }

  private async record(action: string, caseId: string, id: string, section: Section) {
    await this.audit.record({
      action,
      caseId,
      subject: { type: 'paper', id },
      sections: maskOf([section]),
    })
  }
}

/** The section a document lies in. */
export const sectionOf = ({ section: bit }: Pick<PaperRow, 'section'>): Section => {
  const section = allTheSections[bit]
  if (section === undefined) throw new RangeError(`no section with bit ${bit}`)
  return section
}
