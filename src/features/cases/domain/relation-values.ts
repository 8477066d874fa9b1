import type { FormValues } from '../../forms/index.js'
import type { RelatedPerson } from './case-content.js'
import type { Sex } from './sexes.js'
import { answerIn, beside, known, more, textIn } from './value-parts.js'

const places = ['name', 'relationOther', 'phone', 'accounts', 'sex']

type RelatedRole = 'dependant' | 'guardian' | 'contact' | 'alleged-perpetrator'

/** Somebody around the victim, as the form asks it. */
export const relationValues = (
  { name, relationship, phone, accounts, more: others = {} }: RelatedPerson,
  sex: Sex,
): FormValues => ({
  ...others,
  ...known({
    name,
    relationOther: relationship,
    phone,
    accounts,
    sex: sex === 'unknown' ? null : sex,
  }),
})

/** What a form about somebody around the victim becomes. */
export interface RelationWritten {
  readonly person: RelatedPerson
  readonly role: RelatedRole
  readonly sex: Sex
}

/** What is stored of a checked form. */
export const relationOf = (values: FormValues): RelationWritten => ({
  person: {
    name: textIn(values, 'name'),
    relationship: textIn(values, 'relationOther'),
    phone: textIn(values, 'phone'),
    accounts: textIn(values, 'accounts'),
    ...more(beside(values, places)),
  },
  role: roleOf(values),
  sex: (textIn(values, 'sex') ?? 'unknown') as Sex,
})

// Suspicion comes first: who is suspected is treated as such, whoever they are beside it.
const roleOf = (values: FormValues): RelatedRole => {
  if (values['suspicion'] === 'suspected') return 'alleged-perpetrator'
  if (answerIn(values, 'isGuardian') === true) return 'guardian'
  return values['relationType'] === 'child' ? 'dependant' : 'contact'
}
