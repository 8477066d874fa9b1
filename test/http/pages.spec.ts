import { beforeAll, describe, expect, it, jest } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { useApp } from '../support/app.js'
import { sessionFor } from '../support/sessions.js'
import { testPassword, type TestWorker } from '../support/world.js'
import { castOf, girlsName, type StoryCast } from './support/cast.js'
import { Journey, type Travelling } from './support/journey.js'

jest.setTimeout(60_000)

const test = useApp()
let cast: StoryCast
let journey: Journey

beforeAll(async () => {
  cast = await castOf(test())
  journey = await Journey.with(test(), cast)
})

/** The form of the intake, filled in. */
const intake = {
  name: girlsName,
  ageKind: 'stated',
  age: '16',
  sex: 'female',
  province: '48',
  channels: 'message',
  family: 'csea',
  'type-csea': 'csea.sextortion_sexual',
  ongoing: 'yes',
  caregiver: 'known',
  informed: 'yes',
  suspected: 'no',
  immediateDanger: 'no',
  risk: 'medium',
}

const casesOf = async ({ id }: TestWorker): Promise<number> => {
  const { rowCount } = await test().owner.query('SELECT FROM cases WHERE lead_worker_id = $1', [id])
  return rowCount ?? 0
}

interface Answered {
  readonly statusCode: number
  readonly headers: Readonly<Record<string, unknown>>
  readonly body: string
}

/** One request of a signed-in browser as it is: no redirect is followed. */
const once = async (
  worker: TestWorker,
  url: string,
  fields?: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Answered> => {
  const { token, csrfToken } = await sessionFor(test().app, worker, 'cookie')
  return test().app.inject({
    method: fields === undefined ? 'GET' : 'POST',
    url,
    headers: {
      cookie: `__Host-ben-an=${token}`,
      ...(fields === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      ...headers,
    },
    ...(fields === undefined
      ? {}
      : { payload: new URLSearchParams({ _csrf: csrfToken, ...fields }).toString() }),
  })
}

describe('a form', () => {
  it('that did not come from our page is refused, and nothing happens', async () => {
    const browser = await test().browserOf(cast.sender)
    const before = await casesOf(cast.sender)
    const other = await sessionFor(test().app, cast.receiver, 'cookie')
    for (const token of [
      {},
      { _csrf: '' },
      { _csrf: 'x'.repeat(43) },
      { _csrf: other.csrfToken },
    ]) {
      const refused = await browser.postRaw('/cases/new', { ...intake, ...token })
      expect(refused.status).toBe(403)
      expect(refused.headers['content-type']).toContain('text/html')
      expect(refused.text).not.toContain(girlsName)
    }
    expect(await casesOf(cast.sender)).toBe(before)
  })

  it('sent by the page of another site is refused, even with the right token', async () => {
    const before = await casesOf(cast.sender)
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: 'http://localhost:80.evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site', origin: 'http://localhost:80' },
    ]) {
      const { statusCode } = await once(cast.sender, '/cases/new', intake, headers)
      expect({ headers, statusCode }).toEqual({ headers, statusCode: 403 })
    }
    expect(await casesOf(cast.sender)).toBe(before)
    const ours = { origin: 'http://localhost:80', 'sec-fetch-site': 'same-origin' }
    expect((await once(cast.sender, '/cases/new', intake, ours)).statusCode).toBe(303)
    expect(await casesOf(cast.sender)).toBe(before + 1)
  })

  it('at the door is refused to another site too', async () => {
    for (const path of ['/sign-in', '/sign-out', '/lock', '/hide']) {
      const { statusCode } = await test().app.inject({
        method: 'POST',
        url: path,
        headers: {
          origin: 'https://evil.example',
          'content-type': 'application/x-www-form-urlencoded',
        },
        payload: new URLSearchParams({
          login: cast.sender.login,
          password: testPassword,
        }).toString(),
      })
      expect({ path, statusCode }).toEqual({ path, statusCode: 403 })
    }
  })

  it('sent twice does its work once, and leads to the same place', async () => {
    const browser = await test().browserOf(cast.sender)
    const before = await casesOf(cast.sender)
    const form = await browser.get('/cases/new')
    expect(form.formTo('/cases/new')['_idempotency']).toEqual(expect.stringMatching(/^.{8,}$/))
    const sent = await Promise.all([
      browser.submit(form, '/cases/new', intake),
      browser.submit(form, '/cases/new', intake),
    ])
    const again = await browser.submit(form, '/cases/new', intake)
    expect(new Set([...sent, again].map(({ path }) => path)).size).toBe(1)
    expect(await casesOf(cast.sender)).toBe(before + 1)
  })

  it('that hands over twice hands over once', async () => {
    const draft = await journey.aDraft()
    const browser = await test().browserOf(cast.sender)
    const send = `/referrals/${draft.referralId}/send`
    const check = await browser.get(`/referrals/${draft.referralId}/check`)
    const both = await Promise.all([browser.submit(check, send), browser.submit(check, send)])
    expect(both.map(({ status }) => status)).toEqual([200, 200])
    const { rows } = await test().owner.query<{ count: number }>(
      `SELECT count(*)::int FROM outbox_event
        WHERE subject_id = $1 AND type = 'referral.requested'`,
      [draft.referralId],
    )
    expect(rows).toEqual([{ count: 1 }])
  })

  it('may be mended and sent again after it came back', async () => {
    const browser = await test().browserOf(cast.sender)
    const before = await casesOf(cast.sender)
    const form = await browser.get('/cases/new')
    const back = await browser.submit(form, '/cases/new', { ...intake, sex: '' })
    expect(back.status).toBe(422)
    expect((await browser.submit(back, '/cases/new', intake)).status).toBe(200)
    expect(await casesOf(cast.sender)).toBe(before + 1)
  })
})

