import { beforeAll, describe, expect, it } from '@jest/globals'
import { useApp } from '../../../../test/support/app.js'
import type { Browser } from '../../../../test/support/browser.js'
import type { TestWorker } from '../../../../test/support/world.js'
import { aCase } from '../../cases/testing/an-intake.js'

const test = useApp()
let lead: TestWorker
let browser: Browser
let caseId: string
let number: string

beforeAll(async () => {
  const unit = await test().given.aUnit('child-protection')
  lead = await test().given.aWorker(unit)
  browser = await test().browserOf(lead)
  const services = {
    find: <Provider>(type: new (...args: never[]) => Provider): Provider =>
      test().app.get(type, { strict: false }),
  }
  const opened = await aCase(services, lead.actor, {
    person: { name: 'Quách Thị Mỹ Duyên' },
  })
  caseId = opened.id
  number = opened.number
})

describe('finding a case', () => {
  it('begins at the work list and leads to the case, with no name in an address or on the page', async () => {
    const found = await browser.submit(await browser.get('/cases'), '/cases/search', {
      q: 'quach my duyen',
    })

    expect(found.status).toBe(200)
    expect(found.path).toBe('/cases/search')
    expect(found.headers['cache-control']).toContain('no-store')
    expect(found.text).toContain(number)
    expect(found.text).toContain('Q.T.M.D.')
    expect(found.text).not.toContain('Quách')
    expect(found.html).toContain(`href="/cases/${caseId}"`)
    expect(found.html).not.toContain('_idempotency')
    // What was typed stands in the field, to be mended.
    expect(found.formTo('/cases/search')['q']).toBe('quach my duyen')
  })

  it('says where more fit than it shows, and what to type then', async () => {
    const other = await test().given.aWorker(await test().given.aUnit('child-protection'))
    const services = {
      find: <Provider>(type: new (...args: never[]) => Provider): Provider =>
        test().app.get(type, { strict: false }),
    }
    for (let n = 0; n < 21; n += 1)
      await aCase(services, other.actor, { person: { name: 'Đinh Thị Lan' } })
    const theirs = await test().browserOf(other)
    const shown = await theirs.submit(await theirs.get('/cases/search'), '/cases/search', {
      q: 'dinh thi lan',
    })

    expect(shown.text).toContain('20 hồ sơ giống nhất')
    expect(shown.text).toContain('Có thể còn hồ sơ khác')
    expect(shown.text).not.toContain('Tìm thấy 20 hồ sơ')
  })

  it('says calmly that nobody was found', async () => {
    const shown = await browser.submit(await browser.get('/cases/search'), '/cases/search', {
      q: 'Ngô Văn Không',
    })

    expect(shown.status).toBe(200)
    expect(shown.text).toContain('Không tìm thấy hồ sơ nào')
  })

  it('keeps what was typed where it cannot be looked for', async () => {
    const form = await browser.get('/cases/search')
    const empty = await browser.submit(form, '/cases/search', { q: '  ' })
    expect(empty.status).toBe(422)
    expect(empty.text).toContain('Hãy gõ mã hồ sơ')

    const long = 'á'.repeat(101)
    const tooLong = await browser.submit(form, '/cases/search', { q: long })
    expect(tooLong.status).toBe(422)
    expect(tooLong.formTo('/cases/search')['q']).toBe(long)
  })

  it('may be asked again and again, and keeps neither question nor answer', async () => {
    const form = await browser.get('/cases/search')
    const one = await browser.submit(form, '/cases/search', { q: number })
    const other = await browser.submit(form, '/cases/search', { q: number })

    expect([one, other].map(({ text }) => text.includes(number))).toEqual([true, true])
    const api = await test().apiOf(lead)
    const key = { idempotencyKey: 'the-same-search-twice' }
    expect((await api.post('/cases/search', { query: number }, key)).status).toBe(200)
    const { rows } = await test().owner.query('SELECT FROM idempotency_key WHERE key = $1', [
      'the-same-search-twice',
    ])
    expect(rows).toEqual([])
  })

  it('answers another system with codes', async () => {
    const api = await test().apiOf(lead)

    const { status, body } = await api.post('/cases/search', { query: '+84 905 000 111' })

    expect(status).toBe(200)
    expect(body).toEqual({
      isCut: false,
      items: [
        {
          id: caseId,
          number,
          initials: 'Q.T.M.D.',
          ageBand: '16-17',
          sex: 'female',
          status: 'open',
          riskLevel: 'high',
          provinceCode: '48',
          commune: 'Phường Hải Châu',
          leadWorkerId: lead.id,
          matches: ['phone'],
        },
      ],
    })
    expect((await api.post('/cases/search', { query: '' })).status).toBe(422)
  })

  it('is not for who has no desk', async () => {
    const auditor = await test().given.aWorker(await test().given.aUnit('police'), ['auditor'])

    expect((await (await test().browserOf(auditor)).get('/cases/search')).status).toBe(404)
    const api = await test().apiOf(auditor)
    expect((await api.post('/cases/search', { query: number })).status).toBe(404)
  })
})
