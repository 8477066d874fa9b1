import type { Section } from '../../../platform/access/sections.js'
import type { Form } from '../../forms/index.js'
import { sectionFormsWith } from '../domain/forms/section-forms.js'
import { knownLists } from './known-lists.js'

/** Every form of a case as it is shipped; what an installation adds is laid over it elsewhere. */
export const sectionForms: readonly Form[] = sectionFormsWith(knownLists)

const byCode: ReadonlyMap<string, Form> = new Map(sectionForms.map((form) => [form.code, form]))

/** The form behind a code, or null. */
export const sectionFormOf = (code: string): Form | null => byCode.get(code) ?? null

/** The forms of one section, in the order people fill them in. */
export const formsOfSection = (section: Section): Form[] =>
  sectionForms.filter((form) => form.section === section)
