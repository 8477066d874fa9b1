import { beforeAll, describe, expect, it, jest } from '@jest/globals'
import { ApiClient } from '../support/api-client.js'
import { useApp } from '../support/app.js'
import { testPassword, type TestWorker } from '../support/world.js'
import { bodyOf, demand, itemsOf, openCase, versionOf } from './support/answers.js'
import { castOf, girlsConsent, girlsIntake, girlsName, type StoryCast } from './support/cast.js'
import { knockAtAll } from './support/doors.js'
import { Journey, type Travelling } from './support/journey.js'

// Somebody knocks at some thirty doors, each twice, for a dozen of people.
jest.setTimeout(120_000)

const test = useApp()
let cast: StoryCast
let journey: Journey

beforeAll(async () => {
  cast = await castOf(test())
  journey = await Journey.with(test(), cast)
})

const apiOf = (worker: TestWorker): Promise<ApiClient> => test().apiOf(worker)

/** What somebody was told of one referral. */
const toldOf = async (worker: TestWorker, { referralId }: Travelling): Promise<unknown[]> => {
  const heard = demand(200, await (await apiOf(worker)).get('/notifications?limit=100'))
  expect(heard.text).not.toContain(girlsName)
  return itemsOf(heard)
    .filter((item) => item['referralId'] === referralId)
    .map(({ kind }) => kind)
}

/** The figures of the receiving unit: done, waiting and under way. */
const figures = async (): Promise<{ accepted: number; open: unknown }> => {
  const supervisor = await apiOf(cast.receivingSupervisor)
  const report = demand(200, await supervisor.get('/reports/referrals-of-unit'))
  const { rows, open } = bodyOf(report)
  const weeks = (Array.isArray(rows) ? rows : []) as { accepted: number }[]
  return { accepted: weeks.reduce((sum, { accepted }) => sum + accepted, 0), open }
}

