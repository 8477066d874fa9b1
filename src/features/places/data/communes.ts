import { Injectable } from '@nestjs/common'
import type { LocalDate } from '../../../platform/clock/local-time.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { Province } from '../../directory/index.js'
import type { Commune } from '../domain/commune.js'

/** Columns of a commune, in the shape of the domain. */
export const communeColumns = `code, province_code AS "provinceCode", kind, name, name_en AS "nameEn",
  valid_from::text AS "validFrom", valid_until::text AS "validUntil", replaced_by AS "replacedBy"`

// Codes of provinces were given to others in 2025: the first day of a commune says which one is meant.
const inArea = `EXISTS (
  SELECT FROM unnest($1::text[], $2::date[], $3::date[]) AS area (code, since, until)
   WHERE area.code = province_code AND valid_from >= area.since
     AND (area.until IS NULL OR valid_from <= area.until))`

const ofArea = statement(
  'places.of-area',
  `SELECT ${communeColumns} FROM commune WHERE province_code = ANY ($1::text[]) AND ${inArea}
    ORDER BY code, valid_from`,
)
const page = statement(
  'places.page',
  `SELECT ${communeColumns} FROM commune
    WHERE ($1::text[] IS NULL OR ${inArea})
      AND ($4::date IS NULL OR (valid_from <= $4 AND (valid_until IS NULL OR valid_until >= $4)))
      AND ($5::text IS NULL OR (code, valid_from) > ($5, $6::date))
    ORDER BY code, valid_from LIMIT $7`,
)
const counts = statement(
  'places.counts',
  `SELECT province_code AS "provinceCode", valid_from::text AS "validFrom",
          count(*) FILTER (WHERE valid_from <= $1 AND (valid_until IS NULL OR valid_until >= $1))::int
            AS standing,
          count(*) FILTER (WHERE valid_until < $1)::int AS former
     FROM commune GROUP BY province_code, valid_from`,
)
const lastImport = statement(
  'places.last-import',
  `SELECT id AS version, imported_at AS at, added, changed FROM place_import
    ORDER BY id DESC LIMIT 1`,
)

/** How many communes of a province began on one day: those that stand, and those that are gone. */
export interface CommuneCount {
  readonly provinceCode: string
  readonly validFrom: LocalDate
  readonly standing: number
  readonly former: number
}

/** When the list last changed, and by how much. */
export interface PlaceImport {
  readonly version: number
  readonly at: Date
  readonly added: number
  readonly changed: number
}

/** Reads the communes that were imported. */
@Injectable()
export class Communes {
  constructor(private readonly database: Database) {}

  /** All that ever stood in an area: a province and those before whose area it holds. */
  ofArea(area: readonly Province[]): Promise<Commune[]> {
    return this.database.query<Commune>(ofArea, partsOf(area))
  }

  /** In the order of codes and days, after the one of that code and first day. */
  page(
    { area, on }: { readonly area: readonly Province[] | null; readonly on: LocalDate | null },
    after: readonly [code: string, validFrom: LocalDate] | null,
    limit: number,
  ): Promise<Commune[]> {
    const parts = area === null ? [null, null, null] : partsOf(area)
    return this.database.query<Commune>(page, [...parts, on, ...(after ?? [null, null]), limit])
  }

  counts(on: LocalDate): Promise<CommuneCount[]> {
    return this.database.query<CommuneCount>(counts, [on])
  }

  /** Null while nothing was imported. */
  async lastImport(): Promise<PlaceImport | null> {
    return (await this.database.first<PlaceImport>(lastImport)) ?? null
  }
}

const partsOf = (area: readonly Province[]): readonly unknown[] => [
  area.map(({ code }) => code),
  area.map(({ validFrom }) => validFrom),
  area.map(({ validTo }) => validTo),
]
