import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import type { Proposal } from '../../directory/index.js'
import { ReferralChain } from '../data/referral-chain.js'
import { ReferralClocks, type EscalationRow } from '../data/referral-clocks.js'
import type { SeenReferral } from '../data/referral-row.js'
import { isBackWithSender } from '../domain/referral-status.js'
import { NextBestUnit } from './next-best-unit.js'
import { VisibleReferrals } from './visible-referrals.js'

export type { EscalationRow } from '../data/referral-clocks.js'

/** What time has done to a referral, and where it can go on. */
export interface TimeOfReferral {
  /** Who has been told of a clock that ran, first things first. */
  readonly told: readonly EscalationRow[]
  /**
   * For a sender whose referral came back and has not been sent on: who else might help, best first;
   * empty when nobody is known. Null otherwise.
   */
  readonly nextUnits: readonly Proposal[] | null
}

// More would be a list to search, and that is the directory.
const mostProposed = 3

/** Reads what has become of a referral's clocks; inside the transaction of who opened it. */
@Injectable()
export class ReferralTime {
  constructor(
    private readonly clocks: ReferralClocks,
    private readonly chain: ReferralChain,
    private readonly nextBest: NextBestUnit,
    private readonly visible: VisibleReferrals,
  ) {}

  async of(actor: WorkerActor, referral: SeenReferral): Promise<TimeOfReferral> {
    return {
      told: await this.clocks.made(referral.id),
      nextUnits: await this.nextUnits(actor, referral),
    }
  }

  private async nextUnits(actor: WorkerActor, referral: SeenReferral) {
    if (
      !isBackWithSender(referral.status) ||
      referral.fromUnitId !== actor.unitId ||
      !this.visible.may(actor, 'referral.draft', referral) ||
      (await this.chain.successor(referral.id)) !== undefined
    )
      return null
    return (await this.nextBest.proposals(referral)).slice(0, mostProposed)
  }
}
