import { beforeAll, describe, expect, it, jest } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { ApiClient } from '../support/api-client.js'
import { useApp } from '../support/app.js'
import type { TestWorker } from '../support/world.js'
import { bodyOf, demand, itemsOf, openCase, problemOf, versionOf } from './support/answers.js'
import { castOf, girlsConsent, girlsIntake, girlsName, type StoryCast } from './support/cast.js'
import { Journey, type Travelling } from './support/journey.js'

jest.setTimeout(120_000)

const test = useApp()
let cast: StoryCast
let journey: Journey
let supervisor: TestWorker
let reviewer: TestWorker

beforeAll(async () => {
  cast = await castOf(test())
  journey = await Journey.with(test(), cast)
  supervisor = await test().given.aWorker(cast.childProtection, ['supervisor'])
  reviewer = await test().given.aWorker(await test().given.aUnit('health'), [
    'safeguarding-reviewer',
  ])
})

const apiOf = (worker: TestWorker): Promise<ApiClient> => test().apiOf(worker)
const withdraw = ({ caseId, consentId }: Travelling) =>
  journey.sender.post(`/cases/${caseId}/consents/${consentId}/withdraw`, {
    reason: 'danger',
    note: 'Em sợ người nhà biết.',
  })

describe('consent withdrawn while the other side reads', () => {
  it('leaves nothing to the very next request, by whatever door', async () => {
    const travelling = await journey.sent()
    const { caseId, referralId } = travelling
    const browser = await test().browserOf(cast.receiver)
    const api = journey.receiver
    const idempotencyKey = randomUUID()
    const ifMatch = versionOf(await api.get(`/referrals/${referralId}`))
    const path = `/referrals/${referralId}/accept`
    const accepted = demand(200, await api.post(path, {}, { ifMatch, idempotencyKey }))
    expect(accepted.text).toContain(girlsName)
    const open = await browser.get(`/referrals/${referralId}`)
    expect(open.text).toContain(girlsName)
    const section = `/cases/${caseId}/sections/identity`
    expect(demand(200, await api.get(section)).text).toContain(girlsName)

    demand(200, await withdraw(travelling))

    expect((await api.get(section)).status).toBe(404)
    for (const answer of [
      await api.get(`/referrals/${referralId}`),
      // Who kept an ETag is not told that what they keep is still good.
      await api.get(`/referrals/${referralId}`, {
        headers: { 'if-none-match': String(accepted.headers['etag']) },
      }),
      // Who repeats the request is answered as then, without what was shared.
      await api.post(path, {}, { ifMatch, idempotencyKey }),
    ]) {
      expect(answer.status).toBe(200)
      expect(answer.text).not.toContain(girlsName)
      expect(answer.text).not.toContain('0905 000')
    }
    const reloaded = await browser.get(`/referrals/${referralId}`)
    expect(reloaded.text).not.toContain(girlsName)
    expect(reloaded.text).not.toContain('0905 000')
    expect(reloaded.text).toContain('Dừng sử dụng điều đã được chia sẻ')
    expect(reloaded.text).not.toContain('Em sợ người nhà biết')
    const list = await api.get('/referrals?direction=in&limit=100')
    expect(list.text).not.toContain(girlsName)
  })

  it('tells what to stop, and the sender who understood it and when', async () => {
    const travelling = await journey.accepted()
    const { caseId, referralId } = travelling
    demand(200, await withdraw(travelling))

    const browser = await test().browserOf(cast.receiver)
    const page = await browser.get(`/referrals/${referralId}`)
    const action = new RegExp(`/referrals/${referralId}/stop/[0-9a-f-]{36}`).exec(page.html)?.[0]
    const understood = await browser.submit(page, action ?? '')
    expect(understood.text).toContain('Đã ghi là bạn đã hiểu')

    const seen = bodyOf(await journey.sender.get(`/referrals/${referralId}`))
    expect(seen['stopNotices']).toMatchObject([
      { why: 'withdrawn', understoodAt: expect.any(String) },
    ])
    const senders = await test().browserOf(cast.sender)
    const consents = await senders.get(`/cases/${caseId}/consents`)
    expect(consents.text).toContain('Phạm Thị Nhận xác nhận đã hiểu')
    expect(consents.text).toContain('Em sợ người nhà biết')
    expect(consents.text).toContain('Chia sẻ có thể gây nguy hiểm')
  })

  it('shows beforehand which referral stands on it and what closes', async () => {
    const { caseId, consentId, referralId } = await journey.accepted()
    const browser = await test().browserOf(cast.sender)
    const path = `/cases/${caseId}/consents/${consentId}/withdraw`
    const preview = await browser.get(path)
    const { number } = bodyOf(await journey.sender.get(`/referrals/${referralId}`))
    expect(preview.text).toContain(String(number))
    expect(preview.text).toContain('Phạm Thị Nhận không còn thấy gì ngay từ lần mở trang kế tiếp')
    const effects = await journey.sender.get(`/cases/${caseId}/consents/${consentId}/effects`)
    expect(itemsOf(effects)).toMatchObject([
      { referralId, effect: 'under-way', lost: ['identity', 'contact'], kept: [] },
    ])
    expect(
      (await journey.receiver.get(`/cases/${caseId}/consents/${consentId}/effects`)).status,
    ).toBe(404)
  })

  it('shows beforehand that the unit leaves the team', async () => {
    const { caseId, consentId } = await journey.aConsentedCase()
    demand(200, await journey.sender.post(`/cases/${caseId}/team`))
    const invited = await journey.sender.post(`/cases/${caseId}/team/invitations`, {
      unitId: cast.womens.id,
      purpose: 'PSS_BASIC',
      urgency: 'urgent',
      need: 'Cùng lo an toàn.',
      sections: ['identity'],
    })
    demand(201, invited)
    const browser = await test().browserOf(cast.sender)
    const preview = await browser.get(`/cases/${caseId}/consents/${consentId}/withdraw`)
    expect(preview.text).toContain(`Lời mời ${cast.womens.name} vào nhóm`)
  })

  it('in part closes that part at once', async () => {
    const { caseId, consentId, referralId } = await journey.accepted()
    const browser = await test().browserOf(cast.sender)
    const path = `/cases/${caseId}/consents/${consentId}/narrow`
    const form = await browser.get(path)
    const refused = await browser.submit(form, path)
    expect([refused.status, refused.text.includes('Hãy bỏ bớt ít nhất một phần')]).toEqual([
      422,
      true,
    ])
    const done = await browser.submit(form, path, { keep: ['contact', 'incident'] })
    expect(done.path).toBe(`/cases/${caseId}/consents`)

    const seen = bodyOf(await journey.receiver.get(`/referrals/${referralId}`))
    expect(seen['sharedSections']).toEqual(['contact'])
    expect(JSON.stringify(seen)).not.toContain(girlsName)
  })
})

