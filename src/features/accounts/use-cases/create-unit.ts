import { randomUUID } from 'node:crypto'
import type { ClientBase } from 'pg'
import type { Sector } from '../../../platform/access/sectors.js'

export interface NewAgency {
  readonly id?: string
  /** Short and unique. */
  readonly code: string
  readonly name: string
}

/** Adds an agency, as the database's owner. @returns its id */
export const createAgency = async (owner: ClientBase, agency: NewAgency): Promise<string> => {
  const id = agency.id ?? randomUUID()
  await owner.query('INSERT INTO agency (id, code, name) VALUES ($1, $2, $3)', [
    id,
    agency.code,
    agency.name,
  ])
  return id
}

export interface NewUnit {
  readonly id?: string
  readonly agencyId: string
  readonly sector: Sector
  readonly name: string
  readonly provinceCode: string
  readonly commune?: string | null
  readonly phone?: string | null
  /** Codes of services. */
  readonly services?: readonly string[]
  /** Years of age; null means no limit. */
  readonly minAge?: number | null
  readonly maxAge?: number | null
  /** Those it is there for; empty means everybody. */
  readonly sexes?: readonly string[]
  readonly languages?: readonly string[]
  /** Opening hours as the directory reads them. */
  readonly hours?: object
  readonly takingReferrals?: boolean
  readonly timeZone?: string
  /** Day on which its details were last confirmed, YYYY-MM-DD. */
  readonly assuredOn?: string | null
  /** False: nobody there can sign in; referrals reach it by a one-time link or on paper. */
  readonly onBenAn?: boolean
}

/** Adds a unit to an agency, as the database's owner. @returns its id */
export const createUnit = async (owner: ClientBase, unit: NewUnit): Promise<string> => {
  const id = unit.id ?? randomUUID()
  await owner.query(
    `INSERT INTO unit (id, agency_id, sector, name, province_code, commune, phone, services, min_age,
                       max_age, sexes, languages, hours, taking_referrals, time_zone, assured_on, on_ben_an)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      id,
      unit.agencyId,
      unit.sector,
      unit.name,
      unit.provinceCode,
      unit.commune ?? null,
      unit.phone ?? null,
      [...(unit.services ?? [])],
      unit.minAge ?? null,
      unit.maxAge ?? null,
      [...(unit.sexes ?? [])],
      [...(unit.languages ?? ['vi'])],
      JSON.stringify(unit.hours ?? {}),
      unit.takingReferrals ?? true,
      unit.timeZone ?? 'Asia/Ho_Chi_Minh',
      unit.assuredOn ?? null,
      unit.onBenAn ?? true,
    ],
  )
  return id
}
