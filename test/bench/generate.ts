import { createHash, randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import {
  incidentPlace,
  partPlace,
  personPlace,
} from '../../src/features/cases/data/case-content.reader.js'
import { noSafeContact } from '../../src/features/cases/index.js'
import {
  createAgency,
  createUnit,
  createWorker,
  hashPassword,
} from '../../src/features/accounts/index.js'
import { sectors } from '../../src/platform/access/sectors.js'
import { Sealer, type SealContext } from '../../src/platform/crypto/index.js'
import type { Keys } from '../../src/platform/crypto/keys.js'

const unitCount = 60
const workersPerUnit = 10
const batch = 2000

/** The password of every generated worker. */
export const benchPassword = 'thuyen ve ben binh an'

/** A worker the load generator acts as, with a bearer token and what it may ask for. */
export interface BenchActor {
  readonly login: string
  readonly token: string
  readonly caseIds: readonly string[]
  /** Drafts that are ready to be sent; each can be sent once. */
  readonly draftIds: readonly string[]
  /** Referrals that wait on the desk of the worker's unit; each can be accepted once. */
  readonly requestedIds: readonly string[]
}

interface Unit {
  readonly id: string
  readonly supervisionId: string
  readonly workers: readonly { id: string; login: string }[]
}

/**
 * Fills an empty, migrated database with `caseCount` cases, two referrals each, as generated rows with
 * really sealed texts, and returns `actorCount` workers to act as, each with `draftsEach` drafts.
 */
export const generate = async (
  ownerUrl: string,
  keys: Keys,
  caseCount: number,
  actorCount: number,
  draftsEach: number,
): Promise<readonly BenchActor[]> => {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query('SET synchronous_commit = off')
    const units = await makeUnits(owner, keys)
    await Promise.all([0, 1].map((lane) => fillLane(ownerUrl, keys, units, caseCount, lane)))
    await project(owner)
    const actors = await makeActors(owner, new Sealer(keys), units, actorCount, draftsEach)
    await owner.query('VACUUM ANALYZE')
    return actors
  } finally {
    await owner.end()
  }
}

// One seals while the other waits for the database.
const fillLane = async (
  ownerUrl: string,
  keys: Keys,
  units: readonly Unit[],
  caseCount: number,
  lane: number,
): Promise<void> => {
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    await owner.query('SET synchronous_commit = off')
    for (let from = lane * batch; from < caseCount; from += 2 * batch)
      await makeCases(owner, new Sealer(keys), units, from, Math.min(batch, caseCount - from))
  } finally {
    await owner.end()
  }
}

const makeUnits = async (owner: pg.Client, keys: Keys): Promise<Unit[]> => {
  const agencyId = await createAgency(owner, { code: 'bench', name: 'bench' })
  const passwordHash = await hashPassword(benchPassword, keys.pepper)
  const units: Unit[] = []
  for (let u = 0; u < unitCount; u++) {
    const id = await createUnit(owner, {
      agencyId,
      sector: sectors[u % sectors.length] ?? 'hotline',
      name: `Đơn vị ${u}`,
      provinceCode: '48',
      services: ['MHPSS_FOCUSED', 'LEGAL'],
    })
    const { rows } = await owner.query<{ id: string }>(
      'SELECT supervision_id AS id FROM unit WHERE id = $1',
      [id],
    )
    const workers = []
    for (let w = 0; w < workersPerUnit; w++) {
      const login = `bench-${u}-${w}`
      const roles = w === workersPerUnit - 1 ? (['supervisor'] as const) : (['caseworker'] as const)
      const workerId = await createWorker(owner, {
        unitId: id,
        login,
        displayName: login,
        roles,
        passwordHash,
        acceptsConduct: true,
      })
      workers.push({ id: workerId, login })
    }
    units.push({ id, supervisionId: rows[0]?.id ?? '', workers })
  }
  return units
}

