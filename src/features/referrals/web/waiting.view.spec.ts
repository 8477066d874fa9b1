import { beforeAll, describe, expect, it } from '@jest/globals'
import { useReferrals, type Cast, type ReferralWorld } from '../testing/use-referrals.js'
import { ReadReferral } from '../use-cases/read-referral.js'
import { RejectReferral } from '../use-cases/reject-referral.js'
import { waitingFor } from './waiting.view.js'

describe('who is waited for', () => {
  const referrals = useReferrals()
  let world: ReferralWorld
  let parties: Cast

  beforeAll(async () => {
    world = referrals()
    parties = await world.parties()
  })

  it('is the sender once a referral came back: nobody helps the person yet', async () => {
    const { id, version } = await world.build.aSentReferral(parties)
    const reason = { reason: 'no_capacity', note: null, suggestedUnitId: null } as const
    await world.find(RejectReferral).run(parties.receiver.actor, id, version, reason)

    const seen = await world.find(ReadReferral).run(parties.sender.actor, id)

    expect(waitingFor(seen)).toMatchObject({
      sentence: 'referrals.waiting.elsewhere',
      unit: parties.sender.unit.name,
    })
  })
})
