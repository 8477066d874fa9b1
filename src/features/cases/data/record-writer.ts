import { Injectable } from '@nestjs/common'
import { bitOf, type Section } from '../../../platform/access/sections.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { FormValues } from '../../forms/index.js'
import type { PlainIdentity } from '../domain/identity-values.js'
import type { AgeBand } from '../domain/age.js'
import type { IncidentWritten } from '../domain/incident-values.js'
import type { RecordSource, RemovalReason } from '../domain/record-source.js'
import type { PersonRole } from './case-rows.js'

const insertRecord = statement(
  'records.insert',
  `INSERT INTO section_record (id, case_id, section, form, only_one, codes, sealed, form_version,
                               created_at, created_by, updated_at, updated_by)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $9, $10) ON CONFLICT DO NOTHING`,
)
const updateRecord = statement(
  'records.update',
  `UPDATE section_record SET codes = $3, sealed = $4, form_version = $5, updated_at = $6,
          updated_by = $7, version = version + 1
    WHERE id = $1 AND version = $2`,
)
const insertPerson = statement(
  'records.insert-person',
  `INSERT INTO person (id, case_id, role, section, sex, sealed, updated_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7)`,
)
const updatePerson = statement(
  'records.update-person',
  `UPDATE person SET role = $3, sex = $4, sealed = $5, updated_at = $6, version = version + 1
    WHERE id = $1 AND version = $2`,
)
const insertIncident = statement(
  'records.insert-incident',
  `INSERT INTO incident (id, case_id, type, other_types, hanoi_articles, age_at_incident, occurred_on,
                         ongoing, codes, sealed, created_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
)
const updateIncident = statement(
  'records.update-incident',
  `UPDATE incident SET type = $3, other_types = $4, hanoi_articles = $5, age_at_incident = $6,
          occurred_on = $7, ongoing = $8, codes = $9, sealed = $10, updated_at = $11,
          version = version + 1
    WHERE id = $1 AND version = $2`,
)
// After the person: what lay with the case until then is kept with their earlier version.
const updatePlain = statement(
  'records.update-plain',
  `UPDATE cases SET sex = $2, language = $3, province_code = $4, commune = $5, age_band = $6,
          version = version + 1
    WHERE id = $1
      AND (sex, language, province_code, commune, age_band) IS DISTINCT FROM ($2, $3, $4, $5, $6)`,
)
const ageBand = statement(
  'records.age-band',
  `UPDATE cases SET age_band = $2, version = version + 1 WHERE id = $1 AND age_band <> $2`,
)
const remove = statement(
  'records.remove',
  'SELECT guard.remove_record($1, $2, $3, $4, $5) AS outcome',
)
const touch = statement('records.touch', 'UPDATE cases SET updated_at = $2 WHERE id = $1')

/** Who writes, and when. */
export interface Writing {
  readonly at: Date
  readonly by: string
}

/** A person's row as a form writes it. */
export interface PersonRow {
  readonly id: string
  readonly role: PersonRole
  readonly sex: string
  readonly sealed: Buffer
}

/** Writes what forms hold, each where it is stored, inside the open transaction. */
@Injectable()
export class RecordWriter {
  constructor(private readonly database: Database) {}

  /** False where the case holds one already, and may hold one only. */
  async insertRecord(
    row: {
      readonly id: string
      readonly caseId: string
      readonly section: Section
      readonly form: string
      readonly isOnlyOne: boolean
      readonly formVersion: number
      readonly codes: FormValues
      readonly sealed: Buffer
    },
    { at, by }: Writing,
  ): Promise<boolean> {
    return this.changes(insertRecord, [
      row.id,
      row.caseId,
      bitOf(row.section),
      row.form,
      row.isOnlyOne,
      row.codes,
      row.sealed,
      row.formVersion,
      at,
      by,
    ])
  }

  /** False when it is stale; so are the others. */
  updateRecord(
    row: {
      readonly id: string
      readonly formVersion: number
      readonly codes: FormValues
      readonly sealed: Buffer
    },
    version: number,
    { at, by }: Writing,
  ): Promise<boolean> {
    const values = [row.id, version, row.codes, row.sealed, row.formVersion, at, by]
    return this.changes(updateRecord, values)
  }

  insertPerson(
    caseId: string,
    section: Section,
    { id, role, sex, sealed }: PersonRow,
    { at }: Writing,
  ): Promise<boolean> {
    return this.changes(insertPerson, [id, caseId, role, bitOf(section), sex, sealed, at])
  }

  updatePerson(
    { id, role, sex, sealed }: PersonRow,
    version: number,
    { at }: Writing,
  ): Promise<boolean> {
    return this.changes(updatePerson, [id, version, role, sex, sealed, at])
  }

  /** What of the victim lies with the case. */
  async updatePlain(caseId: string, plain: PlainIdentity, ageBand: AgeBand): Promise<void> {
    const { sex, language, provinceCode, commune } = plain
    await this.changes(updatePlain, [caseId, sex, language, provinceCode, commune, ageBand])
  }

  insertIncident(
    caseId: string,
    id: string,
    incident: IncidentWritten,
    sealed: Buffer,
    { at }: Writing,
  ): Promise<boolean> {
    return this.changes(insertIncident, [id, caseId, ...incidentColumns(incident), sealed, at])
  }

  updateIncident(
    id: string,
    version: number,
    incident: IncidentWritten,
    sealed: Buffer,
    { at }: Writing,
  ): Promise<boolean> {
    return this.changes(updateIncident, [id, version, ...incidentColumns(incident), sealed, at])
  }

  /** Null where there is none for the actor; `stays` for what a case cannot be without. */
  async remove(
    source: RecordSource,
    id: string,
    version: number,
    reason: RemovalReason,
    { at }: Writing,
  ): Promise<'removed' | 'stale' | 'stays' | null> {
    const row = await this.database.first<{ outcome: 'removed' | 'stale' | 'stays' | null }>(
      remove,
      [source, id, version, reason, at],
    )
    return row?.outcome ?? null
  }

  async setAgeBand(caseId: string, band: AgeBand): Promise<void> {
    await this.changes(ageBand, [caseId, band])
  }

  /** The case has changed: it comes first in the work list. */
  async touch(caseId: string, at: Date): Promise<void> {
    await this.database.change(touch, [caseId, at])
  }

  private async changes(
    asked: Parameters<Database['change']>[0],
    values: readonly unknown[],
  ): Promise<boolean> {
    return (await this.database.change(asked, values)) === 1
  }
}

const incidentColumns = (incident: IncidentWritten): readonly unknown[] => [
  incident.type,
  incident.otherTypes,
  incident.hanoiArticles,
  incident.ageAtIncident,
  incident.occurredOn,
  incident.ongoing,
  incident.codes,
]
