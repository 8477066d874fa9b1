import { beforeAll, describe, expect, it } from '@jest/globals'
import { NotFound } from '../../../platform/errors/not-found.js'
import { ReferralNotBack } from '../domain/sending.errors.js'
import type { Handed } from '../testing/referral.builder.js'
import { useReferrals, type Cast, type ReferralWorld } from '../testing/use-referrals.js'
import { AcceptReferral } from './accept-referral.js'
import { CancelReferral } from './cancel-referral.js'
import { ChooseSharing } from './choose-sharing.js'
import { ChooseUnit } from './choose-unit.js'
import { FailReferral } from './fail-referral.js'
import { ReadReferral } from './read-referral.js'
import { RejectReferral } from './reject-referral.js'
import { SendReferral } from './send-referral.js'
import { StartReferral } from './start-referral.js'

const need = { service: 'PSS_BASIC', urgency: 'normal', text: 'Cần tư vấn' } as const

describe('referring again', () => {
  const referrals = useReferrals()
  let world: ReferralWorld
  let parties: Cast

  beforeAll(async () => {
    world = referrals()
    parties = await world.parties()
  })

  const reject = ({ id, version }: Handed): Promise<void> =>
    world.find(RejectReferral).run(parties.receiver.actor, id, version, {
      reason: 'no_capacity',
      note: null,
      suggestedUnitId: null,
    })
  const again = ({ caseId, id }: Handed): Promise<string> =>
    world.find(StartReferral).run(parties.sender.actor, caseId, need, id)
  const read = (who: keyof Cast, id: string) => world.find(ReadReferral).run(parties[who].actor, id)

  it('tells every attempt as one story to the sender, and its own alone to each receiver', async () => {
    const declined = await world.build.aSentReferral(parties)
    await reject(declined)
    const other = await world.aWorker(await world.aUnit('child-protection'))
    const { actor } = parties.sender
    await world.build.aConsent(parties.sender, declined.caseId, other.actor.unitId)
    const second = await again(declined)
    await world.find(ChooseUnit).run(actor, second, 1, other.actor.unitId)
    await world.find(ChooseSharing).run(actor, second, 2, ['identity'])
    await world.find(SendReferral).run(actor, second, 3)
    await world.find(AcceptReferral).run(other.actor, second, 4)

    for (const id of [declined.id, second])
      expect((await read('sender', id)).chain).toMatchObject([
        { id: declined.id, status: 'rejected', reason: 'no_capacity', supersedesId: null },
        { id: second, status: 'accepted', reason: null, supersedesId: declined.id },
      ])
    expect((await read('sendersSupervisor', second)).chain).toHaveLength(2)

    const told = await world.find(ReadReferral).run(other.actor, second)
    expect(told.chain).toEqual([])
    const { number } = (await read('sender', declined.id)).referral
    expect(JSON.stringify(told)).not.toContain(number)
    await expect(read('receiver', second)).rejects.toThrow(NotFound)
  })

  it('is offered where the help did not come, and to nobody but who refers', async () => {
    const rejected = await world.build.aSentReferral(parties)
    await reject(rejected)
    const failed = await world.build.anAcceptedReferral(parties)
    await world.find(FailReferral).run(parties.receiver.actor, failed.id, failed.version, {
      code: 'contact_lost',
      note: null,
    })
    const cancelled = await world.build.aSentReferral(parties)
    await world.find(CancelReferral).run(parties.sender.actor, cancelled.id, cancelled.version, {
      code: 'other_unit_found',
      note: null,
    })
    const expired = await world.build.aSentReferral(parties)
    await world.owner.query(`UPDATE referral SET status = 'expired' WHERE id = $1`, [expired.id])
    for (const handed of [rejected, failed, cancelled, expired]) {
      expect((await read('sender', handed.id)).mayBeFollowed).toBe(true)
      expect((await read('sendersSupervisor', handed.id)).mayBeFollowed).toBe(false)
      await again(handed)
    }
    expect((await read('receiver', failed.id)).mayBeFollowed).toBe(false)
  })

  it('takes the place of nothing that is still open, or that has helped', async () => {
    for (const handed of [
      await world.build.aSentReferral(parties),
      await world.build.anAcceptedReferral(parties),
      await world.build.aCompletedReferral(parties),
    ]) {
      expect((await read('sender', handed.id)).mayBeFollowed).toBe(false)
      await expect(again(handed)).rejects.toThrow(ReferralNotBack)
    }
  })

  it('knows of no earlier referral under another case’s address', async () => {
    const declined = await world.build.aSentReferral(parties)
    await reject(declined)
    const caseId = await world.build.aCase(parties.sender)
    await expect(again({ ...declined, caseId })).rejects.toThrow(NotFound)
    const browser = await world.test.browserOf(parties.sender)
    const mixed = await browser.get(`/cases/${caseId}/referrals/new?after=${declined.id}`)
    expect(mixed.status).toBe(404)
    const right = await browser.get(`/cases/${declined.caseId}/referrals/new?after=${declined.id}`)
    expect(right.text).toContain('chỉ gặp nhân viên nữ')
  })
})
