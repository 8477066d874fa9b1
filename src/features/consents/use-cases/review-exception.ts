import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { ExceptionTexts } from '../data/exception-texts.js'
import { ExceptionsRepository } from '../data/exceptions.repository.js'
import { AnswerNeedsReason, ExceptionAlreadyAnswered } from '../domain/consent.errors.js'
import { ConsentWithdrawn, ExceptionMoved } from '../domain/consent.events.js'
import type { ReviewOutcome } from '../domain/sharing-exception.js'
import { ConsentTimers } from './consent-timers.js'
import { ReadException } from './read-exception.js'

/** What the reviewer found. */
export interface ExceptionReview {
  readonly outcome: ReviewOutcome
  /** Asked for unless it was justified. */
  readonly note: string | null
}

/** Reviews what was shared without consent; what was not justified ends at once, and all are told. */
@Injectable()
export class ReviewException {
  constructor(
    private readonly transactions: Transactions,
    private readonly reading: ReadException,
    private readonly exceptions: ExceptionsRepository,
    private readonly texts: ExceptionTexts,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly timers: ConsentTimers,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound, ExceptionAlreadyAnswered, AnswerNeedsReason, Stale */
  run(
    actor: WorkerActor,
    id: string,
    version: number,
    { outcome, note }: ExceptionReview,
  ): Promise<void> {
    const at = this.clock.now()
    return this.transactions.run(actor, async () => {
      const { stored, may } = await this.reading.find(actor, 'exception.review', id)
      if (stored.review === 'justified' || stored.review === 'not_justified')
        throw new ExceptionAlreadyAnswered()
      if (!may('exception.review')) throw new NotFound('exception.review', 'exception', id)
      if (outcome !== 'justified' && note === null) throw new AnswerNeedsReason()
      const sealed = this.texts.sealReview(stored, note)
      if (!(await this.exceptions.review(id, version, outcome, sealed, at))) throw new Stale()
      const { caseId, unitId, consentId, recipientUnitId } = stored
      await this.audit.record({
        action: 'exception.review',
        caseId,
        subject: { type: 'exception', id },
        sections: stored.sections,
      })
      await this.outbox.add(new ExceptionMoved('consent.reviewed', id, caseId, unitId, outcome))
      if (outcome !== 'needs_follow_up') await this.timers.forget(id)
      if (outcome === 'not_justified' && consentId !== null && recipientUnitId !== null) {
        await this.outbox.add(
          new ConsentWithdrawn(consentId, caseId, recipientUnitId, 'not_justified'),
        )
        await this.timers.forget(consentId)
      }
    })
  }
}