describe('more than was sent', () => {
  it('is asked for on one page and shown on another, with new consent', async () => {
    const { caseId, referralId } = await journey.accepted()
    const receiver = await test().browserOf(cast.receiver)
    const ask = `/referrals/${referralId}/ask-for-more`
    const form = await receiver.get(ask)
    expect(form.text).toContain('Chưa có gì mở ra khi bạn gửi')
    const empty = await receiver.submit(form, ask)
    expect([empty.status, empty.html.includes('href="#sections"')]).toEqual([422, true])
    const asked = await receiver.submit(form, ask, {
      sections: ['safety'],
      reason: 'Lập kế hoạch.',
    })
    expect(asked.path).toBe(`/referrals/${referralId}`)

    const sender = await test().browserOf(cast.sender)
    const overview = await sender.get(`/cases/${caseId}`)
    expect(overview.text).toContain('Trả lời đề nghị xem thêm')
    const share = `/referrals/${referralId}/share-more`
    const before = await sender.get(share)
    expect(before.text).toContain('Lập kế hoạch.')
    expect(before.text).toContain('Cần hỏi người đó trước')

    const consent = girlsConsent(cast.womens.id, ['safety'])
    demand(201, await journey.sender.post(`/cases/${caseId}/consents`, consent))
    const offered = await sender.get(share)
    expect(offered.formTo(share)['sections']).toBe('safety')
    const shown = await sender.submit(offered, share)
    expect(shown.path).toBe(`/referrals/${referralId}`)
    const seen = bodyOf(await journey.receiver.get(`/referrals/${referralId}`))
    expect(seen['sharedSections']).toEqual(['identity', 'contact', 'safety'])
  })

  it('is declined with a reason', async () => {
    const { referralId } = await journey.accepted()
    const ifMatch = versionOf(await journey.receiver.get(`/referrals/${referralId}`))
    const more = { sections: ['safety'], reason: 'Lập kế hoạch.' }
    const ask = `/referrals/${referralId}/ask-for-more`
    demand(204, await journey.receiver.post(ask, more, { ifMatch }))
    const sender = await test().browserOf(cast.sender)
    const share = `/referrals/${referralId}/share-more`
    const form = await sender.get(share)
    const blank = await sender.submit(form, `${share}/decline`)
    expect(blank.status).toBe(422)
    await sender.submit(form, `${share}/decline`, { note: 'Em chưa muốn.' })
    const receiver = await test().browserOf(cast.receiver)
    expect((await receiver.get(`/referrals/${referralId}`)).text).toContain('Em chưa muốn.')
  })

  it('is nobody else’s to ask for, to show, or to read of', async () => {
    const { referralId } = await journey.accepted()
    for (const outsider of Object.values(cast.outsiders)) {
      const api = await apiOf(outsider)
      const browser = await test().browserOf(outsider)
      for (const page of ['share-more', 'ask-for-more'])
        expect((await browser.get(`/referrals/${referralId}/${page}`)).status).toBe(404)
      for (const [door, body] of [
        ['share-more', { sections: ['safety'] }],
        ['ask-for-more', { sections: ['safety'], reason: 'x' }],
        ['decline-more', { note: 'x' }],
      ] as const)
        expect(
          (await api.post(`/referrals/${referralId}/${door}`, body, { ifMatch: 5 })).status,
        ).toBe(404)
    }
  })
})

