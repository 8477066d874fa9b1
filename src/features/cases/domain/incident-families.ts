import type { Sector } from '../../../platform/access/sectors.js'

/** Families of incident types. Ages are completed years at the time of the incident. */
interface Family {
  readonly from: number
  readonly below: number
  /** Sectors worth offering because of what happened, besides those the age asks for. */
  readonly sectors: readonly Sector[]
}

// Image-based abuse of someone under 18 is sexual abuse of a child and is coded there. The split
// is a rule of this code list (after Hanoi Convention arts. 14 and 16), not of one country's law.
const families = {
  csea: { from: 0, below: 18, sectors: ['police', 'health', 'legal-aid'] },
  ncii: { from: 18, below: Infinity, sectors: ['police', 'legal-aid'] },
  tfgbv: { from: 0, below: Infinity, sectors: ['police', 'legal-aid'] },
  gbv: { from: 0, below: Infinity, sectors: ['health', 'shelter', 'police', 'legal-aid'] },
  tip: {
    from: 0,
    below: Infinity,
    sectors: ['anti-trafficking', 'shelter', 'police', 'legal-aid'],
  },
  cp: { from: 0, below: Infinity, sectors: [] },
} as const satisfies Record<string, Family>

export type IncidentFamily = keyof typeof families

/** csea = sexual exploitation and abuse of children, ncii = image-based abuse of adults, tfgbv = other technology-facilitated and gbv = other gender-based violence, tip = trafficking in persons, cp = other child protection. */
export const incidentFamilies: readonly IncidentFamily[] = [
  'csea',
  'ncii',
  'tfgbv',
  'gbv',
  'tip',
  'cp',
]

/** Sectors worth offering because of the kind of incident. */
export const sectorsOfFamily = (family: IncidentFamily): readonly Sector[] =>
  families[family].sectors

/** Is the family offered for a victim of this age? An unknown age counts as a child's. */
export const isFamilyOffered = (family: IncidentFamily, ageAtIncident: number | null): boolean => {
  const { from, below } = families[family]
  return ageAtIncident === null ? from === 0 : from <= ageAtIncident && ageAtIncident < below
}