describe('the story of one referral through the API', () => {
  it('leads from the first meeting to the women’s unit and back', async () => {
    const door = await test().apiOf()
    const signIn = { login: cast.sender.login, password: testPassword }
    const { token } = bodyOf(demand(201, await door.post('/sessions', signIn)))
    const sender = new ApiClient(test().app, String(token))
    const receiver = await apiOf(cast.receiver)

    // The girl of 16 is offered both sides, and the danger she is in raises the risk.
    const caseId = await openCase(sender, girlsIntake)
    const opened = bodyOf(await sender.get(`/cases/${caseId}`))
    expect(opened).toMatchObject({ ageBand: '16-17', riskLevel: 'high' })
    expect(opened['sectorsToOffer']).toEqual(
      expect.arrayContaining(['child-protection', 'womens-services']),
    )
    const incident = bodyOf(await sender.get(`/cases/${caseId}/sections/incident`))
    expect(incident['rows']).toContainEqual(expect.objectContaining({ value: '14, 15' }))

    const consents = `/cases/${caseId}/consents`
    const consent = girlsConsent(cast.womens.id, ['identity', 'contact', 'incident'])
    const consentId = String(bodyOf(demand(201, await sender.post(consents, consent)))['id'])
    expect(itemsOf(await sender.get(consents))).toMatchObject([
      { id: consentId, isLive: true, childAssents: true, recipientUnitId: cast.womens.id },
    ])

    const before = await figures()
    const created = await sender.post(`/cases/${caseId}/referrals`, journey.need())
    const referralId = String(bodyOf(demand(201, created))['id'])
    const path = `/referrals/${referralId}`
    const travelling = { caseId, consentId, referralId }
    expect((await receiver.get(path)).status).toBe(404)
    demand(200, await sender.post(`${path}/send`, {}, { ifMatch: versionOf(created) }))
    await test().deliverAll()
    expect(await toldOf(cast.receiver, travelling)).toEqual(['referral.requested'])
    expect(await toldOf(cast.receivingSupervisor, travelling)).toEqual(['referral.requested'])

    // At the desk lies a preview without a name.
    const preview = demand(200, await receiver.get(path))
    expect(bodyOf(preview)).toMatchObject({
      status: 'requested',
      urgency: 'urgent',
      ageBand: '16-17',
      commune: 'Phường Hải Châu',
      caseId: null,
      shared: null,
      sharedSections: null,
    })
    expect(bodyOf(preview)['answerDueAt']).toEqual(expect.stringMatching(/Z$/))
    for (const secret of [
      girlsName,
      '0905 000',
      'Nguyễn Du',
      'tiệm may',
      'phát tán',
      '@thuyen_dem',
    ])
      expect(preview.text).not.toContain(secret)

    await journey.move(receiver, travelling, 'claim')
    const accepted = await journey.move(receiver, travelling, 'accept')
    expect(accepted.text).toContain(girlsName)
    expect(accepted.text).toContain('0905 000 111')
    expect(bodyOf(accepted)['sharedSections']).toEqual(['identity', 'contact'])
    // Consented to, but not asked for; and what was never consented to.
    for (const secret of ['phát tán', '@thuyen_dem', 'Trần Thị Hoa'])
      expect(accepted.text).not.toContain(secret)
    demand(200, await receiver.get(`/cases/${caseId}/sections/identity`))
    for (const section of ['incident', 'family', 'safety', 'legal', 'health'])
      demand(404, await receiver.get(`/cases/${caseId}/sections/${section}`))
    demand(404, await receiver.get(`/cases/${caseId}`))
    demand(404, await receiver.get(consents))

    await journey.move(receiver, travelling, 'start')
    const done = await journey.move(receiver, travelling, 'complete', {
      outcome: 'given_in_full',
      text: 'Đã tư vấn ba buổi.',
    })
    expect(done.text).not.toContain(girlsName)
    expect(bodyOf(done)).toMatchObject({ shared: null, sharedSections: null })
    expect((await receiver.get(path)).text).not.toContain(girlsName)
    demand(404, await receiver.get(`/cases/${caseId}/sections/identity`))
    demand(404, await receiver.get(`/cases/${caseId}/sections/contact`))

    await test().deliverAll()
    expect(await toldOf(cast.sender, travelling)).toEqual(
      expect.arrayContaining(['referral.accepted', 'referral.started', 'referral.completed']),
    )
    const closed = await journey.move(sender, travelling, 'confirm', {
      received: 'yes',
      safe: 'yes',
      helpful: 'partly',
    })
    expect(bodyOf(closed)).toMatchObject({
      status: 'confirmed',
      outcomeText: 'Đã tư vấn ba buổi.',
      feedback: { received: 'yes', safe: 'yes', helpful: 'partly' },
      moves: ['enter-in-error'],
    })
    await test().deliverAll()
    expect(await toldOf(cast.receiver, travelling)).toContain('referral.confirmed')
    expect(await figures()).toEqual({ ...before, accepted: before.accepted + 1 })
  })

  it('is counted where it stands: waiting, under way, done', async () => {
    const open = async () => {
      await test().deliverAll()
      return (await figures()).open
    }
    const { in: inbox } = (await open()) as { in: { waiting: number; underWay: number } }
    const travelling = await journey.sent()
    expect(await open()).toMatchObject({ in: { ...inbox, waiting: inbox.waiting + 1 } })
    await journey.move(journey.receiver, travelling, 'accept')
    expect(await open()).toMatchObject({ in: { ...inbox, underWay: inbox.underWay + 1 } })
    await journey.move(journey.receiver, travelling, 'complete', {
      outcome: 'given_in_full',
      text: 'Xong',
    })
    expect(await open()).toMatchObject({ in: inbox })
  })
})

