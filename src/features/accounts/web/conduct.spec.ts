import { beforeAll, describe, expect, it } from '@jest/globals'
import { useApp } from '../../../../test/support/app.js'
import { sessionFor } from '../../../../test/support/sessions.js'
import type { TestUnit, TestWorker } from '../../../../test/support/world.js'
import { Database, Transactions } from '../../../platform/database/transactions.js'
import { statement } from '../../../platform/database/statement.js'
import { aCase } from '../../cases/testing/an-intake.js'
import { conductVersion } from '../domain/conduct.js'

const app = useApp()
let unit: TestUnit

beforeAll(async () => {
  unit = await app().given.aUnit('child-protection')
})

const services = {
  find: <Provider>(type: new (...args: never[]) => Provider): Provider =>
    app().app.get(type, { strict: false }),
}

/** Somebody at work who has accepted nothing yet, or an earlier version only. */
const aNewcomer = async (earlier?: number): Promise<TestWorker> => {
  const worker = await app().given.aWorker(unit)
  await app().owner.query('DELETE FROM conduct_acceptance WHERE worker_id = $1', [worker.id])
  if (earlier !== undefined)
    await app().owner.query('INSERT INTO conduct_acceptance VALUES ($1, $2, now())', [
      worker.id,
      earlier,
    ])
  return worker
}

const acceptancesOf = async ({ id }: TestWorker): Promise<number[]> => {
  const { rows } = await app().owner.query<{ version: number }>(
    'SELECT version FROM conduct_acceptance WHERE worker_id = $1 ORDER BY version',
    [id],
  )
  return rows.map(({ version }) => version)
}

describe('before the code of conduct is accepted', () => {
  it('no page of a case opens, and one goes on to where one was going afterwards', async () => {
    const worker = await aNewcomer()
    const { id } = await aCase(services, worker.actor)
    const browser = await app().browserOf(worker)

    for (const path of ['/', '/cases', `/cases/${id}`, '/referrals', '/account', '/notifications'])
      expect((await browser.get(path)).path).toBe(`/conduct?next=${encodeURIComponent(path)}`)
    const code = await browser.get(`/cases/${id}`)
    expect(code.text).toContain('Tôi giữ kín')
    expect(code.html).not.toContain('href="/cases"')
    const accepted = await browser.submit(code, '/conduct', { accepted: 'yes' })
    expect([accepted.status, accepted.path]).toEqual([200, `/cases/${id}`])
    expect(await acceptancesOf(worker)).toEqual([conductVersion])
    expect((await browser.get('/cases')).path).toBe('/cases')
  })

  it('a case that is not hers is absent afterwards as before', async () => {
    const lead = await app().given.aWorker(unit)
    const { id } = await aCase(services, lead.actor)
    const browser = await app().browserOf(await aNewcomer())
    const accepted = await browser.submit(await browser.get(`/cases/${id}`), '/conduct', {
      accepted: 'yes',
    })
    expect(accepted.status).toBe(404)
  })

  it('not ticking it comes back, and nothing is accepted', async () => {
    const worker = await aNewcomer()
    const browser = await app().browserOf(worker)
    const code = await browser.get('/cases')
    const refused = await browser.submit(code, '/conduct')
    expect(refused.status).toBe(422)
    expect(refused.html).toContain('href="#accepted"')
    expect(refused.formTo('/conduct')['next']).toBe('/cases')
    expect(await acceptancesOf(worker)).toEqual([])
  })

  it('leads nowhere but to ourselves', async () => {
    const browser = await app().browserOf(await aNewcomer())
    const lured = await browser.get('/conduct?next=//evil.example')
    expect(lured.formTo('/conduct')['next']).toBe('/')
  })

  it('a form that was being written goes on, and is not lost', async () => {
    const worker = await app().given.aWorker(unit)
    const browser = await app().browserOf(worker)
    const form = await browser.get('/account')
    await app().owner.query('DELETE FROM conduct_acceptance WHERE worker_id = $1', [worker.id])

    const code = await browser.submit(form, '/account/language', { locale: 'fr' })
    expect(code.path).toMatch(/^\/conduct\?held=/)
    expect(code.text).toContain('chưa mất')
    await browser.submit(code, '/conduct', { accepted: 'yes' })
    const { rows } = await app().owner.query('SELECT locale FROM worker WHERE id = $1', [worker.id])
    expect(rows).toEqual([{ locale: 'fr' }])
  })

  it('the API says 403 with a type of its own, and accepts for oneself', async () => {
    const worker = await aNewcomer()
    const api = await app().apiOf(worker)
    const refused = await api.get('/cases')
    expect(refused.status).toBe(403)
    expect(refused.body).toMatchObject({ type: 'urn:ben-an:problem:conduct.not-accepted' })

    const code = await api.get('/conduct')
    expect(code.body).toMatchObject({ version: conductVersion, acceptedAt: null })
    const other = await api.post('/conduct/accept', { version: conductVersion + 1 })
    expect([other.status, await acceptancesOf(worker)]).toEqual([409, []])
    expect((await api.post('/conduct/accept', { version: 'one' })).status).toBe(422)
    for (let turn = 0; turn < 2; turn += 1)
      expect((await api.post('/conduct/accept', { version: conductVersion })).status).toBe(204)
    expect(await acceptancesOf(worker)).toEqual([conductVersion])
    expect((await api.get('/cases')).status).toBe(200)
  })

  it('one can sign out', async () => {
    const worker = await aNewcomer()
    const browser = await app().browserOf(worker)
    const code = await browser.get('/conduct')
    expect((await browser.submit(code, '/sign-out')).path).toBe('/sign-in')
  })
})

