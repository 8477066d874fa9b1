import { describe, expect, it } from '@jest/globals'
import {
  acceptReferral,
  acknowledgeReferral,
  askToCancelReferral,
  cancelReferral,
  completeReferral,
  confirmReferral,
  expireReferral,
  expiresAt,
  failReferral,
  holdReferral,
  markReferralInError,
  rejectReferral,
  resumeReferral,
  sendReferral,
  startReferral,
  type ReasonedMove,
} from './referral-moves.js'
import {
  ReferralAlreadyAnswered,
  ReferralCancellationNotAsked,
  ReferralMoveNotAllowed,
  ReferralMoveOfOtherSide,
  ReferralNotYetExpired,
  ReferralReasonMissing,
} from './referral.errors.js'
import { draftReferral, dueTimes, overdueClocks, runningClocks, type Referral } from './referral.js'

const at = (time: string): Date => new Date(`2026-03-06T${time}:00+07:00`)
const sender = (time: string) => ({ side: 'sender', at: at(time) }) as const
const receiver = (time: string) => ({ side: 'receiver', at: at(time) }) as const
const because = <M extends object>(move: M, code: string): M & Pick<ReasonedMove, 'reason'> => ({
  ...move,
  reason: { code, note: null },
})

const sent = (): Referral => sendReferral(draftReferral('emergency'), sender('09:00'))
const accepted = (): Referral => acceptReferral(sent(), receiver('10:00'))
const begun = (): Referral => startReferral(accepted(), receiver('11:00'))

describe('a referral', () => {
  it('goes from draft to a closed loop', () => {
    const completed = completeReferral(begun(), { ...receiver('15:00'), outcome: 'given_in_full' })
    const feedback = { received: 'yes', safe: 'yes', helpful: 'partly' } as const
    expect(confirmReferral(completed, { ...sender('18:00'), feedback })).toEqual({
      ...draftReferral('emergency'),
      status: 'confirmed',
      sentAt: at('09:00'),
      acknowledgedAt: at('10:00'),
      answeredAt: at('10:00'),
      startedAt: at('11:00'),
      endedAt: at('15:00'),
      confirmedAt: at('18:00'),
      outcome: 'given_in_full',
      feedback,
    })
  })

  it('leaves the state it came from untouched', () => {
    const before = sent()
    acceptReferral(before, receiver('10:00'))
    expect(before.status).toBe('requested')
  })

  it('is accepted by the receiver only', () => {
    expect(() => acceptReferral(sent(), sender('10:00'))).toThrow(ReferralMoveOfOtherSide)
  })

  it('is sent and confirmed by the sender only', () => {
    expect(() => sendReferral(draftReferral('normal'), receiver('09:00'))).toThrow(
      ReferralMoveOfOtherSide,
    )
  })

  it('is answered once: the first answer counts', () => {
    const late = because(receiver('10:01'), 'no_capacity')
    expect(() => rejectReferral(accepted(), late)).toThrow(ReferralAlreadyAnswered)
    const rejected = rejectReferral(sent(), because(receiver('09:30'), 'no_capacity'))
    expect(() => acceptReferral(rejected, receiver('09:31'))).toThrow(ReferralAlreadyAnswered)
  })

  it('is declined with a reason and the name of another unit', () => {
    const move = { ...because(receiver('09:30'), 'outside_area'), suggestedUnitId: 'peace-house' }
    expect(rejectReferral(sent(), move)).toMatchObject({
      status: 'rejected',
      statusReason: { code: 'outside_area', note: null },
      suggestedUnitId: 'peace-house',
      endedAt: at('09:30'),
    })
  })

  it('is not declined with a reason from another list', () => {
    expect(() => rejectReferral(sent(), because(receiver('09:30'), 'person_left'))).toThrow(
      ReferralReasonMissing,
    )
    expect(() => rejectReferral(sent(), because(receiver('09:30'), ''))).toThrow(
      ReferralReasonMissing,
    )
  })

  it('does not skip its answer', () => {
    expect(() => startReferral(sent(), receiver('10:00'))).toThrow(ReferralMoveNotAllowed)
  })

  it('fails with a reason', () => {
    const failed = failReferral(begun(), because(receiver('14:00'), 'contact_lost'))
    expect(failed).toMatchObject({ status: 'failed', endedAt: at('14:00') })
  })

  it('can be entered in error, once', () => {
    const wrong = markReferralInError(sent(), because(sender('09:05'), 'wrong_person'))
    expect(wrong.status).toBe('entered_in_error')
    expect(() => markReferralInError(wrong, because(sender('09:06'), 'wrong_unit'))).toThrow(
      ReferralMoveNotAllowed,
    )
  })
})

