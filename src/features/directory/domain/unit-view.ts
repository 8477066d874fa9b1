import type { Sector } from '../../../platform/access/sectors.js'
import type { OpeningHours } from './opening-hours.js'
import type { Places } from './places.js'
import type { ServiceType } from './service-types.js'

/**
 * What anybody at work may know of a unit. Where a shelter lies is not among it: a leaked address
 * can kill, and who needs to go there is brought there.
 */
export interface UnitView {
  readonly id: string
  readonly name: string
  readonly agencyId: string
  readonly agencyName: string
  readonly sector: Sector
  readonly provinceCode: string
  /** Never a shelter's. */
  readonly commune: string | null
  /** For a shelter the number of the hotline through which it is reached. */
  readonly phone: string | null
  /** The place is kept secret: neither commune nor own number are told. */
  readonly isHidden: boolean
  readonly services: readonly ServiceType[]
  /** First and last completed year of age served; null = no limit. */
  readonly ages: { readonly from: number | null; readonly to: number | null }
  /** Sexes served; empty = everybody. */
  readonly sexes: readonly string[]
  readonly languages: readonly string[]
  readonly hours: OpeningHours
  readonly timeZone: string
  readonly takingReferrals: boolean
  /** The day on which the entry was last checked (`YYYY-MM-DD`). */
  readonly assuredOn: string | null
  readonly active: boolean
  /** False: nobody there can sign in; referrals reach it by a one-time link or on paper. */
  readonly onBenAn: boolean
  readonly supervisionId: string
  /** As last told; null where the unit does not count them. */
  readonly places: Places | null
  readonly version: number
}

/** A number that anybody may call. */
export interface Hotline {
  readonly agencyId: string
  readonly provinceCode: string
  readonly phone: string
}

/** Is the place of such a unit kept secret? */
export const isPlaceHidden = (sector: Sector): boolean => sector === 'shelter'

/** The hotline to reach a hidden unit through: its own agency's, else its province's, else any. */
const hotlineFor = (
  { agencyId, provinceCode }: Pick<UnitView, 'agencyId' | 'provinceCode'>,
  hotlines: readonly Hotline[],
): string | null =>
  (
    hotlines.find((hotline) => hotline.agencyId === agencyId) ??
    hotlines.find((hotline) => hotline.provinceCode === provinceCode) ??
    hotlines[0]
  )?.phone ?? null

/** Takes the place out of a unit that must not be found. */
export const withoutHiddenPlace = (unit: UnitView, hotlines: readonly Hotline[]): UnitView =>
  isPlaceHidden(unit.sector)
    ? { ...unit, commune: null, phone: hotlineFor(unit, hotlines), isHidden: true }
    : unit
