import { seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { ReferralAlreadySent, ReferralIncomplete } from '../domain/sending.errors.js'

export type Answer = Promise<Page | SeeOther>

/** A step that comes too early leads to the one before it; a referral already sent, to itself. */
export const orElsewhere = async (id: string, work: () => Promise<Page | SeeOther>): Answer => {
  try {
    return await work()
  } catch (error) {
    if (error instanceof ReferralIncomplete) return seeOther(`/referrals/${id}/${error.step}`)
    if (error instanceof ReferralAlreadySent) return seeOther(`/referrals/${id}`)
    throw error
  }
}
