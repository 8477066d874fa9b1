import { Injectable } from '@nestjs/common'
import { Access } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf, type LocalDate } from '../../../platform/clock/local-time.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { CaseReading, type ConsentPerson, type SafeContact } from '../../cases/index.js'
import { Directory, type UnitView } from '../../directory/index.js'
import { ConsentsRepository } from '../data/consents.repository.js'
import { ExceptionTexts } from '../data/exception-texts.js'
import { ExceptionsRepository } from '../data/exceptions.repository.js'
import { StandingRepository, type StopNoticeRow } from '../data/standing.repository.js'
import { assentFor, consentRuleFor, type ConsentGiver } from '../domain/consent-rules.js'
import type { ConsentDetail } from '../domain/consent-detail.js'
import type { LegalBasis } from '../domain/legal-basis.js'
import { basesOpen } from '../domain/validate-consent.js'
import { ConsentDetails } from './consent-details.js'
import { consentView, type ConsentView } from './consent-view.js'
import { DutyReports, type DutyReportView } from './duty-reports.js'
import { exceptionView, type ExceptionView } from './exception-view.js'
import { withdrawalPlace } from './withdraw-consent.js'

/** The consents of a case, with what its pages always show. */
export interface CaseConsents {
  readonly caseId: string
  readonly number: string
  readonly safeContact: SafeContact | null
  readonly consents: readonly OneConsent[]
  readonly reports: readonly DutyReportView[]
  readonly mayRecord: boolean
  /** Also where nothing is recorded any more: a person can take back at any time. */
  readonly mayWithdraw: boolean
}

/** A consent with what became of it. */
export interface OneConsent extends ConsentView {
  /** Who explained and spoke for whom, and in whose words; what is to be kept back. */
  readonly detail: ConsentDetail
  /** What was said when it was taken back. */
  readonly withdrawalNote: string | null
  /** Where another basis stands in its place: who approved, what the review found. */
  readonly exception: ExceptionView | null
  /** Who was told to stop, and when they said that they understood. */
  readonly notices: readonly StopNoticeRow[]
}

/** What has to be known to ask for consent. */
export interface ConsentQuestions {
  readonly caseId: string
  readonly number: string
  readonly safeContact: SafeContact | null
  readonly person: ConsentPerson
  /** Whom the law asks. */
  readonly required: readonly ConsentGiver[]
  /** False while no lawyer has checked the rule. */
  readonly isRuleVerified: boolean
  /** What practice asks of the child itself, or null for an adult. */
  readonly assent: 'nothing' | 'assent' | 'written-assent' | 'consent' | null
  readonly bases: readonly LegalBasis[]
  /** The person's own language, as recorded with the case. */
  readonly language: string
  /** Today, where the worker is: when the limits of confidentiality are explained. */
  readonly today: LocalDate
  readonly units: readonly UnitView[]
  /** The unit that was chosen to begin with, if it can be. */
  readonly unit: UnitView | null
}

/** Reads the consents of a case, and what is needed to record another. */
@Injectable()
export class ListConsents {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: Access,
    private readonly cases: CaseReading,
    private readonly repository: ConsentsRepository,
    private readonly details: ConsentDetails,
    private readonly exceptions: ExceptionsRepository,
    private readonly texts: ExceptionTexts,
    private readonly standing: StandingRepository,
    private readonly dutyReports: DutyReports,
    private readonly directory: Directory,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  run(actor: WorkerActor, caseId: string): Promise<CaseConsents> {
    return this.transactions.run(actor, async () => {
      const { summary, context } = await this.open(actor, 'consent.read', caseId)
      const consents = await this.withWhatBecameOfThem(caseId)
      const reports = await this.dutyReports.ofCase(caseId)
      await this.audit.record({
        action: 'consent.read',
        caseId,
        subject: { type: 'case', id: caseId },
      })
      return {
        caseId,
        number: summary.number,
        safeContact: await this.cases.safeContact(caseId),
        consents,
        reports,
        mayRecord: decide(actor, 'consent.record', context).allowed,
        mayWithdraw: decide(actor, 'consent.withdraw', context).allowed,
      }
    })
  }

  /** What to ask whom before something is shared. @throws NotFound, NoConsentRule */
  questions(
    actor: WorkerActor,
    caseId: string,
    unitId: string | undefined,
  ): Promise<ConsentQuestions> {
    return this.transactions.run(actor, async () => {
      const { summary } = await this.open(actor, 'consent.record', caseId)
      const person = await this.cases.consentPerson(caseId)
      const facts = { ...person, onDate: localTimeOf(this.clock.now()).date }
      const units = await this.directory.activeUnits()
      const others = units.filter(({ id }) => id !== actor.unitId)
      const rule = consentRuleFor(facts.ageInYears, facts.onDate)
      await this.audit.record({
        action: 'consent.read',
        caseId,
        subject: { type: 'case', id: caseId },
      })
      return {
        caseId,
        number: summary.number,
        safeContact: await this.cases.safeContact(caseId),
        person,
        required: rule.required,
        isRuleVerified: rule.verified,
        assent: assentFor(facts.ageInYears, facts.onDate)?.child ?? null,
        bases: basesOpen(facts),
        language: summary.language,
        today: facts.onDate,
        units: others,
        // The own unit is asked for by name only: what it keeps of a case that moves.
        unit: units.find(({ id }) => id === unitId) ?? null,
      }
    })
  }

  private async withWhatBecameOfThem(caseId: string): Promise<OneConsent[]> {
    const now = this.clock.now()
    const exceptions = await this.exceptions.ofCase(caseId)
    const notices = await this.standing.notices(caseId)
    const consents: OneConsent[] = []
    for (const stored of await this.repository.ofCase(caseId)) {
      const { id, sealedWithdrawal } = stored
      const exception = exceptions.find(({ consentId }) => consentId === id)
      consents.push({
        ...consentView(stored, now),
        detail: await this.details.of(stored),
        withdrawalNote:
          sealedWithdrawal === null
            ? null
            : await this.cases.openFor<string>(
                caseId,
                'services',
                sealedWithdrawal,
                withdrawalPlace(id),
              ),
        exception: exception === undefined ? null : exceptionView(exception, this.texts, now),
        notices: notices.filter(({ consentId }) => consentId === id),
      })
    }
    return consents
  }

  private async open(
    actor: WorkerActor,
    action: 'consent.read' | 'consent.record',
    caseId: string,
  ) {
    const context = { now: this.clock.now(), case: await this.access.caseFacts(caseId) }
    const summary = await this.cases.summary(caseId)
    if (summary === undefined || !decide(actor, action, context).allowed) {
      throw new NotFound(action, 'case', caseId)
    }
    return { summary, context }
  }
}
