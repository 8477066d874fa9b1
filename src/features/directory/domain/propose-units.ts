import type { Sector } from '../../../platform/access/sectors.js'
import { isOpenAt, type OpeningHours } from './opening-hours.js'
import type { ServiceType } from './service-types.js'

/** What a person needs; codes of sex and language are those of the case. */
export interface UnitNeed {
  readonly service: ServiceType
  /** Key of the province where the person is, or null if unknown. */
  readonly province: string | null
  /** Completed years, or null if unknown. */
  readonly ageInYears: number | null
  readonly sex: string
  readonly language: string
  /** The moment of asking: decides who is open. */
  readonly at: Date
  /** Units not to be proposed: the sender, those that declined, those with a conflict of interest. */
  readonly except?: readonly string[]
  /** Also units of other provinces, when none of this one fits. */
  readonly anywhere?: boolean
}

/** What the directory knows of a unit. */
export interface UnitOffer {
  readonly id: string
  readonly sector: Sector
  readonly acceptsReferrals: boolean
  readonly services: readonly ServiceType[]
  /** Keys of provinces served, or null for the whole country. */
  readonly provinces: readonly string[] | null
  /** First and last completed year of age served; null = no limit. */
  readonly ages: { readonly from: number | null; readonly to: number | null }
  /** Sexes served, or null for everybody. */
  readonly sexes: readonly string[] | null
  readonly languages: readonly string[]
  readonly hours: OpeningHours
  readonly timeZone: string
  /** Free places, or null if the unit does not count them. */
  readonly freePlaces: number | null
}

// Weights order three wishes: being understood, being received now, being near.
const weights = {
  'speaks-language': 4,
  'no-common-language': 0,
  'open-now': 3,
  'closed-now': 0,
  'places-free': 3,
  'places-unknown': 2,
  full: 0,
  'in-province': 2,
  nationwide: 1,
  'other-province': 0,
  'place-unknown': 0,
  'age-unknown': 0,
  'sex-unknown': 0,
} as const satisfies Record<string, number>

/** Why a unit stands where it stands in the ranking; also the key of the words people read. */
export type ProposalReason = keyof typeof weights

// Object.keys forgets the keys' type; the table is closed.
export const proposalReasons = Object.keys(weights) as readonly ProposalReason[]

/** A unit that can help, how well it fits, and why. */
export interface UnitProposal<Unit extends UnitOffer = UnitOffer> {
  readonly unit: Unit
  readonly score: number
  readonly reasons: readonly ProposalReason[]
}

const serves = ({ province }: UnitNeed, { provinces }: UnitOffer): boolean =>
  province === null || provinces === null || provinces.includes(province)

// What the person is decides whether a unit is there for them; what is unknown excludes nobody.
const isFor = (need: UnitNeed, unit: UnitOffer): boolean =>
  unit.acceptsReferrals &&
  !need.except?.includes(unit.id) &&
  unit.services.includes(need.service) &&
  (need.anywhere === true || serves(need, unit)) &&
  (need.ageInYears === null ||
    ((unit.ages.from ?? 0) <= need.ageInYears && need.ageInYears <= (unit.ages.to ?? Infinity))) &&
  (need.sex === 'unknown' || unit.sexes === null || unit.sexes.includes(need.sex))

const placeReason = (need: UnitNeed, unit: UnitOffer): ProposalReason => {
  if (unit.provinces === null) return 'nationwide'
  if (need.province === null) return 'place-unknown'
  return serves(need, unit) ? 'in-province' : 'other-province'
}

const roomReason = ({ freePlaces }: UnitOffer): ProposalReason => {
  if (freePlaces === null) return 'places-unknown'
  return freePlaces > 0 ? 'places-free' : 'full'
}

const reasonsFor = (need: UnitNeed, unit: UnitOffer): ProposalReason[] => {
  const hasAgeLimit = unit.ages.from !== null || unit.ages.to !== null
  return [
    placeReason(need, unit),
    unit.languages.includes(need.language) ? 'speaks-language' : 'no-common-language',
    isOpenAt(unit.hours, need.at, unit.timeZone) ? 'open-now' : 'closed-now',
    roomReason(unit),
    ...(need.ageInYears === null && hasAgeLimit ? (['age-unknown'] as const) : []),
    ...(need.sex === 'unknown' && unit.sexes !== null ? (['sex-unknown'] as const) : []),
  ]
}

/**
 * Units that can help, best first, each with its reasons. Equal units keep the order they came in.
 * It proposes; the worker and the person choose.
 */
export const proposeUnits = <Unit extends UnitOffer>(
  need: UnitNeed,
  units: readonly Unit[],
): UnitProposal<Unit>[] =>
  units
    .filter((unit) => isFor(need, unit))
    .map((unit) => {
      const reasons = reasonsFor(need, unit)
      return { unit, reasons, score: reasons.reduce((sum, reason) => sum + weights[reason], 0) }
    })
    // A full house comes after every house with a bed, however near it is.
    .sort((one, other) => Number(isFull(one)) - Number(isFull(other)) || other.score - one.score)

const isFull = ({ reasons }: UnitProposal): boolean => reasons.includes('full')