/** Every page of the story, for who may see it. */
const pagesOf = ({ caseId, consentId, referralId }: Travelling): [TestWorker, string][] => {
  const sender = [
    '/today',
    '/cases',
    '/cases/new',
    `/cases/${caseId}`,
    `/cases/${caseId}/sections`,
    `/cases/${caseId}/sections/safety`,
    `/cases/${caseId}/sections/safety/risk-assessment`,
    `/cases/${caseId}/sections/safety/history`,
    `/cases/${caseId}/sections/safety/who`,
    `/cases/${caseId}/consents`,
    `/cases/${caseId}/consents/new`,
    `/cases/${caseId}/consents/${consentId}/withdraw`,
    `/cases/${caseId}/consents/${consentId}/narrow`,
    `/cases/${caseId}/consents/${consentId}/print`,
    `/cases/${caseId}/papers`,
    `/cases/${caseId}/papers/new`,
    `/cases/${caseId}/export`,
    `/cases/${caseId}/access`,
    '/conduct',
    `/cases/${caseId}/reports/new`,
    `/cases/${caseId}/trail`,
    `/cases/${caseId}/plan`,
    `/cases/${caseId}/plan/basis`,
    `/cases/${caseId}/plan/needs/new`,
    `/cases/${caseId}/plan/tasks/new`,
    `/cases/${caseId}/plan/flags/new`,
    `/cases/${caseId}/plan/contacts`,
    `/cases/${caseId}/plan/contacts/new`,
    `/cases/${caseId}/plan/approvals/plan`,
    `/cases/${caseId}/plan/history`,
    '/tasks',
    `/cases/${caseId}/referrals/new`,
    `/cases/${caseId}/transfer`,
    `/cases/${caseId}/closing`,
    `/cases/${caseId}/adult`,
    '/groups',
    '/groups/new',
    '/transfers?direction=out',
    '/transfers/asks',
    '/transfers/ask',
    '/referrals?direction=out',
    `/referrals/${referralId}`,
    `/referrals/${referralId}/share-more`,
    `/referrals/${referralId}/copy`,
    '/notifications',
    '/directory',
    `/directory/${cast.womens.id}`,
    '/account',
    '/account/absence',
    '/help',
    '/help/glossary',
    '/accessibility',
    '/lock',
    `/cases/${randomUUID()}`,
    '/nowhere',
  ]
  const receiver = [
    '/transfers?direction=in',
    '/referrals?direction=in',
    `/referrals/${referralId}`,
    `/referrals/${referralId}/ask-for-more`,
    `/referrals/${referralId}/hold`,
    `/referrals/${referralId}/appointment`,
    `/referrals/${referralId}/ask`,
    `/referrals/${referralId}/enter-in-error`,
    '/notifications',
  ]
  return [
    ...sender.map((path): [TestWorker, string] => [cast.sender, path]),
    ...receiver.map((path): [TestWorker, string] => [cast.receiver, path]),
    [cast.receivingSupervisor, '/reports'],
    [cast.receivingSupervisor, `/directory/${cast.receivingSupervisor.unit.id}/places`],
    [cast.receivingSupervisor, `/referrals/${referralId}/assign`],
    [cast.receivingSupervisor, '/approvals'],
    [cast.receivingSupervisor, '/approvals/cases'],
    [cast.receivingSupervisor, '/approvals/rules'],
    [cast.receivingSupervisor, '/reviews'],
    [cast.auditor, '/audit'],
  ]
}

