import { beforeAll, describe, expect, it, jest } from '@jest/globals'
import { Logger } from '@nestjs/common'
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger'
import { randomUUID } from 'node:crypto'
import type { ApiAnswer, ApiClient } from '../support/api-client.js'
import { ApiClient as Client } from '../support/api-client.js'
import { ClosedRoutes } from '../../src/platform/web/closed-routes.js'
import { useApp } from '../support/app.js'
import { sessionFor } from '../support/sessions.js'
import { bodyOf, demand, itemsOf, openCase, problemOf, versionOf } from './support/answers.js'
import { castOf, girlsIntake, type StoryCast } from './support/cast.js'
import { Journey } from './support/journey.js'

jest.setTimeout(60_000)

const test = useApp()
let cast: StoryCast
let journey: Journey
let api: ApiClient

beforeAll(async () => {
  cast = await castOf(test())
  journey = await Journey.with(test(), cast)
  api = journey.sender
})

const inParallel = <Result>(times: number, ask: () => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: times }, ask))

const pointersOf = (answer: ApiAnswer): unknown[] => {
  expect(problemOf(answer)).toBe('error.invalid-input')
  const { errors } = bodyOf(answer)
  return Array.isArray(errors)
    ? [...new Set(errors.map(({ pointer }: { pointer: unknown }) => pointer))].sort()
    : []
}

describe('who may ask the API', () => {
  it('is whoever has a token, and it is ours', async () => {
    for (const stranger of [
      await test().apiOf(),
      new Client(test().app, 'x'),
      new Client(test().app, 'A'.repeat(43)),
      new Client(test().app, `${'A'.repeat(43)}\u00e9`.slice(0, 43)),
    ])
      for (const answer of [
        await stranger.get('/cases'),
        await stranger.post('/cases', girlsIntake),
        await stranger.get(`/cases/${randomUUID()}`),
        await stranger.delete('/sessions/current'),
      ]) {
        expect(answer.status).toBe(401)
        expect(problemOf(answer)).toBe('error.not-signed-in')
      }
  })

  it('is not a browser by its cookie, nor a token in another place', async () => {
    const { app } = test()
    const browser = await test().browserOf(cast.sender)
    expect((await browser.get('/cases')).status).toBe(200)
    const asked = await browser.get('/api/v1/cases')
    expect(asked.status).toBe(401)
    const token = 'A'.repeat(43)
    for (const authorization of [`Basic ${token}`, token, 'Bearer', ''])
      expect(
        (await app.inject({ url: '/api/v1/cases', headers: { authorization } })).statusCode,
      ).toBe(401)
  })
})

