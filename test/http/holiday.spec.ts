import { beforeAll, describe, expect, it, jest } from '@jest/globals'
import { servicesOf } from '../../src/features/directory/index.js'
import { calendarOf } from '../../src/platform/clock/holidays.js'
import type { ApiAnswer } from '../support/api-client.js'
import { useApp } from '../support/app.js'
import type { TestUnit, TestWorker } from '../support/world.js'
import { bodyOf, demand, itemsOf, openCase, versionOf } from './support/answers.js'
import { girlsConsent, girlsIntake, girlsName } from './support/cast.js'

jest.setTimeout(120_000)

const hanoi = (text: string): Date => new Date(`${text}:00+07:00`)

// Tết 2027 takes 5 to 11 February, days in lieu included; the 12th is a Friday.
const beforeTet = hanoi('2027-02-04T09:00')

describe('a referral that nobody answers, sent the day before Tết', () => {
  const test = useApp()
  let unit: { sender: TestUnit; asked: TestUnit; next: TestUnit }
  let who: Record<
    'sender' | 'desk' | 'supervisor' | 'coordinator' | 'elsewhere' | 'nextDesk',
    TestWorker
  >
  let caseId: string
  let id: string
  let number: string

  beforeAll(async () => {
    const { given, owner, clock } = test()
    clock.standAt(beforeTet)
    const services = servicesOf('womens-services')
    unit = {
      sender: await given.aUnit('child-protection', { name: 'Phòng bảo vệ trẻ em' }),
      asked: await given.aUnit('womens-services', { services, name: 'Nhà Bình Minh' }),
      next: await given.aUnit('womens-services', { services, name: 'Nhà Hoa Sen' }),
    }
    const office = await given.aUnit('hotline')
    who = {
      sender: await given.aWorker(unit.sender, ['caseworker'], 'Lê Thị Gửi'),
      desk: await given.aWorker(unit.asked, ['caseworker'], 'Phạm Thị Nhận'),
      supervisor: await given.aWorker(unit.asked, ['supervisor'], 'Võ Thị Giám Sát'),
      coordinator: await given.aWorker(office, ['coordinator'], 'Đỗ Điều Phối'),
      elsewhere: await given.aWorker(office, ['coordinator'], 'Hồ Nơi Khác'),
      nextDesk: await given.aWorker(unit.next, ['caseworker'], 'Trịnh Thị Sen'),
    }
    await owner.query(`UPDATE worker SET scope_province = '48' WHERE id = $1`, [who.coordinator.id])
    await owner.query(`UPDATE worker SET scope_province = '01' WHERE id = $1`, [who.elsewhere.id])
  })

  // Sessions are as old as the clock says: everybody signs in anew.
  const api = (worker: TestWorker) => test().apiOf(worker)
  const ask = async (worker: TestWorker, path: string): Promise<ApiAnswer> =>
    (await api(worker)).get(path)
  const comeTo = (moment: string): Promise<void> => test().ringTimers(hanoi(moment))
  const told = async (): Promise<string[]> => {
    const list = bodyOf(demand(200, await ask(who.sender, `/referrals/${id}`)))['told']
    return (Array.isArray(list) ? list : []).map(
      ({ clock, level, reaches }: Record<string, string>) => `${clock} ${level} ${reaches}`,
    )
  }
  const heard = async (worker: TestWorker): Promise<unknown[]> => {
    const answer = demand(200, await ask(worker, '/notifications?limit=100'))
    expect(answer.text).not.toContain(girlsName)
    return itemsOf(answer).map(({ kind }) => kind)
  }
  const escalations = async (worker: TestWorker): Promise<Record<string, unknown>[]> => {
    const answer = demand(200, await ask(worker, '/escalations'))
    for (const hidden of [girlsName, caseId, '16-17']) expect(answer.text).not.toContain(hidden)
    return itemsOf(answer)
  }

  it('waits over the holiday without calling anybody above the desk', async () => {
    const sender = await api(who.sender)
    caseId = await openCase(sender, girlsIntake)
    demand(
      201,
      await sender.post(`/cases/${caseId}/consents`, {
        ...girlsConsent(unit.asked.id, ['contact', 'incident']),
        until: '2027-03-04',
      }),
    )
    const sent = demand(
      201,
      await sender.post(`/cases/${caseId}/referrals`, {
        service: 'PSS_BASIC',
        urgency: 'normal',
        need: 'Cần tư vấn tâm lý, chỉ gặp nhân viên nữ.',
        toUnitId: unit.asked.id,
        sections: ['contact'],
        send: true,
      }),
    )
    id = String(bodyOf(sent)['id'])
    number = String(bodyOf(sent)['number'])
    expect(bodyOf(sent)).toMatchObject({
      acknowledgeDueAt: hanoi('2027-02-12T09:00').toISOString(),
      answerDueAt: hanoi('2027-02-16T09:00').toISOString(),
      expiresAt: hanoi('2027-02-19T09:00').toISOString(),
    })

    await comeTo('2027-02-12T08:00')

    expect(await told()).toEqual(['acknowledge remind desk', 'first-service remind desk'])
    expect(await heard(who.desk)).toEqual(expect.arrayContaining(['referral.reminded']))
    expect(await heard(who.supervisor)).not.toContain('referral.escalated')
    expect(await escalations(who.coordinator)).toEqual([])
  })

  it('is told to the supervisor when the first working day is over, who sees it on their list', async () => {
    await comeTo('2027-02-12T10:00')

    expect(await told()).toContain('acknowledge supervisor supervisor')
    expect(await heard(who.supervisor)).toContain('referral.escalated')
    const page = await (await test().browserOf(who.supervisor)).get('/escalations')
    expect(page.text).toContain(number)
    expect(page.text).toContain('Bàn trực Nhà Bình Minh')
    const late = demand(200, await ask(who.supervisor, '/escalations/late?direction=in'))
    expect(itemsOf(late)).toMatchObject([{ id, clock: 'acknowledge', waitsFor: null }])
    const waiting = await (await test().browserOf(who.sender)).get(`/referrals/${id}`)
    expect(waiting.text).toContain('báo giám sát Võ Thị Giám Sát')
  })

  it('comes to the coordinator of the province, who reminds, calls and notes it', async () => {
    await comeTo('2027-02-17T22:00')

    expect(await told()).toContain('answer coordination coordination')
    expect(await heard(who.coordinator)).toContain('referral.escalated')
    expect(await escalations(who.coordinator)).toMatchObject([{ id, number, lastDeed: null }])
    expect(await escalations(who.elsewhere)).toEqual([])

    const browser = await test().browserOf(who.coordinator)
    const list = await browser.get('/escalations')
    expect(list.text).toContain(number)
    expect(list.html).not.toContain(`/referrals/${id}`)
    const before = (await heard(who.supervisor)).length
    const reminded = await browser.submit(list, `/escalations/${id}/reminded`)
    expect(reminded.text).toContain('Đã nhắc lại đơn vị')
    await test().deliverAll()
    expect(await heard(who.supervisor)).toHaveLength(before + 1)
    const again = await browser.submit(
      await browser.get('/escalations'),
      `/escalations/${id}/reminded`,
    )
    expect(again.text).toContain('trong vòng một giờ qua')

    const deeds = `/escalations/${id}/deeds`
    demand(204, await (await api(who.coordinator)).post(deeds, { deed: 'called' }))
    for (const other of [who.elsewhere, who.supervisor, who.desk, who.sender])
      expect((await (await api(other)).post(deeds, { deed: 'called' })).status).toBe(404)
    expect((await (await api(who.coordinator)).post(deeds, { deed: 'shouted' })).status).toBe(422)
    expect(await escalations(who.coordinator)).toMatchObject([{ id, lastDeed: 'called' }])
    const story = await (await test().browserOf(who.sender)).get(`/referrals/${id}`)
    expect(story.text).toContain('Điều phối viên đã gọi đơn vị')
    expect(story.text).toContain('Đỗ Điều Phối')
  })

  it('goes back to the sender with the next unit proposed, one press away', async () => {
    await comeTo('2027-02-19T08:59')
    expect(bodyOf(await ask(who.sender, `/referrals/${id}`))['status']).toBe('requested')
    await comeTo('2027-02-19T09:00')

    expect(await heard(who.sender)).toContain('referral.expired')
    const expired = demand(200, await ask(who.sender, `/referrals/${id}`))
    expect(bodyOf(expired)).toMatchObject({
      status: 'expired',
      suggestedUnitId: unit.next.id,
      nextUnits: [{ id: unit.next.id, name: 'Nhà Hoa Sen' }],
    })
    const tooLate = await (
      await api(who.desk)
    ).post(
      `/referrals/${id}/accept`,
      {},
      {
        ifMatch: versionOf(expired),
      },
    )
    expect(tooLate.status).toBe(404)
    expect(await escalations(who.coordinator)).toMatchObject([{ id, clock: 'expired' }])

    const browser = await test().browserOf(who.sender)
    const back = await browser.get(`/referrals/${id}`)
    expect(back.text).toContain('Gửi đến Nhà Hoa Sen')
    const draft = await browser.submit(back, `/referrals/${id}/again`)
    expect(draft.path).toMatch(/^\/referrals\/[0-9a-f-]{36}\/sharing$/)
  })

  it('is sent on once the girl has agreed to the new unit, and waits for nobody else any more', async () => {
    const sender = await api(who.sender)
    const drafts = itemsOf(await sender.get('/referrals?direction=out&status=draft'))
    expect(drafts).toHaveLength(1)
    const draftId = String(drafts[0]?.['id'])
    demand(
      201,
      await sender.post(`/cases/${caseId}/consents`, {
        ...girlsConsent(unit.next.id, ['contact']),
        until: '2027-03-19',
      }),
    )
    const draft = demand(200, await sender.get(`/referrals/${draftId}`))
    expect(bodyOf(draft)).toMatchObject({ supersedesId: id, service: 'PSS_BASIC' })
    const ready = demand(
      200,
      await sender.patch(
        `/referrals/${draftId}`,
        { sections: ['contact'] },
        { ifMatch: versionOf(draft) },
      ),
    )
    const sent = await sender.post(
      `/referrals/${draftId}/send`,
      {},
      {
        ifMatch: versionOf(ready),
      },
    )
    expect(sent.status).toBe(200)
    await test().deliverAll()

    expect(await escalations(who.coordinator)).toEqual([])
    expect(
      itemsOf(await ask(who.nextDesk, '/referrals?direction=in')).map((row) => row['id']),
    ).toEqual([draftId])
    expect((await sender.post(`/referrals/${id}/again`, { toUnitId: unit.next.id })).status).toBe(
      409,
    )
  })

  it('is a page and a list of nobody else', async () => {
    for (const worker of [who.sender, who.desk, who.nextDesk]) {
      expect((await ask(worker, '/escalations')).status).toBe(404)
      expect((await ask(worker, '/escalations/late?direction=in')).status).toBe(404)
      expect((await (await test().browserOf(worker)).get('/escalations')).status).toBe(404)
    }
    expect((await ask(who.supervisor, '/escalations')).status).toBe(404)
    expect((await ask(who.coordinator, '/escalations/late?direction=in')).status).toBe(404)
  })

  it('has its rest days on a page for all', async () => {
    const page = await (await test().browserOf(who.desk)).get('/calendar')

    expect(page.status).toBe(200)
    expect(page.text).toContain('Tết')
    expect(page.text).toContain('chưa đối chiếu với thông báo chính thức')
    expect(page.text.includes('Chưa ai nhập ngày nghỉ lễ năm 2028')).toBe(!calendarOf(2028).isKnown)
  })
})
