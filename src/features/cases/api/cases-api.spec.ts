import { beforeAll, describe, expect, it } from '@jest/globals'
import type { ApiClient } from '../../../../test/support/api-client.js'
import { useApp } from '../../../../test/support/app.js'
import type { TestUnit, TestWorker } from '../../../../test/support/world.js'

const app = useApp()
let unit: TestUnit
let lead: TestWorker
let api: ApiClient
let colleague: ApiClient

beforeAll(async () => {
  unit = await app().given.aUnit('child-protection')
  lead = await app().given.aWorker(unit)
  api = await app().apiOf(lead)
  colleague = await app().apiOf(await app().given.aWorker(unit))
})

const intake = {
  person: { name: 'Nguyễn Thị Mai', statedAge: 16, sex: 'female', provinceCode: '48' },
  safeContact: { channels: ['message'], phone: '0905 000 111' },
  incident: { type: 'csea.sextortion_sexual', ongoing: true },
  caregiver: { state: 'known' },
  risk: { assessed: 'medium', reasons: [], immediateDanger: false },
}

const aCase = async (): Promise<string> => {
  const { body } = await api.post('/cases', intake)
  return (body as { id: string }).id
}

describe('the API of cases', () => {
  it('opens a case and gives it back in codes, without a name', async () => {
    const opened = await api.post('/cases', intake)
    expect(opened.status).toBe(201)
    const { id } = opened.body as { id: string }

    const read = await api.get(`/cases/${id}`)
    expect(read.status).toBe(200)
    expect(read.headers['etag']).toBe('"1"')
    expect(read.body).toMatchObject({
      id,
      ageBand: '16-17',
      riskLevel: 'medium',
      leadWorkerId: lead.id,
      incidentTypes: ['csea.sextortion_sexual'],
    })
    expect(read.text).not.toContain('Mai')
  })

  it('opens one case for one key, however often it is sent', async () => {
    const [first, second] = [
      await api.post('/cases', intake, { idempotencyKey: 'the-same-key-1' }),
      await api.post('/cases', intake, { idempotencyKey: 'the-same-key-1' }),
    ]
    expect(second.body).toEqual(first.body)
  })

  it('points to what does not fit', async () => {
    const answer = await api.post('/cases', { ...intake, person: { sex: 'blue' } })

    expect(answer.status).toBe(422)
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect(answer.body).toMatchObject({ errors: [{ pointer: '/person/sex' }] })
    const adult = { ...intake, incident: { type: 'ncii.threat', ongoing: true } }
    expect((await api.post('/cases', adult)).body).toMatchObject({
      type: 'urn:ben-an:problem:cases.type-not-offered',
    })
  })

  it('lists page by page', async () => {
    const ids = [await aCase(), await aCase()]
    const first = (await api.get('/cases?limit=1')).body as {
      items: { id: string }[]
      next: string
    }
    const second = (await api.get(`/cases?limit=1&after=${first.next}`)).body as typeof first

    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids.reverse())
    expect((await api.get('/cases?after=x')).status).toBe(422)
  })

  it('changes the risk for who has seen the case as it is', async () => {
    const id = await aCase()

    expect((await api.patch(`/cases/${id}`, { riskLevel: 'high' })).status).toBe(428)
    const changed = await api.patch(`/cases/${id}`, { riskLevel: 'high' }, { ifMatch: 1 })
    expect(changed.status).toBe(200)
    expect(changed.headers['etag']).toBe('"2"')
    expect((await api.patch(`/cases/${id}`, { riskLevel: 'low' }, { ifMatch: 1 })).status).toBe(412)
  })

  it('reads and writes a section', async () => {
    const id = await aCase()
    const path = `/cases/${id}/sections/contact`
    const read = await api.get(path)
    expect(read.text).toContain('0905 000 111')

    const contact = { channels: ['call'], phone: '0905 000 222' }
    const written = await api.put(path, contact, { ifMatch: 1 })
    expect(written.headers['etag']).toBe('"2"')
    expect(written.text).toContain('0905 000 222')
    expect((await api.put(path, contact, { ifMatch: 1 })).status).toBe(412)
    expect((await api.put(path, { channels: ['pigeon'] }, { ifMatch: 2 })).status).toBe(422)
    const notes = await api.put(`/cases/${id}/sections/legal`, { notes: 'Đơn.' }, { ifMatch: 0 })
    expect(notes.text).toContain('Đơn.')
  })

  it('tells a colleague the same as for what does not exist', async () => {
    const id = await aCase()
    const missing = '00000000-0000-4000-8000-000000000000'
    const asked = (one: string) => [
      colleague.get(`/cases/${one}`),
      colleague.patch(`/cases/${one}`, { riskLevel: 'high' }, { ifMatch: 1 }),
      colleague.get(`/cases/${one}/sections/identity`),
      colleague.put(`/cases/${one}/sections/legal`, { notes: 'x' }, { ifMatch: 0 }),
    ]

    const [hidden, absent] = [await Promise.all(asked(id)), await Promise.all(asked(missing))]
    expect(hidden.map(({ status }) => status)).toEqual([404, 404, 404, 404])
    expect(hidden.map(({ text }) => text)).toEqual(absent.map(({ text }) => text))
    expect((await colleague.get('/cases')).body).toEqual({ items: [], next: null })
  })

  it('answers nobody without a token', async () => {
    expect((await (await app().apiOf()).get('/cases')).status).toBe(401)
  })
})
