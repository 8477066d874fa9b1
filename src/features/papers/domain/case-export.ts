import { randomInt } from 'node:crypto'
import { sections, type Section } from '../../../platform/access/sections.js'

export const exportPurposes = ['person', 'court', 'authority'] as const

/** Whom the file is for. */
export type ExportPurpose = (typeof exportPurposes)[number]

/** Where the person is sheltered: never in a file unless somebody says so. */
const placeOfShelter: Section = 'safety'

/** What the form begins with: everything but the place of shelter. */
export const sectionsToBeginWith = (seen: readonly Section[]): readonly Section[] =>
  sections.filter((section) => section !== placeOfShelter && seen.includes(section))

// Without letters and figures that are mistaken for each other when they are copied from a screen.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password made by the system: 16 letters of 31, over 79 bits, in groups that can be read out. */
export const madePassword = (): string =>
  Array.from({ length: 4 }, () =>
    Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join(''),
  ).join('-')
