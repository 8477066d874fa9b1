import type { Action } from '../../../platform/access/decide.js'
import type { ReferralSide, ReferralStatus } from './referral-status.js'
import { canMove } from './referral-status.js'

/** What a person can do with a referral, besides writing its draft. */
export const moveNames = [
  'claim',
  'release',
  'accept',
  'reject',
  'start',
  'complete',
  'fail',
  'cancel',
  'confirm',
] as const

export type MoveName = (typeof moveNames)[number]

interface MoveRule {
  readonly action: Action
  readonly side: ReferralSide
  /** Null where the status stays as it is. */
  readonly to: ReferralStatus | null
}

const rules: Readonly<Record<MoveName, MoveRule>> = {
  claim: { action: 'referral.claim', side: 'receiver', to: null },
  release: { action: 'referral.release', side: 'receiver', to: null },
  accept: { action: 'referral.accept', side: 'receiver', to: 'accepted' },
  reject: { action: 'referral.reject', side: 'receiver', to: 'rejected' },
  start: { action: 'referral.serve', side: 'receiver', to: 'in_progress' },
  complete: { action: 'referral.serve', side: 'receiver', to: 'completed' },
  fail: { action: 'referral.serve', side: 'receiver', to: 'failed' },
  cancel: { action: 'referral.cancel', side: 'sender', to: 'cancelled' },
  confirm: { action: 'referral.confirm', side: 'sender', to: 'confirmed' },
}

/** Asks `decide` for one action. */
export type MayDo = (action: Action) => boolean

/** The moves that the table allows from here and that the asker may make, in the order people read them. */
export const openMovesOf = (
  { status, claimedBy }: { readonly status: ReferralStatus; readonly claimedBy: string | null },
  side: ReferralSide,
  workerId: string,
  may: MayDo,
): MoveName[] =>
  moveNames.filter((name) => {
    const rule = rules[name]
    if (rule.side !== side || !may(rule.action)) return false
    if (name === 'claim') return status === 'requested' && claimedBy !== workerId
    if (name === 'release') return status === 'requested' && claimedBy === workerId
    return rule.to !== null && canMove(status, rule.to, side)
  })
