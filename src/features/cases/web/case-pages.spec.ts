import { beforeAll, describe, expect, it } from '@jest/globals'
import { useApp } from '../../../../test/support/app.js'
import type { Browser } from '../../../../test/support/browser.js'
import type { TestUnit, TestWorker } from '../../../../test/support/world.js'
import { aCase } from '../testing/an-intake.js'

const app = useApp()
let unit: TestUnit
let lead: TestWorker
let browser: Browser

beforeAll(async () => {
  unit = await app().given.aUnit('child-protection')
  lead = await app().given.aWorker(unit)
  browser = await app().browserOf(lead)
})

const services = {
  find: <Provider>(type: new (...args: never[]) => Provider): Provider =>
    app().app.get(type, { strict: false }),
}

const girl = {
  name: 'Nguyễn Thị Mai',
  ageKind: 'stated',
  age: '16',
  sex: 'female',
  province: '48',
  commune: 'Phường Hải Châu',
  channels: 'message',
  codeWord: 'Lan bên tiệm may',
  family: 'csea',
  'type-csea': 'csea.sextortion_sexual',
  ongoing: 'yes',
  facts: 'ict',
  narrative: 'Bị doạ gửi ảnh.',
  caregiver: 'known',
  caregiverName: 'Trần Thị Hoa',
  informed: 'yes',
  suspected: 'no',
  immediateDanger: 'no',
  reasons: 'active_sextortion',
  risk: 'medium',
}

describe('taking a person in', () => {
  it('opens a case whose first page names nobody and shows how to reach them', async () => {
    const form = await browser.get('/cases/new')

    const shown = await browser.submit(form, '/cases/new', girl)

    expect(shown.status).toBe(200)
    expect(shown.path).toMatch(/^\/cases\/[0-9a-f-]{36}$/)
    expect(shown.text).toContain('Em N.T.M.')
    expect(shown.text).not.toContain('Nguyễn Thị Mai')
    expect(shown.text).toContain('Lan bên tiệm may')
    expect(shown.text).toContain('Nguy cơ cao')
    expect(shown.text).toContain('Không gọi điện')
    expect(shown.headers['cache-control']).toContain('no-store')
  })

  it('offers a girl of 16 both child protection and women’s services', async () => {
    const shown = await browser.submit(await browser.get('/cases/new'), '/cases/new', girl)

    expect(shown.html).toContain('/directory?sector=child-protection')
    expect(shown.html).toContain('/directory?sector=womens-services')
  })

  it('keeps everything typed and says what is missing', async () => {
    const { sex, ...rest } = girl
    expect(sex).toBe('female')
    const shown = await browser.submit(await browser.get('/cases/new'), '/cases/new', {
      ...rest,
      ageKind: 'birth-date',
      'birth-day': '31',
      'birth-month': '2',
      'birth-year': '2010',
    })

    expect(shown.status).toBe(422)
    expect(shown.text).toContain('Hãy chọn giới tính')
    expect(shown.formTo('/cases/new')).toMatchObject({
      ...rest,
      ageKind: 'birth-date',
      'birth-day': '31',
    })
  })

  it('says all that is missing or wrong at once, in the order of the page', async () => {
    const { immediateDanger, risk, suspected, ...rest } = girl
    expect([immediateDanger, risk, suspected]).toEqual(['no', 'medium', 'no'])
    const shown = await browser.submit(await browser.get('/cases/new'), '/cases/new', {
      ...rest,
      ageKind: 'birth-date',
      'birth-day': '31',
      'birth-month': '2',
      'birth-year': '2010',
      'type-csea': '',
    })

    const summary = /govuk-error-summary__list">(.*?)<\/ul>/s.exec(shown.html)?.[1] ?? ''
    expect([...summary.matchAll(/href="#([^"]+)"/g)].map(([, field]) => field)).toEqual([
      'immediateDanger',
      'birth-day',
      'type-csea',
      'suspected',
      'risk',
    ])
  })

  it('answers a date that is none, and a type that does not fit the age, at their fields', async () => {
    const noDay = await browser.submit(await browser.get('/cases/new'), '/cases/new', {
      ...girl,
      'occurred-day': '31',
      'occurred-month': '4',
      'occurred-year': '2026',
    })
    expect(noDay.html).toContain('href="#occurred-day"')

    const ofAdults = await browser.submit(await browser.get('/cases/new'), '/cases/new', {
      ...girl,
      family: 'ncii',
      'type-ncii': 'ncii.distribution',
    })
    expect(ofAdults.status).toBe(422)
    expect(ofAdults.html).toContain('href="#type-ncii"')
    // The types of adults are no longer offered, since the age is known by now.
    expect(ofAdults.html).not.toContain('value="ncii.threat"')
  })

  it('sent twice opens one case', async () => {
    const form = await browser.get('/cases/new')
    const first = await browser.submit(form, '/cases/new', girl)
    const second = await browser.submit(form, '/cases/new', girl)

    expect(second.path).toBe(first.path)
  })

  it('is not for supervisors', async () => {
    const supervisor = await app().given.aWorker(unit, ['supervisor'])
    const shown = await (await app().browserOf(supervisor)).get('/cases/new')
    expect(shown.status).toBe(404)
  })
})

