import type { DomainEvent } from '../../../platform/outbox/domain-event.js'

/** What the sender is told of. */
export const exchangeEventTypes = ['exchange.link-locked', 'exchange.link-expired'] as const

/** Five wrong codes: the sender has to hear of it, whoever guessed. */
export const linkLocked = (referralId: string, caseId: string): DomainEvent => ({
  type: 'exchange.link-locked',
  subjectId: referralId,
  caseId,
})

/** The timer of a referral's link in force: a new link moves it. */
export const expiryTimer = 'link:expiry'

/** The link has run out while the referral still waits. */
export const linkExpired = (referralId: string, caseId: string): DomainEvent => ({
  type: 'exchange.link-expired',
  subjectId: referralId,
  caseId,
})

/** Sharing with a unit outside has ended: whoever sent the referral has to call there. */
export const tellByPhone = (referralId: string, caseId: string): DomainEvent => ({
  type: 'exchange.tell-by-phone',
  subjectId: referralId,
  caseId,
})
