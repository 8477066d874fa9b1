import { afterAll, afterEach, describe, expect, it, jest } from '@jest/globals'
import pg from 'pg'
import { servicesOf } from '../../src/features/directory/index.js'
import { cloneDatabase, type TestDatabase } from '../support/database.js'
import { env } from '../support/app.js'
import { testPassword, World, type TestUnit, type TestWorker } from '../support/world.js'
import { eventually } from './support/eventually.js'
import { killAtRandom } from './support/kill-at-random.js'
import { describeWithRedis, startRedis, type TestRedis } from './support/redis.js'
import { startService, type ServiceProcess } from './support/service-process.js'
import { StubbornClient, type Answer } from './support/stubborn-client.js'

const handOffs = Number(process.env['CHAOS_HAND_OFFS'] ?? 300)
const kills = Number(process.env['CHAOS_KILLS'] ?? 6)
const seed = Number(process.env['CHAOS_SEED'] ?? 20_261_120)
const clients = 8
const draftsOfACase = 10

jest.setTimeout(120_000 + handOffs * 200)

const count = `
  SELECT (SELECT count(*)::int FROM referral WHERE status = 'requested') AS requested,
         (SELECT count(*)::int FROM referral_event WHERE kind = 'requested') AS moves,
         (SELECT count(DISTINCT referral_id)::int
            FROM referral_event WHERE kind = 'requested') AS moved,
         (SELECT count(*)::int FROM outbox_event WHERE type = 'referral.requested') AS events,
         (SELECT count(DISTINCT subject_id)::int
            FROM outbox_event WHERE type = 'referral.requested') AS told,
         (SELECT count(*)::int FROM audit_entry
           WHERE action = 'referral.send' AND outcome = 'done') AS traces,
         (SELECT count(*)::int FROM outbox_event e, worker w
           WHERE e.type = 'referral.requested' AND w.unit_id = $1
             AND NOT EXISTS (SELECT FROM notification n
                              WHERE n.event_id = e.id AND n.worker_id = w.id)) AS lost,
         (SELECT count(*)::int FROM notification) AS notifications,
         (SELECT coalesce(sum(count), 0)::int FROM report_week
           WHERE unit_id = $1 AND direction = 'in' AND state = 'waiting') AS counted`

interface Draft {
  readonly id: string
  readonly etag: string
}

const started: ServiceProcess[] = []
let owner: pg.Client | undefined

afterEach(async () => {
  await Promise.all(started.splice(0).map((process) => process.kill()))
  await owner?.end()
})

/** Everybody the story needs; three people answer at the desk. */
const parties = async (given: World): Promise<{ sender: TestWorker; desk: TestUnit }> => {
  const sender = await given.aWorker(await given.aUnit('child-protection'))
  const desk = await given.aUnit('womens-services', { services: servicesOf('womens-services') })
  for (const role of ['caseworker', 'caseworker', 'supervisor'] as const)
    await given.aWorker(desk, [role])
  return { sender, desk }
}

/** Takes from the list with as many hands as there are clients. */
const withAllHands = async <Item>(
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> => {
  const left = [...items]
  const hand = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: clients }, hand))
}

const demand = (answer: Answer, status: number): Answer => {
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status })
  return answer
}

/** Whole drafts, each ready to be sent, written through the API. */
const writeDrafts = async (api: StubbornClient, desk: TestUnit): Promise<Draft[]> => {
  const drafts: Draft[] = []
  await withAllHands([...Array(handOffs / draftsOfACase).keys()], async () => {
    const opened = await api.post('/cases', {
      person: { name: 'Trần Thị Mai', statedAge: 16, sex: 'female', provinceCode: '48' },
      safeContact: { channels: ['message'], phone: '0905 000 111' },
      incident: { type: 'csea.sextortion_sexual', ongoing: true },
      caregiver: { state: 'known' },
      risk: { assessed: 'high', immediateDanger: false },
    })
    const caseId = String(demand(opened, 201).body['id'])
    const consent = await api.post(`/cases/${caseId}/consents`, {
      recipientUnitId: desk.id,
      sections: ['identity', 'contact'],
      purposes: ['services', 'sharing'],
      selfAnswer: 'agrees',
      representativeAnswer: 'agrees',
      mode: 'verbal',
      explained: true,
      until: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
    })
    demand(consent, 201)
    for (let turn = 0; turn < draftsOfACase; turn += 1) {
      const { body, etag } = demand(
        await api.post(`/cases/${caseId}/referrals`, {
          service: 'PSS_BASIC',
          urgency: 'urgent',
          need: 'Cần tư vấn tâm lý',
          toUnitId: desk.id,
          sections: ['identity', 'contact'],
        }),
        201,
      )
      drafts.push({ id: String(body['id']), etag })
    }
  })
  return drafts
}

