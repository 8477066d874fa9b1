import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { Access } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide, type Action } from '../../../platform/access/decide.js'
import { maskOf } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf } from '../../../platform/clock/local-time.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { CaseReading, type SafeContact, type SectionView } from '../../cases/index.js'
import { DutyReportsRepository, type StoredReport } from '../data/duty-reports.repository.js'
import { ExceptionTexts } from '../data/exception-texts.js'
import { ExceptionsRepository } from '../data/exceptions.repository.js'
import {
  ReportAlreadyMade,
  ReportNotApproved,
  ReportNotMade,
  ReportNotValid,
} from '../domain/consent.errors.js'
import {
  dutyReportNumber,
  isWholeReport,
  reportProblemsOf,
  type ReportChannel,
  type ReportDraft,
} from '../domain/duty-report.js'
import type { Approval } from '../domain/sharing-exception.js'
import { exceptionView, type ExceptionView } from './exception-view.js'
import { RecordException } from './record-exception.js'

/** A report that the law obliges to, as those who manage the case read it. */
export interface DutyReportView {
  readonly id: string
  readonly number: string
  readonly exception: ExceptionView
  /** What is told to the authority. */
  readonly facts: string
  readonly personInformed: boolean
  readonly toldAt: Date | null
  readonly toldBy: string | null
  readonly channel: ReportChannel | null
  readonly acknowledgedAt: Date | null
  /** Who took it, and under which number. */
  readonly acknowledgement: string | null
  readonly version: number
}

/** A report with what its page shows beside it. */
export interface OneDutyReport {
  readonly caseId: string
  readonly caseNumber: string
  readonly safeContact: SafeContact | null
  readonly report: DutyReportView
  /** The sections it covers, so that no more is read out than they hold. */
  readonly content: readonly SectionView[]
  readonly mayMake: boolean
}

/** What the page of a new report shows beside its form. */
export interface ReportFrame {
  readonly caseId: string
  readonly number: string
  readonly safeContact: SafeContact | null
}

/** A report just written. */
export interface WrittenReport {
  readonly id: string
  readonly number: string
  readonly approval: Approval
}

const reportPlace = (id: string) => ({ table: 'duty_report', rowId: id, column: 'sealed_report' })
const acknowledgementPlace = (id: string) => ({
  table: 'duty_report',
  rowId: id,
  column: 'sealed_acknowledgement',
})

/**
 * Reports by duty: notices to an authority that the law obliges to. They need nobody's acceptance, so
 * they are no referral; they carry the required facts and no more; each is approved before it is made
 * (but for an emergency), logged when it is made and when it is acknowledged, and reviewed.
 */
@Injectable()
export class DutyReports {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: Access,
    private readonly cases: CaseReading,
    private readonly reports: DutyReportsRepository,
    private readonly exceptions: ExceptionsRepository,
    private readonly texts: ExceptionTexts,
    private readonly recording: RecordException,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** What is needed to write one. @throws NotFound */
  frame(actor: WorkerActor, caseId: string): Promise<ReportFrame> {
    return this.transactions.run(actor, async () => {
      const number = await this.demand(actor, 'consent.report', caseId)
      await this.audit.record({
        action: 'consent.read',
        caseId,
        subject: { type: 'case', id: caseId },
      })
      return { caseId, number, safeContact: await this.cases.safeContact(caseId) }
    })
  }

  /** @throws NotFound, ReportNotValid */
  write(actor: WorkerActor, caseId: string, draft: ReportDraft): Promise<WrittenReport> {
    const at = this.clock.now()
    return this.transactions.run(actor, async () => {
      await this.demand(actor, 'consent.report', caseId)
      if (!isWholeReport(draft)) throw new ReportNotValid(reportProblemsOf(draft))
      const id = randomUUID()
      const year = Number(localTimeOf(at).date.slice(0, 4))
      const number = dutyReportNumber(year, await this.reports.nextSequence())
      const approval = await this.recording.ofReport(actor, caseId, {
        id,
        basis: draft.emergency ? 'vital_interests' : 'legal_obligation',
        duty: draft.duty,
        authority: draft.authority,
        sections: maskOf(draft.sections),
        reason: draft.reason,
        article: draft.article,
        at,
      })
      const { facts, personInformed } = draft
      await this.reports.insert({
        id,
        number,
        caseId,
        sealedReport: await this.cases.sealFor(
          caseId,
          'incident',
          { facts, personInformed },
          reportPlace(id),
        ),
      })
      return { id, number, approval }
    })
  }

  /** The reports of a case, the newest first; part of reading its consents. */
  async ofCase(caseId: string): Promise<DutyReportView[]> {
    const exceptions = new Map(
      (await this.exceptions.ofCase(caseId)).map((stored) => [stored.id, stored]),
    )
    const views: DutyReportView[] = []
    for (const report of await this.reports.ofCase(caseId)) {
      const exception = exceptions.get(report.id)
      if (exception === undefined) throw new Error('a report without its exception')
      views.push(await this.view(report, exceptionView(exception, this.texts, this.clock.now())))
    }
    return views
  }

