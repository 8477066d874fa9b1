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
import { Directory, type UnitView } from '../../directory/index.js'
import { ConsentsRepository } from '../data/consents.repository.js'
import type { ConsentAnswer, ConsentDraft, ConsentMode, ConsentPurpose } from '../domain/consent.js'
import { noDetail, type ConsentDetail } from '../domain/consent-detail.js'
import { ConsentNotValid, RecipientUnfit } from '../domain/consent.errors.js'
import { ConsentRecorded } from '../domain/consent.events.js'
import type { LegalBasis } from '../domain/legal-basis.js'
import type { Approval } from '../domain/sharing-exception.js'
import {
  consentAdvice,
  validateConsent,
  type ConsentAdvice,
  type ConsentFacts,
} from '../domain/validate-consent.js'
import { ConsentDetails } from './consent-details.js'
import { ConsentTimers } from './consent-timers.js'
import { RecordException } from './record-exception.js'

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
  /** What belongs to the answer; `explainedOn` is today unless another day is given. */
  readonly detail?: Partial<ConsentDetail>
  /** Last day on which it holds, in the unit's calendar. */
  readonly until: LocalDate | null
  readonly consentsToStatistics: boolean
  readonly reason: string | null
}

export interface RecordedConsent {
  readonly id: string
  /** Whether it opens anything yet: another basis may wait for a supervisor. */
  readonly approval: Approval
  /** Good practice that the worker is reminded of. */
  readonly advice: readonly ConsentAdvice[]
}

/**
 * Records that somebody agreed – or what stands in place of it – before anything is shared. Another
 * basis is listed for review, and most of them open nothing until somebody else has approved.
 */
@Injectable()
export class RecordConsent {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: Access,
    private readonly cases: CaseReading,
    private readonly directory: Directory,
    private readonly consents: ConsentsRepository,
    private readonly details: ConsentDetails,
    private readonly exceptions: RecordException,
    private readonly timers: ConsentTimers,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, ConsentNotValid, RecipientUnfit, NoConsentRule */
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
      const draft = draftOf(input, now, today)
      const problems = validateConsent(draft, facts)
      const { recipientUnitId } = input
      if (problems.length > 0 || draft.until === null || recipientUnitId === null) {
        throw new ConsentNotValid(problems)
      }
      const recipient = await this.recipient(actor, recipientUnitId, input.basis)

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
        narrowsId: null,
        recordedBy: actor.workerId,
        ...(await this.details.columnsOf(caseId, id, draft.detail)),
      })
      await this.audit.record({
        action: 'consent.record',
        caseId,
        subject: { type: 'consent', id },
        sections: maskOf(input.sections),
      })
      await this.outbox.add(new ConsentRecorded(id, caseId, recipientUnitId))
      await this.timers.consentEnds(id, caseId, draft.until)
      const approval =
        input.basis === 'consent'
          ? 'not_needed'
          : await this.exceptions.ofBasis(actor, caseId, {
              consentId: id,
              basis: input.basis,
              recipientUnitId,
              sections: maskOf(input.sections),
              reason: input.reason ?? '',
              at: now,
            })
      return { id, approval, advice: consentAdvice(draft, { ...facts, sector: recipient.sector }) }
    })
  }

  // The own unit has the case, and needs nothing but the person's word to go on seeing a part of it
  // after it has moved to another.
  private async recipient(
    actor: WorkerActor,
    unitId: string,
    basis: LegalBasis,
  ): Promise<UnitView> {
    const unit = await this.directory.unit(unitId)
    const isUnfit = unit?.id === actor.unitId && basis !== 'consent'
    if (unit === undefined || !unit.active || isUnfit) throw new RecipientUnfit()
    return unit
  }
}

const assents = (answer: Answer | null): boolean | null =>
  answer === null ? null : answer === 'agrees'

const draftOf = (input: ConsentInput, now: Date, today: LocalDate): ConsentDraft => {
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
    detail: { ...noDetail, explainedOn: input.explained ? today : null, ...input.detail },
    unitIds: input.recipientUnitId === null ? [] : [input.recipientUnitId],
    sections: input.sections,
    purposes: input.purposes,
    from: now,
    until: input.until === null ? null : startOfDay(addDays(input.until, 1)),
    reason: input.reason,
  }
}
