import { beforeAll, describe, expect, it } from '@jest/globals'
import { InvalidInput } from '../../../platform/web/web-errors.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { useReferrals, type Cast, type ReferralWorld } from '../testing/use-referrals.js'
import { ListReferrals, type ReferralListAsked } from './list-referrals.js'

describe('the lists', () => {
  const referrals = useReferrals()
  let world: ReferralWorld
  let parties: Cast
  let ids: { emergency: string; urgent: string; normal: string; accepted: string; draft: string }

  beforeAll(async () => {
    world = referrals()
    parties = await world.parties()
    const sent = async (urgency: 'emergency' | 'urgent' | 'normal') =>
      (await world.build.aSentReferral(parties, { need: { urgency } })).id
    ids = {
      normal: await sent('normal'),
      urgent: await sent('urgent'),
      emergency: await sent('emergency'),
      accepted: (await world.build.anAcceptedReferral(parties)).id,
      draft: (await world.build.aDraft(parties)).id,
    }
    await world.build.aCompletedReferral(parties)
  })

  const listed = async (
    who: keyof typeof parties,
    asked: Partial<ReferralListAsked> = {},
  ): Promise<string[]> => {
    const view = { direction: 'in', ...asked } as const
    const { items } = await world.find(ListReferrals).run(parties[who].actor, view)
    return items.map(({ id }) => id)
  }

  it('show the desk what has to be answered first, first', async () => {
    expect(await listed('receiver')).toEqual([ids.emergency, ids.urgent, ids.accepted, ids.normal])
  })

  it('show a colleague the desk, but not what somebody else handles', async () => {
    expect(await listed('colleague')).toEqual([ids.emergency, ids.urgent, ids.normal])
  })

  it('show the supervisor all of the unit', async () => {
    expect(await listed('supervisor')).toContain(ids.accepted)
    expect(await listed('supervisor', { statuses: ['completed'] })).toHaveLength(1)
  })

  it('show the sender what was sent, drafts too, and the receiver no draft', async () => {
    expect(await listed('sender', { direction: 'out' })).toHaveLength(6)
    expect(await listed('sender', { direction: 'out', statuses: ['draft'] })).toEqual([ids.draft])
    expect(await listed('receiver', { statuses: ['draft'] })).toEqual([])
    expect(await listed('sender')).toEqual([])
  })

  it('are narrowed by urgency, service and number', async () => {
    expect(await listed('receiver', { urgencies: ['emergency'] })).toEqual([ids.emergency])
    expect(await listed('receiver', { service: 'LEGAL' })).toEqual([])
    const { items } = await world
      .find(ListReferrals)
      .run(parties.receiver.actor, { direction: 'in', urgencies: ['normal'] })
    const number = items[0]?.number.toLowerCase()
    expect(await listed('receiver', { number })).toEqual([ids.normal])
    expect(await listed('receiver', { number: 'Trần Thị Mai' })).toEqual([])
  })

  it('go on where the last page ended, without a gap or a repetition', async () => {
    for (const [who, direction] of [
      ['receiver', 'in'],
      ['sender', 'out'],
    ] as const) {
      const whole = await listed(who, { direction })
      const pages: string[] = []
      let after: string | undefined
      do {
        const slice = await world
          .find(ListReferrals)
          .run(parties[who].actor, { direction, limit: 2, after })
        pages.push(...slice.items.map(({ id }) => id))
        after = slice.next ?? undefined
      } while (after !== undefined)
      expect(pages).toEqual(whole)
    }
  })

  it('take no cursor that is not theirs', async () => {
    const after = Buffer.from(JSON.stringify(['now()', ids.draft])).toString('base64url')
    await expect(
      world.find(ListReferrals).run(parties.receiver.actor, { direction: 'in', after }),
    ).rejects.toThrow(InvalidInput)
  })

  it('count what waits on the desk', async () => {
    expect(await world.find(ListReferrals).desk(parties.receiver.actor)).toEqual({
      waiting: 3,
      overdue: 0,
    })
  })

  it('are not for those who serve no desk', async () => {
    const admin = await world.aWorker(parties.receiver.unit, ['unit-admin'])
    await expect(world.find(ListReferrals).run(admin.actor, { direction: 'in' })).rejects.toThrow(
      NotFound,
    )
  })
})
