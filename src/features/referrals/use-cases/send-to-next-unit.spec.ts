import { beforeAll, describe, expect, it } from '@jest/globals'
import { NotFound } from '../../../platform/errors/not-found.js'
import { ReferralAlreadySentOn, ReferralNotBack } from '../domain/sending.errors.js'
import type { Handed } from '../testing/referral.builder.js'
import { useReferrals, type Cast, type ReferralWorld } from '../testing/use-referrals.js'
import { ReadReferral } from './read-referral.js'
import { SendReferral } from './send-referral.js'
import { SendToNextUnit } from './send-to-next-unit.js'

describe('a referral that came back', () => {
  const referrals = useReferrals()
  let world: ReferralWorld
  let parties: Cast

  beforeAll(async () => {
    world = referrals()
    parties = await world.parties()
  })

  const anExpired = async (): Promise<Handed> => {
    const handed = await world.build.aSentReferral(parties, { need: { urgency: 'emergency' } })
    await world.test.ringTimers(new Date(world.test.clock.now().getTime() + 4 * 3_600_000))
    return handed
  }
  const read = (who: keyof Cast, id: string) => world.find(ReadReferral).run(parties[who].actor, id)
  const again = (who: keyof Cast, id: string, toUnitId: string) =>
    world.find(SendToNextUnit).run(parties[who].actor, id, toUnitId)

  it('goes to the next best unit, and on from there, without those already asked', async () => {
    const [second, third] = [
      await world.aWorker(await world.aUnit('womens-services')),
      await world.aWorker(await world.aUnit('womens-services')),
    ]
    const handed = await anExpired()
    const back = await read('sender', handed.id)
    const proposed = back.time.nextUnits?.map(({ unit }) => unit.id) ?? []
    expect(proposed[0]).toBe(back.referral.suggestedUnitId)
    expect(proposed).not.toContain(parties.receiver.unit.id)
    expect(proposed).not.toContain(parties.sender.unit.id)

    const draftId = await again('sender', handed.id, second.unit.id)
    const draft = await read('sender', draftId)
    expect(draft.referral).toMatchObject({
      status: 'draft',
      supersedesId: handed.id,
      toUnitId: second.unit.id,
      service: 'PSS_BASIC',
      urgency: 'emergency',
      // nobody has asked the person about this unit yet
      consentId: null,
      requestedSections: 0,
    })
    expect(draft.preview.need).toBe(back.preview.need)

    // A second press leads to the same draft.
    expect(await again('sender', handed.id, second.unit.id)).toBe(draftId)
    expect((await read('sender', handed.id)).time.nextUnits).toBeNull()

    await world.owner.query(
      `UPDATE referral SET status = 'rejected', reason = 'no_capacity', urgency = 'emergency',
              consent_id = $2, requested_sections = 1 WHERE id = $1`,
      [draftId, handed.consentId],
    )
    const chain = (await read('sender', draftId)).time.nextUnits?.map(({ unit }) => unit.id) ?? []
    expect(chain).toContain(third.unit.id)
    expect(chain).not.toContain(second.unit.id)
    expect(chain).not.toContain(parties.receiver.unit.id)
  })

  it('takes along what the person has already agreed to for that unit, ready to be sent', async () => {
    const other = await world.aWorker(await world.aUnit('womens-services'))
    const handed = await anExpired()
    await world.build.aConsent(parties.sender, handed.caseId, other.unit.id, [
      'contact',
      'incident',
    ])

    const draftId = await again('sender', handed.id, other.unit.id)

    const { referral } = await read('sender', draftId)
    expect(referral.consentId).not.toBeNull()
    await world.find(SendReferral).run(parties.sender.actor, draftId, referral.version)
    expect((await read('sender', draftId)).referral.status).toBe('requested')
    await expect(again('sender', handed.id, other.unit.id)).rejects.toThrow(ReferralAlreadySentOn)
  })

  it('and only then', async () => {
    const other = await world.aUnit('womens-services')
    const waiting = await world.build.aSentReferral(parties)

    await expect(again('sender', waiting.id, other.id)).rejects.toThrow(ReferralNotBack)
    expect((await read('sender', waiting.id)).time.nextUnits).toBeNull()
  })

  it('is sent on by who leads the case, not by the unit that let it lie', async () => {
    const other = await world.aUnit('womens-services')
    const handed = await anExpired()

    for (const who of ['receiver', 'supervisor', 'sendersColleague', 'sendersSupervisor'] as const)
      await expect(again(who, handed.id, other.id)).rejects.toThrow(NotFound)
    expect((await read('sendersSupervisor', handed.id)).time.nextUnits).toBeNull()
  })
})
