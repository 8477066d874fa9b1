import type { Sector } from '../../../platform/access/sectors.js'
import { sections, type Section } from '../../../platform/access/sections.js'

/**
 * What each sector needs to know to do its work, and no more (inter-agency referral form: share
 * need-to-know only). Counselling notes go to health alone, whose clinicians carry such care on.
 * Police never get counselling, health or the shelter's place, which is in `safety`; nor do those
 * who only advise. A shelter need not know what was done to a person in order to protect her.
 */
const defaults: Readonly<Record<Sector, readonly Section[]>> = {
  'child-protection': [
    'identity',
    'contact',
    'family',
    'incident',
    'safety',
    'health',
    'legal',
    'services',
    'reintegration',
  ],
  'womens-services': [
    'identity',
    'contact',
    'family',
    'incident',
    'safety',
    'legal',
    'services',
    'reintegration',
  ],
  police: ['identity', 'contact', 'incident', 'legal'],
  health: ['identity', 'contact', 'incident', 'health', 'psychosocial'],
  shelter: ['identity', 'contact', 'family', 'safety', 'health', 'services', 'reintegration'],
  'legal-aid': ['identity', 'contact', 'family', 'incident', 'legal'],
  'anti-trafficking': [
    'identity',
    'contact',
    'family',
    'incident',
    'safety',
    'legal',
    'services',
    'reintegration',
  ],
  hotline: ['identity', 'contact', 'safety', 'services'],
}

/** Sections a unit of this sector may see at most, unless a person decides otherwise. */
export const sectorDefault = (sector: Sector): readonly Section[] => defaults[sector]

/** What narrows a hand-off. */
export interface SharingAsked {
  readonly requested: readonly Section[]
  /** By consent, or by another legal basis. */
  readonly consented: readonly Section[]
  readonly sector: Sector
}

/** Sections shown after acceptance: asked for ∩ consented ∩ sector default, in fixed order. */
export const sharedSections = ({ requested, consented, sector }: SharingAsked): Section[] =>
  sections.filter(
    (section) =>
      requested.includes(section) &&
      consented.includes(section) &&
      defaults[sector].includes(section),
  )

export const withheldReasons = ['not_consented', 'beyond_sector'] as const

/** A section asked for that stays behind, and why. */
export interface WithheldSection {
  readonly section: Section
  readonly why: (typeof withheldReasons)[number]
}

/** The sections asked for that are not shared, each with its reason. */
export const withheldSections = ({
  requested,
  consented,
  sector,
}: SharingAsked): WithheldSection[] => {
  const shared = sharedSections({ requested, consented, sector })
  return sections
    .filter((section) => requested.includes(section) && !shared.includes(section))
    .map((section) => ({
      section,
      why: defaults[sector].includes(section) ? 'not_consented' : 'beyond_sector',
    }))
}
