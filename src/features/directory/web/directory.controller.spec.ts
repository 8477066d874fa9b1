import { beforeAll, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { useApp } from '../../../../test/support/app.js'
import type { TestUnit, TestWorker } from '../../../../test/support/world.js'

describe('the directory over HTTP', () => {
  const service = useApp()
  let team: TestUnit
  let shelter: TestUnit
  let reader: TestWorker

  beforeAll(async () => {
    const { given, owner } = service()
    team = await given.aUnit('womens-services', { name: 'Nhóm Hải Châu' })
    shelter = await given.aUnit('shelter', { name: 'Ngôi nhà Bình yên' })
    const hotline = await given.aUnit('hotline', { name: 'Tổng đài 111' })
    await owner.query(
      `UPDATE unit SET commune = 'Phường Hải Châu', phone = '0236 3 000 000',
              services = '{MHPSS_FOCUSED}', hours = '{"always": true}' WHERE id = $1`,
      [team.id],
    )
    await owner.query(`UPDATE unit SET phone = '111' WHERE id = $1`, [hotline.id])
    reader = await given.aWorker(team, ['unit-admin'])
  })

  it('lists units and narrows them by what is asked, with chips to take it back', async () => {
    const browser = await service().browserOf(reader)

    const all = await browser.get('/directory')
    const some = await browser.get(
      '/directory?sector=womens-services&service=MHPSS_FOCUSED&province=48',
    )

    expect(all.text).toContain('Tổng đài 111')
    expect(some.text).toContain('Nhóm Hải Châu')
    expect(some.text).toContain('0236 3 000 000')
    expect(some.text).not.toContain('Tổng đài 111')
    expect(some.html).toContain('Bỏ lọc Đà Nẵng')
    expect((await browser.get('/directory?province=99')).text).toContain('Không tìm thấy đơn vị')
  })

  it('shows one unit, and for an unknown one what is shown for a page that is not there', async () => {
    const browser = await service().browserOf(reader)

    const shown = await browser.get(`/directory/${team.id}`)

    expect(shown.text).toContain('Phường Hải Châu')
    expect(shown.text).toContain('Trực 24/7')
    expect((await browser.get(`/directory/${randomUUID()}`)).status).toBe(404)
    expect((await browser.get('/directory/somewhere')).status).toBe(404)
  })

  it('tells nobody where a shelter lies, on no page and not through the API', async () => {
    const test = service()
    for (const worker of [
      reader,
      await test.given.aWorker(shelter, ['caseworker', 'supervisor']),
      await test.given.aWorker(team, ['system-admin']),
    ]) {
      const browser = await test.browserOf(worker)
      const api = await test.apiOf(worker)
      const told = [
        (await browser.get('/directory?sector=shelter')).html,
        (await browser.get(`/directory/${shelter.id}`)).html,
        (await api.get('/units?sector=shelter')).text,
        (await api.get(`/units/${shelter.id}`)).text,
      ]
      for (const text of told) {
        expect(text).toContain('Ngôi nhà Bình yên')
        expect(text).toContain('111')
      }
    }
  })

  it('pages through the API by cursor and refuses one that is not its own', async () => {
    const api = await service().apiOf(reader)

    const first = await api.get('/units?limit=2')
    const { next } = first.body as { next: string }
    const second = await api.get(`/units?limit=2&after=${next}`)

    expect(first.body).toMatchObject({ items: [{ name: 'Ngôi nhà Bình yên' }, {}] })
    expect(second.body).toMatchObject({ items: [{ name: 'Tổng đài 111' }], next: null })
    expect((await api.get('/units?after=zzz')).status).toBe(422)
    expect(
      (await api.get(`/units?after=${Buffer.from('["x"]').toString('base64url')}`)).status,
    ).toBe(422)
  })

  it('names the services in the language asked for', async () => {
    const api = await service().apiOf(reader)

    const { body } = await api.get('/services', { headers: { 'accept-language': 'fr' } })

    const { items } = body as { items: { code: string; name: string; sectors: string[] }[] }
    const legal = items.find(({ code }) => code === 'LEGAL')
    expect(legal?.name).toContain('Aide juridique')
    expect(legal?.sectors).toEqual(['legal-aid'])
  })

  it('is closed to strangers', async () => {
    const test = service()

    expect((await test.stranger().get('/directory')).text).not.toContain('Nhóm Hải Châu')
    expect((await (await test.apiOf()).get('/units')).status).toBe(401)
  })
})
