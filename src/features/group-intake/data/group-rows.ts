import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import type { LocalDate } from '../../../platform/clock/local-time.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { TimePosition } from '../../../platform/web/cursor.js'
import type { CaseRow } from '../../cases/index.js'
import type {
  GroupCountry,
  GroupFacts,
  GroupIncident,
  Identification,
} from '../domain/group-facts.js'
import type { Marks } from '../domain/same-person.js'

/** A group as it is stored. */
export interface GroupRow {
  readonly id: string
  readonly number: string
  readonly unitId: string
  readonly openedBy: string
  readonly openedByName: string
  readonly openedAt: Date
  readonly incidentType: GroupIncident
  readonly country: GroupCountry | null
  readonly receivedOn: LocalDate
  readonly provinceCode: string | null
  readonly identification: Identification
  readonly sealedPlace: Buffer | null
  readonly version: number
  /** Everybody in it, whoever leads their cases. */
  readonly people: number
}

/** A case of a group, as far as the reader sees it. */
export type GroupCaseRow = Pick<
  CaseRow,
  'id' | 'number' | 'leadName' | 'status' | 'riskLevel' | 'immediateDanger' | 'ageBand' | 'sex'
>

const columns = `g.id, g.number, g.unit_id AS "unitId", g.opened_by AS "openedBy",
  w.display_name AS "openedByName", g.opened_at AS "openedAt", g.incident_type AS "incidentType",
  g.country, g.received_on::text AS "receivedOn", g.province_code AS "provinceCode",
  g.identification, g.sealed_place AS "sealedPlace", g.version,
  (SELECT count(*)::int FROM group_person p WHERE p.group_id = g.id) AS people`

