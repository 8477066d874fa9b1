import { beforeAll, describe, expect, it } from '@jest/globals'
import { girlsName } from '../../referrals/testing/referral.builder.js'
import type { Cast } from '../../referrals/testing/use-referrals.js'
import { useTransfers } from '../testing/use-transfers.js'

describe('the pages of a transfer', () => {
  const given = useTransfers()
  let cast: Cast

  beforeAll(async () => {
    cast = await given().parties()
  })

  const browserOf = (who: keyof Cast) => given().world.test.browserOf(cast[who])
  const fields = () => ({
    toUnitId: cast.receiver.unit.id,
    why: 'person_moves',
    urgency: 'urgent',
    need: 'Chuyển nơi ở sang địa bàn khác.',
  })

  it('lead from the case to a check of what both see, to the offer, and to the new lead', async () => {
    const { caseId } = await given().anAgreedCase(cast)
    const path = `/cases/${caseId}/transfer`
    const lead = await browserOf('sender')
    expect((await lead.get(`/cases/${caseId}`)).html).toContain(path)
    const form = await lead.get(path)
    expect(form.status).toBe(200)

    const back = await lead.submit(form, path, { ...fields(), why: '' })
    expect([back.status, back.text.includes('Chuyển nơi ở')]).toEqual([422, true])

    const check = await lead.submit(back, path, fields())
    expect(check.status).toBe(200)
    expect(check.text).toContain('không còn xem được hồ sơ này nữa')
    expect(check.text).not.toContain(girlsName)
    const changed = await lead.submit(check, path, { step: 'change' })
    expect([changed.status, changed.formTo(path)['need']]).toEqual([200, fields().need])
    const offered = await lead.submit(check, path, { step: 'offer' })
    expect(offered.path).toMatch(/^\/transfers\/[0-9a-f-]{36}$/)
    expect(offered.text).toContain('vẫn chịu trách nhiệm')
    expect((await lead.get(path)).path).toBe(offered.path)

    const desk = await browserOf('receiver')
    const list = await desk.get('/transfers?direction=in')
    expect(list.html).toContain(offered.path)
    const seen = await desk.get(offered.path)
    for (const secret of [girlsName, '0905 000', 'BA-20', caseId])
      expect(seen.html).not.toContain(secret)
    const accepted = await desk.submit(seen, `${offered.path}/accept`)
    expect([accepted.status, accepted.path]).toEqual([200, offered.path])
    expect(accepted.html).toContain(`/cases/${caseId}`)
    expect((await desk.get(`/cases/${caseId}`)).status).toBe(200)

    expect((await lead.get(`/cases/${caseId}`)).status).toBe(404)
    const receipt = await lead.get(offered.path)
    expect(receipt.text).toContain('đã chuyển giao cho')
    expect(receipt.text).not.toContain(fields().need)
    expect((await lead.get('/transfers?direction=out')).html).toContain(offered.path)
    const contacted = await desk.submit(accepted, `${offered.path}/contact`)
    expect(contacted.text).toContain('đã liên lạc được')
    expect((await lead.get(offered.path)).text).toContain('đã liên lạc được')
  })

  it('say what is still to be agreed to, with the way to record it for the whole case', async () => {
    const { caseId } = await given().anAgreedCase(cast, ['identity', 'contact'])
    const path = `/cases/${caseId}/transfer`
    const lead = await browserOf('sender')
    const check = await lead.submit(await lead.get(path), path, fields())
    expect(check.status).toBe(200)
    expect(check.text).toContain('còn thiếu đồng thuận')
    expect(check.html).toContain(`/cases/${caseId}/consents/new?unit=${cast.receiver.unit.id}`)
    expect(check.html).not.toContain('value="offer"')
    const refused = await lead.submit(check, path, { step: 'offer' })
    expect(refused.status).toBe(422)

    const consent = await lead.get(
      `/cases/${caseId}/consents/new?unit=${cast.receiver.unit.id}&whole=yes`,
    )
    // Women's services see no health and no counselling of others' cases, but all of their own.
    expect(consent.html).toContain('value="psychosocial"')
  })

  it('lead a supervisor to no page that is not theirs: who leads the case asks', async () => {
    const { caseId } = await given().anAgreedCase(cast, ['identity', 'contact'])
    const path = `/cases/${caseId}/transfer`
    const supervisor = await browserOf('sendersSupervisor')
    const form = await supervisor.get(path)
    const check = await supervisor.submit(form, path, fields())
    expect([form.status, check.status]).toEqual([200, 200])
    for (const page of [form, check]) {
      expect(page.html).not.toContain(`/cases/${caseId}/consents/new`)
      expect(page.text).toContain('Người phụ trách hồ sơ hỏi và ghi đồng thuận này.')
    }
  })

  it('let the desk decline with a reason, and supervisors name the lead', async () => {
    const { id } = await given().anOffer(cast)
    const desk = await browserOf('receiver')
    const asked = await desk.get(`/transfers/${id}/reject`)
    expect((await desk.submit(asked, `/transfers/${id}/reject`)).status).toBe(422)
    const rejected = await desk.submit(asked, `/transfers/${id}/reject`, {
      reason: 'no_capacity',
      note: 'Đang quá tải.',
    })
    expect([rejected.status, rejected.path]).toEqual([200, `/transfers/${id}`])
    const lead = await browserOf('sender')
    const answered = await lead.get(`/transfers/${id}`)
    expect(answered.text).toContain('Đang quá tải.')

    const next = await given().anOffer(cast)
    const supervisor = await browserOf('supervisor')
    const seen = await supervisor.get(`/transfers/${next.id}`)
    const unnamed = await supervisor.submit(seen, `/transfers/${next.id}/accept`)
    expect(unnamed.status).toBe(422)
    const named = await supervisor.submit(seen, `/transfers/${next.id}/accept`, {
      leadId: cast.receiver.id,
    })
    expect(named.path).toBe(`/transfers/${next.id}`)
    expect(named.status).toBe(200)
  })

  it('let the owner take the offer back', async () => {
    const { id } = await given().anOffer(cast)
    const lead = await browserOf('sender')
    const asked = await lead.get(`/transfers/${id}/withdraw`)
    const done = await lead.submit(asked, `/transfers/${id}/withdraw`, {
      reason: 'person_declined',
    })
    expect([done.status, done.path]).toEqual([200, `/transfers/${id}`])
    expect((await (await browserOf('receiver')).get(`/transfers/${id}`)).status).toBe(404)
  })

  it('are not there for anybody else, nor under another case’s address', async () => {
    const { id, caseId } = await given().anOffer(cast)
    const stranger = await given().parties()
    const hidden = await given().world.test.browserOf(stranger.receiver)
    const nowhere = await hidden.get('/transfers/0b9d6b57-0000-4000-8000-000000000000')
    for (const path of [
      `/transfers/${id}`,
      `/transfers/${id}/reject`,
      `/transfers/${id}/withdraw`,
      `/cases/${caseId}/transfer`,
      `/transfers/asks/${id}`,
    ]) {
      const answer = await hidden.get(path)
      expect({ path, status: answer.status }).toEqual({ path, status: 404 })
    }
    expect(nowhere.status).toBe(404)
    const colleague = await browserOf('sendersColleague')
    expect((await colleague.get(`/cases/${caseId}/transfer`)).status).toBe(404)
  })

  it('ask, answer and decline without telling whether there is such a case', async () => {
    const { caseId } = await given().anAgreedCase(cast)
    const { rows } = await given().owner.query<{ number: string }>(
      'SELECT number FROM cases WHERE id = $1',
      [caseId],
    )
    const desk = await browserOf('receiver')
    const form = await desk.get('/transfers/ask')
    const wrong = await desk.submit(form, '/transfers/ask', { number: 'x', why: 'person_asked' })
    expect(wrong.status).toBe(422)
    const asked = await desk.submit(form, '/transfers/ask', {
      number: rows[0]?.number ?? '',
      why: 'person_asked',
    })
    const again = await desk.submit(await desk.get('/transfers/ask'), '/transfers/ask', {
      number: 'BA-2026-999999',
      why: 'person_asked',
    })
    expect([asked.status, asked.path]).toEqual([again.status, again.path])

    const lead = await browserOf('sender')
    const list = await lead.get('/transfers/asks')
    const link = /\/transfers\/asks\/[0-9a-f-]{36}/.exec(list.html)?.[0] ?? ''
    const one = await lead.get(link)
    expect(one.html).toContain(`/cases/${caseId}/transfer?request=`)
    const offer =
      /\/cases\/[0-9a-f-]{36}\/transfer\?request=[0-9a-f-]{36}/.exec(one.html)?.[0] ?? ''
    expect((await lead.get(offer)).formTo(`/cases/${caseId}/transfer`)['toUnitId']).toBe(
      cast.receiver.unit.id,
    )
    const declined = await lead.submit(one, `${link}/decline`, { reason: 'stays_with_us' })
    expect([declined.status, declined.path]).toEqual([200, link])
    expect((await desk.get(link)).text).toContain('giữ hồ sơ')
  })

  it('show what is kept, and only that', async () => {
    const { caseId } = await given().anAgreedCase(cast)
    await given().world.build.aConsent(cast.sender, caseId, cast.sender.unit.id, ['identity'])
    const id = await given().offer(cast, caseId, {
      keeping: { sections: ['identity'], reason: 'smooth_change', until: given().inDays(10) },
    })
    await given().accept(cast.receiver.actor, id)
    const lead = await browserOf('sender')
    const seen = await lead.get(`/transfers/${id}`)
    expect(seen.text).toContain(girlsName)
    expect(seen.text).not.toContain('0905 000')
  })
})

