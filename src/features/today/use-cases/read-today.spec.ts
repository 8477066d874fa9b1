import { beforeAll, describe, expect, it } from '@jest/globals'
import { NotFound } from '../../../platform/errors/not-found.js'
import type { AtWork } from '../../referrals/testing/referral.builder.js'
import {
  useReferrals,
  type Cast,
  type ReferralWorld,
} from '../../referrals/testing/use-referrals.js'
import { ClaimReferral } from '../../referrals/use-cases/claim-referral.js'
import { ReadToday, type DayItem } from './read-today.js'

describe('a day', () => {
  const referrals = useReferrals()
  let world: ReferralWorld
  let parties: Cast

  beforeAll(async () => {
    world = referrals()
    parties = await world.parties()
  })

  const dayOf = ({ actor }: AtWork) => world.find(ReadToday).run(actor)
  const titles = (items: readonly DayItem[], href: string) =>
    items.filter((item) => item.href.startsWith(href)).map(({ title }) => title)

  it('of the sender: what came back is to be done, what was accepted is good news', async () => {
    const done = await world.build.aCompletedReferral(parties)
    const accepted = await world.build.anAcceptedReferral(parties)
    const draft = await world.build.aDraft(parties)

    const day = await dayOf(parties.sender)

    expect(titles(day.due, `/referrals/${done.id}/confirm`)).toEqual(['referrals.today.confirm'])
    expect(titles(day.answers, `/referrals/${accepted.id}`)).toEqual(['referrals.today.accepted'])
    expect(titles(day.drafts, `/referrals/${draft.id}`)).toEqual(['referrals.today.draft'])
  })

  it('of the desk: what lies there is new to everybody, until somebody has it in hand', async () => {
    const sent = await world.build.aSentReferral(parties)

    for (const who of [parties.receiver, parties.colleague, parties.supervisor]) {
      expect(titles((await dayOf(who)).news, `/referrals/${sent.id}`)).toEqual([
        'referrals.today.answer-desk',
      ])
    }
    const claimed = await world.build.aSentReferral(parties)
    await world.find(ClaimReferral).run(parties.receiver.actor, claimed.id, claimed.version)
    expect(titles((await dayOf(parties.receiver)).due, `/referrals/${claimed.id}`)).toEqual([
      'referrals.today.in-hand',
    ])
    const { due, news } = await dayOf(parties.colleague)
    expect(titles([...due, ...news], `/referrals/${claimed.id}`)).toEqual([])
  })

  it('asks the lead for the consent nobody was asked for, with the clock of the risk', async () => {
    const caseId = await world.build.aCase(parties.sender)

    const ask = `/cases/${caseId}/consents/new`
    const asked = (await dayOf(parties.sender)).due.filter(({ href }) => href === ask)
    expect(asked).toMatchObject([
      { title: 'consents.today.ask', isHighRisk: true, isOverdue: false, due: expect.any(Date) },
    ])
    expect(titles((await dayOf(parties.sendersColleague)).due, ask)).toEqual([])
  })

  it('shows nobody what is not theirs: neither a colleague, nor another unit, nor the blocked', async () => {
    const { id, caseId } = await world.build.anAcceptedReferral(parties)
    const stranger = await world.aWorker(await world.aUnit('health'))
    const everything = async (who: AtWork) => {
      const { due, highRisk, answers, news, drafts } = await dayOf(who)
      return [...due, ...highRisk, ...answers, ...news, ...drafts]
    }
    const about = (items: readonly DayItem[]) =>
      items.filter((item) => item.href.includes(id) || item.caseId === caseId)

    expect(about(await everything(parties.sender))).not.toEqual([])
    for (const who of [parties.sendersColleague, parties.colleague, stranger]) {
      expect(about(await everything(who))).toEqual([])
    }
    await world.block(parties.sender, caseId)
    expect(about(await everything(parties.sender))).toEqual([])
  })

  it('is nobody’s who has no cases to look after', async () => {
    const unit = parties.sender.unit
    for (const role of ['unit-admin', 'auditor', 'coordinator', 'system-admin'] as const) {
      const outsider = await world.aWorker(unit, [role])
      expect(() => world.find(ReadToday).run(outsider.actor)).toThrow(NotFound)
    }
  })

  it('holds no name and leaves a trace', async () => {
    const { sender } = parties
    const day = JSON.stringify(await dayOf(sender))
    const { rows } = await world.owner.query(
      `SELECT action FROM audit_entry WHERE actor_id = $1 AND action = 'today.read' LIMIT 1`,
      [sender.actor.workerId],
    )

    expect(day).not.toContain(sender.displayName)
    expect(rows).toEqual([{ action: 'today.read' }])
  })
})
