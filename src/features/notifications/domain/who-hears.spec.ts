import { describe, expect, it } from '@jest/globals'
import type { ReferralParties } from '../../referrals/index.js'
import { concernedBy } from './who-hears.js'

const parties: ReferralParties = {
  id: 'referral',
  caseId: 'case',
  status: 'requested',
  fromUnitId: 'child protection',
  fromWorkerId: 'sender',
  toUnitId: "women's services",
  handlerId: null,
  claimedBy: null,
}

describe('who hears', () => {
  it('of a new referral: everybody at the receiving desk', () => {
    expect(concernedBy('referral.requested', parties)).toEqual({
      workerIds: [],
      deskUnitId: "women's services",
    })
  })

  it('of a new referral that was answered meanwhile: nobody', () => {
    expect(concernedBy('referral.requested', { ...parties, status: 'accepted' })).toEqual({
      workerIds: [],
      deskUnitId: null,
    })
  })

  it('of an answer: the worker who sent it', () => {
    for (const event of ['referral.accepted', 'referral.rejected', 'referral.completed'] as const)
      expect(concernedBy(event, { ...parties, status: 'completed' }).workerIds).toEqual(['sender'])
  })

  it('that the loop was closed or the consent withdrawn: the handler', () => {
    const accepted = { ...parties, status: 'accepted', handlerId: 'handler' } as const
    expect(concernedBy('referral.confirmed', accepted).workerIds).toEqual(['handler'])
    expect(concernedBy('consent.withdrawn', accepted).workerIds).toEqual(['handler'])
  })

  it('of a cancellation nobody had taken up: nobody', () => {
    expect(
      concernedBy('referral.cancelled', { ...parties, status: 'cancelled' }).workerIds,
    ).toEqual([])
  })

  it('of a record entered in error: nobody', () => {
    expect(
      concernedBy('referral.completed', { ...parties, status: 'entered_in_error' }).workerIds,
    ).toEqual([])
  })
})
