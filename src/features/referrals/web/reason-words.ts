import { isSentence, type Sentence } from '../../../ui/translate.js'
import type { ReferralStatus } from '../domain/referral-status.js'

const listOf: Partial<Record<ReferralStatus, string>> = {
  rejected: 'rejection',
  cancelled: 'cancellation',
  on_hold: 'hold',
  failed: 'failure',
  entered_in_error: 'error',
}

/** The sentence of a reason, from the list of the state it led to. */
export const reasonSentence = (
  toStatus: ReferralStatus | null,
  reason: string | null,
): Sentence | null => {
  const list = toStatus === null ? undefined : listOf[toStatus]
  const key = `code.${list ?? ''}.${reason ?? ''}`
  return list !== undefined && reason !== null && isSentence(key) ? key : null
}
