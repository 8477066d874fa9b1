import { Injectable } from '@nestjs/common'
import { bitOf, type Section } from '../../../platform/access/sections.js'
import type { NewCaseKey } from '../../../platform/crypto/index.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import { formatCaseNumber } from '../domain/case-number.js'
import type { RiskLevel } from '../domain/risk.js'
import type { CaseRow, PersonRole } from './case-rows.js'

const nextSequence = statement('cases.next-sequence', `SELECT nextval('case_number_seq') AS value`)
const insertCase = statement(
  'cases.insert',
  `INSERT INTO cases (id, number, unit_id, lead_worker_id, risk_level, immediate_danger, age_band,
                      sex, language, province_code, commune, opened_at, updated_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)`,
)
// A statement of its own: a function called beside the INSERT would not see its row yet.
const projectCase = statement('cases.project', 'SELECT guard.project_case($1)')
const insertContent = statement(
  'cases.insert-content',
  `WITH keys AS (
     INSERT INTO case_key (case_id, class, sections, wrapped)
     SELECT $1, k.class, k.sections, k.wrapped
       FROM unnest($2::text[], $3::int[], $4::bytea[]) AS k (class, sections, wrapped)),
   people AS (
     INSERT INTO person (id, case_id, role, section, sex, sealed, updated_at)
     SELECT p.id, $1, p.role, p.section, p.sex, p.sealed, $10
       FROM unnest($5::uuid[], $6::text[], $7::int[], $8::text[], $9::bytea[])
            AS p (id, role, section, sex, sealed)),
   parts AS (
     INSERT INTO case_section (case_id, section, sealed, updated_at, updated_by)
     SELECT $1, s.section, s.sealed, $10, $13
       FROM unnest($11::int[], $12::bytea[]) AS s (section, sealed))
   INSERT INTO incident (id, case_id, type, other_types, hanoi_articles, age_at_incident, occurred_on,
                         ongoing, sealed, created_at, event_id)
   VALUES ($14, $1, $15, $16, $17, $18, $19, $20, $21, $10, $22)`,
)
const changeRisk = statement(
  'cases.change-risk',
  `UPDATE cases SET risk_level = $3, immediate_danger = $4, updated_at = $5, version = version + 1
    WHERE id = $1 AND version = $2`,
)
const touch = statement('cases.touch', 'UPDATE cases SET updated_at = $2 WHERE id = $1')
const insertPart = statement(
  'cases.insert-section',
  `INSERT INTO case_section (case_id, section, sealed, updated_at, updated_by)
   VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
)
const updatePart = statement(
  'cases.update-section',
  `UPDATE case_section SET sealed = $3, updated_at = $4, updated_by = $5, version = version + 1
    WHERE case_id = $1 AND section = $2 AND version = $6`,
)

/** The row of a case that is being opened. */
export type NewCaseRow = Pick<
  CaseRow,
  | 'id'
  | 'unitId'
  | 'leadWorkerId'
  | 'riskLevel'
  | 'immediateDanger'
  | 'ageBand'
  | 'sex'
  | 'language'
  | 'provinceCode'
  | 'commune'
>

/** Everything sealed that a case begins with. */
export interface NewContent {
  readonly keys: readonly NewCaseKey[]
  readonly persons: readonly {
    readonly id: string
    readonly role: PersonRole
    readonly section: Section
    readonly sex: string
    readonly sealed: Buffer
  }[]
  readonly parts: readonly { readonly section: Section; readonly sealed: Buffer }[]
  readonly incident: {
    readonly id: string
    /** Shared with the incidents of others in the same event; null for one that stands alone. */
    readonly eventId: string | null
    readonly type: string
    readonly otherTypes: readonly string[]
    readonly hanoiArticles: readonly string[]
    readonly ageAtIncident: number | null
    readonly occurredOn: string | null
    readonly ongoing: boolean
    readonly sealed: Buffer
  }
}

/** Writes cases inside the open transaction. */
@Injectable()
export class CaseWriter {
  constructor(private readonly database: Database) {}

  /** Writes the row, opens it to its lead and supervisors, and gives its number. */
  async insertCase(row: NewCaseRow, at: Date, year: number): Promise<string> {
    const next = await this.database.first<{ value: string }>(nextSequence)
    const number = formatCaseNumber({ year, sequence: Number(next?.value) })
    await this.database.change(insertCase, [
      row.id,
      number,
      row.unitId,
      row.leadWorkerId,
      row.riskLevel,
      row.immediateDanger,
      row.ageBand,
      row.sex,
      row.language,
      row.provinceCode,
      row.commune,
      at,
    ])
    await this.database.query(projectCase, [row.id])
    return number
  }

  /** Writes keys, persons, sections and the incident in one trip. */
  async insertContent(
    caseId: string,
    { keys, persons, parts, incident }: NewContent,
    { at, by }: { readonly at: Date; readonly by: string },
  ): Promise<void> {
    await this.database.change(insertContent, [
      caseId,
      keys.map((key) => key.class),
      keys.map(({ sections }) => sections),
      keys.map(({ wrapped }) => wrapped),
      persons.map(({ id }) => id),
      persons.map(({ role }) => role),
      persons.map(({ section }) => bitOf(section)),
      persons.map(({ sex }) => sex),
      persons.map(({ sealed }) => sealed),
      at,
      parts.map(({ section }) => bitOf(section)),
      parts.map(({ sealed }) => sealed),
      by,
      incident.id,
      incident.type,
      incident.otherTypes,
      incident.hanoiArticles,
      incident.ageAtIncident,
      incident.occurredOn,
      incident.ongoing,
      incident.sealed,
      incident.eventId,
    ])
  }

  /** False when somebody else changed the case since `version`. */
  async changeRisk(
    caseId: string,
    version: number,
    risk: { readonly level: RiskLevel; readonly immediateDanger: boolean },
    at: Date,
  ): Promise<boolean> {
    const values = [caseId, version, risk.level, risk.immediateDanger, at]
    return (await this.database.change(changeRisk, values)) === 1
  }

  /** Writes a section's own text; version 0 is a text not yet written. False when it is stale. */
  async writePart(
    caseId: string,
    section: Section,
    sealed: Buffer,
    { version, at, by }: { readonly version: number; readonly at: Date; readonly by: string },
  ): Promise<boolean> {
    const values = [caseId, bitOf(section), sealed, at, by]
    const written =
      version === 0
        ? await this.database.change(insertPart, values)
        : await this.database.change(updatePart, [...values, version])
    if (written === 1) await this.database.change(touch, [caseId, at])
    return written === 1
  }
}