describe('a new version of the code', () => {
  it('is accepted anew, and what was accepted stays', async () => {
    const worker = await aNewcomer(conductVersion + 1)
    const browser = await app().browserOf(worker)
    const code = await browser.get('/cases')
    expect(code.path).toMatch(/^\/conduct/)
    const stale = await browser.submit(code, '/conduct', { accepted: 'yes', version: '999' })
    expect([stale.status, stale.text.includes('vừa được thay đổi')]).toEqual([422, true])
    await browser.submit(stale, '/conduct', { accepted: 'yes' })
    expect(await acceptancesOf(worker)).toEqual([conductVersion, conductVersion + 1])
  })
})

describe('who of the unit has accepted', () => {
  it('is seen by its supervisors and administrators, those first who have not', async () => {
    const own = await app().given.aUnit('hotline')
    for (const role of ['supervisor', 'unit-admin'] as const) {
      const reader = await app().given.aWorker(own, [role], `Ada ${role}`)
      const late = await app().given.aWorker(own, ['caseworker'], 'Zoe Late')
      await app().owner.query('DELETE FROM conduct_acceptance WHERE worker_id = $1', [late.id])
      const page = await (await app().browserOf(reader)).get('/conduct/unit')
      expect(page.status).toBe(200)
      expect(page.text.indexOf('Zoe Late')).toBeLessThan(page.text.lastIndexOf(`Ada ${role}`))
      expect(page.text).toContain('Chưa chấp nhận')
      const { body } = await (await app().apiOf(reader)).get('/conduct/unit')
      expect(body).toMatchObject({
        items: expect.arrayContaining([
          expect.objectContaining({ workerId: late.id, acceptedAt: null }),
        ]) as unknown,
      })
      await app().owner.query('DELETE FROM worker_credential WHERE worker_id = $1', [late.id])
      await app().owner.query('UPDATE worker SET active = false WHERE id = $1', [late.id])
    }
  })

  it('is nothing to others', async () => {
    const caseworker = await app().given.aWorker(unit)
    expect((await (await app().browserOf(caseworker)).get('/conduct/unit')).status).toBe(404)
    expect((await (await app().apiOf(caseworker)).get('/conduct/unit')).status).toBe(404)
  })
})

describe('the walls around it', () => {
  it('let nobody accept for another, take it back, or see another unit’s', async () => {
    const worker = await app().given.aWorker(unit, ['supervisor'])
    const other = await app().given.aWorker(await app().given.aUnit('police'))
    const newcomer = await aNewcomer()
    let number = 0
    const asWorker = (text: string, values: unknown[] = []) =>
      services
        .find(Transactions)
        .run(worker.actor, () =>
          services.find(Database).query(statement(`spec.conduct-${(number += 1)}`, text), values),
        )
    const insert = 'INSERT INTO conduct_acceptance VALUES ($1, 1, now())'
    await expect(asWorker(insert, [newcomer.id])).rejects.toMatchObject({ code: '42501' })
    await expect(asWorker('DELETE FROM conduct_acceptance')).rejects.toMatchObject({
      code: '42501',
    })
    const seen = 'SELECT worker_id FROM conduct_acceptance WHERE worker_id = $1'
    expect(await asWorker(seen, [other.id])).toEqual([])
    expect(await asWorker(seen, [worker.id])).toHaveLength(1)
  })

  it('take no version but the one in force', async () => {
    const { rows } = await app().owner.query('SELECT guard.conduct_in_force() AS version')
    expect(rows).toEqual([{ version: conductVersion }])
    const newcomer = await aNewcomer()
    const accept = (version: number) =>
      services
        .find(Transactions)
        .run(newcomer.actor, () =>
          services
            .find(Database)
            .change(
              statement(
                `spec.conduct-in-force-${version}`,
                `INSERT INTO conduct_acceptance VALUES ($1, ${version}, now())`,
              ),
              [newcomer.id],
            ),
        )
    for (const version of [conductVersion + 1, 99])
      await expect(accept(version)).rejects.toMatchObject({ code: '42501' })
    expect(await accept(conductVersion)).toBe(1)
  })

  it('ask again with every request: what one session accepts holds for all', async () => {
    const worker = await aNewcomer()
    const { token } = await sessionFor(app().app, worker, 'bearer')
    const first = await app().apiOf(worker)
    await first.post('/conduct/accept', { version: conductVersion })
    const answer = await app().app.inject({
      url: '/api/v1/cases',
      headers: { authorization: `Bearer ${token}` },
    })
    expect(answer.statusCode).toBe(200)
  })
})
