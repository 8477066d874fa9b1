import { sectorDefault } from '../../../platform/access/sector-defaults.js'
import type { Sector } from '../../../platform/access/sectors.js'
import { sections, type Section } from '../../../platform/access/sections.js'

export { sectorDefault }

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
      sectorDefault(sector).includes(section),
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
      why: sectorDefault(sector).includes(section) ? 'not_consented' : 'beyond_sector',
    }))
}
