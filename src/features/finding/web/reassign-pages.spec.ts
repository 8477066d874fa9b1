import { beforeAll, describe, expect, it } from '@jest/globals'
import { useApp } from '../../../../test/support/app.js'
import type { Browser } from '../../../../test/support/browser.js'
import type { TestWorker } from '../../../../test/support/world.js'
import { aCase } from '../../cases/testing/an-intake.js'

const test = useApp()
let supervisor: TestWorker
let lead: TestWorker
let colleague: TestWorker
let browser: Browser
const cases: { id: string; number: string }[] = []

beforeAll(async () => {
  const unit = await test().given.aUnit('child-protection')
  supervisor = await test().given.aWorker(unit, ['supervisor'])
  lead = await test().given.aWorker(unit, ['caseworker'], 'Lê Thị Cũ')
  colleague = await test().given.aWorker(unit, ['caseworker'], 'Trần Văn Mới')
  browser = await test().browserOf(supervisor)
  const services = {
    find: <Provider>(type: new (...args: never[]) => Provider): Provider =>
      test().app.get(type, { strict: false }),
  }
  for (let n = 0; n < 3; n += 1) cases.push(await aCase(services, lead.actor))
})

const chosen = (count: number): string[] => cases.slice(0, count).map(({ id }) => id)

describe('handing cases over', () => {
  it('is chosen in the list, confirmed, and seen to the end without scripts', async () => {
    const list = await browser.get('/cases?scope=unit')
    const choice = await browser.submit(list, '/cases/reassign', { case: chosen(2) })
    expect(choice.text).toContain(cases[0]?.number ?? '')
    expect(choice.text).toContain('2 hồ sơ sẽ có người phụ trách mới')

    const nobody = await browser.submit(choice, '/cases/reassign/confirm', { to: '' })
    expect(nobody.status).toBe(422)
    expect(nobody.text).toContain('Hãy chọn người phụ trách mới')
    expect(nobody.formTo('/cases/reassign/confirm')['case']).toEqual(chosen(2))

    const [asked, again] = await Promise.all(
      [1, 2].map(() => browser.submit(choice, '/cases/reassign/confirm', { to: colleague.id })),
    )
    expect(asked?.path).toMatch(/^\/cases\/reassign\/[0-9a-f-]{36}$/)
    // Sent twice it is asked once.
    expect(again?.path).toBe(asked?.path)
    expect(asked?.text).toContain('0 trên 2 hồ sơ đã xong')

    await test().deliverAll()

    const done = await browser.get(asked?.path ?? '')
    expect(done.text).toContain('2 trên 2 hồ sơ đã xong')
    expect(done.text).toContain('Trần Văn Mới')
    const told = await (await test().browserOf(colleague)).get('/notifications')
    expect(told.text).toContain('Bạn được giao phụ trách một hồ sơ')
    const old = await (await test().browserOf(lead)).get('/notifications')
    expect(old.text).toContain('được giao cho người phụ trách khác')
    expect(old.html).not.toContain(cases[0]?.id ?? '?')
  })

  it('says where nothing was chosen', async () => {
    const list = await browser.get('/cases?scope=unit')
    const none = await browser.submit(list, '/cases/reassign')

    expect(none.status).toBe(422)
    expect(none.text).toContain('Hãy chọn từ 1 đến 100 hồ sơ')
  })

  it('is asked by another system, and told line by line', async () => {
    const api = await test().apiOf(supervisor)
    const body = { caseIds: [cases[2]?.id], leadWorkerId: colleague.id }
    const started = await api.post('/cases/reassignments', body)
    expect(started.status).toBe(202)
    const { id } = started.body as { id: string }
    await test().deliverAll()

    expect((await api.get(`/cases/reassignments/${id}`)).body).toMatchObject({
      id,
      leadWorkerId: colleague.id,
      lines: [{ caseId: cases[2]?.id, number: cases[2]?.number, state: 'done' }],
    })
    const tooMany = { ...body, caseIds: Array.from({ length: 101 }, () => cases[0]?.id) }
    expect((await api.post('/cases/reassignments', tooMany)).status).toBe(422)
  })

  it('is not for caseworkers, nor seen by anybody else', async () => {
    const api = await test().apiOf(supervisor)
    const body = { caseIds: chosen(1), leadWorkerId: lead.id }
    const { id } = (await api.post('/cases/reassignments', body)).body as { id: string }
    const other = await test().given.aWorker(await test().given.aUnit('police'), ['supervisor'])
    for (const who of [lead, other]) {
      const theirs = await test().apiOf(who)
      expect((await theirs.get(`/cases/reassignments/${id}`)).status).toBe(404)
      expect((await theirs.post('/cases/reassignments', body)).status).not.toBe(202)
    }
    expect((await (await test().browserOf(lead)).get(`/cases/reassign/${id}`)).status).toBe(404)
  })
})
