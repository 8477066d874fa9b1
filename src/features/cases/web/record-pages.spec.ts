import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import type { ApiClient } from '../../../../test/support/api-client.js'
import { useApp } from '../../../../test/support/app.js'
import type { Browser } from '../../../../test/support/browser.js'
import type { TestUnit, TestWorker } from '../../../../test/support/world.js'
import { aCase } from '../testing/an-intake.js'

const app = useApp()
let unit: TestUnit
let lead: TestWorker
let browser: Browser
let api: ApiClient
let caseId: string

beforeAll(async () => {
  unit = await app().given.aUnit('child-protection')
  lead = await app().given.aWorker(unit)
  browser = await app().browserOf(lead)
  api = await app().apiOf(lead)
})
beforeEach(async () => {
  caseId = (await aCase(services, lead.actor)).id
})

const services = {
  find: <Provider>(type: new (...args: never[]) => Provider): Provider =>
    app().app.get(type, { strict: false }),
}
const at = (rest = '') => `/cases/${caseId}/sections${rest}`

const mother = {
  relationType: 'mother',
  suspicion: 'no',
  name: 'Trần Thị Lụa',
  mayContact: 'yes',
}

describe('the forms of a section', () => {
  it('are filled in, changed and taken away by who leads the case', async () => {
    const section = await browser.get(at('/family'))
    expect(section.html).toContain(at('/family/relation'))

    const form = await browser.get(at('/family/relation'))
    const saved = await browser.submit(form, at('/family/relation'), mother)
    expect(saved.path).toBe(at('/family'))
    expect(saved.text).toContain('Trần Thị Lụa')

    // The link that follows what was written of her.
    const [, record] =
      /\/family\/records\/([0-9a-f-]{36})"/.exec(saved.html.split('Trần Thị Lụa')[1] ?? '') ?? []
    const one = at(`/family/records/${record ?? ''}`)
    const edit = await browser.get(one)
    expect(edit.formTo(one)).toMatchObject({ name: 'Trần Thị Lụa', relationType: 'mother' })
    const changed = await browser.submit(edit, one, { name: 'Trần Thị Lụa Em' })
    expect(changed.text).toContain('Trần Thị Lụa Em')

    const remove = await browser.get(`${one}/remove`)
    const without = await browser.submit(remove, `${one}/remove`)
    expect(without.status).toBe(422)
    expect(without.text).toContain('Hãy chọn lý do bỏ mục này')
    const gone = await browser.submit(remove, `${one}/remove`, { reason: 'wrong_person' })
    expect(gone.text).not.toContain('Trần Thị Lụa')
    expect((await browser.get(one)).status).toBe(404)

    const history = await browser.get(at('/family/history'))
    expect(history.text).toContain('Trần Thị Lụa Em')
    expect(history.text).toContain('Không phải về người này')
  })

  it('come back with all that was typed and what does not fit', async () => {
    const path = at('/safety/risk-assessment')
    const form = await browser.get(path)
    const back = await browser.submit(form, path, {
      'assessedOn-day': '31',
      'assessedOn-month': '2',
      'assessedOn-year': '2026',
      immediateDanger: 'yes',
      danger: 'Đang bị theo dõi.',
    })
    expect(back.status).toBe(422)
    expect(back.html).toContain('href="#assessedOn-day"')
    expect(back.html).toContain('href="#level"')
    expect(back.formTo(path)).toMatchObject({
      'assessedOn-day': '31',
      danger: 'Đang bị theo dõi.',
    })
    const mended = await browser.submit(back, path, {
      'assessedOn-month': '1',
      'assessedOn-year': '2026',
      level: 'high',
    })
    expect(mended.status).toBe(200)
    expect((await browser.get(`/cases/${caseId}`)).text).toContain('Đang gặp nguy hiểm')
  })

  it('sent twice are written once', async () => {
    const path = at('/family/relation')
    const form = await browser.get(path)
    await browser.submit(form, path, mother)
    await browser.submit(form, path, mother)
    const { items } = (await api.get(at('/family/records'))).body as { items: object[] }
    expect(JSON.stringify(items).split('Trần Thị Lụa')).toHaveLength(2)
  })

  it('written meanwhile by somebody else are not written over', async () => {
    const [, identity = ''] =
      /\/identity\/records\/([0-9a-f-]{36})"/.exec((await browser.get(at('/identity'))).html) ?? []
    const path = at(`/identity/records/${identity}`)
    const form = await browser.get(path)
    await browser.submit(form, path, { name: 'Một' })
    const stale = await browser.submit(form, path, { _idempotency: randomUUID(), name: 'Hai' })
    expect(stale.status).toBe(412)
    expect((await browser.get(at('/identity'))).text).toContain('Một')
  })

  it('of which a case has one lead to it', async () => {
    const shown = await browser.get(at('/identity/identity'))
    expect(shown.path).toMatch(/\/identity\/records\/[0-9a-f-]{36}$/)
    expect(shown.html).not.toContain('/remove')
  })

  it('are all there, in every section', async () => {
    const all = await browser.get(at())
    for (const section of [
      'identity',
      'family',
      'incident',
      'safety',
      'health',
      'psychosocial',
      'legal',
      'services',
      'reintegration',
    ]) {
      expect(all.html).toContain(at(`/${section}/history`))
      const shown = await browser.get(at(`/${section}`))
      expect({ section, status: shown.status }).toEqual({ section, status: 200 })
      const forms = [...shown.html.matchAll(/\/sections\/[a-z]+\/([a-z-]+)" /g)].map(
        ([, code]) => code ?? '',
      )
      for (const code of forms.filter((code) => !['history', 'who'].includes(code)))
        expect((await browser.get(at(`/${section}/${code}`))).status).toBe(200)
    }
  })
})

describe('what stood there before, and who sees it', () => {
  it('is told to who manages the case: by whom, what was, what is', async () => {
    const form = await browser.get(at('/psychosocial'))
    const first = await browser.submit(form, at('/psychosocial'), { notes: 'Buổi một.' })
    expect(first.text).toContain('Buổi một.')
    const again = await browser.get(at('/psychosocial'))
    await browser.submit(again, at('/psychosocial'), { notes: 'Buổi hai.' })

    const history = await browser.get(at('/psychosocial/history'))
    expect(history.text).toContain('Buổi một.')
    expect(history.text).toContain('Buổi hai.')
    expect(history.text).toContain(lead.displayName)
    const told = (await api.get(at('/psychosocial/history'))).body as { items: object[] }
    expect(told.items).toMatchObject([
      { kind: 'changed', rows: [{ before: 'Buổi một.', after: 'Buổi hai.' }] },
    ])

    const supervisor = await app().browserOf(await app().given.aWorker(unit, ['supervisor']))
    expect((await supervisor.get(at('/psychosocial/history'))).status).toBe(404)
    expect((await supervisor.get(at('/safety/history'))).status).toBe(200)
    expect((await supervisor.get(at('/psychosocial'))).status).toBe(404)
  })

  it('names the lead and the supervisors, and nobody who does not see it', async () => {
    const supervisor = await app().given.aWorker(unit, ['supervisor'])
    const safety = await browser.get(at('/safety/who'))
    expect(safety.text).toContain(lead.displayName)
    expect(safety.text).toContain(supervisor.displayName)
    expect(safety.text).toContain('Giám sát hồ sơ của đơn vị')
    const counselling = await browser.get(at('/psychosocial/who'))
    expect(counselling.text).not.toContain('Giám sát hồ sơ của đơn vị')
    const { body } = await api.get(at('/safety/who'))
    expect(body).toMatchObject({
      items: [
        { kind: 'worker', worker: lead.displayName, reason: 'lead', mayWrite: true, until: null },
        { kind: 'supervisors', reason: 'supervision', mayWrite: false },
      ],
    })
  })
})

describe('to others', () => {
  it('each of its pages is the same nothing as of a case that does not exist', async () => {
    const colleague = await app().browserOf(await app().given.aWorker(unit))
    const missing = randomUUID()
    const [, identity = ''] =
      /\/identity\/records\/([0-9a-f-]{36})"/.exec((await browser.get(at('/identity'))).html) ?? []
    for (const page of [
      '/identity',
      '/identity/history',
      '/identity/who',
      '/identity/identity',
      `/identity/records/${identity}`,
      `/identity/records/${identity}/remove`,
      '/safety/risk-assessment',
    ]) {
      const hidden = await colleague.get(at(page))
      const absent = await colleague.get(`/cases/${missing}/sections${page}`)
      expect({ page, status: hidden.status }).toEqual({ page, status: 404 })
      expect(hidden.html.replaceAll(caseId, missing)).toBe(absent.html)
    }
  })
})

describe('the API of records', () => {
  const values = { relationType: 'mother', suspicion: 'no', name: 'Trần Thị Lụa' }

  it('adds, reads, writes anew and takes away, version by version', async () => {
    const path = at('/family/records')
    const added = await api.post(path, { form: 'relation', values })
    expect(added.status).toBe(201)
    expect(added.headers['etag']).toBe('"1"')
    const { id } = added.body as { id: string }
    expect((await api.get(`${path}/${id}`)).body).toMatchObject({ form: 'relation', values })

    const name = { ...values, name: 'Trần Thị Sen' }
    expect((await api.put(`${path}/${id}`, { values: name })).status).toBe(428)
    const changed = await api.put(`${path}/${id}`, { values: name }, { ifMatch: 1 })
    expect(changed.headers['etag']).toBe('"2"')
    expect((await api.put(`${path}/${id}`, { values }, { ifMatch: 1 })).status).toBe(412)
    const remove = `${path}/${id}/remove`
    expect((await api.post(remove, { reason: 'bored' }, { ifMatch: 2 })).status).toBe(422)
    expect((await api.post(remove, { reason: 'person_asked' }, { ifMatch: 2 })).status).toBe(204)
    expect((await api.get(`${path}/${id}`)).status).toBe(404)
  })

  it('points to what does not fit', async () => {
    const wrong = await api.post(at('/family/records'), {
      form: 'relation',
      values: { ...values, relationType: 'boss', shoeSize: 38 },
    })
    expect(wrong.status).toBe(422)
    expect(wrong.body).toMatchObject({
      errors: [{ pointer: '/values/relationType' }, { pointer: '/values/shoeSize' }],
    })
    const other = await api.post(at('/health/records'), { form: 'relation', values })
    expect(other.status).toBe(404)
  })
})