describe('every page', () => {
  it('carries the headers that keep it to its reader', async () => {
    const travelling = await journey.accepted()
    for (const [worker, path] of pagesOf(travelling)) {
      const { headers, statusCode } = await once(worker, path)
      expect({ path, isAnswer: [200, 303, 404].includes(statusCode) }).toEqual({
        path,
        isAnswer: true,
      })
      expect({ path, headers }).toMatchObject({
        path,
        headers: {
          'cache-control': expect.stringContaining('no-store'),
          'x-content-type-options': 'nosniff',
          'x-frame-options': 'DENY',
          'referrer-policy': expect.stringMatching(/^(no-referrer|same-origin)$/),
          'cross-origin-opener-policy': 'same-origin',
          'x-robots-tag': expect.stringContaining('noindex'),
        },
      })
      const policy = String(headers['content-security-policy'])
      expect(policy).toContain(`default-src 'none'`)
      expect(policy).toContain(`form-action 'self'`)
      expect(policy).toContain(`frame-ancestors 'none'`)
      expect(policy).not.toMatch(/unsafe|\*|https?:|data:/)
    }
  })

  it('keeps its policy: nothing inline, nothing from elsewhere', async () => {
    const travelling = await journey.accepted()
    for (const [worker, path] of pagesOf(travelling)) {
      const { body } = await once(worker, path)
      expect({ path, inline: /\sstyle=|<style|\son\w+=|javascript:/i.exec(body)?.[0] }).toEqual({
        path,
        inline: undefined,
      })
      expect(body).not.toMatch(/<script(?![^>]*\ssrc=)/)
      for (const [, address = ''] of body.matchAll(/\s(?:src|action|href)="([^"]*)"/g))
        expect(address).toMatch(/^(\/(?!\/)|#|\?|tel:|$)/)
    }
  })

  it('names nobody in its title or in an address, and what people are told names nobody', async () => {
    const travelling = await journey.accepted()
    await test().deliverAll()
    const name = /Mai(?!n)|Tr%E1%BA%A7n|%E1%BA%A7n\+|0905.{0,3}000/
    for (const [worker, path] of pagesOf(travelling)) {
      const { body, headers } = await once(worker, path)
      expect(/<title>([^<]*)<\/title>/.exec(body)?.[1] ?? '').not.toMatch(name)
      for (const [, address = ''] of body.matchAll(/\s(?:src|action|href)="([^"]*)"/g))
        expect({ path, address: name.test(address) }).toEqual({ path, address: false })
      expect(JSON.stringify(headers)).not.toMatch(name)
      expect(headers['content-disposition']).toBeUndefined()
    }
    const told = await once(cast.receiver, '/notifications')
    expect(told.body).toContain('CG-')
    for (const secret of [girlsName, 'Mai', '0905 000', 'BA-'])
      expect(told.body).not.toContain(secret)
  })

  it('leads on after a form without naming anybody', async () => {
    const opened = await once(cast.sender, '/cases/new', intake)
    expect(opened.headers['location']).toMatch(/^\/cases\/[0-9a-f-]{36}$/)
    expect(String(opened.headers['set-cookie'])).not.toMatch(/Mai/)
  })

  it('sends whoever is not signed in to the door, and from there to where they wanted', async () => {
    const { caseId } = await journey.aConsentedCase()
    const stranger = test().stranger()
    const door = await stranger.get(`/cases/${caseId}`)
    expect(door.path).toBe(`/sign-in?next=${encodeURIComponent(`/cases/${caseId}`)}`)
    const inside = await stranger.submit(door, '/sign-in', {
      login: cast.sender.login,
      password: testPassword,
    })
    expect(inside.path).toBe(`/cases/${caseId}`)
  })
})

// What browsers take for the address of another site.
const elsewhere = [
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  'https://evil.example/',
  'https:evil.example',
  'javascript:alert(1)',
  '/%5Cevil.example\\..\\//evil.example',
  'evil.example',
]

/** A path of ours, as any browser reads it. */
const isOurs = (location: unknown): boolean => {
  if (typeof location !== 'string' || !location.startsWith('/')) return false
  return new URL(location, 'http://here.invalid').origin === 'http://here.invalid'
}

describe('no address leads to another site', () => {
  it('by ?lang=', async () => {
    for (const path of [
      '//evil.example/',
      '//evil.example//evil.example/',
      '/\\evil.example/',
      '/\\/evil.example/',
      '/.//evil.example/',
      '/x/..//evil.example/',
      '/%2F/evil.example',
      '/%5C%5Cevil.example',
      '/',
    ])
      for (const query of ['?lang=fr', '?lang=fr&next=//evil.example', '?x=1&lang=en']) {
        const { statusCode, headers } = await test().app.inject({ url: path + query })
        const { location } = headers
        expect({ path, isCalm: statusCode < 500 }).toEqual({ path, isCalm: true })
        if (location !== undefined)
          expect({ path, location, isOurs: isOurs(location) }).toMatchObject({ isOurs: true })
      }
    const chosen = await test().app.inject({ url: '/help?lang=fr&x=1' })
    expect([chosen.statusCode, chosen.headers.location]).toEqual([303, '/help?x=1'])
  })

  it('by next=, before and after the door', async () => {
    for (const next of elsewhere) {
      const { statusCode, headers } = await once(
        cast.sender,
        `/sign-in?next=${encodeURIComponent(next)}`,
      )
      expect({ next, statusCode, isOurs: isOurs(headers['location']) }).toEqual({
        next,
        statusCode: 303,
        isOurs: true,
      })
      for (const path of ['/sign-in', '/lock']) {
        const fields = { login: cast.sender.login, password: testPassword, next }
        const entered = await once(cast.sender, path, fields)
        expect({ path, next, isOurs: isOurs(entered.headers['location']) }).toEqual({
          path,
          next,
          isOurs: true,
        })
      }
      const form = await test()
        .stranger()
        .get(`/sign-in?next=${encodeURIComponent(next)}`)
      expect(isOurs(form.formTo('/sign-in')['next'])).toBe(true)
    }
  })

  it('by return=, after a consent', async () => {
    const { caseId } = await journey.aConsentedCase()
    const browser = await test().browserOf(cast.sender)
    const path = `/cases/${caseId}/consents/new`
    for (const wanted of elsewhere) {
      const form = await browser.get(`${path}?return=${encodeURIComponent(wanted)}`)
      expect({ wanted, isOurs: isOurs(form.formTo(path)['return'] ?? '/') }).toEqual({
        wanted,
        isOurs: true,
      })
    }
    const form = await browser.get(`${path}?unit=${cast.womens.id}`)
    const until = new Date(Date.now() + 7 * 86_400_000)
    const recorded = await browser.submit(form, path, {
      return: '//evil.example',
      recipientUnitId: cast.womens.id,
      sections: ['identity'],
      purposes: ['services', 'sharing'],
      selfAnswer: 'agrees',
      representativeAnswer: 'agrees',
      mode: 'verbal',
      explained: 'yes',
      representativeName: 'Trần Thị Hoa',
      representativeRelation: 'mother',
      'until-day': String(until.getUTCDate()),
      'until-month': String(until.getUTCMonth() + 1),
      'until-year': String(until.getUTCFullYear()),
    })
    expect([recorded.status, recorded.path]).toEqual([200, `/cases/${caseId}/consents`])
  })
})
