import { beforeAll, describe, expect, it } from '@jest/globals'
import { addDays, localTimeOf } from '../../../platform/clock/local-time.js'
import { InvalidInput } from '../../../platform/web/web-errors.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Absences } from '../../accounts/index.js'
import { deskLanes, type DeskLane } from '../domain/desk-lanes.js'
import type { AtWork } from '../testing/referral.builder.js'
import { useReferrals, type Cast, type ReferralWorld } from '../testing/use-referrals.js'
import { AskQuestion } from './ask-question.js'
import { ClaimReferral } from './claim-referral.js'
import { HoldReferral } from './hold-referral.js'
import { ListReferrals, type Direction, type ReferralListAsked } from './list-referrals.js'

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
      lanes: { unclaimed: 3, mine: 1, colleagues: 0, away: 0, question: 0 },
    })
  })

  it('are not for those who serve no desk', async () => {
    const admin = await world.aWorker(parties.receiver.unit, ['unit-admin'])
    const lists = world.find(ListReferrals)
    await expect(lists.run(admin.actor, { direction: 'in' })).rejects.toThrow(NotFound)
    await expect(lists.desk(admin.actor)).rejects.toThrow(NotFound)
  })

  describe('say who is waited for', () => {
    let cast: Cast
    let at: Record<'new' | 'mine' | 'claimed' | 'held' | 'orphan' | 'left', string>

    beforeAll(async () => {
      cast = await world.parties()
      const absent = await world.aWorker(cast.receiver.unit)
      const taken = async (by: AtWork) => {
        const { id, version } = await world.build.aSentReferral(cast)
        await world.find(ClaimReferral).run(by.actor, id, version)
        return id
      }
      const mine = await world.build.anAcceptedReferral(cast)
      const { actor } = cast.receiver
      await world.find(AskQuestion).run(actor, mine.id, mine.version, 'Có cần phiên dịch không?')
      const held = await world.build.anAcceptedReferral(cast)
      const pause = { code: 'person_asked', note: null } as const
      await world.find(HoldReferral).run(actor, held.id, held.version, pause)
      at = {
        new: (await world.build.aSentReferral(cast)).id,
        mine: mine.id,
        claimed: await taken(cast.colleague),
        held: held.id,
        orphan: (await world.build.anAcceptedReferral({ ...cast, receiver: absent })).id,
        left: await taken(absent),
      }
      const today = localTimeOf(new Date()).date
      await world
        .find(Absences)
        .record(absent.actor, { workerId: absent.id, from: today, until: addDays(today, 1) })
    })

    const inLane = async (who: AtWork, lane: DeskLane, direction: Direction = 'in') => {
      const { items } = await world.find(ListReferrals).run(who.actor, { direction, lane })
      return new Set(items.map(({ id }) => id))
    }

    it('at the desk and among what was accepted', async () => {
      for (const [lane, ofWorker, ofUnit] of [
        ['unclaimed', [at.new], [at.new]],
        ['mine', [at.mine, at.held], []],
        ['colleagues', [at.claimed], [at.claimed, at.mine, at.held]],
        ['away', [at.orphan, at.left], [at.orphan, at.left]],
        ['question', [at.mine], [at.mine]],
      ] as const) {
        expect([lane, await inLane(cast.receiver, lane)]).toEqual([lane, new Set(ofWorker)])
        expect([lane, await inLane(cast.supervisor, lane)]).toEqual([lane, new Set(ofUnit)])
      }
      const lists = world.find(ListReferrals)
      expect((await lists.desk(cast.receiver.actor)).lanes).toEqual({
        unclaimed: 1,
        mine: 2,
        colleagues: 1,
        away: 2,
        question: 1,
      })
      expect((await lists.desk(cast.supervisor.actor)).lanes).toMatchObject({ colleagues: 3 })
    })

    it('name whoever has it, and that they are away', async () => {
      const { items } = await world
        .find(ListReferrals)
        .run(cast.receiver.actor, { direction: 'in', lane: 'away' })
      expect(items.map(({ isOrphaned }) => isOrphaned)).toEqual([true, true])
    })

    it('put what pauses last, and page on to it', async () => {
      const run = world.find(ListReferrals)
      const asked = { direction: 'in', lane: 'mine', limit: 1 } as const
      const first = await run.run(cast.receiver.actor, asked)
      expect(first.items.map(({ id }) => id)).toEqual([at.mine])
      const after = first.next ?? undefined
      const second = await run.run(cast.receiver.actor, { ...asked, after })
      expect(second.items.map(({ id }) => id)).toEqual([at.held])
      expect(second.next).toBeNull()
    })

    it('to the sender only what it was asked, and to another unit nothing', async () => {
      expect(await inLane(cast.sender, 'question', 'out')).toEqual(new Set([at.mine]))
      expect(await inLane(cast.sendersSupervisor, 'question', 'out')).toEqual(new Set([at.mine]))
      expect(await inLane(cast.sendersColleague, 'question', 'out')).toEqual(new Set())
      expect(await inLane(cast.sender, 'mine', 'out')).toEqual(new Set())
      for (const lane of deskLanes)
        expect(await inLane(cast.sendersSupervisor, lane)).toEqual(new Set())
    })
  })
})
