import { isSector } from '../../../platform/access/sectors.js'
import { isServiceType } from '../domain/service-types.js'
import type { UnitFilter } from '../domain/unit-filter.js'

/** What the address line asks for; anything unknown narrows nothing. */
export interface DirectoryQuery {
  readonly sector?: unknown
  readonly service?: unknown
  readonly province?: unknown
  readonly after?: unknown
}

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined

export const filterOf = (query: DirectoryQuery): UnitFilter => {
  const sector = textOf(query.sector)
  const service = textOf(query.service)
  return {
    sector: sector !== undefined && isSector(sector) ? sector : undefined,
    service: service !== undefined && isServiceType(service) ? service : undefined,
    provinceCode: textOf(query.province),
  }
}

/** The address of the directory narrowed so. */
export const directoryPath = (filter: UnitFilter, after?: string): string => {
  const query = new URLSearchParams(
    Object.entries({
      sector: filter.sector,
      service: filter.service,
      province: filter.provinceCode,
      after,
    }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  ).toString()
  return query === '' ? '/directory' : `/directory?${query}`
}
