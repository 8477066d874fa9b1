import { Injectable } from '@nestjs/common'
import { Access } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { CaseReading } from '../../cases/index.js'
import { Directory } from '../../directory/index.js'
import { ConsentsRepository } from '../data/consents.repository.js'
import type { PaperFacts } from './consent-paper.js'
import { consentView } from './consent-view.js'

/** A sheet about one consent, and what its page says beside it. */
export interface PrintedConsent {
  readonly caseId: string
  readonly number: string
  /** Code of the person's own language. */
  readonly language: string
  readonly facts: PaperFacts
}

/** Writes out what somebody agreed to, to be signed; see `consentPaper` for what that is. */
@Injectable()
export class PrintConsent {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: Access,
    private readonly cases: CaseReading,
    private readonly consents: ConsentsRepository,
    private readonly directory: Directory,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound also where nothing is agreed to, or not any more */
  run(actor: WorkerActor, caseId: string, consentId: string): Promise<PrintedConsent> {
    const now = this.clock.now()
    return this.transactions.run(actor, async () => {
      const context = { now, case: await this.access.caseFacts(caseId) }
      const stored = await this.consents.one(caseId, consentId)
      const summary = await this.cases.summary(caseId)
      if (
        stored === undefined ||
        summary === undefined ||
        !decide(actor, 'consent.print', context).allowed
      )
        throw new NotFound('consent.print', 'consent', consentId)
      const consent = consentView(stored, now)
      const to = await this.directory.unit(consent.recipientUnitId)
      const from = await this.directory.unit(summary.unitId)
      // Where another basis stands nobody agreed, and there is nothing to sign.
      if (!consent.isLive || consent.legalBasis !== 'consent' || to === undefined)
        throw new NotFound('consent.print', 'consent', consentId)
      await this.audit.record({
        action: 'consent.print',
        caseId,
        subject: { type: 'consent', id: consentId },
        sections: stored.sections,
      })
      return {
        caseId,
        number: summary.number,
        language: summary.language,
        facts: { consent, to, stopPhone: from?.phone ?? null },
      }
    })
  }
}
