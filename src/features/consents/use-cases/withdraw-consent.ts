import { Injectable } from '@nestjs/common'
import { Access } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { ConsentsRepository } from '../data/consents.repository.js'
import { ConsentAlreadyWithdrawn } from '../domain/consent.errors.js'
import { ConsentWithdrawn } from '../domain/consent.events.js'
import { maskOf } from '../../../platform/access/sections.js'
import { consentView, type ConsentView } from './consent-view.js'

/** Takes back what was agreed: sharing ends with the next question anybody asks. */
@Injectable()
export class WithdrawConsent {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: Access,
    private readonly consents: ConsentsRepository,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** What would end, to be shown before it is confirmed. @throws NotFound, ConsentAlreadyWithdrawn */
  preview(actor: WorkerActor, caseId: string, consentId: string): Promise<ConsentView> {
    return this.transactions.run(actor, () => this.find(actor, caseId, consentId))
  }

  /** @throws NotFound, ConsentAlreadyWithdrawn */
  run(actor: WorkerActor, caseId: string, consentId: string): Promise<ConsentView> {
    const now = this.clock.now()
    return this.transactions.run(actor, async () => {
      const consent = await this.find(actor, caseId, consentId)
      if (!(await this.consents.withdraw(caseId, consentId, now))) {
        throw new ConsentAlreadyWithdrawn()
      }
      await this.audit.record({
        action: 'consent.withdraw',
        caseId,
        subject: { type: 'consent', id: consentId },
        sections: maskOf(consent.sections),
      })
      await this.outbox.add(new ConsentWithdrawn(consentId, caseId, consent.recipientUnitId))
      return { ...consent, withdrawnAt: now, isLive: false }
    })
  }

  private async find(actor: WorkerActor, caseId: string, consentId: string): Promise<ConsentView> {
    const now = this.clock.now()
    const context = { now, case: await this.access.caseFacts(caseId) }
    const stored = await this.consents.one(caseId, consentId)
    if (stored === undefined || !decide(actor, 'consent.withdraw', context).allowed) {
      throw new NotFound('consent.withdraw', 'consent', consentId)
    }
    if (stored.withdrawnAt !== null) throw new ConsentAlreadyWithdrawn()
    return consentView(stored, now)
  }
}
