import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { HolidayWatch } from '../../../platform/clock/holiday-watch.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { stateOf, type SeenReferral } from '../data/referral-row.js'
import { ReferralsRepository } from '../data/referrals.repository.js'
import { firstStepOf } from '../domain/clock-steps.js'
import { ReferralMoved } from '../domain/referral-events.js'
import { expiresAt, sendReferral } from '../domain/referral-moves.js'
import { dueTimes } from '../domain/referral.js'
import {
  ReferralConsentMissing,
  ReferralIncomplete,
  ReferralOfClosedCase,
  ReferralUnitUnfit,
  type DraftStep,
} from '../domain/sending.errors.js'
import { Drafts } from './drafts.js'
import { VisibleReferrals } from './visible-referrals.js'

/** Hands the draft over: the unit's desk sees the preview, the clocks start, nobody is named. */
@Injectable()
export class SendReferral {
  constructor(
    private readonly drafts: Drafts,
    private readonly visible: VisibleReferrals,
    private readonly referrals: ReferralsRepository,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly holidays: HolidayWatch,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws NotFound | ReferralAlreadySent | Stale
   * @throws ReferralIncomplete | ReferralUnitUnfit | ReferralConsentMissing | ReferralOfClosedCase
   */
  run(actor: WorkerActor, id: string, version: number): Promise<void> {
    return this.transactions.run(actor, async () => {
      const at = this.clock.now()
      const draft = await this.drafts.find(actor, id)
      this.visible.demand(actor, 'referral.send', draft)
      const missing = missingIn(draft)
      if (missing !== null) throw new ReferralIncomplete(missing)
      const ready = await this.referrals.readiness(id, at)
      if (ready === undefined || !ready.unitFits) throw new ReferralUnitUnfit()
      if (!ready.caseIsOpen) throw new ReferralOfClosedCase()
      if (!ready.isConsented) throw new ReferralConsentMissing()

      const sent = sendReferral(stateOf(draft), { side: 'sender', at })
      const zone = draft.toTimeZone ?? undefined
      const due = dueTimes(sent, zone)
      const firstStepAt = firstStepOf(sent, at, zone) ?? at
      this.holidays.look(firstStepAt)
      await Promise.all([
        this.referrals.send(actor, id, version, {
          ...ready,
          at,
          due: { acknowledge: due.acknowledge, answer: due.answer, service: due['first-service'] },
          expiresAt: expiresAt(sent, zone),
          firstStepAt,
        }),
        this.trail.record({
          action: 'referral.send',
          caseId: draft.caseId,
          subject: { type: 'referral', id },
          sections: draft.requestedSections,
        }),
        this.outbox.add(new ReferralMoved('referral.requested', id, draft.caseId, sent.status)),
      ])
    })
  }
}

/** The first step of the draft that is not yet done, or null when it can be sent. */
export const missingIn = (draft: SeenReferral): DraftStep | null => {
  if (draft.service === null || draft.urgency === null || draft.sealedNeed === null) return 'need'
  if (draft.toUnitId === null) return 'unit'
  return draft.consentId === null || draft.requestedSections === 0 ? 'sharing' : null
}
