import { Injectable } from '@nestjs/common'
import { ReferralLists, type ListedReferral } from '../data/referral-lists.js'
import { PartiesRepository, type ReferralParties } from '../data/referral-parties.js'

/** Referrals for other features, inside their open transaction; deciding and recording stays with who asks. */
@Injectable()
export class ReferralReading {
  constructor(
    private readonly lists: ReferralLists,
    private readonly repository: PartiesRepository,
  ) {}

  /** The referrals of a case its manager may see, newest first. */
  ofCase(caseId: string): Promise<ListedReferral[]> {
    return this.lists.ofCase(caseId)
  }

  /** Who has to do with a referral now. */
  parties(referralId: string): Promise<ReferralParties | undefined> {
    return this.repository.of(referralId)
  }

  /** The referrals under way that stand on a consent. */
  standingOn(consentId: string): Promise<ReferralParties[]> {
    return this.repository.standingOn(consentId)
  }
}
