import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { maskOf, sectionsOf, type Section } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { ConsentsRepository } from '../data/consents.repository.js'
import { NothingNarrowed, OnlyConsentNarrows } from '../domain/consent.errors.js'
import { ConsentRecorded } from '../domain/consent.events.js'
import { ConsentDetails } from './consent-details.js'
import { ConsentTimers } from './consent-timers.js'
import { WithdrawConsent } from './withdraw-consent.js'

/** What remains agreed, and why the rest does not. */
export interface Narrowing {
  readonly keep: readonly Section[]
  readonly note: string | null
}

/**
 * Takes back a part: the consent is withdrawn and a narrower one stands in its place, in one step and
 * without asking anew, since nothing is added. Referrals under way go on with what remains.
 */
@Injectable()
export class NarrowConsent {
  constructor(
    private readonly transactions: Transactions,
    private readonly withdrawal: WithdrawConsent,
    private readonly consents: ConsentsRepository,
    private readonly details: ConsentDetails,
    private readonly timers: ConsentTimers,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * @returns the id of the narrower consent
   * @throws NotFound, ConsentAlreadyWithdrawn, OnlyConsentNarrows, NothingNarrowed
   */
  run(
    actor: WorkerActor,
    caseId: string,
    consentId: string,
    { keep, note }: Narrowing,
  ): Promise<string> {
    const at = this.clock.now()
    return this.transactions.run(actor, async () => {
      const wider = await this.withdrawal.find(actor, caseId, consentId)
      if (wider.legalBasis !== 'consent' || wider.validUntil <= at) throw new OnlyConsentNarrows()
      const had = sectionsOf(wider.sections)
      const rest = had.filter((section) => keep.includes(section))
      const isNarrower = rest.length > 0 && rest.length < had.length
      if (!isNarrower || keep.some((section) => !had.includes(section))) throw new NothingNarrowed()

      const id = randomUUID()
      const sections = maskOf(rest)
      await this.consents.insert({
        ...wider,
        id,
        sections,
        givenAt: at,
        narrowsId: wider.id,
        recordedBy: actor.workerId,
        // Sealed anew, since a sealed text belongs to its row.
        ...(await this.details.columnsOf(caseId, id, await this.details.of(wider))),
      })
      await this.withdrawal.end(actor, wider, 'narrowed', note)
      await this.consents.carryOver(caseId, wider.id, { id, sections }, actor.workerId, at)
      await this.consents.project(wider.id)
      await this.audit.record({
        action: 'consent.narrow',
        caseId,
        subject: { type: 'consent', id },
        sections,
      })
      await this.outbox.add(new ConsentRecorded(id, caseId, wider.recipientUnitId))
      await this.timers.consentEnds(id, caseId, wider.validUntil)
      return id
    })
  }
}
