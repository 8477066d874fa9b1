import type { Section } from '../../../platform/access/sections.js'
import type {
  IncidentContent,
  PersonIdentity,
  RelatedPerson,
  SafeContact,
} from '../domain/case-content.js'
import type { FormValues } from '../../forms/index.js'
import type { Findable } from '../domain/search-keys.js'
import { textIn } from '../domain/value-parts.js'

/** Where something that can be found stands: who may see the section finds it. */
export interface FindablePlace {
  readonly section: Section
  /** The row it is written in; null for the section's own text. */
  readonly sourceId: string | null
}

export interface FoundBy extends FindablePlace {
  readonly findable: Findable
}

/** The victim, by each of their names. */
export const victimFoundBy = (
  personId: string,
  section: Section,
  { name, more = {} }: Pick<PersonIdentity, 'name' | 'more'>,
): FoundBy => ({
  section,
  sourceId: personId,
  findable: { names: [name, textIn(more, 'otherNames')] },
})

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

/** What of a record can be found; null for forms that tell nobody apart. Taken away, it is found no more. */
export const recordFoundBy = (
  { code, section }: { readonly code: string; readonly section: Section },
  recordId: string,
  values: FormValues | null,
): FoundBy | null => {
  const place = { section, sourceId: recordId }
  const text = (field: string): string | null => (values === null ? null : textIn(values, field))
  switch (code) {
    case 'identity':
      return { ...place, findable: { names: [text('name'), text('otherNames')] } }
    case 'relation':
    case 'alleged-perpetrator':
      return relatedFoundBy(recordId, section, {
        name: text('name'),
        phone: text('phone'),
        accounts: text('accounts'),
      })
    case 'incident':
      return incidentFoundBy(recordId, { accounts: text('accounts') })
    default:
      return null
  }
}
