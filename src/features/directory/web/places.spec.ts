import { beforeAll, describe, expect, it } from '@jest/globals'
import { useApp } from '../../../../test/support/app.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { UnitsRepository } from '../data/units.repository.js'
import type { TestUnit, TestWorker } from '../../../../test/support/world.js'

describe('the places of a unit', () => {
  const service = useApp()
  let shelter: TestUnit
  let other: TestUnit
  let head: TestWorker
  let helper: TestWorker
  let stranger: TestWorker

  beforeAll(async () => {
    const { given } = service()
    shelter = await given.aUnit('shelter', { name: 'Nhà Sen' })
    other = await given.aUnit('womens-services')
    head = await given.aWorker(shelter, ['supervisor'])
    helper = await given.aWorker(shelter, ['caseworker'])
    stranger = await given.aWorker(other, ['supervisor'])
  })

  const path = (): string => `/directory/${shelter.id}/places`

  it('are told by its supervisor, and read by everybody at work', async () => {
    const browser = await service().browserOf(head)
    const form = await browser.get(path())

    const told = await browser.submit(form, path(), { total: '12', free: '3' })

    expect(told.text).toContain('Còn 3 trên 12 chỗ')
    expect((await browser.get(`/directory/${shelter.id}`)).html).toContain(`href="${path()}"`)
    const reader = await service().browserOf(stranger)
    const seen = await reader.get(`/directory/${shelter.id}`)
    expect(seen.text).toContain('Còn 3 trên 12 chỗ')
    expect(seen.html).not.toContain(`href="${path()}"`)
  })

  it('keep what was typed where the numbers cannot be, and are not changed', async () => {
    const browser = await service().browserOf(head)

    const more = await browser.submit(await browser.get(path()), path(), { total: '4', free: '7' })
    const words = await browser.submit(await browser.get(path()), path(), { total: 'x', free: '7' })
    const half = await browser.submit(await browser.get(path()), path(), { total: '4', free: '' })

    expect([more.status, words.status, half.status]).toEqual([422, 422, 422])
    expect(more.formTo(path())).toMatchObject({ total: '4', free: '7' })
    expect(words.formTo(path())).toMatchObject({ total: 'x', free: '7' })
    expect(half.text).toContain('Nhập cả hai số')
    expect((await browser.get(`/directory/${shelter.id}`)).text).not.toContain('trên 4 chỗ')
  })

  it('are not overwritten by who has not seen the last count', async () => {
    const browser = await service().browserOf(head)
    const old = await browser.get(path())
    await browser.submit(await browser.get(path()), path(), { total: '12', free: '5' })

    const late = await browser.submit(old, path(), { total: '12', free: '9' })

    expect(late.status).toBe(412)
    expect(late.text).toContain('Còn 5 trên 12 chỗ')
    expect(late.formTo(path())).toMatchObject({ free: '9' })
    const again = await browser.submit(late, path())
    expect(again.text).toContain('Còn 9 trên 12 chỗ')
  })

  it('are no longer counted once both are left empty', async () => {
    const browser = await service().browserOf(head)

    const told = await browser.submit(await browser.get(path()), path(), { total: '', free: '' })

    expect(told.text).toContain('Số chỗ Chưa ghi')
  })

  it('are nobody else’s to tell: caseworkers and other units find nothing there', async () => {
    for (const worker of [helper, stranger]) {
      const browser = await service().browserOf(worker)
      const api = await service().apiOf(worker)
      const seen = await browser.get(path())
      expect(seen.status).toBe(404)
      expect(
        (await api.put(`/units/${shelter.id}/places`, { total: 1, free: 1 }, { ifMatch: 1 }))
          .status,
      ).toBe(404)
    }
  })

  it('are told through the API with If-Match', async () => {
    const api = await service().apiOf(head)
    const address = `/units/${shelter.id}`
    const { version } = (await api.get(address)).body as { version: number }
    const tell = (free: number, ifMatch?: number) =>
      api.put(`${address}/places`, { total: 8, free }, ifMatch === undefined ? {} : { ifMatch })

    expect((await tell(2)).status).toBe(428)
    const told = await tell(2, version)
    expect(told.body).toMatchObject({ places: { total: 8, free: 2, isRecent: true } })
    expect(told.headers['etag']).toBe(`"${version + 1}"`)
    expect((await tell(3, version)).status).toBe(412)
    expect((await tell(9, version + 1)).status).toBe(422)
    const half = await api.put(`${address}/places`, { free: 1 }, { ifMatch: version + 1 })
    expect(half.status).toBe(422)
  })

  it('are unknown a week after they were counted', async () => {
    await service().owner.query(
      `UPDATE unit SET places_total = 5, places_free = 1, places_at = now() - interval '8 days'
        WHERE id = $1`,
      [shelter.id],
    )
    const browser = await service().browserOf(stranger)

    const { text } = await browser.get(`/directory/${shelter.id}`)

    expect(text).toContain('Chưa rõ: lần đếm cuối đã quá 7 ngày')
    expect(text).not.toContain('trên 5 chỗ')
  })

  it('are kept by the database itself from caseworkers, and told of no unit but the own', async () => {
    const test = service()
    const repository = test.app.get(UnitsRepository, { strict: false })
    const transactions = test.app.get(Transactions, { strict: false })
    const versionsOf = async () =>
      (
        await test.owner.query<{ version: number; free: number | null }>(
          'SELECT version, places_free AS free FROM unit WHERE id = ANY ($1) ORDER BY id = $2',
          [[shelter.id, other.id], other.id],
        )
      ).rows
    const [before, ofOther] = await versionsOf()
    const tell = (worker: TestWorker, version: number | undefined): Promise<boolean> =>
      transactions.run(worker.actor, () =>
        repository.tellPlaces({ total: 70, free: 7 }, version ?? 0, test.clock.now()),
      )

    expect(await tell(helper, before?.version)).toBe(false)
    expect(await tell(stranger, ofOther?.version)).toBe(true)

    expect(await versionsOf()).toEqual([before, { version: (ofOther?.version ?? 0) + 1, free: 7 }])
  })
})
