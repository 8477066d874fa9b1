import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { useApp } from '../../../../test/support/app.js'
import type { ApiClient } from '../../../../test/support/api-client.js'
import type { Browser } from '../../../../test/support/browser.js'
import type { TestWorker } from '../../../../test/support/world.js'
import { aList } from '../../places/testing/a-list.js'
import { aCase } from '../testing/an-intake.js'

const app = useApp()
let lead: TestWorker
let browser: Browser
let api: ApiClient
let caseId: string

const services = {
  find: <Provider>(type: new (...args: never[]) => Provider): Provider =>
    app().app.get(type, { strict: false }),
}
const at = (rest: string) => `/cases/${caseId}/sections${rest}`
const recordOf = async (section: string): Promise<string> => {
  const { html } = await browser.get(at(`/${section}`))
  const [, id = ''] = new RegExp(`/${section}/records/([0-9a-f-]{36})"`).exec(html) ?? []
  return at(`/${section}/records/${id}`)
}
const communeKept = async (): Promise<string | null> => {
  const { rows } = await app().owner.query<{ commune: string | null }>(
    'SELECT commune FROM cases WHERE id = $1',
    [caseId],
  )
  return rows[0]?.commune ?? null
}

describe('communes in forms, before a list is there', () => {
  it('are taken as they are typed, and nothing is offered', async () => {
    lead = await app().given.aWorker(await app().given.aUnit('child-protection'))
    browser = await app().browserOf(lead)
    caseId = (await aCase(services, lead.actor, { person: { commune: 'Bến nào đó' } })).id
    const path = await recordOf('identity')
    const form = await browser.get(path)
    expect(form.html).not.toContain('<datalist')

    const saved = await browser.submit(form, path, { commune: 'Chỗ không ai biết' })
    expect(saved.status).toBe(200)
    expect(await communeKept()).toBe('Chỗ không ai biết')
  })
})

describe('communes in forms', () => {
  beforeAll(async () => {
    await aList(app().owner)
    lead = await app().given.aWorker(await app().given.aUnit('child-protection'))
    browser = await app().browserOf(lead)
    api = await app().apiOf(lead)
  })
  beforeEach(async () => {
    caseId = (await aCase(services, lead.actor, { person: { commune: null } })).id
  })

  it('where a person lives are offered for the province, and written out', async () => {
    const path = await recordOf('identity')
    const form = await browser.get(path)
    expect(form.html).toMatch(/<input[^>]*list="commune-communes"/)
    expect(form.html).toContain('<option value="Phường Bến Mơ">')
    // What stood only before is understood, not offered.
    expect(form.html).not.toContain('Bến Cũ')

    await browser.submit(form, path, { commune: 'p. ben mo' })
    expect(await communeKept()).toBe('Phường Bến Mơ')
    expect((await browser.get('/cases')).text).not.toContain('Bến Mơ')
  })

  it('that are gone become the one of today, with the old name in sight', async () => {
    const path = await recordOf('identity')
    const saved = await browser.submit(await browser.get(path), path, { commune: 'Bến Cũ' })
    expect(saved.text).toContain('Phường Bến Mơ (Phường Bến Cũ cũ)')

    // Written once more, nothing is lost of it.
    await browser.submit(await browser.get(path), path, { address: 'Bên sông' })
    expect(await communeKept()).toBe('Phường Bến Mơ (Phường Bến Cũ cũ)')
  })

  it('that are not clear come back as typed, with those nearest; nothing is kept', async () => {
    const path = await recordOf('identity')
    for (const [commune, said] of [
      ['Bến Mờo', 'Danh mục của tỉnh này không có tên đó'],
      ['Bến Mờo', 'Có thể là: Phường Bến Mơ.'],
      ['doi suong', 'Có thể là: Xã Đồi Sương; Xã Đồi Sường.'],
      ['Đồng Chia', 'Nơi này đã được chia vào nhiều đơn vị'],
      ['<b>"Ở đâu"</b>', 'không có tên đó'],
    ] as const) {
      const form = await browser.get(path)
      const back = await browser.submit(form, path, { commune, address: 'Hẻm nhỏ' })
      expect({ commune, status: back.status }).toEqual({ commune, status: 422 })
      expect(back.text).toContain(said)
      expect(back.html).toContain('href="#commune"')
      expect(back.formTo(path)).toMatchObject({ commune, address: 'Hẻm nhỏ' })
    }
    expect(await communeKept()).toBeNull()
    const form = await browser.get(path)
    const long = await browser.submit(form, path, { commune: 'Mơ'.repeat(101) })
    expect(long.status).toBe(422)
  })

  it('that stood there before the list do not hold up who changes something else', async () => {
    await app().owner.query(`UPDATE cases SET commune = 'Chỗ cũ không rõ' WHERE id = $1`, [caseId])
    const path = await recordOf('identity')
    const saved = await browser.submit(await browser.get(path), path, { address: 'Hẻm 5' })
    expect(saved.status).toBe(200)
    expect(await communeKept()).toBe('Chỗ cũ không rõ')
  })

  it('of an incident are those of its day, and lie sealed with it', async () => {
    const path = await recordOf('incident')
    const day = { 'occurredOn-day': '3', 'occurredOn-month': '5', 'occurredOn-year': '2024' }
    const typed = { ...day, placeProvince: '48', placeCommune: 'goh suong' }
    const back = await browser.submit(await browser.get(path), path, typed)
    expect(back.status).toBe(422)
    expect(back.html).toContain('href="#placeCommune"')
    expect(back.formTo(path)).toMatchObject(typed)

    // On that day the township of Quảng Nam stood; its area is Đà Nẵng's by now.
    const saved = await browser.submit(back, path, { ...typed, placeCommune: 'tt go suong' })
    expect(saved.text).toContain('Thị trấn Gò Sương')
    expect(saved.text).not.toContain('Gò Sương cũ')
    const { rows } = await app().owner.query<{ found: boolean }>(
      `SELECT EXISTS (SELECT FROM incident i WHERE i.case_id = $1 AND i::text LIKE '%Gò Sương%')
           OR EXISTS (SELECT FROM cases c WHERE c.id = $1 AND c::text LIKE '%Gò Sương%')
           OR EXISTS (SELECT FROM outbox_event e WHERE e::text LIKE '%Gò Sương%') AS found`,
      [caseId],
    )
    expect(rows).toEqual([{ found: false }])
    expect((await browser.get('/cases')).text).not.toContain('Gò Sương')
  })

  it('of another unit’s case are neither shown nor written', async () => {
    const path = await recordOf('identity')
    const form = await browser.get(path)
    const stranger = await app().given.aWorker(await app().given.aUnit('child-protection'))
    const elsewhere = await app().browserOf(stranger)
    expect((await elsewhere.get(path)).status).toBe(404)
    expect((await elsewhere.submit(form, path, { commune: 'Bến Mơ' })).status).not.toBe(200)
    expect(await communeKept()).toBeNull()
  })

  it('are held against the list for other systems as well', async () => {
    const { items } = (await api.get(at('/identity/records'))).body as {
      items: { id: string; version: number; values: object }[]
    }
    const [record] = items
    if (record === undefined) throw new Error('a case has somebody in it')
    const path = at(`/identity/records/${record.id}`)
    const put = (commune: string) =>
      api.put(path, { values: { ...record.values, commune } }, { ifMatch: record.version })

    const unclear = await put('Bến Mờo')
    expect(unclear.status).toBe(422)
    expect(unclear.body).toMatchObject({ errors: [{ pointer: '/values/commune' }] })
    expect(unclear.text).toContain('Danh mục của tỉnh này không có tên đó')
    expect((await put('ben mo')).body).toMatchObject({ values: { commune: 'Phường Bến Mơ' } })
    const schema = (await api.get('/forms/incident')).body as {
      properties: Record<string, object>
    }
    expect(schema.properties['placeCommune']).toMatchObject({
      'x-commune': { province: 'placeProvince', on: 'occurredOn' },
    })
  })
})

