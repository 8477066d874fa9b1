import { beforeAll, describe, expect, it } from '@jest/globals'
import { useApp } from '../../../../test/support/app.js'
import type { Browser } from '../../../../test/support/browser.js'
import type { TestUnit, TestWorker } from '../../../../test/support/world.js'

const test = useApp()
let unit: TestUnit
let worker: TestWorker
let browser: Browser

beforeAll(async () => {
  unit = await test().given.aUnit('child-protection')
  worker = await test().given.aWorker(unit)
  browser = await test().browserOf(worker)
})

describe('a filter that somebody keeps', () => {
  it('stands as a link above the list, is renamed and removed', async () => {
    const narrowed = await browser.get('/cases?risk=high&family=tip&sort=due')
    const kept = await browser.submit(narrowed, '/cases/filters', { name: 'Người trở về, gấp' })

    expect(kept.path).toBe('/cases?risk=high&family=tip&sort=due')
    expect(kept.text).toContain('Người trở về, gấp')
    expect((await browser.get('/cases')).html).toContain(
      'href="/cases?risk=high&amp;family=tip&amp;sort=due"',
    )

    const all = await browser.get('/cases/filters')
    const rename = /action="(\/cases\/filters\/[^"]+\/rename)"/.exec(all.html)?.[1] ?? ''
    const renamed = await browser.submit(all, rename, { name: 'Người trở về' })
    expect(renamed.text).toContain('Đã đổi tên bộ lọc.')
    const gone = await browser.submit(renamed, rename.replace('rename', 'remove'))
    expect(gone.text).toContain('Bạn chưa lưu bộ lọc nào')
  })

  it('keeps what was typed where its name does not do, and is kept once however often it is sent', async () => {
    const list = await browser.get('/cases?sex=male')
    const long = 'a'.repeat(61)
    const again = await browser.submit(list, '/cases/filters', { name: long })
    expect(again.status).toBe(422)
    expect(again.formTo('/cases/filters')).toMatchObject({ name: long, sex: 'male' })
    const missing = await browser.submit(list, '/cases/filters', { name: '' })
    expect(missing.text).toContain('Hãy đặt tên cho bộ lọc')

    const form = await browser.get('/cases?sex=male')
    await browser.submit(form, '/cases/filters', { name: 'Nam' })
    await browser.submit(form, '/cases/filters', { name: 'Nam' })
    const { rows } = await test().owner.query<{ name: string; query: object }>(
      `SELECT sealed_name::text AS name, query FROM saved_filter WHERE worker_id = $1`,
      [worker.id],
    )
    expect(rows.map(({ query }) => query)).toEqual([{ sex: 'male' }])
    // What people call it is not to be read in the database.
    expect(rows[0]?.name).not.toContain(Buffer.from('Nam').toString('hex'))
  })

  it('is for its owner alone', async () => {
    const api = await test().apiOf(worker)
    const made = await api.post('/cases/filters', {
      name: 'Của tôi',
      query: { risk: 'high', x: 'y' },
    })
    const { id } = made.body as { id: string }
    expect((await api.get('/cases/filters')).body).toMatchObject({
      items: expect.arrayContaining([{ id, name: 'Của tôi', query: { risk: 'high' } }]),
    })

    const colleague = await test().apiOf(await test().given.aWorker(unit))
    expect((await colleague.get('/cases/filters')).body).toEqual({ items: [] })
    expect((await colleague.patch(`/cases/filters/${id}`, { name: 'x' })).status).toBe(404)
    expect((await colleague.delete(`/cases/filters/${id}`)).status).toBe(404)
    expect((await api.patch(`/cases/filters/${id}`, { name: 'Khác' })).status).toBe(204)
    expect((await api.delete(`/cases/filters/${id}`)).status).toBe(204)
    const auditor = await test().given.aWorker(unit, ['auditor'])
    expect((await (await test().apiOf(auditor)).get('/cases/filters')).status).toBe(404)
  })

  it('is one of twenty', async () => {
    const api = await test().apiOf(await test().given.aWorker(unit))
    for (let n = 0; n < 20; n += 1)
      await api.post('/cases/filters', { name: `Bộ lọc ${n}`, query: {} })
    expect((await api.post('/cases/filters', { name: 'Thêm', query: {} })).status).toBe(409)
  })
})
