import { createHash, randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import {
  incidentPlace,
  partPlace,
  personPlace,
} from '../../src/features/cases/data/case-content.reader.js'
import {
  contactFoundBy,
  incidentFoundBy,
  relatedFoundBy,
  victimFoundBy,
  type FoundBy,
} from '../../src/features/cases/data/findables.js'
import { sourceOf } from '../../src/features/cases/data/search-keys.js'
import { storedKeys } from '../../src/features/cases/domain/search-keys.js'
import { noSafeContact } from '../../src/features/cases/index.js'
import {
  createAgency,
  createUnit,
  createWorker,
  hashPassword,
} from '../../src/features/accounts/index.js'
import { textPlace } from '../../src/features/notes/use-cases/open-notes.js'
import { bitOf, keyClassOf } from '../../src/platform/access/sections.js'
import { sectors } from '../../src/platform/access/sectors.js'
import { Sealer, SearchTokens, type SealContext } from '../../src/platform/crypto/index.js'
import type { Keys } from '../../src/platform/crypto/keys.js'
import { chanceFrom, madeUpPerson, oneOf, type MadeUpPerson } from '../support/made-up-people.js'

// Few units with many cases each are to their people what a large country is, and soon made.
const unitCount = Number(process.env['BENCH_UNITS'] ?? 60)
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
  /** People whose cases the worker leads. */
  readonly people: readonly MadeUpPerson[]
  /** The supervisor of the same unit, who has all of its cases. */
  readonly supervisorToken: string
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
  { owner: ownerUrl, admin: adminUrl }: { readonly owner: string; readonly admin: string },
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
    const indexes = await withoutIndexes(owner)
    await Promise.all([0, 1].map((lane) => fillLane(adminUrl, keys, units, caseCount, lane)))
    await owner.query("SET maintenance_work_mem = '1GB'; SET max_parallel_maintenance_workers = 2")
    await project(adminUrl)
    for (const index of indexes) await owner.query(index)
    const actors = await makeActors(owner, new Sealer(keys), units, actorCount, draftsEach)
    await owner.query('VACUUM ANALYZE')
    return actors
  } finally {
    await owner.end()
  }
}

// Tables are filled first and put in order afterwards. Gives what puts the indexes back.
const withoutIndexes = async (owner: pg.Client): Promise<string[]> => {
  const { rows } = await owner.query<{ away: string; back: string }>(
    `SELECT format('DROP INDEX %I', i.indexrelid::regclass) AS away,
            pg_get_indexdef(i.indexrelid) AS back
       FROM pg_index i
      WHERE i.indrelid = ANY ($1::regclass[])
        AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)
      UNION ALL
     -- Nothing refers to it: its key can go as well.
     SELECT format('ALTER TABLE search_key DROP CONSTRAINT %I', k.conname),
            format('ALTER TABLE search_key ADD CONSTRAINT %I %s', k.conname,
                   pg_get_constraintdef(k.oid))
       FROM pg_constraint k WHERE k.conrelid = 'search_key'::regclass AND k.contype = 'p'`,
    [filled],
  )
  for (const { away } of rows) await owner.query(away)
  return rows.map(({ back }) => back)
}

const filled = [
  ...['cases', 'case_key', 'person', 'case_section', 'incident', 'consent', 'referral'],
  ...['referral_event', 'case_note', 'case_note_text', 'case_task', 'contact_entry', 'case_event'],
  ...['case_due', 'search_key', 'access_grant', 'case_access'],
]

/** As somebody for whom no trigger and no foreign key is asked: what they would do is written here. */
const freely = async (adminUrl: string): Promise<pg.Client> => {
  const admin = new pg.Client({ connectionString: adminUrl })
  await admin.connect()
  await admin.query("SET synchronous_commit = off; SET session_replication_role = 'replica'")
  return admin
}

