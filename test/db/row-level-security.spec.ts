import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { DataSource } from 'typeorm'
import { roles as allRoles, type Role, type WorkerActor } from '../../src/platform/access/actor.js'
import { sectors, type Sector } from '../../src/platform/access/sectors.js'
import { SystemClock } from '../../src/platform/clock/clock.js'
import { dataSourceOptions } from '../../src/platform/database/data-source.js'
import { statement } from '../../src/platform/database/statement.js'
import { Database, Transactions } from '../../src/platform/database/transactions.js'
import { useDatabase } from '../support/database.js'

// A world made at random (from a fixed seed), every actor's eyes in it, and an oracle that says in the
// plainest possible way what each may see. The database must agree in every cell.

interface Unit {
  id: string
  sector: Sector
  supervisionId: string
}
interface Worker {
  id: string
  unit: Unit
  roles: Role[]
}
interface CaseRow {
  id: string
  unit: Unit
  lead: Worker
  sealed: boolean
}
interface ConsentRow {
  id: string
  case: CaseRow
  to: Unit
  sections: number
  withdrawn: boolean
  expired: boolean
}
interface ReferralRow {
  id: string
  case: CaseRow
  to: Unit
  status: string
  handler: Worker | null
  requested: number
  consent: ConsentRow
}

interface MemberRow {
  id: string
  case: CaseRow
  to: Unit
  /** Null: the whole desk. */
  worker: Worker | null
  joined: boolean
  requested: number
  consent: ConsentRow
}
interface TaskRow {
  id: string
  case: CaseRow
  section: number
}

const randomFrom = (seed: number) => {
  let state = seed
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  const pick = <T>(list: readonly T[]): T => {
    const one = list[next(list.length)]
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }
  return { next, pick, chance: (percent: number) => next(100) < percent }
}

const statuses = [
  'draft',
  'requested',
  'accepted',
  'in_progress',
  'on_hold',
  'completed',
  'confirmed',
  'rejected',
  'cancelled',
  'expired',
  'failed',
  'entered_in_error',
] as const
const answered = new Set([
  'accepted',
  'in_progress',
  'on_hold',
  'completed',
  'confirmed',
  'failed',
  'rejected',
])
const underWay = new Set(['accepted', 'in_progress', 'on_hold'])
const counselling = 1 << 6

