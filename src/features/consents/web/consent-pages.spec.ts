import { beforeAll, describe, expect, it } from '@jest/globals'
import { useApp } from '../../../../test/support/app.js'
import type { Browser } from '../../../../test/support/browser.js'
import type { TestUnit, TestWorker } from '../../../../test/support/world.js'
import { aCase } from '../../cases/testing/an-intake.js'

const app = useApp()
let unit: TestUnit
let womensUnit: TestUnit
let lead: TestWorker
let browser: Browser

beforeAll(async () => {
  unit = await app().given.aUnit('child-protection')
  womensUnit = await app().given.aUnit('womens-services', { name: 'Ngôi nhà Hoa Cau' })
  lead = await app().given.aWorker(unit)
  browser = await app().browserOf(lead)
})

const services = {
  find: <Provider>(type: new (...args: never[]) => Provider): Provider =>
    app().app.get(type, { strict: false }),
}

const inAMonth = (): Record<string, string> => {
  const date = new Date(Date.now() + 30 * 86_400_000)
  return {
    'until-day': String(date.getUTCDate()),
    'until-month': String(date.getUTCMonth() + 1),
    'until-year': String(date.getUTCFullYear()),
  }
}

const agreed = () => ({
  explained: 'yes',
  recipientUnitId: womensUnit.id,
  sections: ['identity', 'contact', 'incident'],
  selfAnswer: 'agrees',
  representativeAnswer: 'agrees',
  representativeName: 'Trần Thị Hoa',
  representativeRelation: 'mother',
  mode: 'verbal',
  ...inAMonth(),
})

const record = async (changes: object = {}, query = '') => {
  const { id } = await aCase(services, lead.actor)
  const path = `/cases/${id}/consents/new`
  const form = await browser.get(`${path}${query}`)
  return { id, form, shown: await browser.submit(form, path, { ...agreed(), ...changes }) }
}

