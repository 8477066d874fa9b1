import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide, type Action } from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { factsOf, type SeenReferral } from '../data/referral-row.js'
import { ReferralsRepository } from '../data/referrals.repository.js'
import { ReferralAlreadyAnswered } from '../domain/referral.errors.js'
import { ReferralClaimedByColleague } from '../domain/sending.errors.js'

/** Finds the referral somebody wants to act on, if they may. */
@Injectable()
export class VisibleReferrals {
  constructor(
    private readonly referrals: ReferralsRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * The referral, for this action.
   * @throws NotFound when there is none, or none for this actor
   * @throws ReferralClaimedByColleague | ReferralAlreadyAnswered to those at the desk who see it
   */
  async find(actor: WorkerActor, action: Action, id: string): Promise<SeenReferral> {
    const referral = await this.referrals.see(id)
    if (referral === undefined) throw new NotFound(action, 'referral', id)
    this.demand(actor, action, referral)
    return referral
  }

  /** As `find`, for a referral at hand. */
  demand(actor: WorkerActor, action: Action, referral: SeenReferral): void {
    if (this.may(actor, action, referral)) return
    throw (
      this.tooLate(actor, action, referral) ??
      new NotFound(action, 'referral', referral.id, referral.caseId)
    )
  }

  may(actor: WorkerActor, action: Action, referral: SeenReferral): boolean {
    return decide(actor, action, {
      now: this.clock.now(),
      case: referral.caseFacts,
      referral: factsOf(referral),
    }).allowed
  }

  // Would it have been theirs to answer, had nobody come first? Then they are told who was faster,
  // since they see it anyway.
  private tooLate(actor: WorkerActor, action: Action, referral: SeenReferral): Error | null {
    const untouched = { ...referral, status: 'requested', claimedBy: null } as const
    if (!this.may(actor, 'referral.read', referral) || !this.may(actor, action, untouched))
      return null
    if (referral.status === 'requested') return new ReferralClaimedByColleague()
    return new ReferralAlreadyAnswered()
  }
}
