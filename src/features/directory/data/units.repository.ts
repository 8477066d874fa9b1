import { Injectable } from '@nestjs/common'
import { Database } from '../../../platform/database/transactions.js'
import { statement } from '../../../platform/database/statement.js'
import { isServiceType } from '../domain/service-types.js'
import type { UnitFilter } from '../domain/unit-filter.js'
import {
  isPlaceHidden,
  withoutHiddenPlace,
  type Hotline,
  type UnitView,
} from '../domain/unit-view.js'
import type { NewPlaces, Places } from '../domain/places.js'
import { openingHoursOf } from './stored-hours.js'
import { Unit } from './unit.entity.js'

// Đ comes after D; bytes alone would put it after Z.
const vietnamese = '"vi-x-icu"'

interface UnitRow extends Omit<Unit, 'agency'> {
  readonly agencyId: string
  readonly agencyName: string
}

const columns = `u.id, u.name, u.agency_id AS "agencyId", a.name AS "agencyName", u.sector,
  u.province_code AS "provinceCode", u.commune, u.phone, u.services, u.min_age AS "minAge",
  u.max_age AS "maxAge", u.sexes, u.languages, u.hours, u.time_zone AS "timeZone",
  u.taking_referrals AS "takingReferrals", u.assured_on::text AS "assuredOn",
  u.active AND a.active AS active, u.supervision_id AS "supervisionId", u.on_ben_an AS "onBenAn",
  u.places_total AS "placesTotal", u.places_free AS "placesFree", u.places_at AS "placesAt", u.version`

// Asked with every referral shown.
const byIds = statement(
  'directory.units',
  `SELECT ${columns} FROM unit u JOIN agency a ON a.id = u.agency_id WHERE u.id = ANY ($1::uuid[])`,
)
const hotlines = statement(
  'directory.hotlines',
  `SELECT agency_id AS "agencyId", province_code AS "provinceCode", phone FROM unit
    WHERE sector = 'hotline' AND active AND phone IS NOT NULL ORDER BY name, id`,
)

const tellPlaces = statement(
  'directory.tell-places',
  `SELECT guard.tell_places($1, $2, $3, $4) AS told`,
)

/** Reads units. Everything it gives has passed `withoutHiddenPlace`. */
@Injectable()
export class UnitsRepository {
  constructor(private readonly database: Database) {}

  /** Units by id, also those no longer active: old referrals still name them. */
  async byIds(ids: readonly string[]): Promise<UnitView[]> {
    if (ids.length === 0) return []
    return this.told((await this.database.query<UnitRow>(byIds, [ids])).map(viewOf))
  }

  /** Active units in the order of their names, up to `limit`, after the one with that id. */
  async active(filter: UnitFilter, after: string | null, limit: number): Promise<UnitView[]> {
    const query = this.database.manager
      .createQueryBuilder(Unit, 'u')
      .innerJoinAndSelect('u.agency', 'a')
      .where('u.active AND a.active')
      .addSelect(`u.name COLLATE ${vietnamese}`, 'sorted_name')
      .orderBy('sorted_name')
      .addOrderBy('u.id')
      .limit(limit)
    if (filter.sector !== undefined) query.andWhere('u.sector = :sector', { sector: filter.sector })
    if (filter.service !== undefined)
      query.andWhere('u.services @> ARRAY[:service]::text[]', { service: filter.service })
    if (filter.provinceCode !== undefined)
      query.andWhere('u.province_code = :province', { province: filter.provinceCode })
    if (filter.takingReferrals !== undefined)
      query.andWhere('u.taking_referrals = :taking', { taking: filter.takingReferrals })
    if (after !== null)
      query.andWhere(
        `(u.name COLLATE ${vietnamese}, u.id) >
           (SELECT last.name COLLATE ${vietnamese}, last.id FROM unit last WHERE last.id = :after)`,
        { after },
      )
    return this.told(
      (await query.getMany()).map(({ agency, ...unit }) =>
        viewOf({ ...unit, agencyId: agency.id, agencyName: agency.name }),
      ),
    )
  }

  /** Of the unit whose supervisor asks; false where it was changed since that version. */
  async tellPlaces(places: NewPlaces, version: number, at: Date): Promise<boolean> {
    const [row] = await this.database.query<{ told: boolean }>(tellPlaces, [
      places?.total ?? null,
      places?.free ?? null,
      version,
      at,
    ])
    return row?.told === true
  }

  private async told(units: readonly UnitView[]): Promise<UnitView[]> {
    if (!units.some(({ sector }) => isPlaceHidden(sector))) return [...units]
    const known = await this.database.query<Hotline>(hotlines)
    return units.map((unit) => withoutHiddenPlace(unit, known))
  }
}

const viewOf = ({
  minAge,
  maxAge,
  hours,
  services,
  placesTotal,
  placesFree,
  placesAt,
  ...unit
}: UnitRow): UnitView => ({
  ...unit,
  isHidden: false,
  services: services.filter(isServiceType),
  ages: { from: minAge, to: maxAge },
  hours: openingHoursOf(hours),
  places: placesOf(placesTotal, placesFree, placesAt),
})

const placesOf = (total: number | null, free: number | null, at: Date | null): Places | null =>
  total === null || free === null || at === null ? null : { total, free, at }
