import type { ReferralStatus } from './referral-status.js'

/** What the other side, and others, are told of; ids only. */
export const referralEventTypes = [
  'referral.requested',
  'referral.accepted',
  'referral.rejected',
  'referral.started',
  'referral.completed',
  'referral.failed',
  'referral.cancelled',
  'referral.confirmed',
  'referral.expired',
  'referral.held',
  'referral.resumed',
  'referral.appointment-set',
  'referral.no-show',
  'referral.asked',
  'referral.answered',
  'referral.cancel-asked',
  'referral.assigned',
  'referral.entered-in-error',
] as const

export type ReferralEventType = (typeof referralEventTypes)[number]

/** A referral has moved; the parties are read from the referral itself. */
export class ReferralMoved {
  readonly data: { readonly to: ReferralStatus }

  constructor(
    readonly type: ReferralEventType,
    readonly subjectId: string,
    readonly caseId: string,
    to: ReferralStatus,
  ) {
    this.data = { to }
  }
}

/** What happens to sharing after a referral was sent; its state stays as it is. */
export type SharingEventType =
  | 'referral.shared-more'
  | 'referral.more-asked'
  | 'referral.more-declined'
  | 'referral.stop-understood'
  | 'referral.told-by-phone'

/** Sharing was widened, asked for, declined, or known to have ended. */
export class SharingMoved {
  constructor(
    readonly type: SharingEventType,
    readonly subjectId: string,
    readonly caseId: string,
  ) {}
}
