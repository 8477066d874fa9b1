import type { Section } from '../../../platform/access/sections.js'
import type { Sector } from '../../../platform/access/sectors.js'

/** Characters of one note. */
export const longestNote = 10_000

/** Why a note is to be read no more. */
export const noteErrors = [
  'wrong_case',
  'wrong_section',
  'duplicate',
  'not_accurate',
  'other',
] as const

export type NoteError = (typeof noteErrors)[number]

// What a unit of this sector mostly writes about. What is said in counselling belongs to psychosocial
// alone, which supervisors do not read.
const usual: Readonly<Record<Sector, Section>> = {
  'child-protection': 'services',
  'womens-services': 'services',
  police: 'legal',
  health: 'health',
  shelter: 'safety',
  'legal-aid': 'legal',
  'anti-trafficking': 'reintegration',
  hotline: 'safety',
}

/** The section a note is proposed to belong to: the sector's, if the writer may write there. */
export const usualSection = (sector: Sector, writable: readonly Section[]): Section | undefined =>
  writable.includes(usual[sector]) ? usual[sector] : writable[0]
