import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import pg from 'pg'
import { useDatabase } from '../../test/support/database.js'
import { loadDemoInto } from '../../test/support/demo.js'
import { sectors } from '../features/directory/index.js'
import { faultOfPassword } from '../features/accounts/index.js'
import { isKnownDeed, isKnownSubject } from '../features/oversight/index.js'
import { referralStatuses } from '../features/referrals/index.js'
import { demoPassword, demoStaff, demoStories, someStories } from './index.js'

/** Who came back together have cases beside those of the stories. */
const ofTheGroup = 3

const counted = async (client: pg.Client, text: string): Promise<Record<string, number>> => {
  const { rows } = await client.query<{ what: string; count: number }>(text)
  return Object.fromEntries(rows.map(({ what, count }) => [what, count]))
}

const tables = ['agency', 'unit', 'worker', 'cases', 'person', 'consent', 'referral']

const rowsOf = (client: pg.Client): Promise<Record<string, number>> =>
  counted(
    client,
    tables
      .map((table) => `SELECT '${table}' AS what, count(*)::int AS count FROM ${table}`)
      .join(' UNION ALL '),
  )

describe('the fictional world', () => {
  const database = useDatabase()
  let owner: pg.Client
  let said: string[]

  beforeAll(async () => {
    owner = new pg.Client({ connectionString: database().ownerUrl })
    said = await loadDemoInto(database())
    await owner.connect()
  }, 180_000)
  afterAll(() => owner.end())

  it('has sixty cases, those of a group, and a hundred referrals in every state', async () => {
    expect(await rowsOf(owner)).toMatchObject({ cases: 60 + ofTheGroup, referral: 100 })

    const states = await counted(
      owner,
      'SELECT status AS what, count(*)::int AS count FROM referral GROUP BY status',
    )
    expect(Object.keys(states).sort()).toEqual([...referralStatuses].sort())
  })

  it('leaves a trail in words', async () => {
    const deeds = await counted(
      owner,
      'SELECT action AS what, count(*)::int AS count FROM audit_entry GROUP BY action',
    )
    expect(Object.keys(deeds).filter((action) => !isKnownDeed(action))).toEqual([])
    const subjects = await counted(
      owner,
      `SELECT subject_type AS what, count(*)::int AS count FROM audit_entry
        WHERE subject_type IS NOT NULL GROUP BY subject_type`,
    )
    expect(Object.keys(subjects).filter((type) => !isKnownSubject(type))).toEqual([])
  })

  it('has questions that wait, appointments to come, pauses, and a service to be stopped', async () => {
    const { rows } = await owner.query<Record<'asked' | 'meets' | 'pauses' | 'stops', number>>(
      `SELECT count(*) FILTER (WHERE question_at IS NOT NULL)::int AS asked,
              count(*) FILTER (WHERE appointment_at > now())::int AS meets,
              count(*) FILTER (WHERE status = 'on_hold' AND reason IS NOT NULL)::int AS pauses,
              count(*) FILTER (WHERE status = 'in_progress' AND cancel_asked_at IS NOT NULL)::int
                AS stops
         FROM referral`,
    )
    expect(rows[0]).toMatchObject({ pauses: 4, stops: 2 })
    expect(rows[0]?.asked).toBeGreaterThan(0)
    expect(rows[0]?.meets).toBeGreaterThan(0)
  })

  it('has units in all eight sectors, two of them for women, and twenty people and more', async () => {
    const units = await counted(
      owner,
      'SELECT sector AS what, count(*)::int AS count FROM unit WHERE taking_referrals GROUP BY 1',
    )
    expect(Object.keys(units).sort()).toEqual([...sectors].sort())
    expect(units['womens-services']).toBe(2)

    const { agency = 0, worker = 0 } = await rowsOf(owner)
    expect(agency).toBeGreaterThanOrEqual(4)
    expect(worker).toBeGreaterThanOrEqual(20)
  })

  it('has cases that move to other units, and one that another unit asks for', async () => {
    const transfers = await counted(
      owner,
      'SELECT status AS what, count(*)::int AS count FROM case_transfer GROUP BY 1',
    )
    expect(transfers).toEqual({ offered: 2, accepted: 1, rejected: 1 })
    const { rowCount } = await owner.query(
      'SELECT FROM transfer_request_target WHERE case_id IS NOT NULL',
    )
    expect(rowCount).toBe(1)
  })

  it('lies in the last twelve weeks, with some answers overdue and some referrals sent anew', async () => {
    const { rows } = await owner.query<Record<'early' | 'tomorrow' | 'late' | 'anew', number>>(
      `SELECT (SELECT count(*)::int FROM cases
                WHERE opened_at < now() - interval '12 weeks') AS early,
              count(*) FILTER (WHERE updated_at > now())::int AS tomorrow,
              count(*) FILTER (WHERE status = 'requested' AND answer_due_at < now())::int AS late,
              count(supersedes_id)::int AS anew FROM referral`,
    )
    expect(rows[0]).toMatchObject({ early: 0, tomorrow: 0 })
    expect(rows[0]?.late).toBeGreaterThan(3)
    expect(rows[0]?.anew).toBeGreaterThan(5)
  })

  it('has told everybody and counted everything before it opens', async () => {
    const { rows } = await owner.query<Record<'open' | 'told' | 'counted' | 'unsealed', number>>(
      `SELECT (SELECT count(*)::int FROM outbox_event WHERE acknowledged_at IS NULL) AS open,
              (SELECT count(*)::int FROM notification) AS told,
              (SELECT count(*)::int FROM report_referral) AS counted,
              (SELECT count(*)::int FROM audit_entry
                WHERE xid >= (SELECT max(to_xid) FROM audit_batch)) AS unsealed`,
    )
    expect(rows[0]).toMatchObject({ open: 0, counted: 94, unsealed: 0 })
    expect(rows[0]?.told).toBeGreaterThan(100)
  })

  it('names everybody one can sign in as, and a password that would do', () => {
    const printed = said.join('\n')
    expect(printed).toContain(demoPassword)
    for (const { login, name } of demoStaff) {
      expect(printed).toContain(name)
      expect(faultOfPassword(demoPassword, [login, name])).toBeNull()
    }
  })

  it('is found as it was the second time', async () => {
    const before = await rowsOf(owner)

    const again = await loadDemoInto(database())

    expect(await rowsOf(owner)).toEqual(before)
    expect(again.join('\n')).not.toContain('Hồ sơ')
    expect(again.join('\n')).toContain(demoPassword)
  })
})

