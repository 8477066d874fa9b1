import type { Section } from '../platform/access/sections.js'
import type { Sector, ServiceType } from '../features/directory/index.js'
import type { Sex } from '../features/cases/index.js'
import type { DemoKind } from './narratives.js'
import { demoUnits, type DemoProvince, type DemoUnit } from './places.js'
import type { Chance } from './random.js'

/** A service, and the sector that gives it. */
export interface DemoNeed {
  readonly service: ServiceType
  readonly sector: Sector
}

const need = (sector: Sector, service: ServiceType): DemoNeed => ({ sector, service })

const needsOf: Readonly<Record<DemoKind, readonly DemoNeed[]>> = {
  sextortion: [
    need('womens-services', 'PSS_BASIC'),
    need('health', 'MHPSS_SPECIAL'),
    need('police', 'POLICE'),
    need('police', 'TAKEDOWN'),
    need('hotline', 'TAKEDOWN'),
    need('legal-aid', 'LEGAL'),
    need('child-protection', 'MHPSS_FOCUSED'),
  ],
  images: [
    need('police', 'POLICE'),
    need('hotline', 'TAKEDOWN'),
    need('legal-aid', 'LEGAL'),
    need('health', 'MHPSS_SPECIAL'),
    need('womens-services', 'PSS_BASIC'),
  ],
  'scam-centre': [
    need('shelter', 'SHELTER'),
    need('health', 'HEALTH'),
    need('legal-aid', 'DOCS'),
    need('police', 'DOCS'),
    need('womens-services', 'LIVELIHOOD'),
    need('anti-trafficking', 'CASH'),
  ],
  partner: [
    need('shelter', 'SHELTER'),
    need('health', 'HEALTH'),
    need('legal-aid', 'LEGAL'),
    need('police', 'SAFETY'),
    need('womens-services', 'PSS_BASIC'),
  ],
  trafficking: [
    need('shelter', 'SHELTER'),
    need('health', 'HEALTH'),
    need('legal-aid', 'DOCS'),
    need('womens-services', 'LIVELIHOOD'),
    need('anti-trafficking', 'CASH'),
    need('police', 'POLICE'),
  ],
}

// Given by several units, so that another can step in where one declines.
const sharedService: Readonly<Record<DemoKind, ServiceType>> = {
  sextortion: 'TAKEDOWN',
  images: 'TAKEDOWN',
  'scam-centre': 'DOCS',
  partner: 'PSS_BASIC',
  trafficking: 'PSS_BASIC',
}

/** Of whom the need is. */
export interface Needy {
  readonly kind: DemoKind
  readonly sex: Sex
  readonly age: number
  readonly province: DemoProvince
  /** The unit that leads the case. */
  readonly unit: string
}

const isFor = ({ sex, age, unit }: Needy, candidate: DemoUnit): boolean =>
  candidate.takingReferrals &&
  candidate.key !== unit &&
  (candidate.ages[0] ?? 0) <= age &&
  age <= (candidate.ages[1] ?? Infinity) &&
  (sex !== 'male' || !['womens-services', 'shelter'].includes(candidate.sector))

/** Where to turn: the service, and as many units as are asked one after the other. */
export interface Turn {
  readonly service: ServiceType
  readonly units: readonly DemoUnit[]
}

/** A service for this person and the units to ask for it, near ones first, none of them twice. */
export const turnFor = (person: Needy, count: number, chance: Chance): Turn => {
  const chosen =
    count > 1
      ? { service: sharedService[person.kind], sector: null }
      : chance.oneOf(needsOf[person.kind].filter((each) => unitsFor(person, each).length > 0))
  const near = unitsFor(person, chosen).sort(
    (one, other) => rank(person, one) - rank(person, other),
  )
  return {
    service: chosen.service,
    units: Array.from({ length: count }, (_, at) => near[at] ?? chance.oneOf(near)),
  }
}

const unitsFor = (
  person: Needy,
  { service, sector }: { readonly service: ServiceType; readonly sector: Sector | null },
): DemoUnit[] =>
  demoUnits.filter(
    (unit) =>
      unit.onBenAn &&
      isFor(person, unit) &&
      unit.services.includes(service) &&
      (sector === null || unit.sector === sector),
  )

const rank = ({ province }: Needy, unit: DemoUnit): number => (unit.province === province ? 0 : 1)

/** What goes along to a unit of this sector: what it needs for its work. */
export const sectionsFor: Readonly<Record<Sector, readonly Section[]>> = {
  'child-protection': ['identity', 'contact', 'family', 'incident', 'safety'],
  'womens-services': ['identity', 'contact', 'incident', 'safety'],
  police: ['identity', 'contact', 'incident'],
  health: ['identity', 'contact', 'incident', 'health'],
  shelter: ['identity', 'contact', 'family', 'safety'],
  'legal-aid': ['identity', 'contact', 'incident', 'legal'],
  'anti-trafficking': ['identity', 'contact', 'incident', 'safety'],
  hotline: ['identity', 'contact', 'safety'],
}