describe('changes', () => {
  it('ask for the version that was seen, in the form of an ETag', async () => {
    const id = await openCase(api, girlsIntake)
    const missing = await api.patch(`/cases/${id}`, { riskLevel: 'medium' })
    expect([missing.status, problemOf(missing)]).toEqual([428, 'error.precondition-missing'])
    for (const tag of ['*', '1', '"x"', '"-1"', '"1", "2"'])
      expect(
        (await api.patch(`/cases/${id}`, { riskLevel: 'medium' }, { headers: { 'if-match': tag } }))
          .status,
      ).toBe(428)

    const changed = await api.patch(`/cases/${id}`, { immediateDanger: true }, { ifMatch: 1 })
    expect([changed.status, changed.headers['etag']]).toEqual([200, '"2"'])
    for (const ifMatch of [0, 1, 3]) {
      const old = await api.patch(`/cases/${id}`, { immediateDanger: false }, { ifMatch })
      expect(old.status).toBe(412)
      problemOf(old)
    }
  })

  it('with the same ETag at the same time succeed once', async () => {
    const id = await openCase(api, girlsIntake)
    const answers = await inParallel(16, () =>
      api.patch(`/cases/${id}`, { immediateDanger: true }, { ifMatch: 1 }),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([
      200,
      ...Array<number>(15).fill(412),
    ])
    expect(versionOf(await api.get(`/cases/${id}`))).toBe(2)
  })

  it('are answered once, however many at the desk say yes at the same time', async () => {
    const { referralId, ...rest } = await journey.sent()
    const ifMatch = versionOf(await journey.receiver.get(`/referrals/${referralId}`))
    const answers = await inParallel(16, () =>
      journey.receiver.post(`/referrals/${referralId}/accept`, {}, { ifMatch }),
    )
    const statuses = answers.map(({ status }) => status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(1)
    expect(statuses.filter((status) => ![200, 409, 412].includes(status))).toEqual([])
    const { rows } = await test().owner.query(
      `SELECT kind FROM referral_event WHERE referral_id = $1 AND kind = 'accepted'`,
      [referralId],
    )
    expect([rest.caseId.length, rows.length]).toEqual([36, 1])
  })
})

describe('a POST with a key', () => {
  const referralsOf = async (caseId: string): Promise<number> => {
    const { rowCount } = await test().owner.query('SELECT FROM referral WHERE case_id = $1', [
      caseId,
    ])
    return rowCount ?? 0
  }

  it('sent sixteen times at once makes one referral and sixteen equal answers', async () => {
    const { caseId } = await journey.aConsentedCase()
    const idempotencyKey = randomUUID()
    const answers = await inParallel(16, () =>
      api.post(`/cases/${caseId}/referrals`, journey.need(), { idempotencyKey }),
    )
    const told = new Set(
      answers.map(({ status, text, headers }) =>
        JSON.stringify([status, text, headers['etag'], headers['content-type']]),
      ),
    )
    expect(told.size).toBe(1)
    expect(answers[0]?.status).toBe(201)
    expect(await referralsOf(caseId)).toBe(1)
  })

  it('makes one for each key', async () => {
    const { caseId } = await journey.aConsentedCase()
    const answers = await inParallel(4, () =>
      api.post(`/cases/${caseId}/referrals`, journey.need()),
    )
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201])
    expect(await referralsOf(caseId)).toBe(4)
  })

  it('is refused where the key came with something else', async () => {
    const { caseId } = await journey.aConsentedCase()
    const idempotencyKey = randomUUID()
    demand(201, await api.post(`/cases/${caseId}/referrals`, journey.need(), { idempotencyKey }))
    const other = { ...journey.need(), urgency: 'normal' }
    const elsewhere = await api.post(`/cases`, girlsIntake, { idempotencyKey })
    for (const answer of [
      await api.post(`/cases/${caseId}/referrals`, other, { idempotencyKey }),
      elsewhere,
    ])
      expect([answer.status, problemOf(answer)]).toEqual([422, 'error.idempotency-key-used'])
    expect(await referralsOf(caseId)).toBe(1)
  })

  it('may share its key with somebody else’s', async () => {
    const idempotencyKey = randomUUID()
    const other = await test().apiOf(await test().given.aWorker(cast.childProtection))
    const [mine, theirs] = [
      await api.post('/cases', girlsIntake, { idempotencyKey }),
      await other.post('/cases', girlsIntake, { idempotencyKey }),
    ]
    expect(bodyOf(demand(201, theirs))['id']).not.toBe(bodyOf(demand(201, mine))['id'])
  })

  it('that was refused may be mended under the same key', async () => {
    const { caseId } = await journey.aConsentedCase()
    const idempotencyKey = randomUUID()
    const path = `/cases/${caseId}/referrals`
    const wrong = { ...journey.need(), urgency: 'soonish' }
    demand(422, await api.post(path, wrong, { idempotencyKey }))
    demand(201, await api.post(path, journey.need(), { idempotencyKey }))
  })

  it('needs one of a sensible form', async () => {
    for (const idempotencyKey of ['short', 'with space in it', 'x'.repeat(201)])
      expect(pointersOf(await api.post('/cases', girlsIntake, { idempotencyKey }))).toEqual([
        '/idempotency-key',
      ])
  })
})

