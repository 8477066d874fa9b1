import { beforeAll, describe, expect, it, jest } from '@jest/globals'
import pg from 'pg'
import { useApp } from '../support/app.js'
import type { ApiClient } from '../support/api-client.js'
import { Browser } from '../support/browser.js'
import { sessionFor } from '../support/sessions.js'
import { demand, itemsOf, openCase, problemOf, versionOf } from './support/answers.js'
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

const asAdmin = async (text: string, values: unknown[] = []): Promise<void> => {
  const url = new URL(test().database.adminUrl)
  // From next door: this database takes no connections for a while.
  url.pathname = '/postgres'
  const admin = new pg.Client({ connectionString: url.toString() })
  await admin.connect()
  try {
    await admin.query(text, values)
  } finally {
    await admin.end()
  }
}

const name = (): string => new URL(test().database.appUrl).pathname.slice(1)

/** Ends every connection of the service; whoever only watches keeps theirs. */
const cutOff = (): Promise<void> =>
  asAdmin(
    `SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
      WHERE datname = $1 AND usename = 'ben_an_app'`,
    [name()],
  )

/** What is asked while the database is away; afterwards it is back. */
const whileAway = async (story: () => Promise<void>): Promise<void> => {
  await asAdmin(`ALTER DATABASE ${name()} ALLOW_CONNECTIONS false`)
  try {
    await cutOff()
    await story()
  } finally {
    await asAdmin(`ALTER DATABASE ${name()} ALLOW_CONNECTIONS true`)
  }
}

const statusOf = async (url: string): Promise<number> =>
  (await test().app.inject({ url })).statusCode

describe('while the database is away', () => {
  it('the API says so, and when to try again', async () => {
    await whileAway(async () => {
      const asked = await Promise.all([
        api.get('/cases'),
        api.post('/cases', girlsIntake),
        (await anonymous()).post('/sessions', { login: cast.sender.login, password: 'x' }),
      ])
      for (const answer of asked) {
        expect([answer.status, problemOf(answer)]).toEqual([503, 'error.unavailable'])
        expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
        expect(answer.text).not.toMatch(/postgres|ben_an|ECONN|terminat|pool/i)
      }
    })
    demand(200, await api.get('/cases'))
  })

  it('people get a calm page in their language, with a form that is not lost', async () => {
    const { token } = await sessionFor(test().app, cast.sender, 'cookie')
    const browser = Browser.with(test().app, token)
    const form = await browser.get('/cases/new')
    await whileAway(async () => {
      for (const shown of [
        await browser.get('/cases'),
        await browser.submit(form, '/cases/new', { name: 'Trần Thị Mai' }),
      ]) {
        expect(shown.status).toBe(503)
        expect(shown.headers['content-type']).toContain('text/html')
        expect(Number(shown.headers['retry-after'])).toBeGreaterThan(0)
        expect(shown.html).toContain('lang="vi"')
        expect(shown.text).not.toContain('Mai')
      }
    })
    expect((await browser.get('/cases')).status).toBe(200)
  })

  it('the process lives, and is not ready', async () => {
    await whileAway(async () => {
      expect(await statusOf('/live')).toBe(200)
      expect(await statusOf('/ready')).toBe(503)
      expect((await test().app.inject({ url: '/ready' })).headers['retry-after']).toBeDefined()
      expect(await statusOf('/help')).toBe(200)
    })
    expect(await statusOf('/ready')).toBe(200)
  })

  it('a connection that broke unnoticed is not given to anybody', async () => {
    for (let turn = 0; turn < 3; turn += 1) {
      await Promise.all(Array.from({ length: 6 }, () => api.get('/cases')))
      await cutOff()
      demand(200, await api.get('/cases'))
    }
  })
})

describe('what was under way when the database went', () => {
  it('happened whole or not at all', async () => {
    const drafts = []
    for (let turn = 0; turn < 8; turn += 1) drafts.push(await journey.aDraft())
    const sending = drafts.map(async ({ referralId, version }) => ({
      referralId,
      answer: await api.post(`/referrals/${referralId}/send`, {}, { ifMatch: version }),
    }))
    await cutOff()
    const answers = await Promise.all(sending)

    for (const { referralId, answer } of answers) {
      expect([200, 503]).toContain(answer.status)
      const { rows } = await test().owner.query(
        `SELECT r.status = 'requested' AS moved,
                (SELECT count(*)::int FROM referral_event e
                  WHERE e.referral_id = r.id AND e.kind = 'requested') AS moves,
                (SELECT count(*)::int FROM outbox_event o
                  WHERE o.subject_id = r.id AND o.type = 'referral.requested') AS told,
                (SELECT count(*)::int FROM audit_entry a
                  WHERE a.subject_id = r.id AND a.action = 'referral.send') AS traces
           FROM referral r WHERE r.id = $1`,
        [referralId],
      )
      const whole = { moved: true, moves: 1, told: 1, traces: 1 }
      const nothing = { moved: false, moves: 0, told: 0, traces: 0 }
      // Cut off between commit and answer it may have happened all the same; a key tells.
      if (answer.status === 200) expect(rows).toEqual([whole])
      else expect([[whole], [nothing]]).toContainEqual(rows)
    }
  })

  it('is done by the same request with the same key, once the database is back', async () => {
    const { referralId, version } = await journey.aDraft()
    const send = () =>
      api.post(
        `/referrals/${referralId}/send`,
        {},
        { ifMatch: version, idempotencyKey: referralId },
      )
    await whileAway(async () => {
      expect((await send()).status).toBe(503)
    })
    demand(200, await send())
    demand(200, await send())
    const referral = await journey.receiver.get(`/referrals/${referralId}`)
    expect(versionOf(demand(200, referral))).toBe(version + 1)
  })

  it('leaves no half case behind', async () => {
    const lead = await test().apiOf(await test().given.aWorker(cast.childProtection))
    await openCase(lead, girlsIntake)
    const opening = Array.from({ length: 8 }, () => lead.post('/cases', girlsIntake))
    await cutOff()
    const answers = await Promise.all(opening)
    const opened = answers.filter(({ status }) => status === 201).length
    expect(answers.filter(({ status }) => ![201, 503].includes(status))).toEqual([])
    const listed = itemsOf(demand(200, await lead.get('/cases?limit=100')))
    expect(listed.length).toBeGreaterThanOrEqual(opened + 1)
    for (const { id } of listed) {
      demand(200, await lead.get(`/cases/${String(id)}`))
      demand(200, await lead.get(`/cases/${String(id)}/sections/identity`))
    }
  })
})

const anonymous = (): Promise<ApiClient> => test().apiOf()
