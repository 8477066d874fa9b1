import { afterAll, afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import pg from 'pg'
import { cloneDatabase } from '../support/database.js'
import { eventually } from './support/eventually.js'
import { Fleet } from './support/fleet.js'
import { spawnProcess, type ChaosProcess } from './support/processes.js'
import { describeWithRedis, startRedis, type TestRedis } from './support/redis.js'
import { strikeAtRandom } from './support/strike-at-random.js'

const events = Number(process.env['CHAOS_EVENTS'] ?? 150)
const kills = Number(process.env['CHAOS_KILLS'] ?? 6)
const seed = Number(process.env['CHAOS_SEED'] ?? 20_261_120)

jest.setTimeout(60_000 + events * 100)

const tables = `
  CREATE TABLE chaos_hand_off (number int PRIMARY KEY, event_id uuid NOT NULL);
  -- Nothing in the table itself would refuse a second effect.
  CREATE TABLE chaos_effect (id bigint GENERATED ALWAYS AS IDENTITY, consumer text NOT NULL, event_id uuid NOT NULL);
  GRANT SELECT, INSERT ON chaos_hand_off, chaos_effect TO ben_an_app;`

const count = `
  SELECT (SELECT count(*)::int FROM chaos_hand_off) AS "handOffs",
         (SELECT count(*)::int FROM outbox_event WHERE acknowledged_at IS NULL) AS open,
         (SELECT count(*)::int FROM chaos_hand_off h, unnest(ARRAY['first', 'second']) AS c
           WHERE NOT EXISTS (SELECT FROM chaos_effect e
                              WHERE e.event_id = h.event_id AND e.consumer = c)) AS lost,
         (SELECT count(*)::int - count(DISTINCT (consumer, event_id))::int
            FROM chaos_effect) AS doubled,
         (SELECT count(*)::int FROM chaos_effect e
           WHERE NOT EXISTS (SELECT FROM chaos_hand_off h WHERE h.event_id = e.event_id)) AS invented`

interface Count {
  readonly handOffs: number
  readonly open: number
  readonly lost: number
  readonly doubled: number
  readonly invented: number
}

let database: Awaited<ReturnType<typeof cloneDatabase>>
let owner: pg.Client
const started: ChaosProcess[] = []

beforeEach(async () => {
  database = await cloneDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
  await owner.query(tables)
})
afterEach(async () => {
  await Promise.all(started.splice(0).map((process) => process.kill()))
  await owner.end()
})

const counted = async (): Promise<Count> => {
  const { rows } = await owner.query<Count>(count)
  if (rows[0] === undefined) throw new Error('a count always has one row')
  return rows[0]
}

/** Writes and delivers all hand-offs while processes are killed. Gives the ids that were confirmed. */
const survive = async (
  env: Record<string, string>,
  halfTime: () => Promise<void> = async () => undefined,
) => {
  const all = {
    APP_URL: database.appUrl,
    KEY_FILE: process.env['TEST_KEY_FILE'] ?? '',
    EVENTS: `${events}`,
    ...env,
  }
  const confirmed = new Set<string>()
  let isHalfTime = false
  const onMessage = (message: unknown): void => {
    if (typeof message !== 'object' || message === null || !('kept' in message)) return
    confirmed.add(String(message.kept))
    if (isHalfTime || confirmed.size < events / 2) return
    isHalfTime = true
    void halfTime()
  }
  const start = (kind: string) => (): ChaosProcess => {
    const process = spawnProcess(kind, all, onMessage)
    started.push(process)
    return process
  }
  const fleet = new Fleet({ web: start('web'), worker: start('worker') })
  const killed = await strikeAtRandom({
    seed,
    blows: Array.from({ length: kills }, (_, n) => fleet.kill(n % 2 === 0 ? 'web' : 'worker')),
    total: events - kills,
    progress: () => confirmed.size,
  })
  await eventually(
    'everything is written and acknowledged',
    async () => {
      const { handOffs, open } = await counted()
      return handOffs === events && open === 0
    },
    40,
  )
  return { confirmed, killed, fleet }
}

describe('while web and worker are killed at random', () => {
  const tellsTheSame = async ({ confirmed, killed }: Awaited<ReturnType<typeof survive>>) => {
    expect(killed).toHaveLength(kills)
    expect(new Set(killed)).toEqual(new Set(['kill web', 'kill worker']))
    expect(await counted()).toEqual({
      handOffs: events,
      open: 0,
      lost: 0,
      doubled: 0,
      invented: 0,
    })
    const { rows } = await owner.query<{ event_id: string }>('SELECT event_id FROM chaos_effect')
    const effects = new Set(rows.map(({ event_id: id }) => id))
    expect([...confirmed].filter((id) => !effects.has(id))).toEqual([])
  }

  it('loses no hand-off and delivers none twice, on PostgreSQL', async () => {
    const outcome = await survive({})
    await tellsTheSame(outcome)
    expect(await outcome.fleet.stop()).toContain(0)
  })

  describeWithRedis('with Redis', () => {
    let redis: TestRedis
    afterAll(() => redis.remove())

    it('loses no hand-off and delivers none twice, even when Redis forgets everything', async () => {
      redis = await startRedis()
      await tellsTheSame(await survive({ REDIS_URL: redis.url }, () => redis.forget()))
    })
  })
})
