import { beforeAll, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import type { Section } from '../../../platform/access/sections.js'
import { statement } from '../../../platform/database/statement.js'
import { Database, Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import {
  AnswerException,
  NarrowConsent,
  RecordConsent,
  WithdrawConsent,
} from '../../consents/index.js'
import { useReferrals, type Cast, type ReferralWorld } from '../testing/use-referrals.js'
import { AcceptReferral } from './accept-referral.js'
import { AskForMore } from './ask-for-more.js'
import { ChooseSharing } from './choose-sharing.js'
import { CompleteReferral } from './complete-referral.js'
import { HeedStop } from './heed-stop.js'
import { ReadReferral } from './read-referral.js'
import { ShareMore } from './share-more.js'

const referrals = useReferrals()
let world: ReferralWorld
let parties: Cast

beforeAll(async () => {
  world = referrals()
  parties = await world.parties()
})

const seenBy = async (actor: WorkerActor, id: string) => {
  const { sharing, life } = await world.find(ReadReferral).run(actor, id)
  return { sections: sharing?.sections ?? [], content: sharing?.content ?? [], life }
}
const seen = async (id: string) => (await seenBy(parties.receiver.actor, id)).sections
const shareMore = (id: string, sections: readonly Section[], actor = parties.sender.actor) =>
  world.find(ShareMore).run(actor, id, 5, sections)
const askFor = (id: string, sections: readonly Section[], actor = parties.receiver.actor) =>
  world.find(AskForMore).run(actor, id, 5, { sections, reason: 'Cần cho kế hoạch an toàn.' })
const withdraw = (caseId: string, consentId: string) =>
  world.find(WithdrawConsent).run(parties.sender.actor, caseId, consentId)
const expire = async (consentId: string) => {
  await world.owner.query(
    `UPDATE consent SET given_at = now() - interval '2 days', valid_until = now() - interval '1 second'
      WHERE id = $1`,
    [consentId],
  )
  await world.owner.query(
    'UPDATE case_access SET valid_until = now() WHERE grant_id IN (SELECT id FROM access_grant WHERE source_id IN (SELECT id FROM referral WHERE consent_id = $1))',
    [consentId],
  )
}

let number = 0
const smuggled = (actor: WorkerActor, text: string, values: unknown[] = []): Promise<number> =>
  world
    .find(Transactions)
    .run(actor, () =>
      world.find(Database).change(statement(`spec.sharing-${(number += 1)}`, text), values),
    )

describe('sharing more', () => {
  it('opens what another consent covers, and what was sent stays as it was', async () => {
    const { id, caseId } = await world.build.anAcceptedReferral(parties)
    await world.build.aConsent(parties.sender, caseId, parties.receiver.unit.id, [
      'identity',
      'safety',
    ])

    await shareMore(id, ['safety'])

    expect(await seen(id)).toEqual(['identity', 'contact', 'incident', 'safety'])
    const { rows } = await world.owner.query(
      'SELECT requested_sections FROM referral WHERE id = $1',
      [id],
    )
    expect(rows).toEqual([{ requested_sections: 11 }])
  })

  it('is refused without a consent that covers it', async () => {
    const { id, caseId } = await world.build.anAcceptedReferral(parties)
    await expect(shareMore(id, ['safety'])).rejects.toMatchObject({
      code: 'referral.consent-missing',
    })
    await world.build.aConsent(parties.sender, caseId, parties.receiver.unit.id, ['safety'])
    for (const section of ['legal', 'psychosocial'] as const)
      await expect(shareMore(id, ['safety', section])).rejects.toMatchObject({
        code: 'referral.beyond-consent',
      })
    await expect(shareMore(id, ['identity'])).rejects.toMatchObject({
      code: 'referral.nothing-more',
    })
    expect(await seen(id)).toEqual(['identity', 'contact', 'incident'])
  })

  it('ends with its own consent, and leaves the rest open', async () => {
    const { id, caseId, consentId } = await world.build.anAcceptedReferral(parties)
    const more = await world.build.aConsent(parties.sender, caseId, parties.receiver.unit.id, [
      'safety',
    ])
    await shareMore(id, ['safety'])

    await withdraw(caseId, more)
    expect(await seen(id)).toEqual(['identity', 'contact', 'incident'])
    await withdraw(caseId, consentId)
    expect(await seen(id)).toEqual([])
  })

  it('ends with the service, like what was sent', async () => {
    const { id, caseId, version } = await world.build.anAcceptedReferral(parties)
    await world.build.aConsent(parties.sender, caseId, parties.receiver.unit.id, ['safety'])
    await shareMore(id, ['safety'])
    const sight = () =>
      smuggled(parties.receiver.actor, 'SELECT FROM case_access WHERE case_id = $1', [caseId])
    expect(await sight()).toBe(2)
    await world.find(CompleteReferral).run(parties.receiver.actor, id, version, {
      outcome: 'given_in_full',
      text: 'Xong.',
    })
    expect(await sight()).toBe(0)
  })

  it('is the sender’s alone', async () => {
    const { id, caseId } = await world.build.anAcceptedReferral(parties)
    await world.build.aConsent(parties.sender, caseId, parties.receiver.unit.id, ['safety'])
    for (const stranger of [
      parties.receiver,
      parties.supervisor,
      parties.sendersColleague,
      parties.sendersSupervisor,
    ])
      await expect(shareMore(id, ['safety'], stranger.actor)).rejects.toThrow(NotFound)
    await expect(
      world.find(ShareMore).run(parties.sender.actor, id, 4, ['safety']),
    ).rejects.toThrow(Stale)
    expect(await seen(id)).not.toContain('safety')
  })

  it('is possible by no statement beyond what was agreed to', async () => {
    const { id, caseId, consentId } = await world.build.anAcceptedReferral(parties)
    const share = (actor: WorkerActor, mask: number) =>
      smuggled(
        actor,
        `INSERT INTO referral_share (id, referral_id, case_id, consent_id, sections, added_by, added_at)
         VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, now())`,
        [id, caseId, consentId, mask, actor.workerId],
      )
    await expect(share(parties.sender.actor, 16)).rejects.toMatchObject({ code: '23514' })
    await expect(share(parties.receiver.actor, 1)).rejects.toMatchObject({ code: '42501' })
    expect(await seen(id)).toEqual(['identity', 'contact', 'incident'])
  })
})

describe('asking for more', () => {
  it('opens nothing, and waits for a person at the sending side', async () => {
    const { id, caseId } = await world.build.anAcceptedReferral(parties)
    await world.build.aConsent(parties.sender, caseId, parties.receiver.unit.id, ['safety'])
    await askFor(id, ['safety'])

    expect(await seen(id)).not.toContain('safety')
    const { life } = await seenBy(parties.sender.actor, id)
    expect(life.requests).toMatchObject([
      { sections: ['safety'], reason: 'Cần cho kế hoạch an toàn.', answer: null },
    ])
    await expect(askFor(id, ['legal'])).rejects.toMatchObject({
      code: 'referral.more-already-asked',
    })

    await shareMore(id, ['safety'])
    expect((await seenBy(parties.sender.actor, id)).life.requests).toMatchObject([
      { answer: 'shared' },
    ])
  })

  it('never asks for what the sector may not see, nor for what is shown', async () => {
    const { id } = await world.build.anAcceptedReferral(parties)
    await expect(askFor(id, ['psychosocial'])).rejects.toMatchObject({
      code: 'referral.beyond-consent',
    })
    await expect(askFor(id, ['identity'])).rejects.toMatchObject({ code: 'referral.nothing-more' })
  })

  it('may be answered with no, and why', async () => {
    const { id } = await world.build.anAcceptedReferral(parties)
    await askFor(id, ['safety'])
    await world.find(ShareMore).decline(parties.sender.actor, id, 5, 'Em chưa muốn.')
    const { life, sections } = await seenBy(parties.receiver.actor, id)
    expect(life.requests).toMatchObject([{ answer: 'declined', answerText: 'Em chưa muốn.' }])
    expect(sections).not.toContain('safety')
  })

  it('is for who gives the service', async () => {
    const { id } = await world.build.anAcceptedReferral(parties)
    for (const stranger of [parties.sender, parties.colleague, parties.supervisor])
      await expect(askFor(id, ['safety'], stranger.actor)).rejects.toThrow(NotFound)
    await expect(askFor(randomUUID(), ['safety'])).rejects.toThrow(NotFound)
  })
})

describe('what ends', () => {
  it('leaves the receiver a notice of what to stop, which somebody there understands', async () => {
    const { id, caseId, consentId } = await world.build.anAcceptedReferral(parties)
    await withdraw(caseId, consentId)

    const { life, sections, content } = await seenBy(parties.receiver.actor, id)
    expect([sections, content]).toEqual([[], []])
    expect(life.notices).toMatchObject([
      { why: 'withdrawn', sections: ['identity', 'contact', 'incident'], acknowledgedAt: null },
    ])
    const noticeId = life.notices[0]?.id ?? ''
    const heed = (actor: WorkerActor, of = id) => world.find(HeedStop).run(actor, of, noticeId)
    for (const stranger of [parties.sender, parties.colleague, parties.sendersSupervisor])
      await expect(heed(stranger.actor)).rejects.toThrow(NotFound)
    const other = await world.build.anAcceptedReferral(parties)
    await expect(heed(parties.receiver.actor, other.id)).rejects.toThrow(NotFound)

    await heed(parties.receiver.actor)
    await heed(parties.receiver.actor)
    const told = (await seenBy(parties.sender.actor, id)).life.notices[0]
    expect(told?.acknowledgedByName).toBe(parties.receiver.displayName)
    expect(told?.acknowledgedAt).not.toBeNull()
    const { rows } = await world.owner.query(
      `SELECT count(*)::int FROM audit_entry WHERE action = 'referral.heed' AND subject_id = $1`,
      [id],
    )
    expect(rows).toEqual([{ count: 1 }])
  })

  it('reaches those who had seen it before the service ended as well', async () => {
    const { id, caseId, consentId } = await world.build.aCompletedReferral(parties)
    await withdraw(caseId, consentId)
    expect((await seenBy(parties.receiver.actor, id)).life.notices).toHaveLength(1)
  })

  it('tells nobody to stop who never saw anything', async () => {
    const { id, caseId, consentId } = await world.build.aSentReferral(parties)
    await withdraw(caseId, consentId)
    const { rows } = await world.owner.query('SELECT FROM stop_notice WHERE referral_id = $1', [id])
    expect(rows).toEqual([])
  })

  it('by itself leaves its notice with the next reader, even before its clock rings', async () => {
    const { id, consentId } = await world.build.anAcceptedReferral(parties)
    await expire(consentId)

    const { life, content } = await seenBy(parties.receiver.actor, id)
    expect(content).toEqual([])
    expect(life.notices).toMatchObject([{ why: 'expired' }])
    const { rows } = await world.owner.query(
      `SELECT count(*)::int FROM access_grant WHERE source_id = $1 AND ended_at IS NULL`,
      [id],
    )
    expect(rows).toEqual([{ count: 0 }])
  })

  it('in part closes that part, and the rest goes on under a narrower consent', async () => {
    const { id, caseId, consentId } = await world.build.anAcceptedReferral(parties)
    const narrow = (keep: readonly Section[], actor = parties.sender.actor) =>
      world.find(NarrowConsent).run(actor, caseId, consentId, { keep, note: null })
    for (const keep of [
      [],
      ['identity', 'contact', 'incident'],
      ['identity', 'health'],
    ] as Section[][])
      await expect(narrow(keep)).rejects.toMatchObject({ code: 'consents.nothing-narrowed' })
    await expect(narrow(['identity'], parties.sendersColleague.actor)).rejects.toThrow(NotFound)

    await narrow(['identity', 'contact'])

    expect(await seen(id)).toEqual(['identity', 'contact'])
    const { life } = await seenBy(parties.receiver.actor, id)
    expect(life.notices).toMatchObject([{ why: 'narrowed', sections: ['incident'] }])
    await expect(
      world.find(ShareMore).run(parties.sender.actor, id, 5, ['incident']),
    ).rejects.toMatchObject({ code: 'referral.consent-missing' })
  })

  it('in part holds also for what is accepted afterwards', async () => {
    const handed = await world.build.aSentReferral(parties)
    await world.find(NarrowConsent).run(parties.sender.actor, handed.caseId, handed.consentId, {
      keep: ['identity'],
      note: null,
    })
    await world.find(AcceptReferral).run(parties.receiver.actor, handed.id, handed.version)
    expect(await seen(handed.id)).toEqual(['identity'])
  })

  it('is told exactly before it ends', async () => {
    const { id, caseId, consentId } = await world.build.anAcceptedReferral(parties)
    const more = await world.build.aConsent(parties.sender, caseId, parties.receiver.unit.id, [
      'incident',
      'safety',
    ])
    await shareMore(id, ['safety'])
    const effectsOf = async (consent: string) =>
      (await world.find(WithdrawConsent).preview(parties.sender.actor, caseId, consent)).effects
    expect(await effectsOf(more)).toMatchObject([
      {
        referralId: id,
        effect: 'under-way',
        lost: ['safety'],
        kept: ['identity', 'contact', 'incident'],
      },
    ])
    expect(await effectsOf(consentId)).toMatchObject([
      { lost: ['identity', 'contact', 'incident'], kept: ['safety'] },
    ])
  })
})

describe('a basis that waits for approval', () => {
  const aBasis = async (caseId: string): Promise<string> => {
    const until = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
    const { id } = await world.find(RecordConsent).run(parties.sender.actor, caseId, {
      basis: 'beneficiary_interests',
      recipientUnitId: parties.receiver.unit.id,
      sections: ['identity', 'contact', 'safety'],
      purposes: ['services', 'sharing'],
      selfAnswer: 'agrees',
      representativeAnswer: null,
      mode: 'verbal',
      explained: true,
      until,
      consentsToStatistics: false,
      reason: 'Mẹ không liên lạc được.',
    })
    return id
  }
  const exceptionOf = async (consentId: string): Promise<string> => {
    const { rows } = await world.owner.query<{ id: string }>(
      'SELECT id FROM sharing_exception WHERE consent_id = $1',
      [consentId],
    )
    return rows[0]?.id ?? ''
  }
  const decide = async (consentId: string, approved: boolean) =>
    world
      .find(AnswerException)
      .run(parties.sendersSupervisor.actor, await exceptionOf(consentId), 1, {
        approved,
        note: approved ? null : 'Hỏi lại.',
      })
  const sectionsOfReceiver = async (caseId: string): Promise<number> =>
    smuggled(parties.receiver.actor, 'SELECT FROM case_access WHERE case_id = $1', [caseId])

  it('lets nothing be chosen, nor sent on it', async () => {
    const draft = await world.build.aDraft(parties)
    const basis = await aBasis(draft.caseId)
    await expect(
      world.find(ChooseSharing).run(parties.sender.actor, draft.id, draft.version, ['safety']),
    ).rejects.toMatchObject({ code: 'referral.beyond-consent' })
    await world.owner.query(
      'UPDATE referral SET consent_id = $2, requested_sections = 3 WHERE id = $1',
      [draft.id, basis],
    )
    await expect(world.send(parties, draft)).rejects.toMatchObject({
      code: 'referral.consent-missing',
    })

    await decide(basis, true)
    await world.send(parties, draft)
  })

  it('is nothing to the receiver’s own SQL while it waits, and when it was declined', async () => {
    const { id, caseId } = await world.build.anAcceptedReferral(parties)
    const basis = await aBasis(caseId)
    // As if a referral had been accepted on it by whatever way.
    await world.owner.query('ALTER TABLE referral DISABLE TRIGGER keep_what_was_agreed')
    await world.owner.query('UPDATE referral SET consent_id = $2 WHERE id = $1', [id, basis])
    await world.owner.query('ALTER TABLE referral ENABLE TRIGGER keep_what_was_agreed')
    await smuggled(parties.receiver.actor, 'SELECT guard.project_referral($1)', [id])
    expect(await sectionsOfReceiver(caseId)).toBe(0)

    await decide(basis, false)
    await smuggled(parties.receiver.actor, 'SELECT guard.project_referral($1)', [id])
    expect(await sectionsOfReceiver(caseId)).toBe(0)

    await world.owner.query(`UPDATE consent SET approval = 'approved' WHERE id = $1`, [basis])
    await smuggled(parties.receiver.actor, 'SELECT guard.project_referral($1)', [id])
    expect(await sectionsOfReceiver(caseId)).toBe(1)
  })
})