/** Sends all drafts over HTTP while processes are killed. Gives the answers, by draft. */
const survive = async (
  database: TestDatabase,
  sender: TestWorker,
  desk: TestUnit,
  settings: Record<string, string>,
  halfTime: () => Promise<void>,
) => {
  const all = {
    DATABASE_URL: database.appUrl,
    KEY_FILE: env('TEST_KEY_FILE'),
    DATABASE_POOL: '6',
    ...settings,
  }
  const start = (part: 'web' | 'worker') => (): ServiceProcess => {
    const process = startService(part, all)
    started.push(process)
    return process
  }
  const anyone = new StubbornClient(() => started.flatMap((process) => process.address() ?? []))
  const answers = new Map<string, Answer>()
  let mayBeDone = 0
  let begun = 0
  const sendAll = async (): Promise<void> => {
    const signedIn = await anyone.post('/sessions', { login: sender.login, password: testPassword })
    const api = anyone.as(String(demand(signedIn, 201).body['token']))
    await withAllHands(await writeDrafts(api, desk), async ({ id, etag }) => {
      await eventually('the next may be sent', () => begun < mayBeDone, 60)
      begun += 1
      answers.set(id, await api.post(`/referrals/${id}/send`, {}, etag))
      if (answers.size === Math.floor(handOffs / 2)) await halfTime()
    })
  }
  const [{ killed, running }] = await Promise.all([
    killAtRandom({
      seed,
      kills,
      total: handOffs - 2 * clients,
      progress: () => answers.size,
      // All hands are full when the moment comes.
      letGoOn: (upTo) => (mayBeDone = upTo + clients),
      start: { 'one web': start('web'), 'other web': start('web'), worker: start('worker') },
      secondsPerStep: 60,
    }),
    sendAll(),
  ])
  return { answers, killed, running }
}

const tellsTheSame = async (
  settings: Record<string, string> = {},
  halfTime: () => Promise<void> = async () => undefined,
): Promise<void> => {
  const database = await cloneDatabase()
  const own = new pg.Client({ connectionString: database.ownerUrl })
  owner = own
  await own.connect()
  // Nothing in the table itself shall refuse a second notification.
  await own.query(
    'ALTER TABLE notification DROP CONSTRAINT notification_worker_id_event_id_referral_id_key',
  )
  const { sender, desk } = await parties(new World(own, database.keys.pepper))

  const { answers, killed, running } = await survive(database, sender, desk, settings, halfTime)
  await eventually(
    'every event is acknowledged',
    async () => {
      const { rowCount } = await own.query(
        'SELECT FROM outbox_event WHERE acknowledged_at IS NULL LIMIT 1',
      )
      return rowCount === 0
    },
    40,
  )

  expect(killed).toHaveLength(kills)
  expect(killed).toContain('worker')
  const all = [...answers.values()]
  expect(all.filter(({ status }) => status !== 200)).toEqual([])
  expect(all.map(({ body }) => body['status'])).toEqual(Array(handOffs).fill('requested'))
  // Without one request that died with its process this would have shown nothing.
  expect(all.some(({ unanswered }) => unanswered > 0)).toBe(true)
  const { rows } = await own.query<Record<string, number>>(count, [desk.id])
  expect(rows[0]).toEqual({
    requested: handOffs,
    moves: handOffs,
    moved: handOffs,
    events: handOffs,
    told: handOffs,
    traces: handOffs,
    lost: 0,
    notifications: 3 * handOffs,
    counted: handOffs,
  })
  expect(await Promise.all(running.map((process) => process.stop()))).toEqual([0, 0, 0])
}

describe('hand-offs over HTTP, while the processes of the service are killed at random', () => {
  it('happen once each and are told once to each, on PostgreSQL', async () => {
    await tellsTheSame()
  })

  describeWithRedis('with Redis', () => {
    let redis: TestRedis | undefined
    afterAll(() => redis?.remove())

    it('happen once each and are told once to each, even when Redis forgets everything', async () => {
      const own = await startRedis()
      redis = own
      await tellsTheSame({ REDIS_URL: own.url }, () => own.forget())
    })
  })
})