/** Columns of rows, for one INSERT … SELECT FROM unnest(…). */
class Columns {
  readonly values: unknown[][]
  constructor(private readonly types: readonly string[]) {
    this.values = types.map(() => [])
  }
  add(...row: unknown[]): void {
    row.forEach((value, n) => this.values[n]?.push(value))
  }
  insert(owner: pg.Client, into: string): Promise<unknown> {
    const lists = this.types.map((type, n) => `$${n + 1}::${type}[]`).join(', ')
    return owner.query(`INSERT INTO ${into} SELECT * FROM unnest(${lists})`, this.values)
  }
}

const at = (units: readonly Unit[], n: number): Unit => {
  const unit = units[n % units.length]
  if (unit === undefined) throw new Error('no units')
  return unit
}

const statuses = [
  'confirmed',
  'confirmed',
  'completed',
  'confirmed',
  'rejected',
  'confirmed',
  'in_progress',
  'requested',
]

const needPlace = (rowId: string): SealContext => ({
  table: 'referral',
  rowId,
  column: 'sealed_need',
  keyClass: 'referral',
})

const makeCases = async (
  owner: pg.Client,
  sealer: Sealer,
  units: readonly Unit[],
  from: number,
  count: number,
): Promise<void> => {
  const cases = new Columns([
    'uuid',
    'text',
    'uuid',
    'uuid',
    'text',
    'text',
    'text',
    'text',
    'timestamptz',
    'timestamptz',
  ])
  const keys = new Columns(['uuid', 'text', 'int', 'bytea'])
  const persons = new Columns(['uuid', 'uuid', 'text', 'int', 'text', 'bytea', 'timestamptz'])
  const parts = new Columns(['uuid', 'int', 'bytea', 'timestamptz', 'uuid'])
  const incidents = new Columns(['uuid', 'uuid', 'text', 'text', 'bytea', 'timestamptz'])
  const consents = new Columns(['uuid', 'uuid', 'uuid', 'uuid'])
  const referrals = new Columns([
    'uuid',
    'text',
    'uuid',
    'uuid',
    'uuid',
    'uuid',
    'text',
    'text',
    'uuid',
    'uuid',
    'bytea',
    'bytea',
    'timestamptz',
  ])
  for (let n = from; n < from + count; n++) {
    const unit = at(units, n)
    const lead = unit.workers[Math.floor(n / unitCount) % (workersPerUnit - 1)]
    if (lead === undefined) continue
    const id = randomUUID()
    const opened = new Date(Date.now() - (n % 500_000) * 60_000)
    cases.add(id, `BENCH-${n}`, unit.id, lead.id, 'medium', '16-17', 'female', '48', opened, opened)
    const { ring, rows } = sealer.forNewCase(id)
    for (const row of rows)
      keys.add(
        id,
        row.class,
        row.class === 'general' ? row.sections | (1 << 10) : row.sections,
        row.wrapped,
      )
    const personId = randomUUID()
    const name = {
      name: `Nguyễn Thị Số ${n}`,
      birthDate: null,
      statedAge: { years: 16, on: '2026-11-01' },
      address: null,
    }
    persons.add(
      personId,
      id,
      'victim',
      0,
      'female',
      ring.seal(name, personPlace(personId, 'identity')),
      opened,
    )
    parts.add(id, 1, ring.seal({ ...noSafeContact }, partPlace(id, 'contact')), opened, lead.id)
    const incidentId = randomUUID()
    const told = {
      platform: 'mạng xã hội',
      accounts: null,
      narrative: 'Bị đe dọa phát tán hình ảnh. '.repeat(10),
    }
    incidents.add(
      incidentId,
      id,
      'csea.sextortion_financial',
      '{14,15}',
      ring.seal(told, incidentPlace(incidentId)),
      opened,
    )
    for (let r = 0; r < 2; r++) {
      const to = at(units, n + 7 + r * 13)
      const status = statuses[(n + r * 3) % statuses.length] ?? 'confirmed'
      const handler = status === 'requested' ? null : to.workers[n % (workersPerUnit - 1)]?.id
      const [referralId, consentId] = [randomUUID(), randomUUID()]
      consents.add(consentId, id, to.id, lead.id)
      const referral = sealer.forNewReferral(referralId)
      const need = referral.ring.seal('Cần tư vấn tâm lý.', needPlace(referralId))
      referrals.add(
        referralId,
        `BENCH-${n}-${r}`,
        id,
        unit.id,
        lead.id,
        to.id,
        'MHPSS_FOCUSED',
        status,
        consentId,
        handler ?? null,
        referral.sealedKey,
        need,
        opened,
      )
    }
  }
  await cases.insert(
    owner,
    'cases (id, number, unit_id, lead_worker_id, risk_level, age_band, sex, province_code, opened_at, updated_at)',
  )
  await keys.insert(owner, 'case_key (case_id, class, sections, wrapped)')
  await persons.insert(owner, 'person (id, case_id, role, section, sex, sealed, updated_at)')
  await parts.insert(owner, 'case_section (case_id, section, sealed, updated_at, updated_by)')
  await owner.query(
    `INSERT INTO incident (id, case_id, type, hanoi_articles, sealed, created_at)
     SELECT a, b, c, d::text[], e, f FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::bytea[], $6::timestamptz[]) AS t(a,b,c,d,e,f)`,
    incidents.values,
  )
  await owner.query(
    `INSERT INTO consent (id, case_id, legal_basis, given_by, mode, recipient_unit_id, sections, purpose,
                          given_at, valid_until, recorded_by, created_at)
     SELECT a, b, 'consent', 'self', 'verbal', c, 15, 'services sharing', now() - interval '1 day', now() + interval '90 days', d, now()
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[]) AS t(a,b,c,d)`,
    consents.values,
  )
  await owner.query(
    `INSERT INTO referral (id, number, case_id, from_unit_id, from_worker_id, to_unit_id, service, urgency,
       status, requested_sections, consent_id, handler_id, age_band, sex, language, province_code, sealed_key,
       sealed_need, sent_at, acknowledge_due_at, answer_due_at, service_due_at, created_at, updated_at)
     SELECT a, b, c, d, e, f, g, 'urgent', h, 15, i, j, '16-17', 'female', 'vi', '48', k, l,
            m, m + interval '1 day', m + interval '1 day', m + interval '3 days', m, m
       FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[],
         $8::text[], $9::uuid[], $10::uuid[], $11::bytea[], $12::bytea[], $13::timestamptz[])
         AS t(a,b,c,d,e,f,g,h,i,j,k,l,m)`,
    referrals.values,
  )
}

