import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { NestFastifyApplication } from '@nestjs/platform-fastify'
import { get, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { eventually } from '../../../../test/chaos/support/eventually.js'
import { env } from '../../../../test/support/app.js'
import { sessionFor } from '../../../../test/support/sessions.js'
import { createApp } from '../../../create-app.js'
import { EndSession } from '../../accounts/use-cases/end-session.js'
import { LockSession } from '../../accounts/use-cases/lock-session.js'
import { SessionSignIns } from '../../accounts/use-cases/session-sign-ins.js'
import type { SessionSignIn } from '../../accounts/use-cases/session-sign-in.js'
import { readConfig } from '../../../platform/config/config.js'
import { Announcements } from '../../../platform/database/announcements.js'
import type { Cast, ReferralWorld } from '../../referrals/testing/use-referrals.js'
import { useReferrals } from '../../referrals/testing/use-referrals.js'
import type { TestWorker } from '../../../../test/support/world.js'
import { MarkNotificationRead } from '../use-cases/mark-notification-read.js'
import { mostStreamsOfASession } from './live-counts.js'

/** An open page as a server sees it. */
interface Reader {
  readonly answer: IncomingMessage
  /** Every number that came. */
  readonly counts: number[]
  readonly text: () => string
  readonly isOver: () => boolean
}

describe('the live count', () => {
  const referrals = useReferrals()
  let world: ReferralWorld
  let other: NestFastifyApplication
  let cast: Cast
  const open: Reader[] = []

  beforeAll(async () => {
    world = referrals()
    await world.test.app.listen(0, '127.0.0.1')
    // Another process of the same service: only the database is between them.
    const { keys, appUrl } = world.test.database
    const config = readConfig({ PROCESS: 'web', LOG_LEVEL: 'error', DATABASE_POOL: '6' })
    other = await createApp({ config, keys, appUrl }, join(env('TEST_BUILD'), 'assets'))
    await other.listen(0, '127.0.0.1')
  })
  beforeEach(async () => {
    cast = await world.parties()
  })
  afterEach(() => {
    for (const { answer } of open.splice(0)) answer.destroy()
  })
  afterAll(() => other.close())

  const cookieOf = async (worker: TestWorker): Promise<string> =>
    `__Host-ben-an=${(await sessionFor(world.test.app, worker, 'cookie')).token}`

  const read = async (app: NestFastifyApplication, cookie: string): Promise<Reader> => {
    const url = `${await app.getUrl()}/notifications/stream`
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      get(url, { headers: { cookie, accept: 'text/event-stream' } }, resolve).on('error', reject)
    })
    let [text, isOver] = ['', false]
    answer.setEncoding('utf8').on('data', (part: string) => (text += part))
    answer.on('end', () => (isOver = true)).on('error', () => (isOver = true))
    const reader = {
      answer,
      text: () => text,
      isOver: () => isOver,
      get counts(): number[] {
        return [...text.matchAll(/^data: \{"count":(\d+)\}$/gm)].map(([, count]) => Number(count))
      },
    }
    open.push(reader)
    return reader
  }
  const reaches = (reader: Reader, count: number) =>
    eventually(`the page shows ${count}`, () => reader.counts.at(-1) === count)
  const isLetGo = (reader: Reader) => eventually('the page is let go', reader.isOver)

  it('reaches pages served by every process, as a number and nothing else', async () => {
    const cookie = await cookieOf(cast.receiver)
    const [here, there] = [await read(world.test.app, cookie), await read(other, cookie)]
    await Promise.all([reaches(here, 0), reaches(there, 0)])

    await world.build.aSentReferral(cast)
    await world.deliverAll()
    await Promise.all([reaches(here, 1), reaches(there, 1)])
    await world.find(MarkNotificationRead).all(cast.receiver.actor)
    await Promise.all([reaches(here, 0), reaches(there, 0)])

    for (const { answer, text } of [here, there]) {
      expect(answer.headers).toMatchObject({
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
        'x-content-type-options': 'nosniff',
      })
      expect(answer.headers['content-encoding']).toBeUndefined()
      expect(text()).toMatch(/^retry: \d+\n\n(data: \{"count":\d+\}\n\n|:\n\n)+$/)
    }
  })

  it('tells nobody what concerns others', async () => {
    const sender = await read(other, await cookieOf(cast.sender))
    const receiver = await read(other, await cookieOf(cast.receiver))
    await reaches(sender, 0)
    await world.build.aSentReferral(cast)
    await world.deliverAll()
    await reaches(receiver, 1)
    expect(sender.counts.filter((count) => count > 0)).toEqual([])
  })

  const signInOf = async (cookie: string): Promise<SessionSignIn> => {
    const [name = '', value = ''] = cookie.split('=')
    const signIn = await world
      .find(SessionSignIns)
      .whoIs({ headers: {}, cookies: { [name]: value } } as never)
    if (signIn === null) throw new Error('nobody is signed in')
    return signIn
  }

  it('ends when the session is locked, in whatever process', async () => {
    const cookie = await cookieOf(cast.receiver)
    const page = await read(other, cookie)
    await reaches(page, 0)
    await world.find(LockSession).run(await signInOf(cookie))
    await isLetGo(page)
    const { statusCode, headers } = (await read(other, cookie)).answer
    expect([statusCode, headers.location]).toEqual([303, '/lock?next=%2Fnotifications%2Fstream'])
  })

  it('ends when somebody signs out, and leaves their other session alone', async () => {
    const [gone, stays] = [await cookieOf(cast.receiver), await cookieOf(cast.receiver)]
    const [page, otherPage] = [await read(other, gone), await read(other, stays)]
    await Promise.all([reaches(page, 0), reaches(otherPage, 0)])
    await world.find(EndSession).current(await signInOf(gone))
    await isLetGo(page)
    await world.build.aSentReferral(cast)
    await world.deliverAll()
    await reaches(otherPage, 1)
  })

  it('ends at the next look when somebody works here no longer', async () => {
    const page = await read(other, await cookieOf(cast.colleague))
    await reaches(page, 0)
    await world.build.aSentReferral(cast)
    await world.owner.query('UPDATE worker SET active = false WHERE id = $1', [cast.colleague.id])
    await world.owner.query(`SELECT pg_notify('ben_an_told', $1::text)`, [cast.colleague.id])
    await isLetGo(page)
  })

  it('is no sign of somebody at work', async () => {
    const cookie = await cookieOf(cast.receiver)
    const long = new Date(Date.now() - 5 * 60_000)
    const seen = async (at?: Date): Promise<Date | undefined> => {
      if (at)
        await world.owner.query('UPDATE session SET last_seen_at = $2 WHERE worker_id = $1', [
          cast.receiver.id,
          at,
        ])
      const { rows } = await world.owner.query<{ at: Date }>(
        'SELECT last_seen_at AS at FROM session WHERE worker_id = $1',
        [cast.receiver.id],
      )
      return rows[0]?.at
    }
    await seen(long)
    await reaches(await read(other, cookie), 0)
    expect(await seen()).toEqual(long)
  })

  it('keeps few pages of a session, and sends strangers to the door', async () => {
    const cookie = await cookieOf(cast.receiver)
    for (let page = 0; page < mostStreamsOfASession; page++)
      await reaches(await read(other, cookie), 0)
    expect((await read(other, cookie)).answer.statusCode).toBe(204)
    expect((await read(other, await cookieOf(cast.receiver))).answer.statusCode).toBe(200)
    expect((await read(other, '')).answer.headers.location).toMatch(/^\/sign-in/)
  })

  it('catches up when the connection to the database was cut', async () => {
    const page = await read(other, await cookieOf(cast.receiver))
    await reaches(page, 0)
    await world.owner.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND query LIKE 'LISTEN%' AND pid <> pg_backend_pid()`,
    )
    await world.build.aSentReferral(cast)
    await world.deliverAll()
    await reaches(page, 1)
    await eventually('it listens again', () => other.get(Announcements).isConnected)
  })

  it('lets its readers go when the process stops', async () => {
    const { keys, appUrl } = world.test.database
    const config = readConfig({ PROCESS: 'web', LOG_LEVEL: 'error', DATABASE_POOL: '2' })
    const stopping = await createApp({ config, keys, appUrl }, join(env('TEST_BUILD'), 'assets'))
    await stopping.listen(0, '127.0.0.1')
    const page = await read(stopping, await cookieOf(cast.receiver))
    await reaches(page, 0)
    await stopping.close()
    await isLetGo(page)
  })
})