describe('those who have no part in it', () => {
  const blockedAtTheDesk = async ({ caseId }: Travelling): Promise<TestWorker> => {
    const worker = await test().given.aWorker(cast.womens)
    await test().owner.query(
      `INSERT INTO case_block (worker_id, case_id, reason) VALUES ($1, $2, 'family')`,
      [worker.id, caseId],
    )
    return worker
  }
  const seesNothing = async (who: string, worker: TestWorker, behind: Travelling) => {
    for (const { door, status, seen, expected } of await knockAtAll(await apiOf(worker), behind)) {
      expect({ who, door, status }).toEqual({ who, door, status: 404 })
      expect({ who, door, seen }).toEqual({ who, door, seen: expected })
    }
  }

  const state = async ({ caseId }: Travelling): Promise<unknown> => {
    const { rows } = await test().owner.query(
      `SELECT c.version, c.risk_level, r.version AS referral, r.status, r.claimed_by,
              (SELECT count(*)::int FROM consent WHERE case_id = c.id) AS consents,
              (SELECT count(*)::int FROM referral WHERE case_id = c.id) AS referrals,
              (SELECT count(*)::int FROM case_section WHERE case_id = c.id) AS sections,
              (SELECT count(*)::int FROM outbox_event WHERE case_id = c.id) AS events
         FROM cases c JOIN referral r ON r.case_id = c.id WHERE c.id = $1`,
      [caseId],
    )
    return rows
  }

  it('cannot tell a referral that waits from one that does not exist, nor change it', async () => {
    const travelling = await journey.sent()
    const before = await state(travelling)
    const blocked = await blockedAtTheDesk(travelling)
    for (const [who, worker] of Object.entries({ ...cast.outsiders, blocked }))
      await seesNothing(who, worker, travelling)
    expect(await state(travelling)).toEqual(before)
  })

  it('cannot tell one that is under way from one that does not exist', async () => {
    const travelling = await journey.accepted()
    const blocked = await blockedAtTheDesk(travelling)
    const colleague = await test().given.aWorker(cast.womens)
    const all = { ...cast.outsiders, blocked, 'colleague of the receiver': colleague }
    for (const [who, worker] of Object.entries(all)) await seesNothing(who, worker, travelling)
  })

  it('find nothing of it in their lists, and are told nothing', async () => {
    const travelling = await journey.accepted()
    await test().deliverAll()
    for (const [who, worker] of Object.entries(cast.outsiders)) {
      const api = await apiOf(worker)
      for (const list of ['/cases', '/referrals', '/referrals?direction=out', '/notifications']) {
        const { status, text } = await api.get(list)
        expect({ who, list, isShown: text.includes(travelling.referralId) }).toEqual({
          who,
          list,
          isShown: false,
        })
        expect([200, 404]).toContain(status)
        expect(text).not.toContain(travelling.caseId)
      }
    }
  })
})

describe('the trail of it', () => {
  const trail = async (worker: TestWorker, outcome: string) => {
    const auditor = await apiOf(cast.auditor)
    const asked = `/audit?worker=${worker.id}&outcome=${outcome}&limit=200`
    const answer = demand(200, await auditor.get(asked))
    expect(answer.text).not.toContain(girlsName)
    return itemsOf(answer)
  }
  const deedsOn = async (worker: TestWorker, outcome: string, { caseId }: Travelling) =>
    (await trail(worker, outcome))
      .filter((entry) => (entry['case'] as { id: string } | null)?.id === caseId)
      .map(({ action }) => action)

  it('holds every change and every read, by whom and of which sections', async () => {
    const travelling = await journey.completed()
    expect(await deedsOn(cast.sender, 'done', travelling)).toEqual(
      expect.arrayContaining(['case.open', 'consent.record', 'referral.draft', 'referral.send']),
    )
    const receivers = await deedsOn(cast.receiver, 'done', travelling)
    expect(receivers.filter((action) => action === 'referral.accept')).toHaveLength(1)
    expect(receivers.filter((action) => action === 'referral.serve')).toHaveLength(1)
    const entries = await trail(cast.receiver, 'done')
    expect(entries).toContainEqual(
      expect.objectContaining({
        action: 'referral.read',
        subject: { type: 'referral', id: travelling.referralId },
        sections: ['identity', 'contact'],
      }),
    )
  })

  it('holds who knocked in vain, and at what', async () => {
    const travelling = await journey.accepted()
    const police = await test().given.aWorker(await test().given.aUnit('police'))
    const api = await apiOf(police)
    await api.get(`/cases/${travelling.caseId}`)
    await api.get(`/cases/${travelling.caseId}/sections/identity`)
    await api.post(`/referrals/${travelling.referralId}/accept`, {}, { ifMatch: 5 })

    const refusals = await trail(police, 'missing')
    expect(refusals.map(({ action, subject }) => [action, subject])).toEqual([
      ['referral.accept', { type: 'referral', id: travelling.referralId }],
      ['section.read', { type: 'case', id: travelling.caseId }],
      ['case.read', { type: 'case', id: travelling.caseId }],
    ])
  })
})