// What guard.project_case and guard.project_referral do row by row, for all rows at once; a test holds
// that the two are equal in effect (test/db/row-level-security.spec.ts recomputes the projection).
const project = async (owner: pg.Client): Promise<void> => {
  await owner.query(`
    INSERT INTO access_grant (case_id, principal, reason, source_id, sections, may_write)
    SELECT id, lead_worker_id, 'lead', id, 2047, true FROM cases
    UNION ALL
    SELECT c.id, u.supervision_id, 'supervision', c.id, 2047 & ~64, false
      FROM cases c JOIN unit u ON u.id = c.unit_id
    UNION ALL
    SELECT r.case_id, r.handler_id, 'referral', r.id, 15, false FROM referral r
     WHERE r.status = 'in_progress'`)
  await owner.query(`
    INSERT INTO case_access (principal, case_id, grant_id, reason, sections, may_write, valid_until)
    SELECT principal, case_id, id, reason, sections, may_write, valid_until FROM access_grant`)
}

const makeActors = async (
  owner: pg.Client,
  sealer: Sealer,
  units: readonly Unit[],
  actorCount: number,
  draftsEach: number,
): Promise<BenchActor[]> => {
  const actors: BenchActor[] = []
  for (let n = 0; n < actorCount; n++) {
    const worker = at(units, n * 3).workers[0]
    if (worker === undefined) continue
    const token = randomBytes(32).toString('base64url')
    await owner.query(
      `INSERT INTO session (id_hash, worker_id, csrf_secret, through, expires_at)
       VALUES ($1, $2, $3, 'bearer', now() + interval '8 hours')`,
      [createHash('sha256').update(token).digest(), worker.id, randomBytes(32)],
    )
    const cases = await owner.query<{ id: string }>(
      'SELECT id FROM cases WHERE lead_worker_id = $1 ORDER BY id LIMIT 500',
      [worker.id],
    )
    const drafts = [...Array(draftsEach).keys()].map(() => {
      const id = randomUUID()
      const { ring, sealedKey } = sealer.forNewReferral(id)
      return { id, sealedKey, need: ring.seal('Cần tư vấn tâm lý.', needPlace(id)) }
    })
    await owner.query(
      `INSERT INTO referral (id, number, case_id, from_unit_id, from_worker_id, to_unit_id, service, urgency,
         status, requested_sections, consent_id, age_band, sex, language, province_code, sealed_key,
         sealed_need, created_at, updated_at)
       SELECT d.id, 'DRAFT-' || d.id, r.case_id, r.from_unit_id, r.from_worker_id, r.to_unit_id, r.service,
              r.urgency, 'draft', r.requested_sections, r.consent_id, r.age_band, r.sex, r.language,
              r.province_code, d.sealed_key, d.need, now(), now()
         FROM unnest($2::uuid[], $3::bytea[], $4::bytea[]) WITH ORDINALITY d (id, sealed_key, need, n)
         JOIN (SELECT *, row_number() OVER () AS n, count(*) OVER () AS total FROM referral
                WHERE case_id = $1 AND status <> 'draft') r ON r.n = 1 + d.n % r.total`,
      [
        cases.rows[0]?.id,
        drafts.map((d) => d.id),
        drafts.map((d) => d.sealedKey),
        drafts.map((d) => d.need),
      ],
    )
    actors.push({
      login: worker.login,
      token,
      requestedIds: await makeRequested(owner, sealer, at(units, n * 3).id, draftsEach),
      // The first carries the drafts, more than any real case has.
      caseIds: cases.rows.slice(1).map(({ id }) => id),
      draftIds: drafts.map(({ id }) => id),
    })
  }
  return actors
}

