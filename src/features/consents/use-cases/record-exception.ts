import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { ExceptionTexts } from '../data/exception-texts.js'
import { ExceptionsRepository } from '../data/exceptions.repository.js'
import { ExceptionMoved } from '../domain/consent.events.js'
import type { ReportAuthority, ReportingDutyCode } from '../domain/legal-basis.js'
import type { Approval } from '../domain/sharing-exception.js'
import { ConsentTimers } from './consent-timers.js'

/** Sharing with a unit on another basis than consent. */
export interface BasisException {
  readonly consentId: string
  readonly basis: string
  readonly recipientUnitId: string
  readonly sections: number
  readonly reason: string
  readonly at: Date
}

/** A report that the law obliges to. */
export interface ReportException {
  readonly id: string
  readonly basis: 'legal_obligation' | 'vital_interests'
  readonly duty: ReportingDutyCode
  readonly authority: ReportAuthority
  readonly sections: number
  readonly reason: string
  readonly article: string
  readonly at: Date
}

/**
 * Lists what is shared, or is to be shared, without consent, and calls for approval where the basis
 * asks for it. Part of other use cases, inside their transaction; deciding stays with them.
 */
@Injectable()
export class RecordException {
  constructor(
    private readonly exceptions: ExceptionsRepository,
    private readonly texts: ExceptionTexts,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly timers: ConsentTimers,
  ) {}

  /** Whether it waits for approval, or opens at once. */
  ofBasis(actor: WorkerActor, caseId: string, it: BasisException): Promise<Approval> {
    const { consentId, recipientUnitId } = it
    return this.keep(actor, caseId, {
      ...it,
      id: randomUUID(),
      kind: 'basis',
      consentId,
      recipientUnitId,
      duty: null,
      authority: null,
      article: null,
    })
  }

  /** Whether it waits for approval, or may be made at once. */
  ofReport(actor: WorkerActor, caseId: string, it: ReportException): Promise<Approval> {
    return this.keep(actor, caseId, {
      ...it,
      kind: 'report',
      consentId: null,
      recipientUnitId: null,
    })
  }

  private async keep(
    actor: WorkerActor,
    caseId: string,
    it: {
      readonly id: string
      readonly kind: 'basis' | 'report'
      readonly consentId: string | null
      readonly basis: string
      readonly recipientUnitId: string | null
      readonly duty: ReportingDutyCode | null
      readonly authority: ReportAuthority | null
      readonly sections: number
      readonly reason: string
      readonly article: string | null
      readonly at: Date
    },
  ): Promise<Approval> {
    const { id, kind, consentId, recipientUnitId, duty, authority, sections } = it
    const approval = await this.exceptions.insert({
      id,
      kind,
      caseId,
      unitId: actor.unitId,
      consentId,
      legalBasis: it.basis,
      recipientUnitId,
      duty,
      authority,
      sections,
      recordedBy: actor.workerId,
      recordedAt: it.at,
      ...this.texts.begin(id, { reason: it.reason, article: it.article }),
    })
    await this.audit.record({
      action: 'exception.record',
      caseId,
      subject: { type: 'exception', id },
      sections,
    })
    const isAsked = approval === 'pending'
    const type = isAsked ? 'consent.approval-asked' : 'consent.shared-in-emergency'
    await this.outbox.add(new ExceptionMoved(type, id, caseId, actor.unitId, approval))
    await (isAsked
      ? this.timers.approvalDue(id, caseId, it.at)
      : this.timers.reviewDue(id, caseId, it.at))
    return approval
  }
}
