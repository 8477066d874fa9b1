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
import { ExceptionMoved } from '../domain/consent.events.js'
import { ConsentTimers } from './consent-timers.js'
import { ReadException } from './read-exception.js'

/** What the approver says. */
export interface ExceptionAnswer {
  readonly approved: boolean
  /** Asked for when it is declined. */
  readonly note: string | null
}

/**
 * Approves sharing without consent, or declines it, with the answerer's name under it. Until then
 * nothing is shared; who recorded it never answers.
 */
@Injectable()
export class AnswerException {
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
    { approved, note }: ExceptionAnswer,
  ): Promise<void> {
    const at = this.clock.now()
    return this.transactions.run(actor, async () => {
      const { stored, may } = await this.reading.find(actor, 'exception.approve', id)
      if (stored.approval !== 'pending') throw new ExceptionAlreadyAnswered()
      if (!may('exception.approve')) throw new NotFound('exception.approve', 'exception', id)
      if (!approved && note === null) throw new AnswerNeedsReason()
      const answer = approved ? 'approved' : 'declined'
      const sealed = this.texts.sealDecision(stored, note)
      if (!(await this.exceptions.answer(id, version, answer, sealed, at))) throw new Stale()
      const { caseId, unitId } = stored
      await this.audit.record({
        action: approved ? 'exception.approve' : 'exception.decline',
        caseId,
        subject: { type: 'exception', id },
        sections: stored.sections,
      })
      await this.outbox.add(new ExceptionMoved(`consent.${answer}`, id, caseId, unitId, answer))
      await (approved ? this.timers.reviewDue(id, caseId, at) : this.timers.forget(id))
    })
  }
}