const nextNumber = statement(
  'groups.next-number',
  `SELECT nextval('group_number_seq')::int AS value`,
)
const insert = statement(
  'groups.insert',
  `INSERT INTO victim_group (id, number, unit_id, opened_by, opened_at, incident_type, country,
                             received_on, province_code, identification, sealed_place)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
)
const see = statement(
  'groups.see',
  `SELECT ${columns} FROM victim_group g JOIN worker w ON w.id = g.opened_by WHERE g.id = $1`,
)
const list = statement(
  'groups.list',
  `SELECT ${columns} FROM victim_group g JOIN worker w ON w.id = g.opened_by
    WHERE g.unit_id = $1 AND ($2::timestamptz IS NULL OR (g.opened_at, g.id) < ($2, $3::uuid))
    ORDER BY g.opened_at DESC, g.id DESC LIMIT $4`,
)
const raise = statement(
  'groups.raise-version',
  'UPDATE victim_group SET version = version + 1 WHERE id = $1 AND version = $2',
)
const addPeople = statement(
  'groups.add-people',
  `INSERT INTO group_person (id, group_id, case_id, added_by, added_at, name_mark, born_mark,
                             document_mark, phone_mark)
   SELECT p.id, $1, p.case_id, $2, $3, p.name, p.born, p.document, p.phone
     FROM unnest($4::uuid[], $5::uuid[], $6::bytea[], $7::bytea[], $8::bytea[], $9::bytea[])
          AS p (id, case_id, name, born, document, phone)`,
)
// By one of the two that decide; which of them is really the same is asked of all marks.
const withMarks = statement(
  'groups.with-marks',
  `SELECT p.name_mark AS name, p.born_mark AS born, p.document_mark AS document,
          p.phone_mark AS phone
     FROM group_person p
    WHERE p.name_mark = ANY ($1::bytea[]) OR p.document_mark = ANY ($2::bytea[])`,
)
const give = statement('groups.give-case', 'SELECT guard.give_case_of_group($1, $2) AS given')
const cases = statement(
  'groups.cases',
  `SELECT c.id, c.number, w.display_name AS "leadName", c.status, c.risk_level AS "riskLevel",
          c.immediate_danger AS "immediateDanger", c.age_band AS "ageBand", c.sex
     FROM group_person p JOIN cases c ON c.id = p.case_id JOIN worker w ON w.id = c.lead_worker_id
    WHERE p.group_id = $1 AND ($2::text IS NULL OR c.number > $2)
    ORDER BY c.number LIMIT $3`,
)
const seen = statement(
  'groups.cases-seen',
  `SELECT count(*)::int AS seen,
          count(*) FILTER (WHERE c.status = 'open')::int AS open,
          count(*) FILTER (WHERE c.status = 'open'
                             AND (c.risk_level = 'high' OR c.immediate_danger))::int AS high
     FROM group_person p JOIN cases c ON c.id = p.case_id WHERE p.group_id = $1`,
)
const ofCase = statement(
  'groups.of-case',
  `SELECT g.number, p.added_at AS "addedAt", w.display_name AS "addedByName"
     FROM group_person p JOIN victim_group g ON g.id = p.group_id JOIN worker w ON w.id = p.added_by
    WHERE p.case_id = $1`,
)
const leads = statement('groups.leads', 'SELECT guard.leads_of_group($1) AS id')

/** Counts of what the reader sees. */
export interface CasesSeen {
  readonly seen: number
  readonly open: number
  readonly high: number
}

/** Stored groups, inside the open transaction. */
@Injectable()
export class GroupRows {
  constructor(private readonly database: Database) {}

  async nextSequence(): Promise<number> {
    const row = await this.database.first<{ value: number }>(nextNumber)
    if (row === undefined) throw new Error('group_number_seq gave no number')
    return row.value
  }

  async add(
    { workerId, unitId }: WorkerActor,
    group: Omit<GroupFacts, 'place'> & {
      readonly id: string
      readonly number: string
      readonly sealedPlace: Buffer | null
    },
    at: Date,
  ): Promise<void> {
    await this.database.change(insert, [
      group.id,
      group.number,
      unitId,
      workerId,
      at,
      group.incidentType,
      group.country,
      group.receivedOn,
      group.provinceCode,
      group.identification,
      group.sealedPlace,
    ])
  }

  see(id: string): Promise<GroupRow | undefined> {
    return this.database.first<GroupRow>(see, [id])
  }

  list(unitId: string, after: TimePosition | null, limit: number): Promise<GroupRow[]> {
    return this.database.query<GroupRow>(list, [
      unitId,
      after?.sortKey ?? null,
      after?.id ?? null,
      limit,
    ])
  }

  /** Lets nobody else add to the group until this transaction ends. False where it is not as it was. */
  async raiseVersion(id: string, version: number): Promise<boolean> {
    return (await this.database.change(raise, [id, version])) === 1
  }

  async addPeople(
    groupId: string,
    by: string,
    at: Date,
    people: readonly {
      readonly id: string
      readonly caseId: string
      readonly marks: Marks<Buffer>
    }[],
  ): Promise<void> {
    await this.database.change(addPeople, [
      groupId,
      by,
      at,
      people.map(({ id }) => id),
      people.map(({ caseId }) => caseId),
      people.map(({ marks }) => marks.name),
      people.map(({ marks }) => marks.born),
      people.map(({ marks }) => marks.document),
      people.map(({ marks }) => marks.phone),
    ])
  }

  /** Those in groups the actor sees who might be one of these. */
  withMarks(marks: readonly Marks<Buffer>[]): Promise<Marks<Buffer>[]> {
    return this.database.query<Marks<Buffer>>(withMarks, [
      marks.map(({ name }) => name),
      marks.flatMap(({ document }) => document ?? []),
    ])
  }

  /** False where this worker cannot lead the case. */
  async giveCase(caseId: string, leadId: string): Promise<boolean> {
    return (await this.database.first<{ given: boolean }>(give, [caseId, leadId]))?.given ?? false
  }

  /** The cases the actor sees, in the order of their numbers. */
  cases(groupId: string, after: string | null, limit: number): Promise<GroupCaseRow[]> {
    return this.database.query<GroupCaseRow>(cases, [groupId, after, limit])
  }

  async casesSeen(groupId: string): Promise<CasesSeen> {
    return (await this.database.first<CasesSeen>(seen, [groupId])) ?? { seen: 0, open: 0, high: 0 }
  }

  /** The group of a case, if the actor may know of it. */
  ofCase(
    caseId: string,
  ): Promise<{ number: string; addedAt: Date; addedByName: string } | undefined> {
    return this.database.first(ofCase, [caseId])
  }

  /** For the service: who leads cases of the group. */
  async leads(groupId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(leads, [groupId])
    return rows.map(({ id }) => id)
  }
}