describe('a start that was interrupted', () => {
  const database = useDatabase()
  const cases = 10

  it('goes on where it was: what was told by half is told anew, the rest is not told twice', async () => {
    const interrupted = loadDemoInto(database(), { cases }, (line) => {
      if (line.includes('Hồ sơ 5/10')) throw new Error('the lights went out')
    })
    await expect(interrupted).rejects.toThrow('lights')
    const stopping = new AbortController()
    await loadDemoInto(database(), { cases, stopping: stopping.signal }, () => stopping.abort())
    const owner = new pg.Client({ connectionString: database().ownerUrl })
    await owner.connect()
    await owner.query(
      'UPDATE demo.story SET told_at = NULL WHERE number = (SELECT max(number) FROM demo.story)',
    )

    await loadDemoInto(database(), { cases })

    const referral = someStories(cases).flatMap(({ referrals }) => referrals).length
    expect(await rowsOf(owner)).toMatchObject({ cases: cases + ofTheGroup, referral })
    await owner.end()
  }, 120_000)
})

describe('a database in which somebody works', () => {
  const database = useDatabase()

  it('is left alone', async () => {
    const owner = new pg.Client({ connectionString: database().ownerUrl })
    await owner.connect()
    await owner.query(
      `WITH a AS (INSERT INTO agency VALUES (gen_random_uuid(), 'one', 'Một') RETURNING id),
            u AS (INSERT INTO unit (id, agency_id, sector, name, province_code)
                  SELECT gen_random_uuid(), id, 'police', 'Một', '48' FROM a RETURNING id)
       INSERT INTO worker (id, unit_id, login, display_name, roles)
       SELECT gen_random_uuid(), id, 'one', 'Một', '{auditor}' FROM u`,
    )

    // Neither agencies nor units nor people of ours come into it.
    await expect(loadDemoInto(database())).rejects.toThrow('somebody already works')

    expect(await rowsOf(owner)).toMatchObject({ agency: 1, unit: 1, worker: 1, cases: 0 })
    await owner.end()
  })
})

describe('the same seed', () => {
  it('gives everybody another name and number', () => {
    const names = demoStories.map(({ person }) => person.name)
    expect(new Set(names).size).toBe(60)
  })
})