describe('communes at intake', () => {
  const call = {
    immediateDanger: 'no',
    family: 'csea',
    'type-csea': 'csea.sextortion_sexual',
    ongoing: 'yes',
    language: 'vi',
    province: '48',
  }
  const cases = async (): Promise<readonly (string | null)[]> => {
    const { rows } = await app().owner.query<{ commune: string | null }>(
      'SELECT commune FROM cases WHERE lead_worker_id = $1',
      [lead.actor.workerId],
    )
    return rows.map(({ commune }) => commune)
  }

  beforeEach(async () => {
    lead = await app().given.aWorker(await app().given.aUnit('child-protection'))
    browser = await app().browserOf(lead)
  })

  it('are asked for again where they are not clear, in a short call', async () => {
    const action = '/cases/new?path=short'
    const form = await browser.get(action)
    expect(form.html).toContain('data-communes-of="province"')
    const back = await browser.submit(form, action, { ...call, commune: 'Bến Mờo' })
    expect([back.status, await cases()]).toEqual([422, []])
    expect(back.text).toContain('Có thể là: Phường Bến Mơ.')
    expect(back.formTo(action)).toMatchObject({ commune: 'Bến Mờo', province: '48' })
    // By now the province is known: the browser can offer its communes without JavaScript.
    expect(back.html).toContain('<option value="Xã Đồi Sương">')

    const mended = { ...call, commune: 'Bến Mơ' }
    await browser.submit(back, action, mended)
    await browser.submit(back, action, mended)
    expect(await cases()).toEqual(['Phường Bến Mơ'])
  })

  it('are asked for again in the step in which they were typed', async () => {
    const first = await browser.get('/cases/new')
    const [, start = ''] = /href="(\/cases\/new\/[0-9a-f-]{36})\/danger"/.exec(first.html) ?? []
    const danger = await browser.get(`${start}/danger`)
    const person = await browser.submit(danger, `${start}/danger`, { immediateDanger: 'no' })
    expect(person.path).toBe(`${start}/person`)
    const typed = { name: 'Đỗ Thị Mận', ageKind: 'unknown', sex: 'female', province: '48' }

    const back = await browser.submit(person, `${start}/person`, { ...typed, commune: 'Đồng Chia' })
    expect([back.status, back.path]).toEqual([422, `${start}/person`])
    expect(back.text).toContain('Có thể là: Phường Bến Mơ; Xã Đồi Sương.')
    expect(back.formTo(`${start}/person`)).toMatchObject({ ...typed, commune: 'Đồng Chia' })
    const on = await browser.submit(back, `${start}/person`, { ...typed, commune: '' })
    expect(on.path).toBe(`${start}/contact`)
  })
})