describe('the API of transfers', () => {
  const given = useTransfers()

  it('offers, shows, moves once and answers who may not as if nothing were there', async () => {
    const cast = await given().parties()
    const { caseId } = await given().anAgreedCase(cast)
    const { test } = given().world
    const lead = await test.apiOf(cast.sender)
    const desk = await test.apiOf(cast.receiver)
    const words = {
      toUnitId: cast.receiver.unit.id,
      why: 'person_moves',
      urgency: 'urgent',
      need: 'Chuyển nơi ở.',
    }
    const invalid = await lead.post(`/cases/${caseId}/transfers`, { ...words, why: 'x' })
    expect(invalid.status).toBe(422)
    expect((await desk.post(`/cases/${caseId}/transfers`, words)).status).toBe(404)
    const offered = await lead.post(`/cases/${caseId}/transfers`, words)
    expect(offered.status).toBe(201)
    const { id } = offered.body as { id: string }

    const seen = await desk.get(`/transfers/${id}`)
    expect(seen.body).toMatchObject({
      side: 'to',
      caseId: null,
      caseNumber: null,
      moves: ['accept', 'reject'],
    })
    expect((await desk.post(`/transfers/${id}/accept`)).status).toBe(428)
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => desk.post(`/transfers/${id}/accept`, {}, { ifMatch: 1 })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ status }) => ![200, 409, 412].includes(status))).toEqual([])
    expect((await desk.get(`/transfers/${id}`)).body).toMatchObject({ caseId, status: 'accepted' })
    expect((await lead.get(`/transfers/${id}`)).body).toMatchObject({
      side: 'from',
      caseId: null,
      need: null,
      moves: [],
    })
    expect((await lead.get('/transfers?direction=out')).body).toMatchObject({ items: [{ id }] })
    expect((await lead.get(`/cases/${caseId}`)).status).toBe(404)
    const stranger = await test.apiOf((await given().parties()).receiver)
    for (const move of ['accept', 'reject', 'withdraw', 'contact']) {
      const body = move === 'reject' || move === 'withdraw' ? { reason: 'person_declined' } : {}
      const answer = await stranger.post(`/transfers/${id}/${move}`, body, { ifMatch: 2 })
      expect({ move, status: answer.status }).toEqual({ move, status: 404 })
    }
    expect((await desk.post(`/transfers/${id}/contact`, {}, { ifMatch: 2 })).status).toBe(200)
  })

  it('asks and declines', async () => {
    const cast = await given().parties()
    const { caseId } = await given().anAgreedCase(cast)
    const { test } = given().world
    const lead = await test.apiOf(cast.sender)
    const desk = await test.apiOf(cast.receiver)
    const { number } = (await lead.get(`/cases/${caseId}`)).body as { number: string }
    const ask = (caseNumber: string) =>
      desk.post('/transfer-requests', { caseNumber, why: 'person_asked' })
    expect((await ask('nothing')).status).toBe(422)
    const [known, unknown] = [await ask(number), await ask('BA-2026-999999')]
    expect([known.status, unknown.status]).toEqual([201, 201])
    const { id } = known.body as { id: string }
    expect((await lead.get('/transfer-requests')).body).toMatchObject({
      toAnswer: [{ id, caseId }],
      asked: [],
    })
    const decline = (ifMatch: number) =>
      lead.post(`/transfer-requests/${id}/decline`, { reason: 'stays_with_us' }, { ifMatch })
    expect((await decline(7)).status).toBe(412)
    expect((await decline(1)).status).toBe(200)
    const other = (unknown.body as { id: string }).id
    const no = await lead.post(
      `/transfer-requests/${other}/decline`,
      { reason: 'stays_with_us' },
      { ifMatch: 1 },
    )
    expect(no.status).toBe(404)
  })
})
