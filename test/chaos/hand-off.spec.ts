import { afterEach, describe, expect, it, jest } from '@jest/globals'
import pg from 'pg'
import { testPassword, World, type TestUnit, type TestWorker } from '../support/world.js'
import { demand, parties, withAllHands, writeDrafts } from './support/drafts.js'
import { eventually } from './support/eventually.js'
import { Fleet } from './support/fleet.js'
import { startOwnDatabase, type OwnDatabase } from './support/own-database.js'
import { describeWithRedis, startRedis, type TestRedis } from './support/redis.js'
import { startService, type ServiceProcess } from './support/service-process.js'
import { strikeAtRandom, type Blow } from './support/strike-at-random.js'
import { StubbornClient, type Answer } from './support/stubborn-client.js'

// The short form runs with all tests; `npm run test:chaos` runs the whole.
const isWhole = process.env['CHAOS_WHOLE'] === 'true'
const handOffs = Number(process.env['CHAOS_HAND_OFFS'] ?? (isWhole ? 1000 : 200))
const seed = Number(process.env['CHAOS_SEED'] ?? 20_261_120)
const clients = 16
/** How often each thing befalls the service. */
const times = isWhole
  ? { kill: 8, end: 4, freeze: 4, database: 3, redis: 2 }
  : { kill: 3, end: 1, freeze: 2, database: 1, redis: 1 }
/** Twice the time after which a worker that does not move is taken for dead in these tests. */
const longFreezeMs = 3000
const recoverySeconds = 60

jest.setTimeout(180_000 + handOffs * 600)

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

let database: OwnDatabase | undefined
let redis: TestRedis | undefined
let fleet: Fleet<string> | undefined

afterEach(async () => {
  await fleet?.destroy()
  await redis?.remove()
  await database?.remove()
  fleet = undefined
  redis = undefined
  database = undefined
})

/** Asks as the owner, over a connection of its own: none outlives the falls of the database. */
const asOwner = async <Result>(work: (owner: pg.Client) => Promise<Result>): Promise<Result> => {
  const owner = new pg.Client({ connectionString: database?.urls.owner })
  owner.on('error', () => undefined)
  await owner.connect()
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}

const dropAllUnique = `
  DO $$ DECLARE one record; BEGIN
    FOR one IN SELECT conname FROM pg_constraint
                WHERE conrelid = 'notification'::regclass AND contype = 'u' LOOP
      EXECUTE format('ALTER TABLE notification DROP CONSTRAINT %I', one.conname);
    END LOOP;
  END $$`

/** Two processes for the web and two workers, as compiled, each on a port of its own. */
const startFleet = ({ urls, keyFile }: OwnDatabase): Fleet<string> => {
  const settings = {
    DATABASE_URL: urls.app,
    KEY_FILE: keyFile,
    DATABASE_POOL: '6',
    ...(redis === undefined ? {} : { REDIS_URL: redis.url }),
  }
  const start = (part: 'web' | 'worker') => (): ServiceProcess => startService(part, settings)
  return new Fleet({
    'one web': start('web'),
    'other web': start('web'),
    'one worker': start('worker'),
    'other worker': start('worker'),
  })
}

/** All that is to befall them. */
const blowsOn = (all: Fleet<string>, own: OwnDatabase): Blow[] => {
  const each = (count: number, blow: (turn: number) => Blow): Blow[] =>
    Array.from({ length: count }, (_, turn) => blow(turn))
  const kindOf = (turn: number): string => all.kinds[turn % all.kinds.length] ?? 'one web'
  const falling = (): Blow => ({
    name: 'kill database',
    strike: async () => {
      await own.kill()
      await own.start()
    },
  })
  const forgetting = (held: TestRedis): Blow => ({
    name: 'empty redis',
    strike: () => held.forget(),
  })
  // Hand-offs go on without it.
  const falter = (held: TestRedis): Blow => ({
    name: 'kill redis',
    strike: async (moreDone) => {
      await held.kill()
      await moreDone(2)
      await held.start()
    },
  })
  const held = redis
  return [
    ...each(times.kill, (turn) => all.kill(kindOf(turn))),
    ...each(times.end, (turn) => all.end(kindOf(turn + 1))),
    ...each(times.freeze, (turn) => all.freeze(kindOf(turn * 3), longFreezeMs)),
    ...each(times.database, falling),
    ...(held === undefined
      ? []
      : [...each(times.redis, () => forgetting(held)), ...each(times.redis, () => falter(held))]),
  ]
}

