import { randomUUID } from 'node:crypto'
import type { LocalDate } from '../../../platform/clock/local-time.js'
import { typedText, type Typed } from '../../../platform/web/form.js'
import { provincesOn } from '../../directory/index.js'
import { ageOn } from '../domain/age.js'
import { incidentFamilies, type IncidentFamily } from '../domain/incident-families.js'
import { incidentTypes, isOffered, type IncidentCode } from '../domain/incident-types.js'
import type { PlaceNames } from '../use-cases/heed-places.js'
import type { FieldErrors } from './complaints.js'
import { dateTyped } from './typed-date.js'

/** The intake as it is shown: what was typed, what does not fit, what there is to choose from. */
export interface IntakeView {
  readonly values: Typed
  readonly errors: FieldErrors
  /** Under which an intake in steps would be begun. */
  readonly startsAs: string
  /** Communes of the province chosen so far; undefined where there is no list of them. */
  readonly communes: readonly string[] | undefined
  /** What may have been meant, by field. */
  readonly names: PlaceNames
  readonly provinces: readonly { readonly code: string; readonly name: string }[]
  /** Families with the types offered for the age, as far as it is known by now. */
  readonly families: readonly {
    readonly family: IncidentFamily
    readonly types: readonly IncidentCode[]
  }[]
}

/** What is known of places beside what was typed. */
export interface IntakePlaces {
  readonly communes?: readonly string[] | null
  readonly names?: PlaceNames
}

/** The form, with the types that fit the age typed so far; all of them before an age is given. */
export const intakeView = (
  values: Typed,
  errors: FieldErrors,
  today: LocalDate,
  { communes = null, names = {} }: IntakePlaces = {},
): IntakeView => {
  const age = ageTyped(values, today)
  const types = incidentTypes.filter((type) => age === undefined || isOffered(type, age))
  return {
    values,
    errors,
    startsAs: randomUUID(),
    communes: communes ?? undefined,
    names,
    provinces: [...provincesOn(today)].sort((one, other) =>
      one.name.localeCompare(other.name, 'vi'),
    ),
    families: incidentFamilies
      .map((family) => ({
        family,
        types: types.filter((type) => type.family === family).map(({ code }) => code),
      }))
      .filter((group) => group.types.length > 0),
  }
}

// Age at the incident: undefined while nobody answered, null where the answer is "not known".
const ageTyped = (values: Typed, today: LocalDate): number | null | undefined => {
  const text = (name: string): string => typedText(values, name).trim()
  const typed = (prefix: string) =>
    dateTyped(text(`${prefix}-day`), text(`${prefix}-month`), text(`${prefix}-year`))
  switch (text('ageKind')) {
    case 'unknown':
      return null
    case 'stated':
      return /^\d{1,3}$/.test(text('age')) ? Number(text('age')) : undefined
    case 'birth-date': {
      const birth = typed('birth')
      const occurred = typed('occurred')
      const on = typeof occurred === 'string' ? occurred : today
      if (typeof birth !== 'string' || birth > on) return undefined
      return ageOn(birth, on)
    }
    default:
      return undefined
  }
}
