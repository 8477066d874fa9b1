import { beforeAll, describe, expect, it } from '@jest/globals'
import type { TestWorker } from '../../../../test/support/world.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { ReadReferral, ClaimReferral } from '../../referrals/index.js'
import { girlsName, type Handed } from '../../referrals/testing/referral.builder.js'
import {
  useReferrals,
  type Cast,
  type ReferralWorld,
} from '../../referrals/testing/use-referrals.js'
import { NothingToAnswer, RemindedAlready } from '../domain/escalation.errors.js'
import { Coordinate } from './coordinate.js'
import { ListEscalations } from './list-escalations.js'

const hour = 3_600_000

describe('escalations', () => {
  const referrals = useReferrals()
  let world: ReferralWorld
  let parties: Cast
  let ofDaNang: TestWorker
  let ofHaNoi: TestWorker
  let ofTheCountry: TestWorker

  const aCoordinator = async (province: string | null): Promise<TestWorker> => {
    const worker = await world.aWorker(await world.aUnit('hotline', { services: [] }), [
      'coordinator',
    ])
    await world.owner.query('UPDATE worker SET scope_province = $2 WHERE id = $1', [
      worker.id,
      province,
    ])
    return worker
  }

  beforeAll(async () => {
    world = referrals()
    parties = await world.parties()
    ofDaNang = await aCoordinator('48')
    ofHaNoi = await aCoordinator('01')
    ofTheCountry = await aCoordinator(null)
  })

  const letPass = (hours: number): Promise<void> =>
    world.test.ringTimers(new Date(world.test.clock.now().getTime() + hours * hour))
  /** Emergency: acknowledged within an hour, answered within two, expired after four. */
  const aLate = async (hours: number): Promise<Handed> => {
    const handed = await world.build.aSentReferral(parties, { need: { urgency: 'emergency' } })
    await letPass(hours)
    return handed
  }
  const ofArea = async (who: TestWorker) =>
    world.find(ListEscalations).ofArea(who.actor, { limit: 100 })
  const find = async (who: TestWorker, { id }: Handed) =>
    (await ofArea(who)).items.find((row) => row.id === id)
  const ofUnit = async (who: TestWorker, list: 'in' | 'out', { id }: Handed) =>
    (await world.find(ListEscalations).ofUnit(who.actor, list, { limit: 100 })).items.find(
      (row) => row.id === id,
    )
  const act = (who: TestWorker, { id }: Handed, deed: 'reminded' | 'called' | 'found-other') =>
    world.find(Coordinate).run(who.actor, id, deed)

  it('come to the coordinator of the province and of the country, and to no other', async () => {
    const handed = await aLate(1.6)

    for (const who of [ofDaNang, ofTheCountry])
      expect(await find(who, handed)).toMatchObject({
        clock: 'acknowledge',
        fromUnitName: parties.sender.unit.name,
        toUnitName: parties.receiver.unit.name,
        urgency: 'emergency',
        deed: null,
      })
    expect(await find(ofHaNoi, handed)).toBeUndefined()
    expect((await ofArea(ofHaNoi)).total).toBe(0)
  })

  it('say nothing of the case or the person', async () => {
    const handed = await aLate(1.6)
    const seen = JSON.stringify(await ofArea(ofDaNang))

    expect(seen).toContain(handed.id)
    for (const hidden of [girlsName, handed.caseId, 'tư vấn tâm lý', '16-17', 'female'])
      expect(seen).not.toContain(hidden)
    await expect(world.find(ReadReferral).run(ofDaNang.actor, handed.id)).rejects.toThrow(NotFound)
  })

  it('are gone once somebody does what was waited for', async () => {
    const handed = await aLate(1.6)
    await world.find(ClaimReferral).run(parties.receiver.actor, handed.id, handed.version)
    expect(await find(ofDaNang, handed)).toBeUndefined()

    await letPass(1.5)
    expect(await find(ofDaNang, handed)).toMatchObject({ clock: 'answer' })
  })

  it('stay when a referral comes back, until it is sent on', async () => {
    const handed = await aLate(4.1)
    expect(await find(ofDaNang, handed)).toMatchObject({ clock: 'expired', status: 'expired' })
    const { byClock, total } = await ofArea(ofDaNang)
    expect(byClock.find(({ clock }) => clock === 'expired')?.count).toBeGreaterThan(0)
    expect(byClock.reduce((sum, { count }) => sum + count, 0)).toBe(total)

    const again = await world.build.aSentReferral(parties)
    await world.owner.query('ALTER TABLE referral DISABLE TRIGGER USER')
    await world.owner.query('UPDATE referral SET supersedes_id = $2 WHERE id = $1', [
      again.id,
      handed.id,
    ])
    await world.owner.query('ALTER TABLE referral ENABLE TRIGGER USER')
    expect(await find(ofDaNang, handed)).toBeUndefined()
  })

  it('can be read page by page, each once', async () => {
    await aLate(1.6)
    const list = world.find(ListEscalations)
    const seen: string[] = []
    let after: string | undefined
    do {
      const { items, next } = await list.ofArea(ofTheCountry.actor, { limit: 1, after })
      seen.push(...items.map(({ id }) => id))
      after = next ?? undefined
    } while (after !== undefined)

    const { items, total } = await ofArea(ofTheCountry)
    expect(seen).toEqual(items.map(({ id }) => id))
    expect(seen).toHaveLength(total)
  })

  it('are hidden from a coordinator with a conflict of interest', async () => {
    const handed = await aLate(1.6)
    await world.block(ofDaNang, handed.caseId)

    expect(await find(ofDaNang, handed)).toBeUndefined()
    await expect(act(ofDaNang, handed, 'called')).rejects.toThrow(NotFound)
  })

  it('are for nobody else: not for caseworkers, supervisors, auditors or administrators', async () => {
    for (const role of [
      'caseworker',
      'supervisor',
      'unit-admin',
      'safeguarding-reviewer',
      'auditor',
      'system-admin',
    ] as const) {
      const other = await world.aWorker(parties.receiver.unit, [role])
      await expect(async () => ofArea(other)).rejects.toThrow(NotFound)
      if (role !== 'supervisor')
        await expect(async () =>
          world.find(ListEscalations).ofUnit(other.actor, 'in', {}),
        ).rejects.toThrow(NotFound)
    }
    await expect(async () =>
      world.find(ListEscalations).ofUnit(ofDaNang.actor, 'in', {}),
    ).rejects.toThrow(NotFound)
  })

  describe('of a unit', () => {
    it('show its supervisor who is waited for, on both sides', async () => {
      const handed = await aLate(1.1)
      expect(await ofUnit(parties.supervisor, 'in', handed)).toMatchObject({
        clock: 'acknowledge',
        waitsFor: null,
        escalationLevel: 'supervisor',
      })
      expect(await ofUnit(parties.sendersSupervisor, 'out', handed)).toMatchObject({
        toUnitName: parties.receiver.unit.name,
      })
      expect(await ofUnit(parties.supervisor, 'out', handed)).toBeUndefined()
      expect(await ofUnit(parties.sendersSupervisor, 'in', handed)).toBeUndefined()

      await world.find(ClaimReferral).run(parties.receiver.actor, handed.id, handed.version)
      expect(await ofUnit(parties.supervisor, 'in', handed)).toBeUndefined()
      await letPass(1)
      expect(await ofUnit(parties.supervisor, 'in', handed)).toMatchObject({
        clock: 'answer',
        waitsFor: parties.receiver.displayName,
      })
    })

    it('show the sender’s supervisor what came back and lies there', async () => {
      const handed = await aLate(4.1)

      expect(await ofUnit(parties.sendersSupervisor, 'out', handed)).toMatchObject({
        clock: 'expired',
        waitsFor: parties.sender.displayName,
      })
      expect(await ofUnit(parties.supervisor, 'in', handed)).toBeUndefined()
    })

    it('are not those of another unit, nor of a sealed case of the sender', async () => {
      const stranger = await world.aWorker(await world.aUnit('police'), ['supervisor'])
      const handed = await aLate(1.1)
      expect(await ofUnit(stranger, 'in', handed)).toBeUndefined()

      await world.owner.query('UPDATE cases SET sealed = true WHERE id = $1', [handed.caseId])
      await world.owner.query('SELECT guard.project_case($1)', [handed.caseId])
      expect(await ofUnit(parties.sendersSupervisor, 'out', handed)).toBeUndefined()
    })
  })

  describe('let a coordinator act', () => {
    const told = async ({ id }: Handed): Promise<number> => {
      const { rowCount } = await world.owner.query(
        `SELECT FROM outbox_event WHERE subject_id = $1 AND type = 'referral.escalated'
            AND payload ->> 'level' = 'supervisor'`,
        [id],
      )
      return rowCount ?? 0
    }

    it('who reminds the supervisors again, at most once an hour', async () => {
      const handed = await aLate(1.6)
      const before = await told(handed)

      await act(ofDaNang, handed, 'reminded')
      expect(await told(handed)).toBe(before + 1)
      await expect(act(ofTheCountry, handed, 'reminded')).rejects.toThrow(RemindedAlready)
      expect(await told(handed)).toBe(before + 1)
      expect(await find(ofDaNang, handed)).toMatchObject({ deed: 'reminded' })
    })

    it('who notes a call, and both sides read it', async () => {
      const handed = await aLate(1.6)
      await act(ofDaNang, handed, 'called')
      await act(ofDaNang, handed, 'found-other')

      for (const who of [parties.sender, parties.receiver]) {
        const { story } = await world.find(ReadReferral).run(who.actor, handed.id)
        expect(story.filter(({ kind }) => kind.startsWith('coordinator-'))).toMatchObject([
          { kind: 'coordinator-called', byName: ofDaNang.displayName },
          { kind: 'coordinator-found-other' },
        ])
      }
      expect(await find(ofDaNang, handed)).toMatchObject({ deed: 'found-other' })
    })

    it('of this place only, on what has come to them and still waits', async () => {
      const early = await aLate(0.2)
      await expect(act(ofDaNang, early, 'called')).rejects.toThrow(NotFound)

      const late = await aLate(1.6)
      await expect(act(ofHaNoi, late, 'called')).rejects.toThrow(NotFound)
      for (const who of [parties.sender, parties.supervisor, parties.sendersSupervisor])
        await expect(act(who, late, 'called')).rejects.toThrow(NotFound)
      await world.find(ClaimReferral).run(parties.receiver.actor, late.id, late.version)
      await expect(act(ofDaNang, late, 'called')).rejects.toThrow(NotFound)
    })

    it('but reminds nobody of what can no longer be answered', async () => {
      const handed = await aLate(4.1)

      await expect(act(ofDaNang, handed, 'reminded')).rejects.toThrow(NothingToAnswer)
      await act(ofDaNang, handed, 'found-other')
    })
  })
})
