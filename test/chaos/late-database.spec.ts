import { afterEach, expect, it, jest } from '@jest/globals'
import pg from 'pg'
import { testPassword, World } from '../support/world.js'
import { demand, parties, writeDrafts } from './support/drafts.js'
import { eventually } from './support/eventually.js'
import { startOwnDatabase, type OwnDatabase } from './support/own-database.js'
import { startService, type ServiceProcess } from './support/service-process.js'
import { StubbornClient } from './support/stubborn-client.js'

jest.setTimeout(180_000)

let database: OwnDatabase | undefined
const started: ServiceProcess[] = []

afterEach(async () => {
  await Promise.all(started.splice(0).map((process) => process.kill()))
  await database?.remove()
})

const asOwner = async <Result>(
  { urls }: OwnDatabase,
  work: (owner: pg.Client) => Promise<Result>,
): Promise<Result> => {
  const owner = new pg.Client({ connectionString: urls.owner })
  await owner.connect()
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}

it('works when its database comes, however early it was started itself', async () => {
  const own = (database = await startOwnDatabase())
  const { sender, desk } = await asOwner(own, (owner) => parties(new World(owner, own.keys.pepper)))
  await own.kill()
  const settings = { DATABASE_URL: own.urls.app, KEY_FILE: own.keyFile, DATABASE_POOL: '4' }
  const worker = startService('worker', settings)
  const web = startService('web', settings)
  started.push(worker, web)
  await Promise.all([worker.waiting, web.waiting])

  await own.start()

  const anyone = new StubbornClient(() => [web.address() ?? []].flat())
  const signedIn = await anyone.post('/sessions', { login: sender.login, password: testPassword })
  const api = anyone.as(String(demand(signedIn, 201).body['token']))
  const [draft] = await writeDrafts(api, desk, 1, 1)
  if (draft === undefined) throw new Error('one was asked for')
  demand(await api.post(`/referrals/${draft.id}/send`, {}, draft.etag), 200)
  await eventually('the desk is told', () =>
    asOwner(own, async (owner) => {
      const { rowCount } = await owner.query(
        'SELECT FROM notification WHERE subject_id = $1 LIMIT 1',
        [draft.id],
      )
      return rowCount === 1
    }),
  )
  expect(await Promise.all([web.stop(), worker.stop()])).toEqual([0, 0])
})

it('ends in order when it is told to while it waits', async () => {
  const own = (database = await startOwnDatabase())
  await own.kill()
  const worker = startService('worker', { DATABASE_URL: own.urls.app, KEY_FILE: own.keyFile })
  started.push(worker)
  await worker.waiting

  expect(await worker.stop()).toBe(0)
  await own.start()
})