describe('row-level security', () => {
  const database = useDatabase()
  const { next, pick, chance } = randomFrom(20261122)
  const units: Unit[] = sectors.map((sector) => ({
    id: randomUUID(),
    sector,
    supervisionId: randomUUID(),
  }))
  const workers: Worker[] = units.flatMap((unit) => [
    { id: randomUUID(), unit, roles: ['caseworker'] },
    { id: randomUUID(), unit, roles: ['caseworker'] },
    { id: randomUUID(), unit, roles: ['supervisor'] },
    {
      id: randomUUID(),
      unit,
      roles: [pick(allRoles.filter((r) => r !== 'caseworker' && r !== 'supervisor'))],
    },
  ])
  const caseworkers = workers.filter(({ roles }) => roles.includes('caseworker'))
  const cases: CaseRow[] = []
  const consents: ConsentRow[] = []
  const referrals: ReferralRow[] = []
  const members: MemberRow[] = []
  const tasks: TaskRow[] = []
  const blocks = new Set<string>()
  const away = new Set<Worker>()
  const defaults = new Map<Sector, number>()
  let owner: pg.Client
  let dataSource: DataSource
  let transactions: Transactions
  const asked = new Database()

  beforeAll(async () => {
    owner = new pg.Client({ connectionString: database().ownerUrl })
    await owner.connect()
    dataSource = await new DataSource(dataSourceOptions(database().appUrl, 4)).initialize()
    transactions = new Transactions(dataSource, database().keys, new SystemClock())
    await makeWorld()
  })
  afterAll(async () => {
    await dataSource.destroy()
    await owner.end()
  })

  const makeWorld = async (): Promise<void> => {
    const agency = randomUUID()
    await owner.query('INSERT INTO agency VALUES ($1, $2, $2)', [agency, 'oracle'])
    const { rows } = await owner.query<{ sector: Sector; sections: number }>(
      'SELECT * FROM sector_default',
    )
    for (const { sector, sections } of rows) defaults.set(sector, sections)
    for (const { id, sector, supervisionId } of units)
      await owner.query(
        `INSERT INTO unit (id, agency_id, sector, name, province_code, supervision_id)
         VALUES ($1, $2, $3, $3, '48', $4)`,
        [id, agency, sector, supervisionId],
      )
    for (const { id, unit, roles } of workers)
      await owner.query(
        `INSERT INTO worker (id, unit_id, login, display_name, roles) VALUES ($1, $2, $3, $3, $4)`,
        [id, unit.id, `oracle-${id}`, roles],
      )
    for (const who of caseworkers.filter(() => chance(30))) {
      away.add(who)
      await owner.query(
        `INSERT INTO worker_absence (id, worker_id, starts_at, ends_at, recorded_by, recorded_at)
         VALUES (gen_random_uuid(), $1, now() - interval '1 day', now() + interval '1 day', $1, now())`,
        [who.id],
      )
    }
    for (let n = 0; n < 48; n++) await makeCase(n)
    for (let n = 0; n < 60; n++) {
      const blocked = `${pick(workers).id} ${pick(cases).id}`
      if (blocks.has(blocked)) continue
      blocks.add(blocked)
      const [worker, caseId] = blocked.split(' ')
      await owner.query('INSERT INTO case_block VALUES ($1, $2, $3)', [worker, caseId, 'related'])
    }
  }

  const makeCase = async (n: number): Promise<void> => {
    const lead = pick(caseworkers)
    const row: CaseRow = { id: randomUUID(), unit: lead.unit, lead, sealed: chance(20) }
    cases.push(row)
    await owner.query(
      `INSERT INTO cases (id, number, unit_id, lead_worker_id, risk_level, sealed, age_band, sex,
                          opened_at, updated_at)
       VALUES ($1, $2, $3, $4, 'high', $5, '16-17', 'female', now(), now())`,
      [row.id, `ORACLE-${n}`, row.unit.id, lead.id, row.sealed],
    )
    await owner.query('SELECT guard.project_case($1)', [row.id])
    for (const [keyClass, mask] of [
      ['identity', 23],
      ['clinical', 96],
      ['general', 1928],
    ])
      await owner.query('INSERT INTO case_key VALUES ($1, $2, $3, $4)', [
        row.id,
        keyClass,
        mask,
        'x',
      ])
    for (let section = 0; section < 10; section++)
      await owner.query(`INSERT INTO case_section VALUES ($1, $2, 'x', 1, now(), $3)`, [
        row.id,
        section,
        lead.id,
      ])
    for (let section = 0; section < 10; section++) await makeRecord(row, section)
    for (let i = 0; i < 3; i++) await makeReferral(row)
    if (n % 2 === 0) await makeTeam(row, n)
  }

  // Written twice, so that there is history; and one that was taken away.
  const makeRecord = async (of: CaseRow, section: number): Promise<void> => {
    for (const [form, removed] of [
      ['kept', false],
      ['removed', true],
    ] as const) {
      const id = randomUUID()
      await owner.query(
        `INSERT INTO section_record (id, case_id, section, form, only_one, sealed, form_version,
           created_at, created_by, updated_at, updated_by)
         VALUES ($1, $2, $3, $4, false, 'x', 1, now(), $5, now(), $5)`,
        [id, of.id, section, form, of.lead.id],
      )
      await owner.query(
        `UPDATE section_record SET sealed = 'y', version = 2,
                removed_at = CASE WHEN $2 THEN now() END WHERE id = $1`,
        [id, removed],
      )
    }
  }

  const makeTeam = async (of: CaseRow, n: number): Promise<void> => {
    await owner.query(
      `INSERT INTO case_team (case_id, number, sealed_key, opened_by, opened_at)
       VALUES ($1, $2, 'x', $3, now())`,
      [of.id, `ORACLE-TEAM-${n}`, of.lead.id],
    )
    for (let section = 0; section < 10; section++) {
      const task = { id: randomUUID(), case: of, section }
      tasks.push(task)
      await owner.query(
        `INSERT INTO team_task (id, case_id, kind, unit_id, section, due_at, sealed_text, created_by,
                                created_at)
         VALUES ($1, $2, 'other', $3, $4, now(), 'x', $5, now())`,
        [task.id, of.id, of.unit.id, section, of.lead.id],
      )
    }
    const others = units.filter(({ id }) => id !== of.unit.id)
    const first = next(others.length)
    for (let i = 0; i < 3; i++) await makeMember(of, others[(first + i) % others.length], n)
  }

  const makeMember = async (of: CaseRow, to: Unit | undefined, n: number): Promise<void> => {
    if (to === undefined) throw new Error('there are more units than that')
    const consent = await makeConsent(of, to)
    const row: MemberRow = {
      id: randomUUID(),
      case: of,
      to,
      worker: chance(60) ? pick(caseworkers.filter(({ unit }) => unit === to)) : null,
      joined: chance(80),
      requested: 1 + next(1023),
      consent,
    }
    members.push(row)
    await owner.query(
      `INSERT INTO team_member (id, case_id, team_number, from_unit_id, invited_by, unit_id, worker_id,
         purpose, urgency, requested_sections, consent_id, sealed_key, sealed_need, status,
         invited_at, answer_due_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'LEGAL', 'normal', $8, $9, 'x', 'x', $10, now(), now())`,
      [
        row.id,
        of.id,
        `ORACLE-TEAM-${n}`,
        of.unit.id,
        of.lead.id,
        to.id,
        row.worker?.id ?? null,
        row.requested,
        consent.id,
        row.joined ? 'joined' : 'left',
      ],
    )
    await owner.query('SELECT guard.project_team($1)', [of.id])
  }

  const makeConsent = async (of: CaseRow, to: Unit): Promise<ConsentRow> => {
    const consent: ConsentRow = {
      id: randomUUID(),
      case: of,
      to,
      sections: next(1024),
      withdrawn: chance(15),
      expired: chance(15),
    }
    consents.push(consent)
    await owner.query(
      `INSERT INTO consent (id, case_id, legal_basis, given_by, mode, recipient_unit_id, sections,
         purpose, given_at, valid_until, withdrawn_at, recorded_by, created_at)
       VALUES ($1, $2, 'consent', 'self', 'verbal', $3, $4, 'services sharing', now() - interval '30 days',
         now() + $5::interval, $6, $7, now())`,
      [
        consent.id,
        of.id,
        to.id,
        consent.sections,
        consent.expired ? '-1 day' : '30 days',
        consent.withdrawn ? new Date() : null,
        of.lead.id,
      ],
    )
    return consent
  }

  const makeReferral = async (of: CaseRow): Promise<void> => {
    const to = pick(units.filter(({ id }) => id !== of.unit.id))
    const consent = await makeConsent(of, to)
    const status = pick(statuses)
    const row: ReferralRow = {
      id: randomUUID(),
      case: of,
      to,
      status,
      handler: answered.has(status) ? pick(caseworkers.filter(({ unit }) => unit === to)) : null,
      requested: next(1024),
      consent,
    }
    referrals.push(row)
    await owner.query(
      `INSERT INTO referral (id, number, case_id, from_unit_id, from_worker_id, to_unit_id, service,
         urgency, status, requested_sections, consent_id, handler_id, created_at, updated_at)
       VALUES ($1, $2, $3, $4, $5, $6, 'LEGAL', 'normal', $7, $8, $9, $10, now(), now())`,
      [
        row.id,
        `ORACLE-${row.id}`,
        of.id,
        of.unit.id,
        of.lead.id,
        to.id,
        status,
        row.requested,
        consent.id,
        row.handler?.id ?? null,
      ],
    )
    await owner.query('SELECT guard.project_referral($1)', [row.id])
  }

  // The oracle: no grants, no projections, only the sentences of the rules.
  const isBlocked = (who: Worker, of: CaseRow): boolean => blocks.has(`${who.id} ${of.id}`)
  const manages = (who: Worker, of: CaseRow): boolean =>
    who === of.lead || (who.roles.includes('supervisor') && who.unit === of.unit && !of.sealed)
  const seesCase = (who: Worker, of: CaseRow): boolean => !isBlocked(who, of) && manages(who, of)
  const managesSection = (who: Worker, of: CaseRow, bit: number): boolean =>
    manages(who, of) && (who === of.lead || bit !== counselling)
  // What a member sees: asked for, agreed to, and not beyond the sector.
  const teamMask = (m: MemberRow): number =>
    m.joined && !m.consent.withdrawn && !m.consent.expired
      ? m.requested & m.consent.sections & (defaults.get(m.to.sector) ?? 0)
      : 0
  const isMember = (who: Worker, m: MemberRow): boolean =>
    m.worker === null ? who.unit === m.to && who.roles.includes('caseworker') : m.worker === who
  const supervises = (who: Worker, m: MemberRow): boolean =>
    who.unit === m.to && who.roles.includes('supervisor')
  const isOnTeam = (who: Worker, of: CaseRow, bit?: number): boolean =>
    members.some(
      (m) =>
        m.case === of &&
        teamMask(m) !== 0 &&
        (bit === undefined || (teamMask(m) & bit) !== 0) &&
        (isMember(who, m) || (supervises(who, m) && bit !== counselling)),
    )
  const seesTask = (who: Worker, { case: of, section }: TaskRow): boolean =>
    !isBlocked(who, of) &&
    (managesSection(who, of, 1 << section) || isOnTeam(who, of, 1 << section))
  const seesTeam = (who: Worker, of: CaseRow): boolean =>
    !isBlocked(who, of) &&
    tasks.some((task) => task.case === of) &&
    (manages(who, of) || isOnTeam(who, of))

  const seesSection = (who: Worker, of: CaseRow, section: number): boolean => {
    if (isBlocked(who, of)) return false
    const bit = 1 << section
    const isSupervisor = who.roles.includes('supervisor')
    if (managesSection(who, of, bit) || isOnTeam(who, of, bit)) return true
    return referrals.some(
      (r) =>
        r.case === of &&
        underWay.has(r.status) &&
        !r.consent.withdrawn &&
        !r.consent.expired &&
        (r.requested & r.consent.sections & (defaults.get(r.to.sector) ?? 0) & bit) !== 0 &&
        (r.handler === who || (isSupervisor && who.unit === r.to && bit !== counselling)),
    )
  }
  const seesReferral = (who: Worker, r: ReferralRow): boolean => {
    if (isBlocked(who, r.case)) return false
    if (manages(who, r.case)) return true
    const isAtDesk = who.roles.some((role) => role === 'caseworker' || role === 'supervisor')
    if (who.unit !== r.to || !isAtDesk || r.status === 'draft') return false
    // The desk stands in for who is away; that shows the referral, and none of the case.
    const isOrphan = underWay.has(r.status) && r.handler !== null && away.has(r.handler)
    return (
      r.status === 'requested' || r.handler === who || isOrphan || who.roles.includes('supervisor')
    )
  }

  const actorOf = ({ id, unit, roles }: Worker): WorkerActor => ({
    kind: 'worker',
    workerId: id,
    unitId: unit.id,
    agencyId: unit.id,
    sector: unit.sector,
    roles,
    principals: roles.includes('supervisor') ? [id, unit.supervisionId] : [id],
  })
  const seenBy = (who: Worker, name: string, text: string): Promise<Set<string>> =>
    transactions.run(actorOf(who), async () => {
      const rows = await asked.query<{ key: string }>(statement(`oracle.${name}`, text))
      return new Set(rows.map(({ key }) => key))
    })

  const differences = async (): Promise<string[]> => {
    const wrong: string[] = []
    for (const who of workers) {
      const compare = (kind: string, seen: Set<string>, key: string, expected: boolean): void => {
        if (seen.has(key) !== expected)
          wrong.push(
            `${who.roles.join()} of ${who.unit.sector}: ${kind} ${key} expected ${expected}`,
          )
      }
      const seenCases = await seenBy(who, 'cases', 'SELECT id AS key FROM cases')
      for (const of of cases) compare('case', seenCases, of.id, seesCase(who, of))
      const seenSections = await seenBy(
        who,
        'sections',
        `SELECT case_id || ' ' || section AS key FROM case_section`,
      )
      for (const of of cases)
        for (let section = 0; section < 10; section++)
          compare('section', seenSections, `${of.id} ${section}`, seesSection(who, of, section))
      const seenRecords = await seenBy(
        who,
        'records',
        `SELECT case_id || ' ' || section || ' ' || form AS key FROM section_record`,
      )
      const seenHistory = await seenBy(
        who,
        'history',
        `SELECT case_id || ' ' || section AS key FROM section_history`,
      )
      for (const of of cases)
        for (let section = 0; section < 10; section++) {
          const sees = seesSection(who, of, section)
          compare('record', seenRecords, `${of.id} ${section} kept`, sees)
          compare('record', seenRecords, `${of.id} ${section} removed`, false)
          compare('history', seenHistory, `${of.id} ${section}`, sees && seesCase(who, of))
        }
      const seenReferrals = await seenBy(who, 'referrals', 'SELECT id AS key FROM referral')
      for (const r of referrals) compare('referral', seenReferrals, r.id, seesReferral(who, r))
      const seenConsents = await seenBy(who, 'consents', 'SELECT id AS key FROM consent')
      for (const c of consents) compare('consent', seenConsents, c.id, seesCase(who, c.case))
      const seenTasks = await seenBy(who, 'tasks', 'SELECT id AS key FROM team_task')
      for (const task of tasks) compare('task', seenTasks, task.id, seesTask(who, task))
      const seenTeams = await seenBy(who, 'teams', 'SELECT case_id AS key FROM case_team')
      for (const of of cases) compare('team', seenTeams, of.id, seesTeam(who, of))
      const seenKeys = await seenBy(
        who,
        'keys',
        `SELECT case_id || ' ' || class AS key FROM case_key`,
      )
      for (const of of cases)
        for (const [keyClass, mask] of [
          ['identity', 23],
          ['clinical', 96],
          ['general', 904],
        ] as const) {
          const some = [...Array(10).keys()].some(
            (section) => (mask & (1 << section)) !== 0 && seesSection(who, of, section),
          )
          const expected = some || (keyClass === 'general' && seesCase(who, of))
          compare('key', seenKeys, `${of.id} ${keyClass}`, expected)
        }
    }
    return wrong
  }

  it('agrees with the oracle in every cell', async () => {
    expect(await differences()).toEqual([])
  })

  it('agrees after consents were withdrawn, and opened nothing by it', async () => {
    for (const consent of consents.filter(({ withdrawn }) => !withdrawn).filter(() => chance(40))) {
      consent.withdrawn = true
      await owner.query('UPDATE consent SET withdrawn_at = now() WHERE id = $1', [consent.id])
      await owner.query('SELECT guard.project_consent($1)', [consent.id])
    }
    expect(await differences()).toEqual([])
  })

  it('agrees after referrals moved on', async () => {
    for (const row of referrals.filter(() => chance(50))) {
      const status = pick(statuses.filter((s) => s !== 'draft'))
      row.status = status
      row.handler = answered.has(status)
        ? pick(caseworkers.filter(({ unit }) => unit === row.to))
        : null
      await owner.query('UPDATE referral SET status = $2, handler_id = $3 WHERE id = $1', [
        row.id,
        status,
        row.handler?.id ?? null,
      ])
      await owner.query('SELECT guard.project_referral($1)', [row.id])
    }
    expect(await differences()).toEqual([])
  })

  it('agrees after members left', async () => {
    for (const member of members.filter(({ joined }) => joined).filter(() => chance(40))) {
      member.joined = false
      await owner.query(`UPDATE team_member SET status = 'left' WHERE id = $1`, [member.id])
      await owner.query('SELECT guard.project_team($1)', [member.case.id])
    }
    expect(await differences()).toEqual([])
  })

  it('keeps the projection equal to one made anew', async () => {
    const snapshot = async (): Promise<string[]> => {
      const { rows } = await owner.query<{ line: string }>(
        `SELECT concat_ws(' ', principal, case_id, reason, sections, may_write, valid_until) AS line
           FROM case_access ORDER BY 1`,
      )
      return rows.map(({ line }) => line)
    }
    const before = await snapshot()
    for (const { id } of cases) await owner.query('SELECT guard.project_case($1)', [id])
    for (const { id } of referrals) await owner.query('SELECT guard.project_referral($1)', [id])
    for (const { id } of cases) await owner.query('SELECT guard.project_team($1)', [id])

    expect(await snapshot()).toEqual(before)
  })

  it('believes no actor whose signature is not ours', async () => {
    const lead = pick(cases).lead
    const client = new pg.Client({ connectionString: database().appUrl })
    await client.connect()
    const claim = `${Math.floor(Date.now() / 1000) + 600}|worker|${lead.id}|${lead.unit.id}|caseworker|${lead.id}`
    const seen = async (signature: string): Promise<number> => {
      await client.query('BEGIN')
      await client.query(
        `SELECT set_config('ben_an.actor', $1, true), set_config('ben_an.signature', $2, true)`,
        [claim, signature],
      )
      const { rowCount } = await client.query('SELECT FROM cases')
      await client.query('ROLLBACK')
      return rowCount ?? -1
    }
    expect(await seen('')).toBe(0)
    expect(await seen('0'.repeat(64))).toBe(0)
    await expect(client.query('SELECT * FROM guard.signing_key')).rejects.toThrow(
      /permission denied/,
    )
    await expect(
      client.query(`SELECT guard.add_grant($1, $2, 'lead', $1, 2047, true, 'infinity')`, [
        pick(cases).id,
        lead.id,
      ]),
    ).rejects.toThrow(/permission denied/)
    await client.end()
  })

  it('forgets the actor with the transaction', async () => {
    const lead = pick(cases.filter((of) => !isBlocked(of.lead, of))).lead
    expect((await seenBy(lead, 'cases', 'SELECT id AS key FROM cases')).size).toBeGreaterThan(0)
    const { rowCount } = await dataSource.query('SELECT 1').then(async () => {
      const client = new pg.Client({ connectionString: database().appUrl })
      await client.connect()
      const answer = await client.query('SELECT FROM cases')
      await client.end()
      return answer
    })
    expect(rowCount).toBe(0)
    expect(await dataSource.query('SELECT id FROM cases')).toEqual([])
  })

  it('keeps what a sent referral was agreed to be, even from its own receiver', async () => {
    const sent = referrals.find(
      ({ handler, case: of }) => handler !== null && !isBlocked(handler, of),
    )
    if (sent === undefined || sent.handler === null) throw new Error('the seed gives none')
    const widen = statement(
      'oracle.widen',
      'UPDATE referral SET requested_sections = 1023 WHERE id = $1',
    )
    await expect(
      transactions.run(actorOf(sent.handler), () => asked.change(widen, [sent.id])),
    ).rejects.toThrow(/keeps its parties/)
  })
})