describe('lists', () => {
  /** All ids of a list, page by page, doing something between two pages. */
  const walk = async (
    client: ApiClient,
    list: string,
    between: () => Promise<unknown> = async () => undefined,
  ): Promise<unknown[]> => {
    const ids: unknown[] = []
    let after = ''
    for (;;) {
      const answer = demand(200, await client.get(`${list}limit=3${after}`))
      ids.push(...itemsOf(answer).map(({ id }) => id))
      const { next } = bodyOf(answer)
      if (typeof next !== 'string') return ids
      after = `&after=${encodeURIComponent(next)}`
      await between()
    }
  }
  const isWalkedOnce = (ids: readonly unknown[], known: readonly string[]): void => {
    expect(new Set(ids).size).toBe(ids.length)
    expect(known.filter((id) => !ids.includes(id))).toEqual([])
  }

  it('of cases show each once, also while new ones come in', async () => {
    const lead = await test().apiOf(await test().given.aWorker(cast.childProtection))
    const known = await inParallel(8, () => openCase(lead, girlsIntake))
    isWalkedOnce(await walk(lead, '/cases?', () => openCase(lead, girlsIntake)), known)
  })

  it('of referrals show each once, on both sides, also while new ones come in', async () => {
    const known: string[] = []
    for (let turn = 0; turn < 7; turn += 1) known.push((await journey.sent()).referralId)
    const more = () => journey.sent()
    isWalkedOnce(await walk(journey.receiver, '/referrals?direction=in&', more), known)
    isWalkedOnce(await walk(api, '/referrals?direction=out&', more), known)
    await test().deliverAll()
    const told = await walk(journey.receiver, '/notifications?')
    expect(new Set(told).size).toBe(told.length)
    expect(told.length).toBeGreaterThanOrEqual(known.length)
  })

  it('of units and of the trail show each once', async () => {
    const units = await walk(api, '/units?')
    const { rows } = await test().owner.query<{ id: string }>('SELECT id FROM unit')
    expect([...units].sort()).toEqual(rows.map(({ id }) => id).sort())

    const auditor = await test().apiOf(cast.auditor)
    const trail = await walk(auditor, '/audit?action=case.open&')
    const opened = await test().owner.query<{ id: string }>(
      `SELECT id::text FROM audit_entry WHERE action = 'case.open'`,
    )
    expect([...trail].sort()).toEqual(opened.rows.map(({ id }) => id).sort())
  })

  it('refuse a place that is not theirs, and a length out of bounds', async () => {
    const auditor = await test().apiOf(cast.auditor)
    const lists: [ApiClient, string][] = [
      [api, '/cases'],
      [api, '/referrals'],
      [api, '/notifications'],
      [api, '/units'],
      [api, '/places'],
      [auditor, '/audit'],
    ]
    const cursors = [
      'nonsense',
      '%00',
      Buffer.from('["2026-01-01"]').toString('base64url'),
      Buffer.from(`["'; DROP TABLE cases --","x"]`).toString('base64url'),
      Buffer.from('["a","b"]').toString('base64url'),
      Buffer.from('["a","b","c"]').toString('base64url'),
      Buffer.from('{"0":"a"}').toString('base64url'),
      Buffer.from('[1,2]').toString('base64url'),
    ]
    for (const [client, list] of lists) {
      for (const cursor of cursors) {
        const answer = await client.get(`${list}?after=${cursor}`)
        expect({ list, cursor, status: answer.status }).toEqual({ list, cursor, status: 422 })
        expect(pointersOf(answer)).toEqual(['/after'])
      }
      for (const limit of ['0', '-1', '1001', '1.5', 'many', '']) {
        const answer = await client.get(`${list}?limit=${limit}`)
        expect({ list, limit, status: answer.status }).toEqual({ list, limit, status: 422 })
        expect(pointersOf(answer)).toEqual(['/limit'])
      }
    }
  })
})

