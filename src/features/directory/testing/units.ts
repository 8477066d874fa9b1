import { randomUUID } from 'node:crypto'
import type { ClientBase } from 'pg'
import type { Sector } from '../../../platform/access/sectors.js'
import { toStoredHours } from '../data/stored-hours.js'
import { officeHours, type OpeningHours } from '../domain/opening-hours.js'
import { servicesOf, type ServiceType } from '../domain/service-types.js'

/** An agency to be written by the owner of the database. */
export interface NewAgency {
  readonly id?: string
  readonly code?: string
  readonly name?: string
}

/** A unit to be written by the owner of the database. */
export interface NewUnit {
  readonly id?: string
  readonly agencyId: string
  readonly sector?: Sector
  readonly name?: string
  readonly provinceCode?: string
  readonly commune?: string | null
  readonly phone?: string | null
  readonly services?: readonly ServiceType[]
  readonly minAge?: number | null
  readonly maxAge?: number | null
  readonly sexes?: readonly string[]
  readonly languages?: readonly string[]
  readonly hours?: OpeningHours
  readonly takingReferrals?: boolean
  readonly assuredOn?: string | null
  readonly active?: boolean
  readonly onBenAn?: boolean
  readonly supervisionId?: string
}

export interface StoredUnit {
  readonly id: string
  readonly agencyId: string
  readonly supervisionId: string
  readonly sector: Sector
  readonly name: string
}

/** Writes an agency and gives its id. */
export const insertAgency = async (
  owner: ClientBase,
  { id = randomUUID(), code = id.slice(0, 8), name = `Cơ quan ${code}` }: NewAgency = {},
): Promise<string> => {
  await owner.query('INSERT INTO agency (id, code, name) VALUES ($1, $2, $3)', [id, code, name])
  return id
}

/** Writes a valid unit: a child-protection team in Đà Nẵng with office hours, unless told otherwise. */
export const insertUnit = async (
  owner: ClientBase,
  {
    id = randomUUID(),
    agencyId,
    sector = 'child-protection',
    name = `Nhóm ${id.slice(0, 8)}`,
    provinceCode = '48',
    commune = null,
    phone = null,
    services = servicesOf(sector),
    minAge = null,
    maxAge = null,
    sexes = [],
    languages = ['vi'],
    hours = officeHours,
    takingReferrals = true,
    assuredOn = null,
    active = true,
    onBenAn = true,
    supervisionId = randomUUID(),
  }: NewUnit,
): Promise<StoredUnit> => {
  await owner.query(
    `INSERT INTO unit (id, agency_id, sector, name, province_code, commune, phone, services, min_age,
       max_age, sexes, languages, hours, taking_referrals, assured_on, active, supervision_id, on_ben_an)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)`,
    [
      id,
      agencyId,
      sector,
      name,
      provinceCode,
      commune,
      phone,
      services,
      minAge,
      maxAge,
      sexes,
      languages,
      JSON.stringify(toStoredHours(hours)),
      takingReferrals,
      assuredOn,
      active,
      supervisionId,
      onBenAn,
    ],
  )
  return { id, agencyId, supervisionId, sector, name }
}