describe('consent on a page', () => {
  it('explains where confidentiality ends before anything is asked', async () => {
    const { form } = await record()

    const text = form.text
    expect(text.indexOf('giới hạn của việc giữ kín')).toBeGreaterThan(0)
    expect(text.indexOf('giới hạn của việc giữ kín')).toBeLessThan(
      text.indexOf('Cho đơn vị nào xem?'),
    )
    expect(text).toContain('Lan bên tiệm may')
  })

  it('reads the limits out in the person’s language, and in another when asked', async () => {
    const { id } = await aCase(services, lead.actor, { person: { language: 'fr' } })
    const path = `/cases/${id}/consents/new`
    expect((await browser.get(path)).text).toContain(
      'Ce que la personne raconte reste confidentiel',
    )
    const other = await browser.get(`${path}?language=en&unit=${womensUnit.id}`)
    expect(other.text).toContain('What the person tells stays confidential')
    expect(other.formTo(path)['recipientUnitId']).toBe(womensUnit.id)
  })

  it('asks for the day of explaining, and refuses a day to come or none', async () => {
    for (const [changes, words] of [
      [{ 'explainedOn-year': '2099' }, 'không thể ở tương lai'],
      [{ 'explainedOn-day': '31', 'explainedOn-month': '2' }, 'ngày có thật'],
      [
        { 'explainedOn-day': '', 'explainedOn-month': '', 'explainedOn-year': '' },
        'Hãy ghi ngày giải thích',
      ],
    ] as const) {
      const { id, shown } = await record({ ...changes, childView: 'Em muốn được giúp.' })
      expect(shown.status).toBe(422)
      expect(shown.text).toContain(words)
      expect(shown.formTo(`/cases/${id}/consents/new`)).toMatchObject({
        childView: 'Em muốn được giúp.',
        representativeName: 'Trần Thị Hoa',
      })
    }
  })

  it('shows who answered for the child, her words and what is kept back', async () => {
    const { shown } = await record({
      childView: 'Em không muốn bố biết.',
      withheld: 'Chuyện ở trường.',
      withheldReason: 'fear_of_harm',
      interpreter: 'Giàng A Páo',
    })
    for (const words of [
      'Trần Thị Hoa (mẹ)',
      'Em không muốn bố biết.',
      'Chuyện ở trường. (sợ cho mình hoặc cho người khác)',
      'phiên dịch: Giàng A Páo',
    ])
      expect(shown.text).toContain(words)
  })

  it('refuses the perpetrator as the one who speaks for the child, and says why', async () => {
    const { id } = await aCase(services, lead.actor, {
      perpetrator: { name: 'Lê Văn Đức', relationship: 'bố', phone: null, accounts: null },
    })
    const path = `/cases/${id}/consents/new`
    const form = await browser.get(path)
    const shown = await browser.submit(form, path, {
      ...agreed(),
      representativeName: 'lê văn đức',
      representativeRelation: 'father',
    })
    expect(shown.status).toBe(422)
    expect(shown.text).toContain('ý kiến của họ không được tính')
    expect(shown.html).toContain('href="#representativeName"')
  })

  it('sent twice is recorded once', async () => {
    const { id } = await aCase(services, lead.actor)
    const path = `/cases/${id}/consents/new`
    const form = await browser.get(path)
    await Promise.all([browser.submit(form, path, agreed()), browser.submit(form, path, agreed())])
    const list = await browser.get(`/cases/${id}/consents`)
    expect(list.html.match(/\/withdraw"/g)).toHaveLength(1)
  })

  it('is printed for signing in the language chosen, and is nothing to others', async () => {
    const { id, shown } = await record()
    const path = /\/cases\/[^"]+\/print/.exec(shown.html)?.[0] ?? ''
    const sheet = await browser.get(`${path}?language=en`)
    expect(sheet.text).toContain('My signature or thumbprint')
    expect(sheet.html).toContain('<title>What we have agreed</title>')
    expect(sheet.text).not.toContain('Nguyễn Thị Mai')
    const consentId = path.split('/').at(-2) ?? ''
    const api = await app().apiOf(lead)
    const paper = await api.get(`/cases/${id}/consents/${consentId}/paper?language=fr`)
    expect(paper.body).toMatchObject({ language: 'fr', title: 'Ce que nous avons convenu' })
    const colleague = await app().browserOf(await app().given.aWorker(unit))
    expect((await colleague.get(path)).status).toBe(404)
  })

  it('is recorded and stands among the case’s consents', async () => {
    const { id, shown } = await record()

    expect(shown.path).toBe(`/cases/${id}/consents`)
    expect(shown.text).toContain('Ngôi nhà Hoa Cau')
    expect(shown.text).toContain('Còn hiệu lực')
  })

  it('leads back to where it was asked from, and never to another site', async () => {
    const { id, shown } = await record({}, `?unit=${womensUnit.id}&return=/directory`)
    expect(shown.path).toBe('/directory')

    const path = `/cases/${id}/consents/new`
    const lured = await browser.get(`${path}?return=//evil.example`)
    expect(lured.formTo(path)).not.toHaveProperty('return')
    expect(lured.html).not.toContain('href="//evil.example')
  })

  it('without the mother’s answer comes back with what was typed', async () => {
    const { id, shown } = await record({ representativeAnswer: 'not-asked', explained: [] })

    expect(shown.status).toBe(422)
    expect(shown.html).toContain('href="#representativeAnswer"')
    expect(shown.html).toContain('href="#explained"')
    expect(shown.formTo(`/cases/${id}/consents/new`)).toMatchObject({
      recipientUnitId: womensUnit.id,
      sections: ['identity', 'contact', 'incident'],
    })
  })

  it('does not even ask a suspected caregiver', async () => {
    const { id } = await aCase(services, lead.actor, { caregiver: { suspected: true } })
    const form = await browser.get(`/cases/${id}/consents/new`)

    expect(form.html).not.toContain('name="representativeAnswer"')
    expect(form.text).toContain('bị nghi gây hại hoặc che giấu')
    expect(form.html).not.toContain('value="consent"')
  })

  it('shows what withdrawing ends, then ends it', async () => {
    const { id, shown } = await record()
    const path = /\/cases\/[^"]+\/withdraw/.exec(shown.html)?.[0] ?? ''

    const preview = await browser.get(path)
    expect(preview.text).toContain('Ngôi nhà Hoa Cau không còn xem được')
    const withdrawn = await browser.submit(preview, path)
    expect(withdrawn.path).toBe(`/cases/${id}/consents`)
    expect(withdrawn.text).toContain('Đã rút')
    expect((await browser.get(path)).status).toBe(409)
  })

  it('is nothing to a colleague', async () => {
    const { id, shown } = await record()
    const withdraw = /\/cases\/[^"]+\/withdraw/.exec(shown.html)?.[0] ?? ''
    const colleague = await app().browserOf(await app().given.aWorker(unit))

    for (const path of [`/cases/${id}/consents`, `/cases/${id}/consents/new`, withdraw]) {
      expect((await colleague.get(path)).status).toBe(404)
    }
  })
})

describe('consent through the API', () => {
  const consent = () => ({
    recipientUnitId: womensUnit.id,
    sections: ['identity', 'contact'],
    purposes: ['services', 'sharing'],
    selfAnswer: 'agrees',
    representativeAnswer: 'agrees',
    representative: { name: 'Trần Thị Hoa', relation: 'mother' },
    mode: 'written',
    explained: true,
    until: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
  })

  it('is recorded, listed and withdrawn', async () => {
    const api = await app().apiOf(lead)
    const { id } = await aCase(services, lead.actor)
    const path = `/cases/${id}/consents`

    const recorded = await api.post(path, consent())
    expect(recorded.status).toBe(201)
    const { id: consentId } = recorded.body as { id: string }
    expect((await api.get(path)).body).toMatchObject({ items: [{ id: consentId, isLive: true }] })
    expect((await api.post(`${path}/${consentId}/withdraw`)).body).toMatchObject({ isLive: false })
    expect((await api.post(`${path}/${consentId}/withdraw`)).status).toBe(409)
  })

  it('names the field of each problem', async () => {
    const api = await app().apiOf(lead)
    const { id } = await aCase(services, lead.actor)
    const { representativeAnswer, ...alone } = consent()
    expect(representativeAnswer).toBe('agrees')

    const refused = await api.post(`/cases/${id}/consents`, alone)
    expect(refused.status).toBe(422)
    expect(refused.body).toMatchObject({ errors: [{ pointer: '/representativeAnswer' }] })
  })

  it('is nothing to a colleague and to the unit it names', async () => {
    const { id } = await aCase(services, lead.actor)
    for (const other of [unit, womensUnit]) {
      const api = await app().apiOf(await app().given.aWorker(other))
      expect((await api.get(`/cases/${id}/consents`)).status).toBe(404)
      expect((await api.post(`/cases/${id}/consents`, consent())).status).toBe(404)
    }
  })
})
