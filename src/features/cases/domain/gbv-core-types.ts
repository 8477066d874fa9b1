/**
 * GBVIMS core types in the order of the classification tool: the first question answered yes gives
 * the type. Violence through technology has no core type of its own: code the core type and mark
 * the incident as technology-facilitated.
 */
export const gbvCoreTypes = [
  'rape',
  'sexual_assault',
  'physical_assault',
  'forced_marriage',
  'denial_of_resources_opportunities_or_services',
  'psychological_emotional_abuse',
  'non-gbv',
] as const

export type GbvCoreType = (typeof gbvCoreTypes)[number]

/** The core type of an incident to which several questions were answered yes. */
export const coreTypeOf = (answeredYes: readonly GbvCoreType[]): GbvCoreType =>
  gbvCoreTypes.find((type) => answeredYes.includes(type)) ?? 'non-gbv'
