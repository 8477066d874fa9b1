import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import type { SeenReferral } from '../data/referral-row.js'
import { ReferralsRepository, type DraftContent } from '../data/referrals.repository.js'
import { ReferralAlreadySent } from '../domain/sending.errors.js'
import { VisibleReferrals } from './visible-referrals.js'

/** Drafts as their writers find and keep them. Runs inside the use case's transaction. */
@Injectable()
export class Drafts {
  constructor(
    private readonly visible: VisibleReferrals,
    private readonly referrals: ReferralsRepository,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound | ReferralAlreadySent */
  async find(actor: WorkerActor, id: string): Promise<SeenReferral> {
    const draft = await this.visible.find(actor, 'referral.draft', id)
    if (draft.status !== 'draft') throw new ReferralAlreadySent()
    return draft
  }

  /** @throws Stale */
  async keep(draft: SeenReferral, version: number, changes: Partial<DraftContent>): Promise<void> {
    await this.referrals.redraft(draft.id, version, { ...draft, ...changes }, this.clock.now())
    await this.trail.record({
      action: 'referral.draft',
      caseId: draft.caseId,
      subject: { type: 'referral', id: draft.id },
    })
  }
}