describe('sharing without consent', () => {
  const recorded = async (basis = 'beneficiary_interests') => {
    const caseId = await openCase(journey.sender, girlsIntake)
    const until = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
    const body = {
      basis,
      recipientUnitId: cast.womens.id,
      sections: ['identity', 'contact'],
      purposes: ['services', 'sharing'],
      explained: false,
      until,
      reason: 'Mẹ không liên lạc được.',
    }
    const answer = demand(201, await journey.sender.post(`/cases/${caseId}/consents`, body))
    const { rows } = await test().owner.query<{ id: string }>(
      'SELECT id FROM sharing_exception WHERE consent_id = $1',
      [bodyOf(answer)['id']],
    )
    return { caseId, id: rows[0]?.id ?? '', approval: bodyOf(answer)['approval'] }
  }

  it('waits on the pages of a supervisor, who answers with a name under it', async () => {
    const { caseId, id, approval } = await recorded()
    expect(approval).toBe('pending')
    const mine = await test().browserOf(cast.sender)
    expect((await mine.get(`/cases/${caseId}/consents`)).text).toContain('Chờ phê duyệt')
    const refused = await journey.sender.post(`/cases/${caseId}/referrals`, journey.need())
    expect(refused.status).toBe(409)

    const browser = await test().browserOf(supervisor)
    const list = await browser.get('/approvals')
    expect(list.html).toContain(`/approvals/${id}`)
    const page = await browser.get(`/approvals/${id}`)
    expect(page.text).toContain('Mẹ không liên lạc được.')
    const missing = await browser.submit(page, `/approvals/${id}`)
    expect([missing.status, missing.html.includes('href="#outcome"')]).toEqual([422, true])
    const silent = await browser.submit(page, `/approvals/${id}`, { outcome: 'declined' })
    expect([silent.status, silent.html.includes('href="#note"')]).toEqual([422, true])
    const approved = await browser.submit(page, `/approvals/${id}`, { outcome: 'approved' })
    expect([approved.path, approved.text.includes('Đã phê duyệt')]).toEqual(['/approvals', true])
    demand(201, await journey.sender.post(`/cases/${caseId}/referrals`, journey.need()))
    expect((await browser.get(`/approvals/${id}`)).html).not.toContain('name="outcome"')
  })

  it('is approved and declined through the API, once and at the version that was seen', async () => {
    const { id } = await recorded()
    const api = await apiOf(supervisor)
    const one = demand(200, await api.get(`/approvals/${id}`))
    expect(versionOf(one)).toBe(1)
    expect(itemsOf(await api.get('/approvals?limit=100')).map((item) => item['id'])).toContain(id)
    expect((await api.post(`/approvals/${id}/approve`)).status).toBe(428)
    expect((await api.post(`/approvals/${id}/approve`, {}, { ifMatch: 9 })).status).toBe(412)
    const silent = await api.post(`/approvals/${id}/decline`, { note: ' ' }, { ifMatch: 1 })
    expect([silent.status, problemOf(silent)]).toEqual([422, 'consents.answer-needs-reason'])
    demand(
      204,
      await api.post(`/approvals/${id}/decline`, { note: 'Hỏi bà ngoại.' }, { ifMatch: 1 }),
    )
    const late = await api.post(`/approvals/${id}/approve`, {}, { ifMatch: 2 })
    expect([late.status, problemOf(late)]).toEqual([409, 'consents.exception-answered'])
  })

  it('is nothing to whoever may not answer, and shows reviewers nothing of the case', async () => {
    const waiting = await recorded()
    const urgent = await recorded('vital_interests')
    const { number } = bodyOf(await journey.sender.get(`/cases/${urgent.caseId}`))
    for (const outsider of [
      cast.sender,
      cast.receiver,
      cast.receivingSupervisor,
      ...Object.values(cast.outsiders),
    ]) {
      const api = await apiOf(outsider)
      const browser = await test().browserOf(outsider)
      for (const { id } of [waiting, urgent]) {
        expect((await browser.get(`/approvals/${id}`)).status).toBe(404)
        expect((await browser.get(`/reviews/${id}`)).status).toBe(404)
        expect((await api.get(`/approvals/${id}`)).status).toBe(404)
        expect((await api.post(`/approvals/${id}/approve`, {}, { ifMatch: 1 })).status).toBe(404)
        const review = { outcome: 'justified' }
        expect((await api.post(`/reviews/${id}`, review, { ifMatch: 1 })).status).toBe(404)
      }
    }
    const browser = await test().browserOf(reviewer)
    expect((await browser.get(`/approvals/${waiting.id}`)).status).toBe(404)
    const page = await browser.get(`/reviews/${urgent.id}`)
    expect(page.text).toContain('Mẹ không liên lạc được.')
    for (const secret of [String(number), girlsName, '0905 000', urgent.caseId])
      expect(page.html).not.toContain(secret)
  })

  it('ends where the review finds it not justified', async () => {
    const { caseId, id } = await recorded('vital_interests')
    const referral = demand(
      201,
      await journey.sender.post(`/cases/${caseId}/referrals`, journey.need()),
    )
    const referralId = String(bodyOf(referral)['id'])
    await journey.move(journey.sender, { referralId }, 'send')
    await journey.move(journey.receiver, { referralId }, 'accept')

    const browser = await test().browserOf(reviewer)
    expect((await browser.get('/reviews')).html).toContain(`/reviews/${id}`)
    const page = await browser.get(`/reviews/${id}`)
    const done = await browser.submit(page, `/reviews/${id}`, {
      outcome: 'not_justified',
      note: 'Có thể hỏi em.',
    })
    expect(done.path).toBe('/reviews')
    const seen = bodyOf(await journey.receiver.get(`/referrals/${referralId}`))
    expect(seen).toMatchObject({
      sharedSections: [],
      stopNotices: [{ why: 'not_justified' }],
    })
  })
})

