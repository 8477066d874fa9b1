import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import {
  maskOf,
  sections as allTheSections,
  type Section,
} from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf } from '../../../platform/clock/local-time.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { completeness, FormsInUse, type Completeness, type Form } from '../../forms/index.js'
import { CaseReader, type OpenedContent } from '../data/case-reader.js'
import { partOf } from '../data/case-content.reader.js'
import { plainOf, recordsOf, type FormRecord, type RecordGround } from '../data/form-records.js'
import type { SafeContact, SafetyContent } from '../domain/case-content.js'
import { isNotedSection } from '../domain/case-content.js'
import { rowsBesideForms, sectionView, type SectionRow, type SectionView } from './section-view.js'

/** What is recorded of a person, for who may see it. */
export interface SectionsRead {
  readonly views: readonly SectionView[]
  /** Sections the reader may also write. */
  readonly writable: readonly Section[]
  /** The forms of each section, and how far they are. */
  readonly forms: readonly FormState[]
  /** Who manages the case sees also what stood there before, and who sees what. */
  readonly manages: boolean
  readonly safeContact: SafeContact | null
  /** Of the case; null for whom a part was shared with. */
  readonly number: string | null
}

/** A form of a section, and how far it is filled in. */
export interface FormState extends Completeness {
  readonly form: Form
  readonly records: readonly FormRecord[]
}

/** One section with its forms. */
export interface SectionRead extends SectionContent {
  readonly forms: readonly FormState[]
  /** What is recorded beside them. */
  readonly beside: readonly SectionRow[]
  readonly mayWrite: boolean
  readonly manages: boolean
  readonly safeContact: SafeContact | null
  readonly number: string | null
}

/** One section as its writer put it. */
export interface SectionContent {
  readonly view: SectionView
  readonly contact: SafeContact | null
  readonly safety: SafetyContent | null
  readonly notes: string | null
}

/** A section with what its form shows beside it. */
export interface SectionToWrite extends SectionContent {
  readonly safeContact: SafeContact | null
  readonly number: string | null
}