// Copies of what was once sent to the unit, waiting on its desk again.
const makeRequested = async (
  owner: pg.Client,
  sealer: Sealer,
  unitId: string,
  count: number,
): Promise<string[]> => {
  const rows = [...Array(count).keys()].map(() => {
    const id = randomUUID()
    const { ring, sealedKey } = sealer.forNewReferral(id)
    return { id, sealedKey, need: ring.seal('Cần tư vấn tâm lý.', needPlace(id)) }
  })
  await owner.query(
    `INSERT INTO referral (id, number, case_id, from_unit_id, from_worker_id, to_unit_id, service, urgency,
       status, requested_sections, consent_id, age_band, sex, language, province_code, sealed_key,
       sealed_need, sent_at, acknowledge_due_at, answer_due_at, service_due_at, created_at, updated_at)
     SELECT d.id, 'DESK-' || d.id, r.case_id, r.from_unit_id, r.from_worker_id, r.to_unit_id, r.service,
            r.urgency, 'requested', r.requested_sections, r.consent_id, r.age_band, r.sex, r.language,
            r.province_code, d.sealed_key, d.need, at, at + interval '1 day', at + interval '1 day',
            at + interval '3 days', at, at
       -- The service writes times in milliseconds, and no clock is moved by reading it.
       FROM date_trunc('milliseconds', now()) at,
            unnest($2::uuid[], $3::bytea[], $4::bytea[]) WITH ORDINALITY d (id, sealed_key, need, n)
       JOIN (SELECT *, row_number() OVER () AS n, count(*) OVER () AS total
               FROM (SELECT * FROM referral
                      WHERE to_unit_id = $1 AND status IN ('confirmed', 'completed') LIMIT 300) given) r
         ON r.n = 1 + d.n % r.total`,
    [unitId, rows.map((d) => d.id), rows.map((d) => d.sealedKey), rows.map((d) => d.need)],
  )
  return rows.map(({ id }) => id)
}
