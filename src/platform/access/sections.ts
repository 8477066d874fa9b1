/** Sections of one class are encrypted under the same data key of a case. */
export const keyClasses = ['identity', 'clinical', 'general'] as const

export type KeyClass = (typeof keyClasses)[number]

/**
 * The parts of a case that are shown, shared and encrypted as one. Bits are stored: a number is
 * never given to another section. `safety` holds where the person is sheltered, so it is place
 * as much as the address is; `contact` must never repeat it, because police may see `contact`.
 */
const table = {
  identity: { bit: 0, keyClass: 'identity' },
  contact: { bit: 1, keyClass: 'identity' },
  family: { bit: 2, keyClass: 'identity' },
  incident: { bit: 3, keyClass: 'general' },
  safety: { bit: 4, keyClass: 'identity' },
  health: { bit: 5, keyClass: 'clinical' },
  psychosocial: { bit: 6, keyClass: 'clinical' },
  legal: { bit: 7, keyClass: 'general' },
  services: { bit: 8, keyClass: 'general' },
  reintegration: { bit: 9, keyClass: 'general' },
} as const satisfies Record<string, { bit: number; keyClass: KeyClass }>

export type Section = keyof typeof table

/** All sections in the order of their bits, which is also the order people read them in. */
export const sections: readonly Section[] = [
  'identity',
  'contact',
  'family',
  'incident',
  'safety',
  'health',
  'psychosocial',
  'legal',
  'services',
  'reintegration',
]

/** Is this text one of the ten sections? */
export const isSection = (text: string): text is Section => Object.hasOwn(table, text)

/** The class of data key that seals the section. */
export const keyClassOf = (section: Section): KeyClass => table[section].keyClass

/** The stable bit number of the section, identity = 0 … reintegration = 9. */
export const bitOf = (section: Section): number => table[section].bit

/** A 32-bit mask with one bit per section. */
export const maskOf = (some: Iterable<Section>): number => {
  let mask = 0
  for (const section of some) mask |= 1 << table[section].bit
  return mask
}

/** The sections of a mask, in their fixed order; unknown bits mean nothing. */
export const sectionsOf = (mask: number): Section[] =>
  sections.filter((section) => (mask & (1 << table[section].bit)) !== 0)

/** Every section there is. */
export const allSections: number = maskOf(sections)
