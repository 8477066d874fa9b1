import { describe, expect, it } from '@jest/globals'
import type { ReferralParties } from '../../referrals/index.js'
import { concernedBy } from './who-hears.js'

const parties: ReferralParties = {
  id: 'referral',
  caseId: 'case',
  status: 'requested',
  urgency: 'urgent',
  fromUnitId: 'child protection',
  fromWorkerId: 'sender',
  toUnitId: "women's services",
  handlerId: null,
  claimedBy: null,
}
const accepted = { ...parties, status: 'accepted', handlerId: 'handler' } as const

describe('who hears', () => {
  it('of a new referral: everybody at the receiving desk', () => {
    const { workerIds, deskUnitId } = concernedBy('referral.requested', parties)
    expect({ workerIds, deskUnitId }).toEqual({ workerIds: [], deskUnitId: "women's services" })
  })

  it('of a new referral that was answered meanwhile: nobody', () => {
    const { workerIds, deskUnitId } = concernedBy('referral.requested', accepted)
    expect({ workerIds, deskUnitId }).toEqual({ workerIds: [], deskUnitId: null })
  })

  it('of an answer: the worker who sent it', () => {
    for (const event of [
      'referral.accepted',
      'referral.rejected',
      'referral.held',
      'referral.asked',
      'referral.no-show',
      'referral.expired',
      'referral.completed',
    ] as const)
      expect(concernedBy(event, { ...parties, status: 'completed' }).workerIds).toEqual(['sender'])
  })

  it('that the loop was closed or the consent has ended: the handler', () => {
    for (const event of [
      'referral.confirmed',
      'referral.cancel-asked',
      'consent.withdrawn',
      'consent.expired',
    ] as const)
      expect(concernedBy(event, accepted).workerIds).toEqual(['handler'])
  })

  it('of a reminder: who has taken it up, or else the desk', () => {
    expect(concernedBy('referral.reminded', parties).deskUnitId).toBe("women's services")
    expect(
      concernedBy('referral.reminded', { ...parties, claimedBy: 'claimant' }).workerIds,
    ).toEqual(['claimant'])
    expect(concernedBy('referral.reminded', accepted).workerIds).toEqual(['handler'])
    const { workerIds, deskUnitId } = concernedBy('referral.reminded', {
      ...accepted,
      status: 'completed',
    })
    expect({ workerIds, deskUnitId }).toEqual({ workerIds: [], deskUnitId: null })
  })

  it('of a clock that ran out: the supervisors, then the coordination body', () => {
    expect(concernedBy('referral.escalated', parties, 'supervisor')).toMatchObject({
      supervisorsOfUnitId: "women's services",
      coordinationOverUnitId: null,
    })
    expect(concernedBy('referral.escalated', parties, 'coordination')).toMatchObject({
      supervisorsOfUnitId: null,
      coordinationOverUnitId: "women's services",
    })
  })

  it('of a cancellation nobody had taken up: nobody', () => {
    expect(
      concernedBy('referral.cancelled', { ...parties, status: 'cancelled' }).workerIds,
    ).toEqual([])
  })

  it('of a record entered in error: nobody, except that it was', () => {
    const mistaken = { ...accepted, status: 'entered_in_error' } as const
    expect(concernedBy('referral.completed', mistaken).workerIds).toEqual([])
    expect(concernedBy('referral.entered-in-error', mistaken).workerIds).toEqual([
      'sender',
      'handler',
    ])
  })
})
