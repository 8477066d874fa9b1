import type { Sentence } from '../../../ui/translate.js'
import { needsFollowUp } from '../domain/outcomes.js'
import { isOpen, isUnderWay } from '../domain/referral-status.js'
import type { OneReferral } from '../use-cases/read-referral.js'

/** Who is waited for, in a sentence and the names that fill it. */
export interface WaitingView {
  readonly sentence: Sentence
  readonly unit: string
  readonly name: string | null
}

/** Every open referral waits for somebody with a name, or for a desk. */
export const waitingFor = ({
  referral,
  names,
  feedback,
  mayBeFollowed,
}: Pick<OneReferral, 'referral' | 'names' | 'feedback' | 'mayBeFollowed'>): WaitingView => {
  const receiver = referral.toUnitName ?? ''
  if (referral.questionAt !== null && isOpen(referral.status))
    return {
      sentence: 'referrals.waiting.question',
      unit: referral.fromUnitName,
      name: names.fromWorkerName,
    }
  if (isUnderWay(referral.status)) {
    const handled = { unit: receiver, name: names.handlerName }
    if (referral.handlerIsAway) return { sentence: 'referrals.waiting.away', ...handled }
    if (referral.cancelAskedAt !== null) return { sentence: 'referrals.waiting.stop', ...handled }
  }
  switch (referral.status) {
    case 'requested':
      return referral.claimedBy === null
        ? { sentence: 'referrals.waiting.desk', unit: receiver, name: null }
        : { sentence: 'referrals.waiting.claimed', unit: receiver, name: names.claimedByName }
    case 'accepted':
      return { sentence: 'referrals.waiting.start', unit: receiver, name: names.handlerName }
    case 'on_hold':
      return { sentence: 'referrals.waiting.hold', unit: receiver, name: names.handlerName }
    case 'in_progress':
      return { sentence: 'referrals.waiting.service', unit: receiver, name: names.handlerName }
    case 'completed':
      return {
        sentence: 'referrals.waiting.confirm',
        unit: referral.fromUnitName,
        name: names.fromWorkerName,
      }
    case 'confirmed':
      // Closed, but not well: while the person is not safe it never says that nobody has to act.
      if (feedback !== null && needsFollowUp(feedback)) {
        return {
          sentence: 'referrals.waiting.follow-up',
          unit: referral.fromUnitName,
          name: names.fromWorkerName,
        }
      }
      return { sentence: 'referrals.waiting.nobody', unit: '', name: null }
    case 'rejected':
    case 'expired':
      // Ended, but nobody helps the person yet.
      return mayBeFollowed
        ? {
            sentence: 'referrals.waiting.elsewhere',
            unit: referral.fromUnitName,
            name: names.fromWorkerName,
          }
        : { sentence: 'referrals.waiting.nobody', unit: '', name: null }
    default:
      return { sentence: 'referrals.waiting.nobody', unit: '', name: null }
  }
}
