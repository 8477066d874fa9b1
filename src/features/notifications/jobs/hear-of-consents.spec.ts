import { beforeAll, describe, expect, it } from '@jest/globals'
import { AnswerException, RecordConsent, WithdrawConsent } from '../../consents/index.js'
import { AskForMore, HeedStop, ReadReferral, ShareMore } from '../../referrals/index.js'
import { girlsName, type AtWork } from '../../referrals/testing/referral.builder.js'
import {
  useReferrals,
  type Cast,
  type ReferralWorld,
} from '../../referrals/testing/use-referrals.js'
import { ListNotifications } from '../use-cases/list-notifications.js'

const hour = 3_600_000

describe('what people hear of consents', () => {
  const referrals = useReferrals()
  let world: ReferralWorld
  let parties: Cast
  let reviewer: AtWork

  beforeAll(async () => {
    world = referrals()
    parties = await world.parties()
    reviewer = await world.aWorker(await world.aUnit('health'), ['safeguarding-reviewer'])
  })

  // The clock of the service never goes back, so every story begins where the last one ended.
  const now = (): Date => world.test.clock.now()

  const told = async ({ actor }: AtWork, about: string): Promise<string[]> =>
    (await world.find(ListNotifications).run(actor, { limit: 100 })).items
      .filter(({ subject }) => subject.id === about)
      .map(({ kind }) => kind)

  const aBasis = async (
    basis: 'vital_interests' | 'beneficiary_interests',
    by: AtWork = parties.sender,
  ) => {
    const caseId = await world.build.aCase(by)
    const { id } = await world.find(RecordConsent).run(by.actor, caseId, {
      basis,
      recipientUnitId: parties.receiver.unit.id,
      sections: ['identity'],
      purposes: ['services', 'sharing'],
      selfAnswer: null,
      representativeAnswer: null,
      mode: null,
      explained: false,
      until: new Date(now().getTime() + 20 * 24 * hour).toISOString().slice(0, 10),
      consentsToStatistics: false,
      reason: 'Không hỏi được ai.',
    })
    const { rows } = await world.owner.query<{ id: string }>(
      'SELECT id FROM sharing_exception WHERE consent_id = $1',
      [id],
    )
    return rows[0]?.id ?? ''
  }
  const afterHours = (count: number) =>
    world.test.ringTimers(new Date(now().getTime() + count * hour))

  it('calls the unit’s supervisors to what waits for approval, and the lead to the answer', async () => {
    const id = await aBasis('beneficiary_interests')
    await world.deliverAll()
    expect(await told(parties.sendersSupervisor, id)).toEqual(['consent.approval-asked'])
    for (const other of [parties.sender, parties.supervisor, parties.sendersColleague, reviewer])
      expect(await told(other, id)).toEqual([])

    await world
      .find(AnswerException)
      .run(parties.sendersSupervisor.actor, id, 1, { approved: false, note: 'Hỏi lại.' })
    await world.deliverAll()
    expect(await told(parties.sender, id)).toEqual(['consent.declined'])
  })

  it('calls reviewers of other units after a day, and not once somebody has answered', async () => {
    const silent = await aBasis('beneficiary_interests')
    const answered = await aBasis('beneficiary_interests')
    await world
      .find(AnswerException)
      .run(parties.sendersSupervisor.actor, answered, 1, { approved: false, note: 'Không.' })
    await afterHours(25)
    expect(await told(reviewer, silent)).toEqual(['consent.approval-overdue'])
    expect(await told(reviewer, answered)).toEqual([])
  })

  it('calls supervisors and reviewers to an emergency, and again when nobody reviews it in time', async () => {
    const id = await aBasis('vital_interests')
    await world.deliverAll()
    for (const who of [parties.sendersSupervisor, reviewer])
      expect(await told(who, id)).toEqual(['consent.shared-in-emergency'])
    expect(await told(parties.supervisor, id)).toEqual([])
    await afterHours(73)
    for (const who of [parties.sendersSupervisor, reviewer])
      expect(await told(who, id)).toContain('consent.review-overdue')
  })

  it('keeps a supervisor with a conflict of interest out of it', async () => {
    const blocked = await world.aWorker(parties.sender.unit, ['supervisor'])
    const caseId = await world.build.aCase(parties.sender)
    await world.block(blocked, caseId)
    await world.find(RecordConsent).run(parties.sender.actor, caseId, {
      basis: 'beneficiary_interests',
      recipientUnitId: parties.receiver.unit.id,
      sections: ['identity'],
      purposes: ['services', 'sharing'],
      selfAnswer: null,
      representativeAnswer: null,
      mode: null,
      explained: false,
      until: new Date(now().getTime() + 20 * 24 * hour).toISOString().slice(0, 10),
      consentsToStatistics: false,
      reason: 'Không hỏi được ai.',
    })
    await world.deliverAll()
    const { rows } = await world.owner.query('SELECT FROM notification WHERE worker_id = $1', [
      blocked.actor.workerId,
    ])
    expect(rows).toEqual([])
  })

  it('reminds the lead a week and a day before a consent ends, and tells her that it has', async () => {
    const { consentId } = await world.build.anAcceptedReferral(parties)
    const { rows } = await world.owner.query<{ valid_until: Date }>(
      'SELECT valid_until FROM consent WHERE id = $1',
      [consentId],
    )
    const end = rows[0]?.valid_until ?? new Date()
    const kinds = async (hoursBefore: number) => {
      await world.test.ringTimers(new Date(end.getTime() - hoursBefore * hour))
      return told(parties.sender, consentId)
    }
    expect(await kinds(24 * 8)).toEqual([])
    expect(await kinds(24 * 7 - 1)).toEqual(['consent.expiring'])
    expect(await kinds(23)).toEqual(['consent.expiring', 'consent.expiring'])
    expect(await kinds(-1)).toContain('consent.expired')
  })

  it('is silent about a consent that was taken back or asked anew in time', async () => {
    const { caseId, consentId } = await world.build.anAcceptedReferral(parties)
    await world.find(WithdrawConsent).run(parties.sender.actor, caseId, consentId)
    const asked = await world.build.anAcceptedReferral(parties)
    const later = new Date(now().getTime() + 60 * 24 * hour).toISOString().slice(0, 10)
    await world.find(RecordConsent).run(parties.sender.actor, asked.caseId, {
      basis: 'consent',
      recipientUnitId: parties.receiver.unit.id,
      sections: ['identity', 'contact', 'incident'],
      purposes: ['services', 'sharing'],
      selfAnswer: 'agrees',
      representativeAnswer: 'agrees',
      mode: 'verbal',
      explained: true,
      detail: { representative: { name: 'Trần Thị Hoa', relation: 'mother' } },
      until: later,
      consentsToStatistics: false,
      reason: null,
    })
    await world.test.ringTimers(new Date(now().getTime() + 32 * 24 * hour))
    expect(await told(parties.sender, consentId)).toEqual([])
    expect(await told(parties.sender, asked.consentId)).toEqual([])
  })

  it('brings each side what the other does about sharing more', async () => {
    const { id, caseId } = await world.build.anAcceptedReferral(parties)
    await world.build.aConsent(parties.sender, caseId, parties.receiver.unit.id, ['safety'])
    await world.find(AskForMore).run(parties.receiver.actor, id, 5, {
      sections: ['safety'],
      reason: 'Cần.',
    })
    await world.deliverAll()
    expect(await told(parties.sender, id)).toContain('referral.more-asked')
    await world.find(ShareMore).run(parties.sender.actor, id, 5, ['safety'])
    await world.deliverAll()
    expect(await told(parties.receiver, id)).toContain('referral.shared-more')
  })

  it('tells who saw it to stop, also after the end, and the sender that they understood', async () => {
    const { id, caseId, consentId } = await world.build.aCompletedReferral(parties)
    await world.find(WithdrawConsent).run(parties.sender.actor, caseId, consentId)
    await world.deliverAll()
    expect(await told(parties.receiver, id)).toContain('consent.withdrawn')
    const { life } = await world.find(ReadReferral).run(parties.receiver.actor, id)
    await world.find(HeedStop).run(parties.receiver.actor, id, life.notices[0]?.id ?? '')
    await world.deliverAll()
    expect(await told(parties.sender, id)).toContain('referral.stop-understood')
    const page = await world.find(ListNotifications).run(parties.receiver.actor)
    expect(JSON.stringify(page)).not.toContain(girlsName)
  })
})
