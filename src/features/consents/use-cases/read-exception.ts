import { Injectable } from '@nestjs/common'
import { Access } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide, type Action } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { CaseReading } from '../../cases/index.js'
import { ExceptionTexts } from '../data/exception-texts.js'
import { ExceptionsRepository, type StoredException } from '../data/exceptions.repository.js'
import { exceptionFactsOf } from '../domain/sharing-exception.js'
import { exceptionView, type ExceptionView } from './exception-view.js'

/** One exception with what its reader can do about it. */
export interface OneException {
  readonly exception: ExceptionView
  readonly mayApprove: boolean
  readonly mayReview: boolean
  /** For those who manage the case; reviewers of other units are not told which case it is. */
  readonly case: { readonly id: string; readonly number: string } | null
}

/** Opens what is shared, or is to be shared, without consent, for those who answer for it. */
@Injectable()
export class ReadException {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: Access,
    private readonly exceptions: ExceptionsRepository,
    private readonly texts: ExceptionTexts,
    private readonly cases: CaseReading,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  run(actor: WorkerActor, id: string): Promise<OneException> {
    const now = this.clock.now()
    return this.transactions.run(actor, async () => {
      const { stored, may } = await this.find(actor, 'exception.read', id)
      const { caseId } = stored
      const number = (await this.cases.caseNumbers([caseId])).get(caseId)
      await this.audit.record({
        action: 'exception.read',
        caseId,
        subject: { type: 'exception', id },
      })
      return {
        exception: exceptionView(stored, this.texts, now),
        mayApprove: may('exception.approve'),
        mayReview: may('exception.review'),
        case: number === undefined ? null : { id: caseId, number },
      }
    })
  }

  /** The exception, for this action, inside the open transaction. @throws NotFound */
  async find(
    actor: WorkerActor,
    action: Extract<Action, `exception.${string}`>,
    id: string,
  ): Promise<{ stored: StoredException; may: (action: Action) => boolean }> {
    const now = this.clock.now()
    const stored = await this.exceptions.one(id)
    if (stored === undefined) throw new NotFound(action, 'exception', id)
    const context = {
      now,
      case: await this.access.caseFacts(stored.caseId),
      exception: exceptionFactsOf(stored, now),
    }
    const may = (asked: Action): boolean => decide(actor, asked, context).allowed
    if (!may('exception.read')) throw new NotFound(action, 'exception', id)
    return { stored, may }
  }
}
