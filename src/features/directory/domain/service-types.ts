import type { Sector } from '../../../platform/access/sectors.js'

interface ServiceRow {
  /** CPIMS+ (Primero) values; empty where CPIMS+ has no word for it. */
  readonly cpims: readonly string[]
  /** Sectors whose units usually give the service; a unit may always offer more. */
  readonly givenBy: readonly Sector[]
}

const child: readonly Sector[] = ['child-protection']
const social: readonly Sector[] = ['child-protection', 'womens-services', 'anti-trafficking']

const table = {
  SAFETY: {
    cpims: ['security_e_g_safe_shelter'],
    givenBy: ['police', 'child-protection', 'womens-services', 'shelter', 'hotline'],
  },
  SHELTER: {
    cpims: ['shelter', 'security_e_g_safe_shelter'],
    givenBy: ['shelter', 'womens-services', 'anti-trafficking'],
  },
  ALT_CARE: { cpims: ['alternative_care'], givenBy: child },
  HEALTH: { cpims: ['medical'], givenBy: ['health'] },
  CMR: { cpims: ['medical'], givenBy: ['health'] },
  SRH: { cpims: ['sexual_and_reproductive_health'], givenBy: ['health'] },
  NUTRITION: { cpims: ['nutrition'], givenBy: ['health'] },
  PSS_BASIC: {
    cpims: ['basic_psychosocial_support'],
    givenBy: [...social, 'shelter', 'hotline'],
  },
  MHPSS_FOCUSED: {
    cpims: ['focuses_non_specialized_mhpss_care'],
    givenBy: [...social, 'health', 'shelter'],
  },
  MHPSS_SPECIAL: { cpims: ['specialized_mhpss_services'], givenBy: ['health'] },
  LEGAL: { cpims: ['legal_support'], givenBy: ['legal-aid'] },
  POLICE: { cpims: [], givenBy: ['police'] },
  TAKEDOWN: { cpims: [], givenBy: ['police', 'hotline', 'child-protection', 'womens-services'] },
  DOCS: { cpims: ['documentation'], givenBy: ['legal-aid', 'police', ...social] },
  FTR: {
    cpims: ['family_tracing_and_reunification'],
    givenBy: ['child-protection', 'anti-trafficking'],
  },
  REPATRIATION: { cpims: ['relocation'], givenBy: ['anti-trafficking', 'police'] },
  EDUCATION: { cpims: ['education_formal', 'non_formal_education'], givenBy: social },
  LIVELIHOOD: { cpims: ['livelihoods'], givenBy: ['womens-services', 'anti-trafficking'] },
  CASH: { cpims: ['cash_assistance'], givenBy: social },
  FOOD_NFI: { cpims: ['food', 'non_food_items'], givenBy: [...social, 'shelter'] },
  DISABILITY: {
    cpims: ['services_for_children_with_disabilities'],
    givenBy: ['health', 'child-protection'],
  },
  // The full CPIMS+ value is cut off in the source, so none is exported.
  DURABLE: { cpims: [], givenBy: ['child-protection', 'anti-trafficking'] },
  WASH: { cpims: ['wash'], givenBy: ['health', 'shelter'] },
  OTHER: { cpims: ['other'], givenBy: [] },
} as const satisfies Record<string, ServiceRow>

export type ServiceType = keyof typeof table

// Object.keys forgets the keys' type; the table is closed.
/** Codes of everything one can refer a person for. */
export const serviceTypes = Object.keys(table) as readonly ServiceType[]

/** Is this text the code of a service? */
export const isServiceType = (text: string): text is ServiceType => Object.hasOwn(table, text)

/** What CPIMS+ calls the service; empty if it has no word. */
export const cpimsServicesOf = (service: ServiceType): readonly string[] => table[service].cpims

/** Sectors whose units usually give the service. */
export const sectorsGiving = (service: ServiceType): readonly Sector[] => table[service].givenBy

/** The services a unit of this sector usually gives. */
export const servicesOf = (sector: Sector): ServiceType[] =>
  serviceTypes.filter((service) => sectorsGiving(service).includes(sector))