/** Reads sections: who is on the case sees theirs, who was referred to sees what is shared. */
@Injectable()
export class ReadSections {
  constructor(
    private readonly transactions: Transactions,
    private readonly reader: CaseReader,
    private readonly forms: FormsInUse,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** All sections the actor may see. @throws NotFound when there is none */
  all(actor: WorkerActor, caseId: string): Promise<SectionsRead> {
    return this.transactions.run(actor, async () => {
      const { opened, seen } = await this.open(actor, caseId, allTheSections)
      const writable = this.allowed(actor, 'section.change', opened, seen)
      const forms = await this.forms.all()
      return {
        views: this.views(opened, seen, forms),
        writable,
        forms: this.states(opened, caseId, seen, forms, {}),
        manages: this.manages(actor, opened),
        safeContact: partOf(opened.content, 'contact'),
        number: await this.numberOf(caseId),
      }
    })
  }

  /** One section with its forms and records, with the safe contact in sight. @throws NotFound */
  withForms(actor: WorkerActor, caseId: string, section: Section): Promise<SectionRead> {
    return this.transactions.run(actor, async () => {
      const { opened, seen } = await this.open(actor, caseId, [section, 'contact'])
      if (!seen.includes(section)) throw new NotFound('section.read', 'case', caseId)
      const forms = await this.forms.all()
      const row = section === 'identity' ? (await this.reader.row(caseId))?.row : undefined
      return {
        ...this.contentOf(opened, section, forms),
        forms: this.states(opened, caseId, [section], forms, row === undefined ? {} : plainOf(row)),
        beside: rowsBesideForms(section, opened.content),
        mayWrite: this.allowed(actor, 'section.change', opened, [section]).length > 0,
        manages: this.manages(actor, opened),
        safeContact: partOf(opened.content, 'contact'),
        number: await this.numberOf(caseId),
      }
    })
  }

  /** One section. @throws NotFound */
  one(actor: WorkerActor, caseId: string, section: Section): Promise<SectionContent> {
    return this.transactions.run(actor, async () => {
      const { opened } = await this.open(actor, caseId, [section])
      return this.contentOf(opened, section, await this.forms.all())
    })
  }

  /** One section for who is about to write it, with the safe contact in sight. @throws NotFound */
  toWrite(actor: WorkerActor, caseId: string, section: Section): Promise<SectionToWrite> {
    return this.transactions.run(actor, async () => {
      const { opened } = await this.open(actor, caseId, [section, 'contact'])
      if (this.allowed(actor, 'section.change', opened, [section]).length === 0) {
        throw new NotFound('section.change', 'case', caseId)
      }
      return {
        ...this.contentOf(opened, section, await this.forms.all()),
        safeContact: partOf(opened.content, 'contact'),
        number: await this.numberOf(caseId),
      }
    })
  }

  /** The victim's name, for who asks to see it; null where nobody knows it. @throws NotFound */
  name(actor: WorkerActor, caseId: string): Promise<string | null> {
    return this.transactions.run(actor, async () => {
      const { opened } = await this.open(actor, caseId, ['identity'], 'case.name-shown')
      return opened.content.victim?.name ?? null
    })
  }

  private async open(
    actor: WorkerActor,
    caseId: string,
    asked: readonly Section[],
    action = 'section.read',
  ): Promise<{ opened: OpenedContent; seen: readonly Section[] }> {
    const opened = await this.reader.content(caseId, maskOf(asked))
    const seen = this.allowed(actor, 'section.read', opened, asked)
    if (seen.length === 0) throw new NotFound('section.read', 'case', caseId)
    await this.audit.record({
      action,
      caseId,
      subject: { type: 'case', id: caseId },
      sections: maskOf(seen),
    })
    return { opened, seen }
  }

  private allowed(
    actor: WorkerActor,
    action: 'section.read' | 'section.change',
    { facts }: OpenedContent,
    asked: readonly Section[],
  ): readonly Section[] {
    const now = this.clock.now()
    return asked.filter((section) => decide(actor, action, { now, case: facts, section }).allowed)
  }

  private manages(actor: WorkerActor, { facts }: OpenedContent): boolean {
    return decide(actor, 'case.read', { now: this.clock.now(), case: facts }).allowed
  }

  private states(
    { content }: OpenedContent,
    caseId: string,
    seen: readonly Section[],
    forms: readonly Form[],
    plain: RecordGround['plain'],
  ): FormState[] {
    const today = localTimeOf(this.clock.now()).date
    return forms
      .filter(({ section }) => seen.includes(section))
      .map((form) => {
        const records = recordsOf(form, content, { caseId, plain, today })
        // Of several each is asked for; of one, that it is there at all.
        const filled = records.length > 0 || form.many ? records.map(({ values }) => values) : [{}]
        const counts = filled.map((values) => completeness(form, values))
        return {
          form,
          records,
          filled: counts.reduce((sum, count) => sum + count.filled, 0),
          asked: counts.reduce((sum, count) => sum + count.asked, 0),
        }
      })
  }

  private contentOf(
    { content }: OpenedContent,
    section: Section,
    forms: readonly Form[],
  ): SectionContent {
    return {
      view: sectionView(section, content, localTimeOf(this.clock.now()).date, forms),
      contact: partOf(content, 'contact'),
      safety: partOf(content, 'safety'),
      notes: isNotedSection(section) ? (partOf(content, section)?.notes ?? null) : null,
    }
  }

  private async numberOf(caseId: string): Promise<string | null> {
    return (await this.reader.numbers([caseId])).get(caseId) ?? null
  }

  private views(
    { content }: OpenedContent,
    seen: readonly Section[],
    forms: readonly Form[],
  ): SectionView[] {
    const today = localTimeOf(this.clock.now()).date
    return seen.map((section) => sectionView(section, content, today, forms))
  }
}