describe('a case', () => {
  it('shows the name to who asks, and not before', async () => {
    const { id } = await aCase(services, lead.actor)
    const shown = await browser.get(`/cases/${id}`)
    expect(shown.text).not.toContain('Nguyễn Thị Mai')

    const revealed = await browser.submit(shown, `/cases/${id}/name`)
    expect(revealed.text).toContain('Nguyễn Thị Mai')
    expect(revealed.html).toMatch(/<title>[^<]*BA-\d{4}-\d{6}/)
    expect(revealed.html).not.toMatch(/<title>[^<]*Mai/)
  })

  it('is the same nothing to a colleague as one that does not exist', async () => {
    const { id } = await aCase(services, lead.actor)
    const colleague = await app().browserOf(await app().given.aWorker(unit))
    const missing = '00000000-0000-4000-8000-000000000000'

    for (const page of ['', '/sections', '/sections/contact', '/risk', '/consents']) {
      const hidden = await colleague.get(`/cases/${id}${page}`)
      const absent = await colleague.get(`/cases/${missing}${page}`)
      expect(hidden.status).toBe(404)
      expect(hidden.html.replaceAll(id, missing)).toBe(absent.html)
    }
    expect((await colleague.get('/cases/khong-phai-ma')).status).toBe(404)
  })

  it('lets its lead write a section and its supervisor read all but the counselling', async () => {
    const { id } = await aCase(services, lead.actor)
    const form = await browser.get(`/cases/${id}/sections/psychosocial`)
    const saved = await browser.submit(form, `/cases/${id}/sections/psychosocial`, {
      notes: 'Em ngủ không được.',
    })
    expect(saved.text).toContain('Em ngủ không được.')
    // Written from the same reading once more: somebody else was faster.
    const stale = await browser.submit(form, `/cases/${id}/sections/psychosocial`, {
      _idempotency: 'another-attempt-1',
      notes: 'Lần hai.',
    })
    expect(stale.status).toBe(412)

    const supervisor = await app().given.aWorker(unit, ['supervisor'])
    const read = await (await app().browserOf(supervisor)).get(`/cases/${id}/sections`)
    expect(read.text).toContain('0905 000 111')
    expect(read.text).not.toContain('Em ngủ không được.')
    expect(read.html).not.toContain(`/cases/${id}/sections/contact"`)
  })

  it('changes how the person can be reached', async () => {
    const { id } = await aCase(services, lead.actor)
    const form = await browser.get(`/cases/${id}/sections/contact`)
    expect(form.formTo(`/cases/${id}/sections/contact`)).toMatchObject({
      channels: 'message',
      phone: '0905 000 111',
    })

    await browser.submit(form, `/cases/${id}/sections/contact`, { channels: 'none' })
    expect((await browser.get(`/cases/${id}`)).text).toContain('Không chủ động liên lạc')
  })

  it('does not lower the risk while its reasons stand', async () => {
    const { id } = await aCase(services, lead.actor)
    const form = await browser.get(`/cases/${id}/risk`)
    const shown = await browser.submit(form, `/cases/${id}/risk`, { riskLevel: 'low' })

    expect(shown.status).toBe(422)
    expect(shown.text).toContain('Còn lý do khiến nguy cơ ở mức cao')
    const danger = await browser.submit(form, `/cases/${id}/risk`, { immediateDanger: 'yes' })
    expect(danger.text).toContain('Đang gặp nguy hiểm')
  })
})

describe('the work list', () => {
  it('shows the lead’s cases without names, filtered by what the address says', async () => {
    const { number } = await aCase(services, lead.actor)

    const all = await browser.get('/cases')
    expect(all.text).toContain(number)
    expect(all.text).not.toContain('Nguyễn Thị Mai')
    const low = await browser.get('/cases?status=open&risk=low')
    expect(low.text).not.toContain(number)
    expect(low.text).toContain('Nguy cơ thấp')
  })

  it('shows the unit’s cases to its supervisor and to no caseworker', async () => {
    const { number } = await aCase(services, lead.actor)
    const supervisor = await app().given.aWorker(unit, ['supervisor'])

    const shown = await (await app().browserOf(supervisor)).get('/cases?scope=unit')
    expect(shown.text).toContain(number)
    expect((await browser.get('/cases?scope=unit')).status).toBe(404)
  })
})
