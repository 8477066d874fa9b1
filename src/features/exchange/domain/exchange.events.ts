import type { DomainEvent } from '../../../platform/outbox/domain-event.js'

/** Five wrong codes: the sender has to hear of it, whoever guessed. */
export const linkLocked = (referralId: string, caseId: string): DomainEvent => ({
  type: 'exchange.link-locked',
  subjectId: referralId,
  caseId,
})

/** The link has run out while the referral still waits. */
export const linkExpired = (referralId: string, caseId: string): DomainEvent => ({
  type: 'exchange.link-expired',
  subjectId: referralId,
  caseId,
})
