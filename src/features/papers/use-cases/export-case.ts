import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { Access } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide, type Context } from '../../../platform/access/decide.js'
import {
  maskOf,
  sections as allTheSections,
  type Section,
} from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { formatter, type Locale } from '../../../platform/i18n/index.js'
import { writePdf, type PdfText } from '../../../platform/pdf/write-pdf.js'
import { translate } from '../../../ui/translate.js'
import { faultOfPassword } from '../../accounts/index.js'
import {
  CaseReading,
  saySectionRow,
  type CaseRow,
  type SafeContact,
  type SectionView,
} from '../../cases/index.js'
import type { LegalBasis } from '../../consents/index.js'
import { PapersRepository } from '../data/papers.repository.js'
import type { ExportPurpose } from '../domain/case-export.js'
import { ExportUnfit } from '../domain/papers.errors.js'

/** What goes into the file, and for whom. */
export interface ExportInput {
  readonly purpose: ExportPurpose | null
  /** Why it may go to a court or an authority; null for the person. */
  readonly legalBasis: LegalBasis | null
  /** The order or letter that asks for it; sealed. */
  readonly reference: string | null
  readonly sections: readonly Section[]
  /** Also what is recorded of those who do or may do the harm, of family and contacts. */
  readonly aboutOthers: boolean
  readonly language: Locale
  readonly password: string
}

/** What the form has to know. */
export interface ExportOptions {
  readonly caseId: string
  readonly number: string
  readonly safeContact: SafeContact | null
  readonly seen: readonly Section[]
  /** Of the person. */
  readonly language: string
}

/** A file that was made: it exists in this answer only. */
export interface MadeExport {
  readonly id: string
  readonly bytes: Buffer
}

/** Writes out a case for the person, a court or an authority, sealed under a password. */
@Injectable()
export class ExportCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: Access,
    private readonly cases: CaseReading,
    private readonly papers: PapersRepository,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  options(actor: WorkerActor, caseId: string): Promise<ExportOptions> {
    return this.transactions.run(actor, async () => {
      const { summary, seen } = await this.open(actor, caseId)
      return {
        caseId,
        number: summary.number,
        safeContact: await this.cases.safeContact(caseId),
        seen,
        language: summary.language,
      }
    })
  }

  /** @throws NotFound, ExportUnfit */
  async run(actor: WorkerActor, caseId: string, input: ExportInput): Promise<MadeExport> {
    const id = randomUUID()
    const text = await this.transactions.run(actor, async () => {
      const { summary, seen } = await this.open(actor, caseId)
      const { purpose } = input
      const problems = problemsOf(input, seen)
      if (purpose === null || Object.keys(problems).length > 0) throw new ExportUnfit(problems)
      const views = await this.cases.sections(caseId, input.sections)
      const madeAt = this.clock.now()
      await this.papers.insertExport({
        id,
        caseId,
        purpose,
        legalBasis: purpose === 'person' ? null : input.legalBasis,
        sealedReference:
          input.reference === null
            ? null
            : await this.cases.sealFor(caseId, 'services', input.reference, {
                table: 'case_export',
                rowId: id,
                column: 'sealed_reference',
              }),
        sections: maskOf(input.sections),
        aboutOthers: input.aboutOthers,
        language: input.language,
        madeBy: actor.workerId,
        madeAt,
      })
      await this.audit.record({
        action: 'case.export',
        caseId,
        subject: { type: 'export', id },
        sections: maskOf(input.sections),
      })
      return sheetOf({ ...input, purpose }, summary, views, madeAt)
    })
    return { id, bytes: await writePdf(text, input.password) }
  }

  private async open(
    actor: WorkerActor,
    caseId: string,
  ): Promise<{ summary: CaseRow; seen: readonly Section[] }> {
    const context: Context = { now: this.clock.now(), case: await this.access.caseFacts(caseId) }
    const summary = await this.cases.summary(caseId)
    if (summary === undefined || !decide(actor, 'case.export', context).allowed)
      throw new NotFound('case.export', 'case', caseId)
    const seen = allTheSections.filter(
      (section) => decide(actor, 'section.read', { ...context, section }).allowed,
    )
    return { summary, seen }
  }
}

// A PDF takes the first 127 bytes of a password; what was typed beyond would count for nothing.
const isTooLongForPdf = (password: string): boolean => Buffer.byteLength(password) > 127

// By field: keys of sentences.
const problemsOf = (input: ExportInput, seen: readonly Section[]): Record<string, string> => {
  const fault = isTooLongForPdf(input.password)
    ? 'accounts.password.too-long'
    : faultOfPassword(input.password)
  const { purpose, legalBasis, reference } = input
  const isForOthers = purpose === 'court' || purpose === 'authority'
  return {
    ...(purpose === null ? { purpose: 'papers.export.purpose.missing' } : {}),
    ...(isForOthers && legalBasis === null ? { legalBasis: 'papers.export.basis.missing' } : {}),
    ...(isForOthers && (reference === null || reference.trim() === '')
      ? { reference: 'papers.export.reference.missing' }
      : {}),
    ...(input.sections.length === 0 ? { sections: 'papers.export.sections.missing' } : {}),
    ...(input.sections.some((section) => !seen.includes(section))
      ? { sections: 'papers.export.sections.beyond' }
      : {}),
    ...(fault === null ? {} : { password: fault }),
  }
}

const sheetOf = (
  input: ExportInput & { readonly purpose: ExportPurpose },
  { number, unitName }: CaseRow,
  views: readonly SectionView[],
  madeAt: Date,
): PdfText => {
  const { purpose, language, aboutOthers } = input
  const t = translate(language)
  const isForPerson = purpose === 'person'
  return {
    language,
    title: t(isForPerson ? 'papers.sheet.title.person' : 'papers.sheet.title'),
    lines: [
      // A number is a password to whoever answers the telephone: the person's copy bears none.
      ...(isForPerson ? [] : [t('papers.sheet.number', { number })]),
      t('papers.sheet.made', { at: formatter(language).date(madeAt), unit: unitName }),
      ...(isForPerson ? [] : [t(`papers.sheet.for.${purpose}`)]),
      ...(aboutOthers ? [] : [t('papers.sheet.without-others')]),
    ],
    parts: views.map(({ section, rows }) => {
      const told = rows.filter((row) => aboutOthers || row.isAboutAnother !== true)
      return {
        heading: t(`code.section.${section}`),
        rows:
          told.length === 0
            ? [{ label: '', value: t('cases.sections.empty') }]
            : told.flatMap((row, at) => [
                // Of several records each begins with what it is.
                ...(row.record === undefined || row.record.id === told[at - 1]?.record?.id
                  ? []
                  : [{ label: row.record.title[language], value: '' }]),
                saySectionRow(row, language),
              ]),
      }
    }),
    pageNumber: (page, count) => t('papers.sheet.page', { page, count }),
  }
}
