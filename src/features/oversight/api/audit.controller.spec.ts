import { beforeAll, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { useApp } from '../../../../test/support/app.js'
import type { TestWorker } from '../../../../test/support/world.js'
import { maskOf } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Transactions } from '../../../platform/database/transactions.js'

interface Trail {
  readonly items: readonly { readonly action: string }[]
  readonly next: string | null
}

describe('the trail through the API', () => {
  const service = useApp()
  let auditor: TestWorker
  let lan: TestWorker

  beforeAll(async () => {
    const { given, app } = service()
    const unit = await given.aUnit('child-protection')
    auditor = await given.aWorker(unit, ['auditor'])
    lan = await given.aWorker(unit, ['caseworker'], 'Lan')
    const trail = app.get(AuditTrail, { strict: false })
    for (let time = 0; time < 3; time += 1)
      await app.get(Transactions, { strict: false }).run(lan.actor, () =>
        trail.record({
          action: 'section.read',
          subject: { type: 'case', id: randomUUID() },
          sections: maskOf(['identity', 'health']),
        }),
      )
  })

  it('says who read which sections, and goes on by cursor', async () => {
    const api = await service().apiOf(auditor)

    const first = await api.get(`/audit?worker=${lan.login}&action=section.read&limit=2`)
    const { items, next } = first.body as Trail
    const second = await api.get(
      `/audit?worker=${lan.login}&action=section.read&limit=2&after=${String(next)}`,
    )

    expect(items).toHaveLength(2)
    expect(items[0]).toMatchObject({
      actor: { name: 'Lan' },
      action: 'section.read',
      sections: ['identity', 'health'],
      outcome: 'done',
    })
    expect(second.body).toMatchObject({ items: [{ action: 'section.read' }], next: null })
  })

  it('records that it was read', async () => {
    const api = await service().apiOf(auditor)
    await api.get('/audit')

    const { body } = await api.get(`/audit?worker=${auditor.id}&action=audit.read`)

    expect((body as Trail).items).not.toHaveLength(0)
  })

  it('finds nothing outside the time asked for, and refuses what is no time', async () => {
    const api = await service().apiOf(auditor)

    expect((await api.get('/audit?until=2020-01-01T00:00:00Z')).body).toEqual({
      items: [],
      next: null,
    })
    expect((await api.get('/audit?from=yesterday')).status).toBe(422)
    expect((await api.get('/audit?after=zzz')).status).toBe(422)
  })

  it.each(['caseworker', 'supervisor', 'coordinator', 'system-admin'] as const)(
    'is not there for a %s',
    async (role) => {
      const { unit } = lan
      const other = await service().given.aWorker(unit, [role])

      expect((await (await service().apiOf(other)).get('/audit')).status).toBe(404)
    },
  )
})
