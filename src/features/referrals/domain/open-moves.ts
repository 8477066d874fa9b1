import type { Action } from '../../../platform/access/decide.js'
import type { ReferralSide, ReferralStatus } from './referral-status.js'
import { canMove, isOpen, isUnderWay } from './referral-status.js'

/** What the open moves depend on besides who asks. */
export interface MovableReferral {
  readonly status: ReferralStatus
  readonly claimedBy: string | null
  readonly handlerId: string | null
  readonly cancelAskedAt: Date | null
  readonly questionAt: Date | null
  readonly appointmentAt: Date | null
}

type Asked = MovableReferral & { readonly workerId: string; readonly now: Date }

interface MoveRule {
  readonly action: Action
  readonly side: Exclude<ReferralSide, 'system'> | 'either'
  readonly isOpen: (asked: Asked) => boolean
}

const to =
  (status: ReferralStatus, side: ReferralSide, also: (asked: Asked) => boolean = () => true) =>
  (asked: Asked): boolean =>
    canMove(asked.status, status, side) && also(asked)

const begun = ({ status }: Asked): boolean => status === 'in_progress' || status === 'on_hold'

// In the order people read them.
const rules = {
  claim: {
    action: 'referral.claim',
    side: 'receiver',
    isOpen: ({ status, claimedBy, workerId }) => status === 'requested' && claimedBy !== workerId,
  },
  release: {
    action: 'referral.release',
    side: 'receiver',
    isOpen: ({ status, claimedBy, workerId }) => status === 'requested' && claimedBy === workerId,
  },
  'take-over': {
    action: 'referral.take-over',
    side: 'receiver',
    // Before the answer, claiming does the same.
    isOpen: ({ status, handlerId, workerId }) => isUnderWay(status) && handlerId !== workerId,
  },
  accept: { action: 'referral.accept', side: 'receiver', isOpen: to('accepted', 'receiver') },
  reject: { action: 'referral.reject', side: 'receiver', isOpen: to('rejected', 'receiver') },
  'confirm-cancel': {
    action: 'referral.serve',
    side: 'receiver',
    isOpen: to('cancelled', 'receiver', ({ cancelAskedAt }) => cancelAskedAt !== null),
  },
  start: {
    action: 'referral.serve',
    side: 'receiver',
    isOpen: to('in_progress', 'receiver', ({ status }) => status !== 'on_hold'),
  },
  resume: {
    action: 'referral.serve',
    side: 'receiver',
    isOpen: ({ status }) => status === 'on_hold',
  },
  complete: { action: 'referral.serve', side: 'receiver', isOpen: to('completed', 'receiver') },
  appointment: {
    action: 'referral.serve',
    side: 'receiver',
    isOpen: ({ status }) => isUnderWay(status),
  },
  'no-show': {
    action: 'referral.serve',
    side: 'receiver',
    isOpen: ({ status, appointmentAt, now }) =>
      isUnderWay(status) && appointmentAt !== null && appointmentAt <= now,
  },
  ask: { action: 'referral.ask', side: 'receiver', isOpen: ({ status }) => isOpen(status) },
  hold: { action: 'referral.serve', side: 'receiver', isOpen: to('on_hold', 'receiver') },
  fail: { action: 'referral.serve', side: 'receiver', isOpen: to('failed', 'receiver') },
  assign: { action: 'referral.assign', side: 'receiver', isOpen: ({ status }) => isOpen(status) },
  answer: {
    action: 'referral.answer-question',
    side: 'sender',
    isOpen: ({ questionAt, status }) => questionAt !== null && isOpen(status),
  },
  cancel: { action: 'referral.cancel', side: 'sender', isOpen: to('cancelled', 'sender') },
  'ask-to-cancel': {
    action: 'referral.cancel',
    side: 'sender',
    isOpen: (asked) => begun(asked) && asked.cancelAskedAt === null,
  },
  confirm: { action: 'referral.confirm', side: 'sender', isOpen: to('confirmed', 'sender') },
  'enter-in-error': {
    action: 'referral.enter-in-error',
    side: 'either',
    isOpen: ({ status }) => status !== 'draft' && status !== 'entered_in_error',
  },
} as const satisfies Record<string, MoveRule>

/** What a person can do with a referral, besides writing its draft. */
export type MoveName = keyof typeof rules

// Object.keys forgets the keys' type; the table is closed.
export const moveNames = Object.keys(rules) as readonly MoveName[]

/** Asks `decide` for one action. */
export type MayDo = (action: Action) => boolean

/** The moves that the table allows from here and that the asker may make, in the order people read them. */
export const openMovesOf = (
  referral: MovableReferral,
  { side, workerId, now }: { side: Exclude<ReferralSide, 'system'>; workerId: string; now: Date },
  may: MayDo,
): MoveName[] =>
  moveNames.filter((name) => {
    const rule: MoveRule = rules[name]
    return (
      (rule.side === side || rule.side === 'either') &&
      rule.isOpen({ ...referral, workerId, now }) &&
      may(rule.action)
    )
  })
