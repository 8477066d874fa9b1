import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { Access } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { maskOf, type Section } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import {
  addDays,
  localTimeOf,
  startOfDay,
  type LocalDate,
} from '../../../platform/clock/local-time.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { CaseReading, isChildUnderAny } from '../../cases/index.js'
import { Directory } from '../../directory/index.js'
import { ConsentsRepository } from '../data/consents.repository.js'
import type { ConsentAnswer, ConsentDraft, ConsentMode, ConsentPurpose } from '../domain/consent.js'
import { ApproverUnfit, ConsentNotValid, RecipientUnfit } from '../domain/consent.errors.js'
import { ConsentRecorded } from '../domain/consent.events.js'
import type { LegalBasis } from '../domain/legal-basis.js'
import {
  consentAdvice,
  validateConsent,
  type ConsentAdvice,
  type ConsentFacts,
} from '../domain/validate-consent.js'

export type Answer = ConsentAnswer['answer']

/** What was asked and answered. */
export interface ConsentInput {
  readonly basis: LegalBasis
  readonly recipientUnitId: string | null
  readonly sections: readonly Section[]
  readonly purposes: readonly ConsentPurpose[]
  /** Null where nobody asked. */
  readonly selfAnswer: Answer | null
  readonly representativeAnswer: Answer | null
  readonly mode: ConsentMode | null
  readonly explained: boolean
  /** Last day on which it holds, in the unit's calendar. */
  readonly until: LocalDate | null
  readonly consentsToStatistics: boolean
  readonly reason: string | null
  /** A supervisor of the unit. */
  readonly approvedBy: string | null
  readonly article: string | null
}

export interface RecordedConsent {
  readonly id: string
  /** Good practice that the worker is reminded of. */
  readonly advice: readonly ConsentAdvice[]
}

/** Why sharing rests on something else than consent; sealed with the case. */
export type BasisGrounds = Pick<ConsentInput, 'reason' | 'approvedBy' | 'article'>

/** Where the grounds of a consent are sealed. */
const groundsPlace = (consentId: string) => ({
  table: 'consent',
  rowId: consentId,
  column: 'sealed',
})

/** Records that somebody agreed – or what stands in place of it – before anything is shared. */
@Injectable()
export class RecordConsent {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: Access,
    private readonly cases: CaseReading,
    private readonly directory: Directory,
    private readonly consents: ConsentsRepository,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, ConsentNotValid, RecipientUnfit, ApproverUnfit, NoConsentRule */
  run(actor: WorkerActor, caseId: string, input: ConsentInput): Promise<RecordedConsent> {
    const now = this.clock.now()
    return this.transactions.run(actor, async () => {
      const context = { now, case: await this.access.caseFacts(caseId) }
      if (!decide(actor, 'consent.record', context).allowed) {
        throw new NotFound('consent.record', 'case', caseId)
      }
      const person = await this.cases.consentPerson(caseId)
      const today = localTimeOf(now).date
      const facts: ConsentFacts = { ...person, onDate: today }
      const draft = draftOf(input, now)
      const problems = validateConsent(draft, facts)
      const { recipientUnitId } = input
      if (problems.length > 0 || draft.until === null || recipientUnitId === null) {
        throw new ConsentNotValid(problems)
      }
      await this.mustBeAnotherUnit(actor, recipientUnitId)
      if (input.approvedBy !== null) await this.mustApprove(actor, input.approvedBy)

      const id = randomUUID()
      await this.consents.insert({
        id,
        caseId,
        legalBasis: input.basis,
        givenBy: draft.answers
          .filter(({ answer }) => answer === 'agrees')
          .map(({ by }) => by)
          .join(' '),
        mode: draft.answers.length === 0 ? '' : (input.mode ?? ''),
        childAssents: isChildUnderAny(person.ageInYears, today) ? assents(input.selfAnswer) : null,
        recipientUnitId,
        sections: maskOf(input.sections),
        purpose: input.purposes.join(' '),
        consentsToStatistics: input.consentsToStatistics,
        givenAt: now,
        validUntil: draft.until,
        sealed: await this.sealGrounds(caseId, id, input),
        recordedBy: actor.workerId,
      })
      await this.audit.record({
        action: 'consent.record',
        caseId,
        subject: { type: 'consent', id },
        sections: maskOf(input.sections),
      })
      await this.outbox.add(new ConsentRecorded(id, caseId, recipientUnitId))
      return { id, advice: consentAdvice(draft, facts) }
    })
  }

  private async mustBeAnotherUnit(actor: WorkerActor, unitId: string): Promise<void> {
    const unit = await this.directory.unit(unitId)
    if (unit === undefined || !unit.active || unit.id === actor.unitId) throw new RecipientUnfit()
  }

  // Nobody approves their own exception.
  private async mustApprove(actor: WorkerActor, approverId: string): Promise<void> {
    const approvers = await this.consents.approvers(actor.unitId, actor.workerId)
    if (!approvers.some(({ id }) => id === approverId)) throw new ApproverUnfit()
  }

  private async sealGrounds(
    caseId: string,
    id: string,
    { basis, reason, approvedBy, article }: ConsentInput,
  ): Promise<Buffer | null> {
    if (basis === 'consent') return null
    const grounds: BasisGrounds = { reason, approvedBy, article }
    return this.cases.sealFor(caseId, 'services', grounds, groundsPlace(id))
  }
}

const assents = (answer: Answer | null): boolean | null =>
  answer === null ? null : answer === 'agrees'

const draftOf = (input: ConsentInput, now: Date): ConsentDraft => {
  // Silence is no answer, and an answer without saying how it was given is not one either.
  const { mode } = input
  const answer = (by: ConsentAnswer['by'], given: Answer | null): ConsentAnswer[] =>
    given === null || mode === null ? [] : [{ by, answer: given, mode }]
  return {
    basis: input.basis,
    answers: [
      ...answer('self', input.selfAnswer),
      ...answer('representative', input.representativeAnswer),
    ],
    explained: input.explained,
    unitIds: input.recipientUnitId === null ? [] : [input.recipientUnitId],
    sections: input.sections,
    purposes: input.purposes,
    from: now,
    until: input.until === null ? null : startOfDay(addDays(input.until, 1)),
    reason: input.reason,
    approvedBy: input.approvedBy,
    article: input.article,
  }
}