/** Sends all drafts over HTTP while blows fall. Gives the answers, by draft. */
const survive = async (
  all: Fleet<string>,
  own: OwnDatabase,
  sender: TestWorker,
  desk: TestUnit,
) => {
  const anyone = new StubbornClient(() =>
    all.all.flatMap((process) => (process as ServiceProcess).address() ?? []),
  )
  const answers = new Map<string, Answer>()
  let mayBeDone = 0
  let begun = 0
  const sendAll = async (): Promise<void> => {
    const signedIn = await anyone.post('/sessions', { login: sender.login, password: testPassword })
    const api = anyone.as(String(demand(signedIn, 201).body['token']))
    await withAllHands(
      clients,
      await writeDrafts(api, desk, handOffs, clients),
      async ({ id, etag }) => {
        await eventually('the next may be sent', () => begun < mayBeDone, 120)
        begun += 1
        answers.set(id, await api.post(`/referrals/${id}/send`, {}, etag))
      },
    )
  }
  const [fell] = await Promise.all([
    strikeAtRandom({
      seed,
      blows: blowsOn(all, own),
      total: handOffs - 2 * clients,
      progress: () => answers.size,
      // All hands are full when the moment comes.
      letGoOn: (upTo) => (mayBeDone = upTo + clients),
      secondsPerStep: 120,
    }),
    sendAll(),
  ])
  return { answers, fell }
}

const nothingIsOpen = (): Promise<boolean> =>
  asOwner(async (owner) => {
    const { rowCount } = await owner.query(
      'SELECT FROM outbox_event WHERE acknowledged_at IS NULL LIMIT 1',
    )
    return rowCount === 0
  })

const tellsTheSame = async (): Promise<void> => {
  const own = (database = await startOwnDatabase())
  const { sender, desk } = await asOwner(async (owner) => {
    // Nothing in the table itself shall refuse a second notification.
    await owner.query(dropAllUnique)
    return parties(new World(owner, own.keys.pepper))
  })
  const all = (fleet = startFleet(own))

  const { answers, fell } = await survive(all, own, sender, desk)
  const over = performance.now()
  await eventually('every event is acknowledged', nothingIsOpen, recoverySeconds)
  if (isWhole) {
    const seconds = ((performance.now() - over) / 1000).toFixed(1)
    process.stderr.write(
      `${handOffs} hand-offs, ${fell.length} blows (${fell.join(', ')}); after the last answer all was delivered in ${seconds} s\n`,
    )
  }

  expect(fell).toHaveLength(
    times.kill + times.end + times.freeze + times.database + (redis ? 2 * times.redis : 0),
  )
  const sent = [...answers.values()]
  expect(sent.filter(({ status }) => status !== 200)).toEqual([])
  expect(sent.map(({ body }) => body['status'])).toEqual(Array(handOffs).fill('requested'))
  // Without one request that died with its process this would have shown nothing.
  expect(sent.some(({ unanswered }) => unanswered > 0)).toBe(true)
  const { rows } = await asOwner((owner) => owner.query<Record<string, number>>(count, [desk.id]))
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
  expect(await all.stop()).toEqual([0, 0, 0, 0])
}

describe('hand-offs over HTTP, while processes and databases fall at random', () => {
  it('happen once each and are told once to each, on PostgreSQL', async () => {
    await tellsTheSame()
  })

  describeWithRedis('with Redis', () => {
    it('happen once each and are told once to each, even when Redis falls and forgets', async () => {
      redis = await startRedis()
      await tellsTheSame()
    })
  })
})
