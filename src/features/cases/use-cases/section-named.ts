import { isSection, type Section } from '../../../platform/access/sections.js'
import { NotFound } from '../../../platform/errors/not-found.js'

/** The section an address names; what is none is a section that does not exist. @throws NotFound */
export const sectionNamed = (name: string, caseId: string): Section => {
  if (!isSection(name)) throw new NotFound('section.read', 'case', caseId)
  return name
}
