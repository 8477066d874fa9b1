import { DomainError } from '../../../platform/errors/domain-error.js'

/** How many places a unit has, and how many were free when somebody last counted. */
export interface Places {
  readonly total: number
  readonly free: number
  readonly at: Date
}

/** What a unit tells; null where it does not count its places. */
export type NewPlaces = Pick<Places, 'total' | 'free'> | null

/** Days after which a count says nothing any more. */
export const daysOfACount = 7

const day = 24 * 60 * 60 * 1000

/** Whether one can still go by the count. */
export const isRecent = ({ at }: Places, now: Date): boolean =>
  now.getTime() - at.getTime() <= daysOfACount * day

/** The most places a unit can tell. */
export const mostPlaces = 9999

/** More free places than there are, or a number that is no count. */
export class PlacesUnfit extends DomainError {
  readonly code = 'directory.places-unfit'

  override get kind() {
    return 'invalid' as const
  }
}

/** @throws PlacesUnfit */
export const checkPlaces = (places: NewPlaces): void => {
  if (places === null) return
  const { total, free } = places
  const isCount = (value: number): boolean =>
    Number.isInteger(value) && value >= 0 && value <= mostPlaces
  if (!isCount(total) || !isCount(free) || free > total) throw new PlacesUnfit()
}
