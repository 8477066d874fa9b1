import { Injectable } from '@nestjs/common'
import { ReferralLists, type ListedReferral } from '../data/referral-lists.js'
import { ReferralStory, type CaseStoryRow, type Named } from '../data/referral-story.js'
import { SharesRepository } from '../data/shares.repository.js'
import { PartiesRepository, type ReferralParties } from '../data/referral-parties.js'

export type { CaseStoryRow } from '../data/referral-story.js'

/** Referrals for other features, inside their open transaction; deciding and recording stays with who asks. */
@Injectable()
export class ReferralReading {
  constructor(
    private readonly lists: ReferralLists,
    private readonly repository: PartiesRepository,
    private readonly stories: ReferralStory,
    private readonly shares: SharesRepository,
  ) {}

  /** The referrals of a case its manager may see, newest first. */
  ofCase(caseId: string): Promise<ListedReferral[]> {
    return this.lists.ofCase(caseId)
  }

  /** The latest that happened to them, newest first. */
  storyOfCase(caseId: string): Promise<CaseStoryRow[]> {
    return this.stories.ofCase(caseId)
  }

  /** Who gives the service; null until somebody does. */
  async handlerName(referral: Named): Promise<string | null> {
    return (await this.stories.names(referral)).handlerName
  }

  /** The receivers' unanswered questions for more, for who manages the case. */
  questionsForMore(
    caseId: string,
  ): Promise<{ referralId: string; number: string; unitName: string }[]> {
    return this.shares.openOfCase(caseId)
  }

  /** Who has to do with a referral now. */
  parties(referralId: string): Promise<ReferralParties | undefined> {
    return this.repository.of(referralId)
  }

  /** The referrals under way that stand on a consent, and those whose receivers were told to stop. */
  standingOn(consentId: string): Promise<ReferralParties[]> {
    return this.repository.standingOn(consentId)
  }
}
