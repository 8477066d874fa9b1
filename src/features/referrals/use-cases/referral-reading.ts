import { Injectable } from '@nestjs/common'
import { ReferralLists, type ListedReferral } from '../data/referral-lists.js'

/** Referrals for other features, inside their open transaction. */
@Injectable()
export class ReferralReading {
  constructor(private readonly lists: ReferralLists) {}

  /** The referrals of a case its manager may see, newest first; deciding and recording stays with who asks. */
  ofCase(caseId: string): Promise<ListedReferral[]> {
    return this.lists.ofCase(caseId)
  }
}