/** A request as it is, with the token of the sender. */
const raw = async (
  method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS' | 'HEAD' | 'PATCH',
  url: string,
  payload?: string,
  headers: Record<string, string> = {},
): Promise<ApiAnswer> => {
  const { token } = await sessionFor(test().app, cast.sender, 'bearer')
  const answer = await test().app.inject({
    method,
    url,
    headers: {
      authorization: `Bearer ${token}`,
      ...(payload === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(payload === undefined ? {} : { payload }),
  })
  const isJson = String(answer.headers['content-type']).includes('json') && answer.body !== ''
  return {
    status: answer.statusCode,
    headers: answer.headers,
    body: isJson ? answer.json() : undefined,
    text: answer.body,
  }
}

describe('what does not fit', () => {
  it('is pointed to, field by field', async () => {
    const wrong = {
      ...girlsIntake,
      person: { ...girlsIntake.person, sex: 'blue', nickname: 'Bi' },
      shoeSize: 38,
    }
    expect(pointersOf(await api.post('/cases', wrong))).toEqual([
      '/person/nickname',
      '/person/sex',
      '/shoeSize',
    ])
    expect(pointersOf(await api.get('/cases?colour=blue'))).toEqual(['/colour'])
    expect(pointersOf(await api.get('/cases?status=open&status=closed'))).toEqual(['/status'])
    const { caseId } = await journey.aConsentedCase()
    expect(
      pointersOf(await api.post(`/cases/${caseId}/referrals`, { ...journey.need(), urgency: 1 })),
    ).toEqual(['/urgency'])
  })

  it('is told as a problem, whatever came instead of an object', async () => {
    const bodies = ['', 'null', '[]', '7', '"text"', '{"person":[]}', '{"person":null}']
    for (const payload of bodies) {
      const answer = await raw('POST', '/api/v1/cases', payload)
      expect({ payload, ok: [400, 422].includes(answer.status) }).toEqual({ payload, ok: true })
      problemOf(answer)
    }
  })

  it('is told as a problem, where it is no JSON, too large or of another kind', async () => {
    const broken = await raw('POST', '/api/v1/cases', '{"person":')
    expect([broken.status, problemOf(broken)]).toEqual([400, 'error.invalid-input'])
    const large = await raw('POST', '/api/v1/cases', JSON.stringify({ x: 'x'.repeat(2 ** 20) }))
    expect([large.status, problemOf(large)]).toEqual([413, 'error.invalid-input'])
    for (const type of ['application/xml', 'multipart/form-data; boundary=x']) {
      const other = await raw('POST', '/api/v1/cases', 'x', { 'content-type': type })
      expect({ type, status: other.status }).toEqual({ type, status: 415 })
      problemOf(other)
    }
  })

  it('is not there, where no route is', async () => {
    for (const [method, url] of [
      ['GET', '/api/v1/nothing'],
      ['GET', '/api/v2/cases'],
      ['PUT', '/api/v1/cases'],
      ['DELETE', `/api/v1/cases/${randomUUID()}`],
      ['OPTIONS', '/api/v1/cases'],
      ['GET', '/api/v1/cases/%E0%A4%A'],
      ['GET', '/api/v1/%zz'],
      ['GET', '/api/v1/cases/..%2f..%2fetc'],
      ['GET', `/api/v1/cases/${randomUUID()}/sections/__proto__`],
      ['GET', '/api/v1/reports/nothing'],
    ] as const) {
      const answer = await raw(method, url)
      expect({ method, url, status: answer.status }).toEqual({ method, url, status: 404 })
      problemOf(answer)
    }
  })

  it('keeps nobody’s prototype', async () => {
    const poisoned = `{"__proto__":{"admin":true},"constructor":{"prototype":{"x":1}}}`
    const answer = await raw('POST', '/api/v1/cases', poisoned)
    expect([400, 422]).toContain(answer.status)
    problemOf(answer)
  })
})

describe('the same question asked otherwise', () => {
  it('gives a HEAD what a GET has, without its body', async () => {
    const got = await raw('GET', '/api/v1/cases')
    const head = await raw('HEAD', '/api/v1/cases')
    expect([head.status, head.text]).toEqual([200, ''])
    expect(head.headers['content-type']).toBe(got.headers['content-type'])
    expect((await raw('HEAD', `/api/v1/cases/${randomUUID()}`)).status).toBe(404)
    expect((await test().app.inject({ method: 'HEAD', url: '/api/v1/cases' })).statusCode).toBe(401)
  })

  it('opens itself to no other site', async () => {
    for (const method of ['GET', 'OPTIONS'] as const) {
      const { headers } = await raw(method, '/api/v1/cases', undefined, {
        origin: 'https://evil.example',
        'access-control-request-method': 'GET',
      })
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })

  it('is kept by nobody on the way', async () => {
    const { headers } = await raw('GET', '/api/v1/cases')
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    })
  })

  it('is refused in the language of the asker', async () => {
    const said = async (language: string): Promise<unknown> => {
      const answer = await raw('GET', `/api/v1/cases/${randomUUID()}`, undefined, {
        'accept-language': language,
      })
      problemOf(answer)
      return bodyOf(answer)['title']
    }
    const [vi, en, fr] = [await said('vi'), await said('en-GB,en;q=0.9'), await said('fr')]
    expect(new Set([vi, en, fr]).size).toBe(3)
    expect(await said('de')).toBe(vi)
    expect(String(vi)).toMatch(/[ôăđơưấạ]/)
    const wrong = async (language: string): Promise<ApiAnswer> =>
      raw('POST', '/api/v1/cases', '{"shoeSize":38}', { 'accept-language': language })
    const details = await Promise.all(['vi', 'en', 'fr'].map(wrong))
    expect(new Set(details.map(({ text }) => text)).size).toBe(3)
  })
})

describe('the OpenAPI description', () => {
  interface Operation {
    readonly summary?: string
    readonly operationId?: string
    readonly security?: readonly object[]
    readonly responses: Record<string, unknown>
    readonly parameters?: readonly { readonly in: string; readonly name: string }[]
  }
  type Paths = Record<string, Record<string, Operation>>

  const description = async (): Promise<Record<string, unknown>> =>
    bodyOf(demand(200, await raw('GET', '/api/openapi.json')))
  const operations = async (): Promise<{ route: string; operation: Operation }[]> =>
    Object.entries((await description())['paths'] as Paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        route: `${method.toUpperCase()} ${path}`,
        operation,
      })),
    )

  it('tells of every route of the API, and of no other', async () => {
    const routes = test()
      .app.get(ClosedRoutes, { strict: false })
      .routes()
      .filter(({ path }) => path.startsWith('/api/'))
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
    expect(routes.length).toBeGreaterThan(25)
    expect((await operations()).map(({ route }) => route).sort()).toEqual(routes.sort())
  })

  it('has the shape of OpenAPI 3.1: each operation summed up, named once, answered, guarded', async () => {
    expect(await description()).toMatchObject({
      openapi: expect.stringMatching(/^3\.1\.\d$/),
      info: { title: 'Bến An', version: expect.any(String) },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
    })
    const all = await operations()
    for (const { route, operation } of all) {
      const params = [...route.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const described = operation.parameters?.filter((one) => one.in === 'path') ?? []
      expect({ route, params: described.map(({ name }) => name).sort() }).toEqual({
        route,
        params: params.sort(),
      })
      expect({ route, summary: operation.summary }).toEqual({
        route,
        summary: expect.stringMatching(/\w/),
      })
      expect(Object.keys(operation.responses).some((code) => code.startsWith('2'))).toBe(true)
      if (route !== 'POST /api/v1/sessions')
        expect({ route, security: operation.security }).toEqual({
          route,
          security: [{ bearer: [] }],
        })
    }
    const ids = all.map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('names each schema once: of two with one name only the last would be described', () => {
    const warned = jest.spyOn(Logger, 'warn').mockReturnValue(undefined)
    SwaggerModule.createDocument(test().app, new DocumentBuilder().build())
    const said = warned.mock.calls.map(([message]) => String(message))
    warned.mockRestore()
    expect(said).toEqual([])
  })

  it('refers to nothing that is not in it', async () => {
    const document = await description()
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)]
    expect(refs.length).toBeGreaterThan(10)
    const found = refs.map(([, path = '']) =>
      path
        .split('/')
        .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document),
    )
    expect(found.filter((schema) => schema === undefined)).toEqual([])
    // 3.1 is JSON Schema: `nullable` of 3.0 means nothing in it.
    expect(JSON.stringify(document)).not.toContain('"nullable"')
  })
})
