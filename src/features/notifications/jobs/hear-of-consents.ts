import { Injectable } from '@nestjs/common'
import { decide } from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import type { DeliveredEvent } from '../../../platform/outbox/index.js'
import { ToldOfConsent, type ExceptionToTell } from '../../consents/index.js'
import type { Concern } from '../domain/concern.js'
import { Hearing, type PathOf } from '../use-cases/hearing.js'

const calls: readonly string[] = ['consent.approval-asked', 'consent.approval-overdue']
const reviews: readonly string[] = ['consent.shared-in-emergency', 'consent.review-overdue']

/**
 * Whom it concerns that a consent ends, and that something is, or is to be, shared without one: those
 * who have to answer for it, and who leads the case. That recipients have to stop is told of the
 * referral.
 */
@Injectable()
export class HearOfConsents extends Hearing {
  readonly types: readonly string[] = [
    ...calls,
    ...reviews,
    'consent.approved',
    'consent.declined',
    'consent.reviewed',
    'consent.expiring',
    'consent.expired',
  ]
  readonly pages: Readonly<Record<string, PathOf>> = {
    approval: (id) => `/approvals/${id}`,
    review: (id) => `/reviews/${id}`,
    exception: (_, caseId) => `/cases/${caseId ?? ''}/consents`,
    consent: (_, caseId) => `/cases/${caseId ?? ''}/consents`,
  }

  constructor(
    private readonly consents: ToldOfConsent,
    private readonly clock: Clock,
  ) {
    super()
  }

  async concerned({ type, subjectId }: DeliveredEvent): Promise<readonly Concern[]> {
    if (type === 'consent.expiring' || type === 'consent.expired')
      return this.ofConsent(type, subjectId)
    const exception = await this.consents.exception(subjectId)
    if (exception === undefined) return []
    if (calls.includes(type)) return this.toApprove(subjectId, exception)
    if (reviews.includes(type)) return this.toReview(subjectId, exception)
    return this.toTheLead(subjectId, exception)
  }

  // The lead asks anew in time, or knows that the unit sees nothing any more.
  private async ofConsent(type: string, id: string): Promise<readonly Concern[]> {
    const consent = await this.consents.consent(id)
    if (consent === undefined || !consent.isMissed) return []
    if (type === 'consent.expiring' && consent.hasEnded) return []
    return [
      {
        subject: { type: 'consent', id },
        caseId: consent.caseId,
        workerIds: [consent.leadId],
        deskUnitId: null,
        asksForDeed: true,
        mayHear: this.managesTheCase(),
      },
    ]
  }

  private toApprove(id: string, exception: ExceptionToTell): Concern[] {
    if (exception.facts.approval !== 'pending') return []
    return [
      {
        subject: { type: 'approval', id },
        caseId: exception.caseId,
        workerIds: exception.facts.isEscalated ? exception.reviewerIds : [],
        deskUnitId: null,
        supervisorsOfUnitId: exception.unitId,
        asksForDeed: true,
        mayHear: this.may('exception.approve', exception),
      },
    ]
  }

  private toReview(id: string, exception: ExceptionToTell): Concern[] {
    if (!exception.isReviewOpen) return []
    return [
      {
        subject: { type: 'review', id },
        caseId: exception.caseId,
        workerIds: exception.reviewerIds,
        deskUnitId: null,
        supervisorsOfUnitId: exception.unitId,
        asksForDeed: true,
        mayHear: this.may('exception.review', exception),
      },
    ]
  }

  private toTheLead(id: string, { caseId, leadId }: ExceptionToTell): Concern[] {
    if (leadId === null) return []
    return [
      {
        subject: { type: 'exception', id },
        caseId,
        workerIds: [leadId],
        deskUnitId: null,
        mayHear: this.managesTheCase(),
      },
    ]
  }

  private managesTheCase(): Concern['mayHear'] {
    return ({ actor, case: facts }) =>
      decide(actor, 'consent.read', { now: this.clock.now(), case: facts }).allowed
  }

  private may(
    action: 'exception.approve' | 'exception.review',
    { facts: exception }: ExceptionToTell,
  ): Concern['mayHear'] {
    return ({ actor, case: facts }) =>
      decide(actor, action, { now: this.clock.now(), case: facts, exception }).allowed
  }
}
