import type { LocalDate } from '../../../platform/clock/local-time.js'
import type { FormValues } from '../../forms/index.js'
import { ageBandOf, ageFrom, type AgeBand } from './age.js'
import type { PersonIdentity } from './case-content.js'
import type { Language } from './languages.js'
import type { Sex } from './sexes.js'
import { beside, known, more, textIn } from './value-parts.js'

/** What of the victim lies plainly with the case. */
export interface PlainIdentity {
  readonly sex: Sex
  readonly language: Language
  readonly provinceCode: string | null
  readonly commune: string | null
}

const places = [
  'name',
  'birthDate',
  'statedAge',
  'address',
  'sex',
  'language',
  'provinceCode',
  'commune',
]

/** Who the victim is, as the form asks it. A stated age is told as it is by now. */
export const identityValues = (
  { name, birthDate, statedAge, address, more: others = {} }: PersonIdentity,
  plain: Partial<PlainIdentity>,
  today: LocalDate,
): FormValues => ({
  ...others,
  ...known({
    name,
    birthDate,
    statedAge: statedAge === null ? null : ageFrom({ birthDate: null, stated: statedAge }, today),
    address,
    ...plain,
  }),
})

/** What a form of identity becomes, and what follows from it. */
export interface IdentityWritten extends PlainIdentity {
  readonly identity: PersonIdentity
  readonly ageBand: AgeBand
}

/** What is stored of a checked form; sex and language are there, or the form would not have fitted. */
export const identityOf = (
  values: FormValues,
  before: PersonIdentity,
  today: LocalDate,
): IdentityWritten => {
  const { statedAge } = values
  const identity: PersonIdentity = {
    name: textIn(values, 'name'),
    birthDate: textIn(values, 'birthDate'),
    statedAge: typeof statedAge === 'number' ? statedOn(statedAge, before, today) : null,
    address: textIn(values, 'address'),
    ...more(beside(values, places)),
  }
  return {
    identity,
    ageBand: ageBandOf(
      ageFrom({ birthDate: identity.birthDate, stated: identity.statedAge }, today),
    ),
    // Their lists hold these codes only.
    sex: (values['sex'] ?? 'unknown') as Sex,
    language: (values['language'] ?? 'und') as Language,
    provinceCode: textIn(values, 'provinceCode'),
    commune: textIn(values, 'commune'),
  }
}

// An age that was not touched was told when it was told, not today.
const statedOn = (
  years: number,
  { statedAge: before }: PersonIdentity,
  today: LocalDate,
): PersonIdentity['statedAge'] =>
  before !== null && ageFrom({ birthDate: null, stated: before }, today) === years
    ? before
    : { years, on: today }