describe('seeing a referral', () => {
  it('is noted once and answers nothing', () => {
    const seen = acknowledgeReferral(sent(), receiver('09:10'))
    expect(seen).toMatchObject({ status: 'requested', acknowledgedAt: at('09:10') })
    expect(acknowledgeReferral(seen, receiver('09:20'))).toBe(seen)
  })

  it('is not for the sender', () => {
    expect(() => acknowledgeReferral(sent(), sender('09:10'))).toThrow(ReferralMoveOfOtherSide)
  })
})

describe('a pause', () => {
  it('moves the due time of the service by its length', () => {
    const held = holdReferral(begun(), because(receiver('12:00'), 'person_asked'))
    expect(dueTimes(held)['first-service']).toBeNull()
    const resumed = resumeReferral(held, receiver('14:00'))
    expect(resumed.status).toBe('in_progress')
    expect(dueTimes(resumed)['first-service']).toEqual(new Date('2026-03-07T11:00:00+07:00'))
  })

  it('ends when the service is completed from it', () => {
    const held = holdReferral(accepted(), because(receiver('12:00'), 'waiting_for_place'))
    const done = completeReferral(held, { ...receiver('13:00'), outcome: 'given_in_part' })
    expect(done.pauses).toEqual([{ from: at('12:00'), to: at('13:00') }])
  })

  it('is not resumed by starting anew', () => {
    const held = holdReferral(begun(), because(receiver('12:00'), 'person_asked'))
    expect(() => startReferral(held, receiver('14:00'))).toThrow(ReferralMoveNotAllowed)
    expect(() => resumeReferral(accepted(), receiver('14:00'))).toThrow(ReferralMoveNotAllowed)
  })
})

describe('cancelling', () => {
  it('is the sender’s right before the service begins', () => {
    const cancelled = cancelReferral(accepted(), because(sender('10:30'), 'person_declined'))
    expect(cancelled.status).toBe('cancelled')
  })

  it('takes both once the service has begun: the sender asks, the receiver confirms', () => {
    const move = because(receiver('12:30'), 'consent_withdrawn')
    expect(() => cancelReferral(begun(), because(sender('12:00'), 'consent_withdrawn'))).toThrow(
      ReferralMoveOfOtherSide,
    )
    expect(() => cancelReferral(begun(), move)).toThrow(ReferralCancellationNotAsked)
    const asked = askToCancelReferral(begun(), sender('12:00'))
    expect(cancelReferral(asked, move).status).toBe('cancelled')
  })

  it('is not asked for by the receiver, nor of what nobody has accepted', () => {
    expect(() => askToCancelReferral(begun(), receiver('12:00'))).toThrow(ReferralMoveOfOtherSide)
    expect(() => askToCancelReferral(sent(), sender('12:00'))).toThrow(ReferralMoveNotAllowed)
  })
})

describe('time', () => {
  it('lets an unanswered referral go back to the sender after twice the time to answer', () => {
    expect(expiresAt(sent())).toEqual(at('13:00'))
    const system = (time: string) => ({ side: 'system', at: at(time) }) as const
    expect(() => expireReferral(sent(), system('12:59'))).toThrow(ReferralNotYetExpired)
    expect(expireReferral(sent(), system('13:00')).status).toBe('expired')
    expect(() => expireReferral(accepted(), system('13:00'))).toThrow(ReferralMoveNotAllowed)
  })

  it('runs until each step is done', () => {
    expect(runningClocks(sent())).toEqual(['acknowledge', 'answer', 'first-service'])
    expect(runningClocks(accepted())).toEqual(['first-service'])
    expect(runningClocks(begun())).toEqual([])
    expect(runningClocks(draftReferral('normal'))).toEqual([])
  })

  it('shows what is late', () => {
    expect(overdueClocks(sent(), at('10:30'))).toEqual(['acknowledge'])
    expect(overdueClocks(sent(), at('11:00'))).toEqual(['acknowledge', 'answer'])
    expect(overdueClocks(accepted(), at('11:00'))).toEqual([])
  })
})