  /** As `ofCase`, for who asks for them alone. @throws NotFound */
  list(actor: WorkerActor, caseId: string): Promise<DutyReportView[]> {
    return this.transactions.run(actor, async () => {
      await this.demand(actor, 'consent.read', caseId)
      await this.audit.record({
        action: 'consent.read',
        caseId,
        subject: { type: 'case', id: caseId },
      })
      return this.ofCase(caseId)
    })
  }

  /** @throws NotFound */
  read(actor: WorkerActor, caseId: string, id: string): Promise<OneDutyReport> {
    return this.transactions.run(actor, async () => {
      const caseNumber = await this.demand(actor, 'consent.read', caseId)
      const { report, exception } = await this.find(caseId, id)
      const context = { now: this.clock.now(), case: await this.access.caseFacts(caseId) }
      await this.audit.record({
        action: 'consent.read',
        caseId,
        subject: { type: 'duty-report', id },
        sections: maskOf(exception.sections),
      })
      return {
        caseId,
        caseNumber,
        safeContact: await this.cases.safeContact(caseId),
        report: await this.view(report, exception),
        content: await this.cases.sections(caseId, exception.sections),
        mayMake: decide(actor, 'consent.report', context).allowed,
      }
    })
  }

  /** The authority has been told. @throws NotFound, ReportNotApproved, ReportAlreadyMade, Stale */
  made(
    actor: WorkerActor,
    caseId: string,
    id: string,
    version: number,
    channel: ReportChannel,
  ): Promise<void> {
    const at = this.clock.now()
    return this.transactions.run(actor, async () => {
      await this.demand(actor, 'consent.report', caseId)
      const { report, exception } = await this.find(caseId, id)
      if (report.toldAt !== null) throw new ReportAlreadyMade()
      if (exception.approval === 'pending' || exception.approval === 'declined')
        throw new ReportNotApproved()
      const by = actor.workerId
      if (!(await this.reports.made(id, version, { at, by, channel }))) throw new Stale()
      await this.audit.record({
        action: 'consent.report',
        caseId,
        subject: { type: 'duty-report', id },
        sections: maskOf(exception.sections),
      })
    })
  }

  /** The authority has said that it has it. @throws NotFound, ReportNotMade, ReportAlreadyMade, Stale */
  acknowledged(
    actor: WorkerActor,
    caseId: string,
    id: string,
    version: number,
    acknowledgement: string,
  ): Promise<void> {
    const at = this.clock.now()
    return this.transactions.run(actor, async () => {
      await this.demand(actor, 'consent.report', caseId)
      const { report } = await this.find(caseId, id)
      if (report.toldAt === null) throw new ReportNotMade()
      if (report.acknowledgedAt !== null) throw new ReportAlreadyMade()
      const place = acknowledgementPlace(id)
      const sealed = await this.cases.sealFor(caseId, 'incident', acknowledgement, place)
      if (!(await this.reports.acknowledged(id, version, at, sealed))) throw new Stale()
      await this.audit.record({
        action: 'consent.report',
        caseId,
        subject: { type: 'duty-report', id },
      })
    })
  }

  // The number of the case, for who may do this in it.
  private async demand(
    actor: WorkerActor,
    action: Extract<Action, 'consent.report' | 'consent.read'>,
    caseId: string,
  ): Promise<string> {
    const context = { now: this.clock.now(), case: await this.access.caseFacts(caseId) }
    const summary = await this.cases.summary(caseId)
    if (summary === undefined || !decide(actor, action, context).allowed)
      throw new NotFound(action, 'case', caseId)
    return summary.number
  }

  private async find(
    caseId: string,
    id: string,
  ): Promise<{ report: StoredReport; exception: ExceptionView }> {
    const report = await this.reports.one(caseId, id)
    const exception = await this.exceptions.one(id)
    if (report === undefined || exception === undefined)
      throw new NotFound('consent.report', 'duty-report', id)
    return { report, exception: exceptionView(exception, this.texts, this.clock.now()) }
  }

  private async view(report: StoredReport, exception: ExceptionView): Promise<DutyReportView> {
    const { id, caseId, sealedReport, sealedAcknowledgement, tellerName, ...rest } = report
    const told = await this.cases.openFor<{ facts: string; personInformed: boolean }>(
      caseId,
      'incident',
      sealedReport,
      reportPlace(id),
    )
    return {
      id,
      number: rest.number,
      exception,
      facts: told?.facts ?? '',
      personInformed: told?.personInformed ?? false,
      toldAt: rest.toldAt,
      toldBy: tellerName,
      channel: rest.channel,
      acknowledgedAt: rest.acknowledgedAt,
      acknowledgement:
        sealedAcknowledgement === null
          ? null
          : await this.cases.openFor<string>(
              caseId,
              'incident',
              sealedAcknowledgement,
              acknowledgementPlace(id),
            ),
      version: rest.version,
    }
  }
}