describe('a report that the law obliges to', () => {
  const report = {
    duty: 'child_abuse',
    authority: 'hotline_111',
    article: 'Luật Trẻ em 102/2016/QH13, điều 51',
    sections: ['identity', 'incident'],
    reason: 'Trẻ bị xâm hại.',
    facts: 'Em bị đe doạ qua mạng.',
    personInformed: true,
  }

  it('is written, approved, made and acknowledged, each step kept', async () => {
    const caseId = await openCase(journey.sender, girlsIntake)
    const browser = await test().browserOf(cast.sender)
    const path = `/cases/${caseId}/reports/new`
    const form = await browser.get(path)
    const empty = await browser.submit(form, path)
    expect(empty.status).toBe(422)
    for (const field of [
      'duty',
      'authority',
      'article',
      'reason',
      'sections',
      'facts',
      'personInformed',
    ])
      expect(empty.html).toContain(`href="#${field}"`)
    const written = await browser.submit(form, path, { ...report, personInformed: 'yes' })
    expect(written.text).toContain('Chờ phê duyệt. Chưa báo cho ai.')
    const id = written.path.split('/').at(-1) ?? ''
    expect(written.html).not.toContain(`${written.path}/made`)
    const early = await journey.sender.post(
      `/cases/${caseId}/duty-reports/${id}/made`,
      { channel: 'phone' },
      { ifMatch: 1 },
    )
    expect([early.status, problemOf(early)]).toEqual([409, 'consents.report-not-approved'])

    const approver = await test().browserOf(supervisor)
    const page = await approver.get(`/approvals/${id}`)
    expect(page.text).toContain('Tổng đài 111')
    await approver.submit(page, `/approvals/${id}`, { outcome: 'approved' })

    const ready = await browser.get(written.path)
    const made = await browser.submit(ready, `${written.path}/made`, { channel: 'phone' })
    expect(made.text).toContain('Chờ cơ quan nhận xác nhận')
    const blank = await browser.submit(made, `${written.path}/acknowledged`)
    expect(blank.status).toBe(422)
    const done = await browser.submit(made, `${written.path}/acknowledged`, {
      acknowledgement: 'Trực ban 111, số 2026/118',
    })
    expect(done.text).toContain('số 2026/118')
    expect((await browser.get(`/cases/${caseId}/consents`)).text).toContain(
      'Cơ quan nhận đã xác nhận',
    )
  })

  it('carries identity, contact and incident at most, to an authority of that duty', async () => {
    const caseId = await openCase(journey.sender, girlsIntake)
    const path = `/cases/${caseId}/duty-reports`
    for (const section of ['psychosocial', 'health', 'safety'])
      expect((await journey.sender.post(path, { ...report, sections: [section] })).status).toBe(422)
    const wrong = await journey.sender.post(path, { ...report, authority: 'coast_guard' })
    expect(wrong.body).toMatchObject({ errors: [{ pointer: '/authority' }] })
    expect(itemsOf(await journey.sender.get(path))).toEqual([])
  })

  it('in an emergency waits for nobody, and is reviewed afterwards', async () => {
    const caseId = await openCase(journey.sender, girlsIntake)
    const path = `/cases/${caseId}/duty-reports`
    const written = bodyOf(
      demand(201, await journey.sender.post(path, { ...report, emergency: true })),
    )
    expect(written['approval']).toBe('not_needed')
    const id = String(written['id'])
    demand(
      204,
      await journey.sender.post(`${path}/${id}/made`, { channel: 'phone' }, { ifMatch: 1 }),
    )
    const listed = itemsOf(await (await apiOf(reviewer)).get('/reviews?limit=100'))
    expect(listed.map((item) => item['id'])).toContain(id)
    expect(JSON.stringify(listed)).not.toContain('đe doạ qua mạng')
  })

  it('is nothing to others, nor under another case’s address', async () => {
    const caseId = await openCase(journey.sender, girlsIntake)
    const other = await openCase(journey.sender, girlsIntake)
    const path = `/cases/${caseId}/duty-reports`
    const id = String(bodyOf(demand(201, await journey.sender.post(path, report)))['id'])
    expect((await journey.sender.get(`/cases/${other}/duty-reports/${id}`)).status).toBe(404)
    for (const outsider of [cast.receiver, reviewer, ...Object.values(cast.outsiders)]) {
      const api = await apiOf(outsider)
      expect((await api.get(path)).status).toBe(404)
      expect((await api.get(`${path}/${id}`)).status).toBe(404)
      expect((await api.post(path, report)).status).toBe(404)
      expect(
        (await (await test().browserOf(outsider)).get(`/cases/${caseId}/reports/${id}`)).status,
      ).toBe(404)
    }
    const supervised = await apiOf(supervisor)
    demand(200, await supervised.get(`${path}/${id}`))
    expect((await supervised.post(path, report)).status).toBe(404)
  })
})
