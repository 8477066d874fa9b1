import type { Section } from '../../../platform/access/sections.js'
import type {
  IncidentContent,
  PersonIdentity,
  RelatedPerson,
  SafeContact,
} from '../domain/case-content.js'
import type { Findable } from '../domain/search-keys.js'

/** Where something that can be found stands: who may see the section finds it. */
export interface FindablePlace {
  readonly section: Section
  /** The row it is written in; null for the section's own text. */
  readonly sourceId: string | null
}

export interface FoundBy extends FindablePlace {
  readonly findable: Findable
}

/** The victim, by name. */
export const victimFoundBy = (
  personId: string,
  section: Section,
  { name }: Pick<PersonIdentity, 'name'>,
): FoundBy => ({ section, sourceId: personId, findable: { names: [name] } })

/** Somebody beside the victim: a mother calls, an account turns up again. */
export const relatedFoundBy = (
  personId: string,
  section: Section,
  { name, phone, accounts }: Pick<RelatedPerson, 'name' | 'phone' | 'accounts'>,
): FoundBy => ({
  section,
  sourceId: personId,
  findable: { names: [name], phones: [phone], handles: [accounts] },
})

export const contactFoundBy = ({ phone }: Pick<SafeContact, 'phone'>): FoundBy => ({
  section: 'contact',
  sourceId: null,
  findable: { phones: [phone] },
})

export const incidentFoundBy = (
  incidentId: string,
  { accounts }: Pick<IncidentContent, 'accounts'>,
): FoundBy => ({ section: 'incident', sourceId: incidentId, findable: { handles: [accounts] } })
