import { beforeAll, describe, expect, it } from '@jest/globals'
import { system, type WorkerActor } from '../../../platform/access/actor.js'
import { statement } from '../../../platform/database/statement.js'
import { Database, Transactions } from '../../../platform/database/transactions.js'
import { DeliverEvent } from '../../../platform/outbox/deliver-event.js'
import type { Handed } from '../testing/referral.builder.js'
import { useReferrals, type Cast, type ReferralWorld } from '../testing/use-referrals.js'
import { AcceptReferral } from './accept-referral.js'
import { ClaimReferral } from './claim-referral.js'
import { FollowClocks } from './follow-clocks.js'
import { HoldReferral } from './hold-referral.js'
import { ReadReferral } from './read-referral.js'
import { ResumeService } from './resume-service.js'
import { StartService } from './start-service.js'

const hour = 3_600_000

describe('the clocks of a referral', () => {
  const referrals = useReferrals()
  let world: ReferralWorld
  let parties: Cast
  let coordinator: string

  beforeAll(async () => {
    world = referrals()
    parties = await world.parties()
    coordinator = await aCoordinator('48')
  })

  const aCoordinator = async (province: string | null): Promise<string> => {
    const office = await world.aUnit('womens-services', { services: [] })
    const { id } = await world.aWorker(office, ['coordinator'])
    await world.owner.query('UPDATE worker SET scope_province = $2 WHERE id = $1', [id, province])
    return id
  }
  const anEmergency = (changes: Partial<Cast> = {}): Promise<Handed> =>
    world.build.aSentReferral({ ...parties, ...changes }, { need: { urgency: 'emergency' } })
  const hoursAfter = async ({ id }: Handed, hours: number): Promise<Date> => {
    const { rows } = await world.owner.query<{ at: Date }>(
      'SELECT sent_at AS at FROM referral WHERE id = $1',
      [id],
    )
    return new Date((rows[0]?.at.getTime() ?? 0) + hours * hour)
  }
  /** Lets so many hours pass since it was sent. */
  const letPass = async (handed: Handed, hours: number): Promise<void> =>
    world.test.ringTimers(await hoursAfter(handed, hours))
  const told = async ({ id }: Handed): Promise<string[]> => {
    const { rows } = await world.owner.query<{ what: string }>(
      `SELECT clock || ' ' || level || ' ' || reaches AS what FROM referral_escalation
        WHERE referral_id = $1 ORDER BY at, clock, level`,
      [id],
    )
    return rows.map(({ what }) => what)
  }
  const names = async ({ id }: Handed, clock: string, level: string): Promise<string[]> => {
    const { rows } = await world.owner.query<{ told: string[] }>(
      `SELECT told FROM referral_escalation WHERE referral_id = $1 AND clock = $2 AND level = $3`,
      [id, clock, level],
    )
    return rows[0]?.told ?? []
  }
  const events = async ({ id }: Handed): Promise<string[]> => {
    const { rows } = await world.owner.query<{ what: string }>(
      `SELECT concat_ws(' ', type, payload ->> 'clock', payload ->> 'level') AS what
         FROM outbox_event
        WHERE subject_id = $1 AND type IN ('referral.reminded', 'referral.escalated',
                                           'referral.expired')
        ORDER BY created_at, id`,
      [id],
    )
    return rows.map(({ what }) => what)
  }
  const stateOf = async ({ id }: Handed) => {
    const { rows } = await world.owner.query<{
      status: string
      version: number
      escalation_level: string | null
      suggested_unit_id: string | null
      ended_at: Date | null
    }>('SELECT * FROM referral WHERE id = $1', [id])
    return rows[0]
  }
  const timersOf = async ({ id }: Handed): Promise<Date[]> => {
    const { rows } = await world.owner.query<{ due_at: Date }>(
      'SELECT due_at FROM timer WHERE subject_id = $1',
      [id],
    )
    return rows.map((row) => row.due_at)
  }

  it('start with the sending: one timer, at the first step', async () => {
    const handed = await anEmergency()

    expect(await timersOf(handed)).toEqual([await hoursAfter(handed, 0.5)])
  })

  it('remind the desk, tell the supervisor, tell the coordinator, each once and in time', async () => {
    const handed = await anEmergency()

    await letPass(handed, 0.5)
    expect(await told(handed)).toEqual(['acknowledge remind desk'])
    await letPass(handed, 1)
    expect(await told(handed)).toContain('acknowledge supervisor supervisor')
    expect(await names(handed, 'acknowledge', 'supervisor')).toEqual([parties.supervisor.id])
    await letPass(handed, 3)

    expect(await told(handed)).toEqual([
      'acknowledge remind desk',
      'acknowledge supervisor supervisor',
      'answer remind desk',
      'acknowledge coordination coordination',
      'answer supervisor supervisor',
      'answer coordination coordination',
    ])
    expect(await names(handed, 'answer', 'coordination')).toEqual([coordinator])
    expect(await events(handed)).toEqual([
      'referral.reminded acknowledge remind',
      'referral.reminded answer remind',
      'referral.escalated acknowledge supervisor',
      'referral.escalated acknowledge coordination',
      'referral.escalated answer supervisor',
      'referral.escalated answer coordination',
    ])
    expect(await stateOf(handed)).toMatchObject({
      status: 'requested',
      escalation_level: 'coordination',
      // what somebody writes meanwhile stays valid
      version: handed.version,
    })
  })

  it('stop for what was done: a claimed one reminds its claimant, an accepted one asks for service', async () => {
    const handed = await anEmergency()
    await world.find(ClaimReferral).run(parties.receiver.actor, handed.id, handed.version)
    await letPass(handed, 1.2)
    expect(await told(handed)).toEqual(['answer remind holder'])
    expect(await names(handed, 'answer', 'remind')).toEqual([parties.receiver.id])

    await world.find(AcceptReferral).run(parties.receiver.actor, handed.id, handed.version + 1)
    await letPass(handed, 13)
    expect(await told(handed)).toEqual(['answer remind holder', 'first-service remind holder'])

    await world.find(StartService).run(parties.receiver.actor, handed.id, handed.version + 2)
    await letPass(handed, 100)
    expect(await told(handed)).toHaveLength(2)
    expect(await timersOf(handed)).toEqual([])
  })

  it('stand still on hold, and stop when the service begins after it', async () => {
    const handed = await anEmergency()
    const { actor } = parties.receiver
    await world.find(AcceptReferral).run(actor, handed.id, handed.version)
    await world.find(HoldReferral).run(actor, handed.id, handed.version + 1, {
      code: 'waiting_for_documents',
      note: null,
    })
    await letPass(handed, 40)
    expect(await told(handed)).toEqual([])

    await world.find(ResumeService).run(actor, handed.id, handed.version + 2)
    await letPass(handed, 100)
    expect(await told(handed)).toEqual([])
  })

  it('give an unanswered one back to its sender, with the next best unit', async () => {
    await world.aUnit('womens-services')
    const handed = await anEmergency()
    await letPass(handed, 4)

    const state = await stateOf(handed)
    expect(state).toMatchObject({ status: 'expired' })
    expect(state?.ended_at?.getTime()).toBeGreaterThanOrEqual(
      (await hoursAfter(handed, 4)).getTime(),
    )
    expect(state?.suggested_unit_id).not.toBeNull()
    expect(state?.suggested_unit_id).not.toBe(parties.receiver.unit.id)
    expect((await events(handed)).at(-1)).toBe('referral.expired')
    expect(await timersOf(handed)).toEqual([])

    const { story } = await world.find(ReadReferral).run(parties.sender.actor, handed.id)
    expect(story.map(({ kind }) => kind)).toEqual([
      'requested',
      'reminded',
      'reminded',
      'escalated-supervisor',
      'escalated-coordination',
      'escalated-supervisor',
      'escalated-coordination',
      'expired',
    ])
    expect(story.at(-1)).toMatchObject({ byName: null, toStatus: 'expired' })
  })

  it('end one that a colleague claimed and forgot', async () => {
    const handed = await anEmergency()
    await world.find(ClaimReferral).run(parties.receiver.actor, handed.id, handed.version)
    await letPass(handed, 4)

    expect(await stateOf(handed)).toMatchObject({ status: 'expired' })
  })

  it('do all that was missed when nothing ran for a week, and remind nobody of what is over', async () => {
    const handed = await anEmergency()
    world.test.clock.comeTo(await hoursAfter(handed, 7 * 24))
    await letPass(handed, 7 * 24)

    expect(await told(handed)).toEqual(
      expect.arrayContaining(['answer supervisor supervisor', 'answer coordination coordination']),
    )
    expect((await told(handed)).join()).not.toContain('remind')
    expect(await stateOf(handed)).toMatchObject({ status: 'expired' })
  })

  it('do nothing twice, when the same event is delivered twice and two workers follow at once', async () => {
    const handed = await anEmergency()
    await letPass(handed, 1.1)
    const before = await events(handed)
    const { rows } = await world.owner.query<{ id: string }>(
      `SELECT id FROM outbox_event WHERE subject_id = $1 AND type = 'referral.clock'`,
      [handed.id],
    )
    const follow = () =>
      world
        .find(Transactions)
        .run(system('delivery'), () => world.find(FollowClocks).run(handed.id))

    for (const { id } of rows) await world.find(DeliverEvent).run(id)
    await Promise.all([follow(), follow(), follow()])
    expect(await events(handed)).toEqual(before)

    world.test.clock.comeTo(await hoursAfter(handed, 2))
    await Promise.all([follow(), follow(), follow()])
    expect(
      (await events(handed)).filter((each) => each.endsWith('answer supervisor')),
    ).toHaveLength(1)
  })

  it('let acceptance and expiry meet, and only one of them happens', async () => {
    const handed = await anEmergency()
    world.test.clock.comeTo(await hoursAfter(handed, 4))
    const outcomes = await Promise.allSettled([
      world.find(AcceptReferral).run(parties.receiver.actor, handed.id, handed.version),
      world
        .find(Transactions)
        .run(system('delivery'), () => world.find(FollowClocks).run(handed.id)),
    ])
    await letPass(handed, 5)

    const isAccepted = outcomes[0].status === 'fulfilled'
    expect(await stateOf(handed)).toMatchObject({ status: isAccepted ? 'accepted' : 'expired' })
    expect((await events(handed)).includes('referral.expired')).toBe(!isAccepted)
  })

  it('go to the desk and the coordinator where a unit has no supervisor', async () => {
    const alone = await world.aUnit('womens-services')
    const receiver = await world.aWorker(alone)
    const handed = await anEmergency({ receiver })
    await letPass(handed, 1)

    expect(await told(handed)).toContain('acknowledge supervisor desk-and-coordination')
    expect(await names(handed, 'acknowledge', 'supervisor')).toEqual([coordinator])
    expect(await events(handed)).toEqual([
      'referral.reminded acknowledge remind',
      'referral.reminded answer remind',
      'referral.reminded acknowledge supervisor',
      'referral.escalated acknowledge coordination',
    ])
  })

  it('go to the sender where nobody is above the desk, or the unit has no Bến An', async () => {
    const farAway = await world.aUnit('womens-services', { provinceCode: '01' })
    const handed = await anEmergency({ receiver: await world.aWorker(farAway) })
    await letPass(handed, 1)
    expect(await told(handed)).toContain('acknowledge supervisor sender')
    expect(await names(handed, 'acknowledge', 'supervisor')).toEqual([parties.sender.id])

    const outside = await world.aUnit('womens-services')
    const toOutside = await world.build.aDraft(
      { ...parties, receiver: await world.aWorker(outside) },
      { need: { urgency: 'emergency' } },
    )
    await world.owner.query('UPDATE worker SET active = false WHERE unit_id = $1', [outside.id])
    await world.owner.query('UPDATE unit SET on_ben_an = false WHERE id = $1', [outside.id])
    await world.send(parties, toOutside)
    await letPass(toOutside, 0.5)
    expect(await told(toOutside)).toEqual(['acknowledge remind sender'])
  })

  it('tell nobody who is kept from the case, nor who has left', async () => {
    const unit = await world.aUnit('womens-services')
    const receiver = await world.aWorker(unit)
    const [kept, gone, free] = [
      await world.aWorker(unit, ['supervisor']),
      await world.aWorker(unit, ['supervisor']),
      await world.aWorker(unit, ['supervisor']),
    ]
    const handed = await anEmergency({ receiver })
    await world.block(kept, handed.caseId)
    await world.owner.query('UPDATE worker SET active = false WHERE id = $1', [gone.id])
    await letPass(handed, 1)

    expect(await names(handed, 'acknowledge', 'supervisor')).toEqual([free.id])
  })

  it('ask for a time in the year the unit lives in: over Tết a normal one waits', async () => {
    world.test.clock.standAt(new Date('2027-02-04T09:00:00+07:00'))
    const handed = await world.build.aSentReferral(parties, { need: { urgency: 'normal' } })
    expect(await timersOf(handed)).toEqual([new Date('2027-02-04T21:00:00+07:00')])

    // One working day to acknowledge: half of it on the day itself, the rest after Tết.
    await world.test.ringTimers(new Date('2027-02-12T08:59:00+07:00'))
    expect(await told(handed)).toEqual(['acknowledge remind desk', 'first-service remind desk'])
    await world.test.ringTimers(new Date('2027-02-12T09:00:00+07:00'))
    expect(await told(handed)).toContain('acknowledge supervisor supervisor')
  })

  describe('are the service’s alone', () => {
    const noteIt = statement(
      'test.note-escalation',
      `SELECT * FROM guard.note_escalation($1, 'answer', 'supervisor', now() + interval '1 day')`,
    )
    const expireIt = statement(
      'test.expire',
      `SELECT guard.expire_referral($1, now() + interval '1 year', null)`,
    )
    const move = statement(
      'test.move-expiry',
      `UPDATE referral SET expires_at = 'infinity' WHERE id = $1`,
    )
    const flag = statement(
      'test.hide-escalation',
      'UPDATE referral SET escalated_at = NULL, escalation_level = NULL WHERE id = $1',
    )
    const forge = statement(
      'test.forge-escalation',
      `INSERT INTO referral_escalation (referral_id, clock, level, at, reaches)
       VALUES ($1, 'answer', 'remind', now(), 'desk')`,
    )
    const seen = statement(
      'test.escalations',
      'SELECT level FROM referral_escalation WHERE referral_id = $1',
    )
    const ask = (actor: WorkerActor, asked: typeof noteIt, { id }: Handed) =>
      world
        .find(Transactions)
        .run(actor, () => world.find(Database).query<{ level: string }>(asked, [id]))

    it('so that no worker escalates, expires, puts off or hides', async () => {
      const handed = await anEmergency()
      await letPass(handed, 1)
      const { sender, receiver } = parties

      await expect(ask(receiver.actor, noteIt, handed)).rejects.toMatchObject({ code: '42501' })
      await expect(ask(sender.actor, expireIt, handed)).rejects.toMatchObject({ code: '42501' })
      await expect(ask(receiver.actor, move, handed)).rejects.toMatchObject({ code: '23514' })
      await expect(ask(receiver.actor, flag, handed)).rejects.toMatchObject({ code: '23514' })
      await expect(ask(receiver.actor, forge, handed)).rejects.toMatchObject({ code: '42501' })
    })

    it('and who has been told is seen by those who see the referral', async () => {
      const handed = await anEmergency()
      await letPass(handed, 1)
      const stranger = await world.aWorker(await world.aUnit('police'))

      expect(await ask(parties.sender.actor, seen, handed)).not.toEqual([])
      expect(await ask(parties.receiver.actor, seen, handed)).not.toEqual([])
      expect(await ask(stranger.actor, seen, handed)).toEqual([])
      await world.block(parties.receiver, handed.caseId)
      expect(await ask(parties.receiver.actor, seen, handed)).toEqual([])
    })

    it('which does not let one expire before its time, whatever a timer says', async () => {
      const handed = await anEmergency()
      const { rows } = await world.owner.query<{ at: Date }>(
        `SELECT expires_at - interval '1 second' AS at FROM referral WHERE id = $1`,
        [handed.id],
      )
      const early = statement(
        'test.expire-early',
        'SELECT guard.expire_referral($1, $2, null) AS is',
      )

      expect(
        await world
          .find(Transactions)
          .run(system('delivery'), () =>
            world.find(Database).first<{ is: boolean }>(early, [handed.id, rows[0]?.at]),
          ),
      ).toEqual({ is: false })
    })
  })
})
