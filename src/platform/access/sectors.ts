/** What a unit is there for; every unit has exactly one sector. */
export const sectors = [
  'child-protection',
  'womens-services',
  'police',
  'health',
  'shelter',
  'legal-aid',
  'anti-trafficking',
  'hotline',
] as const

export type Sector = (typeof sectors)[number]

/** Is this text one of the eight sectors? */
export const isSector = (text: string): text is Sector => sectors.some((sector) => sector === text)