// One seals while the other waits for the database.
const fillLane = async (
  adminUrl: string,
  keys: Keys,
  units: readonly Unit[],
  caseCount: number,
  lane: number,
): Promise<void> => {
  const admin = await freely(adminUrl)
  const tokens = new Tokens(new SearchTokens(keys))
  try {
    for (let from = lane * batch; from < caseCount; from += 2 * batch) {
      const count = Math.min(batch, caseCount - from)
      await makeCases(admin, new Sealer(keys), tokens, units, from, count)
    }
  } finally {
    await admin.end()
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

/** Keyed tokens, made once for what many share. */
class Tokens {
  readonly #known = new Map<string, string>()
  constructor(private readonly tokens: SearchTokens) {}

  get version(): number {
    return this.tokens.version
  }

  /** As PostgreSQL writes a list of them. */
  of({ findable }: FoundBy): string {
    const keys = storedKeys(findable).map(({ kind, text }) => {
      // Numbers and accounts come once.
      if (!kind.startsWith('name')) return String(this.tokens.short(kind, text))
      const name = `${kind}|${text}`
      const known = this.#known.get(name)
      if (known !== undefined) return known
      const made = String(this.tokens.short(kind, text))
      if (this.#known.size < 2_000_000) this.#known.set(name, made)
      return made
    })
    return `{${keys.join(',')}}`
  }
}

const risks = ['none', 'low', 'low', 'medium', 'medium', 'medium', 'high', 'high'] as const
const ages = ['6-11', '12-15', '12-15', '16-17', '16-17', '18-24', '25-39', 'unknown'] as const
const steps = ['new', 'assessment', 'case_plan', 'service_provision', 'service_provision'] as const
const provinces = ['48', '48', '48', '48', '48', '48', '01', '79'] as const
const incidentTypes = [
  'csea.sextortion_financial',
  'csea.sextortion_financial',
  'csea.csam_production',
  'tip.forced_criminality_scam',
  'tip.online_recruitment',
  'gbv.rape',
  'gbv.psychological',
] as const

const day = 86_400_000

/** What varies from case to case; about two in five are open, and each lead has some of these. */
const circumstancesOf = (n: number) => {
  const chance = chanceFrom(n + 0x5eed)
  const opened = new Date(Date.now() - (n % 500_000) * 60_000 - Math.floor(chance() * 60_000))
  const isOpen = Math.floor(n / (unitCount * (workersPerUnit - 1))) % 5 < 2
  const risk = oneOf(chance, risks)
  return {
    isOpen,
    risk,
    opened,
    updated: new Date(opened.getTime() + Math.floor(chance() * (Date.now() - opened.getTime()))),
    // Some is overdue; for every fifth nothing is to be done.
    due:
      !isOpen || chance() < 0.2
        ? null
        : new Date(Date.now() - 10 * day + Math.floor(chance() * 60 * day)),
    age: oneOf(chance, ages),
    step: isOpen ? oneOf(chance, steps) : 'closed',
    province: oneOf(chance, provinces),
    incident: oneOf(chance, incidentTypes),
    hasCaregiver: chance() < 0.4,
  }
}

const makeCases = async (
  owner: pg.Client,
  sealer: Sealer,
  tokens: Tokens,
  units: readonly Unit[],
  from: number,
  count: number,
): Promise<void> => {
  const cases = new Columns([
    ...['uuid', 'text', 'uuid', 'uuid', 'text', 'text', 'text', 'text', 'text', 'text'],
    ...['timestamptz', 'timestamptz', 'timestamptz', 'timestamptz', 'text'],
  ])
  const places = new Columns(['uuid', 'uuid', 'int', 'int', 'text'])
  const notes = new Columns(['uuid', 'uuid', 'int', 'timestamptz', 'uuid', 'uuid', 'bytea'])
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
    const person = madeUpPerson(n)
    const { isOpen, opened, updated, ...about } = circumstancesOf(n)
    const family = about.incident.slice(0, about.incident.indexOf('.'))
    cases.add(
      ...[id, `BENCH-${n}`, unit.id, lead.id, isOpen ? 'open' : 'closed', about.step, about.risk],
      ...[about.age, person.sex, about.province, opened, updated, isOpen ? null : updated],
      ...[about.due ?? 'infinity', family],
    )
    const findable = (place: FoundBy): void =>
      places.add(...[id, unit.id, bitOf(place.section), sourceOf(place.sourceId), tokens.of(place)])
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
      name: person.name,
      birthDate: null,
      statedAge: { years: 16, on: '2026-11-01' },
      address: null,
    }
    persons.add(
      personId,
      id,
      'victim',
      0,
      person.sex,
      ring.seal(name, personPlace(personId, 'identity')),
      opened,
    )
    findable(victimFoundBy(personId, 'identity', name))
    if (about.hasCaregiver) {
      const [caregiverId, { name, phone }] = [randomUUID(), madeUpPerson(n + 10_000_000)]
      const caregiver = { name, relationship: 'mẹ', phone, accounts: null }
      const sealed = ring.seal(caregiver, personPlace(caregiverId, 'family'))
      persons.add(caregiverId, id, 'guardian', bitOf('family'), 'female', sealed, opened)
      findable(relatedFoundBy(caregiverId, 'family', caregiver))
    }
    const contact = { ...noSafeContact, phone: person.phone }
    parts.add(id, 1, ring.seal(contact, partPlace(id, 'contact')), opened, lead.id)
    findable(contactFoundBy(contact))
    const incidentId = randomUUID()
    const told = {
      platform: 'mạng xã hội',
      accounts: person.account,
      narrative: 'Bị đe dọa phát tán hình ảnh. '.repeat(10),
    }
    findable(incidentFoundBy(incidentId, told))
    for (const after of [1, 8]) {
      const noteId = randomUUID()
      const place = { ...textPlace(noteId, 1), keyClass: keyClassOf('services') }
      notes.add(
        ...[noteId, id, bitOf('services'), new Date(opened.getTime() + after * 3_600_000)],
        ...[lead.id, unit.id, ring.seal('Đã gặp và nghe em kể. '.repeat(8), place)],
      )
    }
    incidents.add(
      incidentId,
      id,
      about.incident,
      '{14,15}',
      ring.seal(told, incidentPlace(incidentId)),
      opened,
    )
    for (let r = 0; r < 2; r++) {
      const to = at(units, n + 7 + r * 13)
      // In a closed case nothing is under way.
      const asked = statuses[(n + r * 3) % statuses.length] ?? 'confirmed'
      const status = isOpen || !['in_progress', 'requested'].includes(asked) ? asked : 'confirmed'
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
  await owner.query(
    `WITH made AS (
       INSERT INTO cases (id, number, unit_id, lead_worker_id, status, step, risk_level, age_band, sex,
                          province_code, opened_at, updated_at, closed_at, next_due_at,
                          incident_families)
       SELECT t.id, number, unit, lead, status, step, risk, age, sex, province, opened, updated, closed,
              due, ARRAY[family]
         FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::text[],
                     $8::text[], $9::text[], $10::text[], $11::timestamptz[], $12::timestamptz[],
                     $13::timestamptz[], $14::timestamptz[]) WITH ORDINALITY
              t (id, number, unit, lead, status, step, risk, age, sex, province, opened, updated, closed,
                 due, place)
         CROSS JOIN LATERAL (SELECT ($15::text[])[t.place] AS family) f
       RETURNING *), due AS (
       INSERT INTO case_due (case_id, assessed_at, last_contact_at, contact_due_at)
       SELECT m.id, m.opened_at, m.opened_at + interval '1 hour',
              guard.next_contact(m.risk_level, m.opened_at, m.opened_at + interval '1 hour')
         FROM made m WHERE m.status = 'open'), tasks AS (
       INSERT INTO case_task (id, case_id, kind, worker_id, due_on, due_at, state, created_by, created_at,
                              ended_by, ended_at)
       SELECT gen_random_uuid(), m.id, 'action', m.lead_worker_id, (m.opened_at + interval '3 days')::date,
              m.opened_at + interval '3 days', 'done', m.lead_worker_id, m.opened_at, m.lead_worker_id,
              m.opened_at + interval '2 days'
         FROM made m
        UNION ALL
       SELECT gen_random_uuid(), m.id, 'action', m.lead_worker_id, m.next_due_at::date, m.next_due_at,
              'open', m.lead_worker_id, m.updated_at, NULL, NULL
         FROM made m WHERE m.next_due_at < 'infinity'), contacts AS (
       INSERT INTO contact_entry (id, case_id, at, channel, with_role, from_person, reached, was_safe,
                                  against_rules, written_by, written_at)
       SELECT gen_random_uuid(), m.id, m.opened_at + interval '1 hour', 'call', 'person', false, true,
              'yes', false, m.lead_worker_id, m.opened_at + interval '1 hour'
         FROM made m)
     INSERT INTO case_event (case_id, at, by_id, kind, from_code, to_code)
     SELECT m.id, m.opened_at + interval '2 hours', m.lead_worker_id, 'risk', 'low', m.risk_level
       FROM made m`,
    cases.values,
  )
  await owner.query(
    `INSERT INTO search_key (key, case_id, scope, source, section, version)
     SELECT DISTINCT k.key, p.case_id, guard.search_scope(p.unit_id), p.source, p.section, $6::int
       FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[], $5::text[])
              p (case_id, unit_id, section, source, keys),
            unnest(p.keys::bigint[]) k (key)`,
    [...places.values, tokens.version],
  )
  await owner.query(
    `WITH made AS (
       INSERT INTO case_note (id, case_id, section, happened_at, hour_known, written_at, written_by,
                              unit_id)
       SELECT t.id, t.case_id, t.section, t.at, true, t.at, t.by, t.unit
         FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::timestamptz[], $5::uuid[], $6::uuid[])
              t (id, case_id, section, at, by, unit))
     INSERT INTO case_note_text (note_id, version, case_id, section, sealed, written_at, written_by)
     SELECT t.id, 1, t.case_id, t.section, t.sealed, t.at, t.by
       FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::timestamptz[], $5::uuid[], $7::bytea[])
            t (id, case_id, section, at, by, sealed)`,
    notes.values,
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
    `WITH made AS (
       INSERT INTO referral (id, number, case_id, from_unit_id, from_worker_id, to_unit_id, service,
         urgency, status, requested_sections, consent_id, handler_id, age_band, sex, language,
         province_code, sealed_key, sealed_need, sent_at, acknowledge_due_at, answer_due_at,
         service_due_at, created_at, updated_at)
       SELECT a, b, c, d, e, f, g, 'urgent', h, 15, i, j, '16-17', 'female', 'vi', '48', k, l,
              m, m + interval '1 day', m + interval '1 day', m + interval '3 days', m, m
         FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::text[],
         $8::text[], $9::uuid[], $10::uuid[], $11::bytea[], $12::bytea[], $13::timestamptz[])
         AS t(a,b,c,d,e,f,g,h,i,j,k,l,m)
       RETURNING *)
     INSERT INTO referral_event (id, referral_id, at, actor_id, actor_unit_id, kind, to_status)
     SELECT gen_random_uuid(), m.id, m.sent_at, m.from_worker_id, m.from_unit_id, 'requested', 'requested'
       FROM made m
      UNION ALL
     SELECT gen_random_uuid(), m.id, m.sent_at + interval '6 hours', m.handler_id, m.to_unit_id,
            'accepted', 'accepted'
       FROM made m WHERE m.handler_id IS NOT NULL`,
    referrals.values,
  )
}

// What guard.project_case and guard.project_referral do row by row, for all rows at once; a test holds
// that the two are equal in effect (test/db/row-level-security.spec.ts recomputes the projection).
const project = async (adminUrl: string): Promise<void> => {
  const owner = await freely(adminUrl)
  try {
    await owner.query(`
    INSERT INTO access_grant (case_id, principal, reason, source_id, sections, may_write)
    SELECT id, lead_worker_id, 'lead', id, 2047, status = 'open' FROM cases
    UNION ALL
    SELECT c.id, u.supervision_id, 'supervision', c.id, 2047 & ~64, false
      FROM cases c JOIN unit u ON u.id = c.unit_id
    UNION ALL
    SELECT r.case_id, r.handler_id, 'referral', r.id, 15, false FROM referral r
     WHERE r.status = 'in_progress'`)
    await owner.query(`
    INSERT INTO case_access (principal, case_id, grant_id, reason, sections, may_write, valid_until)
    SELECT principal, case_id, id, reason, sections, may_write, valid_until FROM access_grant`)
  } finally {
    await owner.end()
  }
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
    const worker = at(units, n * 3).workers[Math.floor((n * 3) / unitCount) % (workersPerUnit - 1)]
    if (worker === undefined) continue
    const supervisor = at(units, n * 3).workers.at(-1)
    const cases = await owner.query<{ id: string; number: string }>(
      `SELECT id, number FROM cases WHERE lead_worker_id = $1 AND status = 'open' ORDER BY id LIMIT 500`,
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
      token: await signIn(owner, worker.id),
      supervisorToken: await signIn(owner, supervisor?.id ?? worker.id),
      people: cases.rows.map(({ number }) => madeUpPerson(Number(number.replace('BENCH-', '')))),
      requestedIds: await makeRequested(owner, sealer, at(units, n * 3).id, draftsEach),
      // The first carries the drafts, more than any real case has.
      caseIds: cases.rows.slice(1).map(({ id }) => id),
      draftIds: drafts.map(({ id }) => id),
    })
  }
  return actors
}

const signIn = async (owner: pg.Client, workerId: string): Promise<string> => {
  const token = randomBytes(32).toString('base64url')
  await owner.query(
    `INSERT INTO session (id_hash, worker_id, csrf_secret, through, expires_at)
     VALUES ($1, $2, $3, 'bearer', now() + interval '8 hours')`,
    [createHash('sha256').update(token).digest(), workerId, randomBytes(32)],
  )
  return token
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
               FROM (SELECT q.* FROM referral q JOIN cases c ON c.id = q.case_id AND c.status = 'open'
                      WHERE q.to_unit_id = $1 AND q.status IN ('confirmed', 'completed') LIMIT 300) given) r
         ON r.n = 1 + d.n % r.total`,
    [unitId, rows.map((d) => d.id), rows.map((d) => d.sealedKey), rows.map((d) => d.need)],
  )
  return rows.map(({ id }) => id)
}
