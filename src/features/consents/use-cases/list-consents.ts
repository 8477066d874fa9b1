import { Injectable } from '@nestjs/common'
import { Access } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf } from '../../../platform/clock/local-time.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { CaseReading, type ConsentPerson, type SafeContact } from '../../cases/index.js'
import { Directory, type UnitView } from '../../directory/index.js'
import { ConsentsRepository, type Approver } from '../data/consents.repository.js'
import { assentFor, consentRuleFor, type ConsentGiver } from '../domain/consent-rules.js'
import type { LegalBasis } from '../domain/legal-basis.js'
import { basesOpen } from '../domain/validate-consent.js'
import { ConsentReading } from './consent-reading.js'
import type { ConsentView } from './consent-view.js'

/** The consents of a case, with what its pages always show. */
export interface CaseConsents {
  readonly caseId: string
  readonly number: string
  readonly safeContact: SafeContact | null
  readonly consents: readonly ConsentView[]
  readonly mayRecord: boolean
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
  readonly units: readonly UnitView[]
  readonly approvers: readonly Approver[]
}

/** Reads the consents of a case, and what is needed to record another. */
@Injectable()
export class ListConsents {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: Access,
    private readonly cases: CaseReading,
    private readonly reading: ConsentReading,
    private readonly repository: ConsentsRepository,
    private readonly directory: Directory,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  run(actor: WorkerActor, caseId: string): Promise<CaseConsents> {
    return this.transactions.run(actor, async () => {
      const { summary, context } = await this.open(actor, 'consent.read', caseId)
      const consents = await this.reading.ofCase(caseId)
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
        mayRecord: decide(actor, 'consent.record', context).allowed,
      }
    })
  }

  /** What to ask whom before something is shared. @throws NotFound, NoConsentRule */
  questions(actor: WorkerActor, caseId: string): Promise<ConsentQuestions> {
    return this.transactions.run(actor, async () => {
      const { summary } = await this.open(actor, 'consent.record', caseId)
      const person = await this.cases.consentPerson(caseId)
      const facts = { ...person, onDate: localTimeOf(this.clock.now()).date }
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
        assent: assentFor(facts.ageInYears)?.child ?? null,
        bases: basesOpen(facts),
        units: (await this.directory.activeUnits()).filter(({ id }) => id !== actor.unitId),
        approvers: await this.repository.approvers(actor.unitId, actor.workerId),
      }
    })
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
