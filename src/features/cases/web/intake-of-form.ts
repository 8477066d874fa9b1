import type { LocalDate } from '../../../platform/clock/local-time.js'
import { typedText, type Typed } from '../../../platform/web/form.js'
import type { DomainError } from '../../../platform/errors/domain-error.js'
import { PlaceUnclear } from '../../places/index.js'
import type { PlaceNames } from '../use-cases/heed-places.js'
import type { RelatedPerson, Reporter } from '../domain/case-content.js'
import { isIncidentCode, type IncidentCode } from '../domain/incident-types.js'
import type { Intake } from '../domain/intake.js'
import { contactOf } from './contact.form.js'
import type { FieldErrors } from './complaints.js'
import type { IntakeForm } from './intake.form.js'
import { dateTyped } from './typed-date.js'

/** The intake that was typed, or what does not fit together. */
export type IntakeReading =
  | { readonly ok: true; readonly intake: Intake }
  | { readonly ok: false; readonly errors: FieldErrors }

/**
 * What does not fit among several fields: dates in three parts, the type under its family, the age.
 * Asked of what was typed, so that it is told together with what is missing, in one go.
 */
export const clashesOf = (typed: Typed): FieldErrors => {
  const text = (name: string): string => typedText(typed, name).trim()
  const date = (name: string) =>
    dateTyped(text(`${name}-day`), text(`${name}-month`), text(`${name}-year`))
  const family = text('family')
  const errors: Record<string, string> = {}
  if (text('ageKind') === 'birth-date' && typeof date('birth') !== 'string') {
    errors['birth'] = 'cases.intake.birth.not-a-date'
  }
  if (text('ageKind') === 'stated' && text('age') === '') errors['age'] = 'cases.intake.age.number'
  if (family !== '' && !isIncidentCode(text(`type-${family}`))) {
    errors[`type-${family}`] = 'cases.intake.type.missing'
  }
  if (date('occurred') === false) errors['occurred'] = 'cases.intake.occurred.not-a-date'
  // Silence is no answer here: it decides whether the caregiver is asked and told at all.
  if (text('caregiver') === 'known' && text('suspected') === '') {
    errors['suspected'] = 'cases.intake.caregiver.suspected.missing'
  }
  if (text('caller') === 'other') {
    if (text('callerAnonymous') === 'yes' && text('callerName') !== '') {
      errors['callerName'] = 'cases.intake.caller.name.anonymous'
    }
    if (text('callerCallBack') === 'yes' && text('callerPhone') === '') {
      errors['callerPhone'] = 'cases.intake.caller.phone.missing'
    }
  }
  return errors
}

/** Reads what depends on several fields, once nothing clashes any more. */
export const intakeOfForm = (form: IntakeForm, clashes: FieldErrors): IntakeReading => {
  const birth = dateTyped(form['birth-day'], form['birth-month'], form['birth-year'])
  const occurred = dateTyped(form['occurred-day'], form['occurred-month'], form['occurred-year'])
  const type = form[`type-${form.family}`]
  if (
    Object.keys(clashes).length > 0 ||
    occurred === false ||
    type === undefined ||
    !isIncidentCode(type)
  ) {
    return { ok: false, errors: clashes }
  }
  return { ok: true, intake: intakeFrom(form, type, birth === false ? null : birth, occurred) }
}

const intakeFrom = (
  form: IntakeForm,
  type: IncidentCode,
  birthDate: LocalDate | null,
  occurredOn: LocalDate | null,
): Intake => ({
  person: {
    name: form.name ?? null,
    birthDate: form.ageKind === 'birth-date' ? birthDate : null,
    statedAge: form.ageKind === 'stated' ? Number(form.age) : null,
    sex: form.sex,
    language: form.language,
    provinceCode: form.province ?? null,
    commune: form.commune ?? null,
    address: form.address ?? null,
  },
  reporter: form.caller === 'other' ? reporterOf(form) : null,
  contact: contactOf(form),
  incident: {
    type,
    otherTypes:
      form.otherType !== undefined && isIncidentCode(form.otherType) ? [form.otherType] : [],
    occurredOn,
    ongoing: form.ongoing === 'yes',
    facts: form.facts,
    platform: form.platform ?? null,
    accounts: form.accounts ?? null,
    narrative: form.narrative ?? null,
  },
  perpetrator: related({
    name: form.perpetratorName,
    relationship: form.perpetratorRelationship,
    accounts: form.perpetratorAccounts,
  }),
  caregiver: {
    state: form.caregiver,
    informed: form.informed === undefined ? null : form.informed === 'yes',
    suspected: form.caregiver === 'known' && form.suspected === 'yes',
    person:
      form.caregiver === 'known'
        ? related({
            name: form.caregiverName,
            relationship: form.caregiverRelationship,
            phone: form.caregiverPhone,
          })
        : null,
  },
  risk: {
    assessed: form.risk,
    reasons: form.reasons,
    immediateDanger: form.immediateDanger === 'yes',
    danger: form.danger ?? null,
  },
})

const reporterOf = (form: IntakeForm): Reporter => ({
  name: form.callerName ?? null,
  relationship: form.callerRelationship ?? null,
  // Without leave to call, a number is only a danger.
  phone: form.callerCallBack === 'yes' ? (form.callerPhone ?? null) : null,
  accounts: null,
  report: {
    anonymous: form.callerAnonymous === 'yes',
    mayCallBack: form.callerCallBack === 'yes',
  },
})

type Known = { readonly [Field in keyof Omit<RelatedPerson, 'report'>]?: string | undefined }

// Nothing known of somebody is nobody.
const related = ({ name, relationship, phone, accounts }: Known): RelatedPerson | null =>
  [name, relationship, phone, accounts].every((part) => part === undefined)
    ? null
    : {
        name: name ?? null,
        relationship: relationship ?? null,
        phone: phone ?? null,
        accounts: accounts ?? null,
      }

/** The field at which trouble with the whole is shown. */
export const fieldOfTrouble = (
  { code }: DomainError,
  intake: Intake,
  family: string,
  today: LocalDate,
): string => {
  switch (code) {
    case 'cases.date-in-future':
      return (intake.person.birthDate ?? '') > today ? 'birth' : 'occurred'
    case 'cases.date-before-birth':
      return 'occurred'
    case 'cases.age-out-of-range':
      return intake.person.birthDate === null ? 'age' : 'birth'
    case 'cases.unknown-province':
      return 'province'
    case 'places.unknown':
    case 'places.several':
    case 'places.divided':
      return 'commune'
    default:
      return `type-${family}`
  }
}

/** What may have been meant by the field at which trouble with a place is shown. */
export const meantBy = (error: DomainError, field: string): PlaceNames =>
  error instanceof PlaceUnclear ? { [field]: error.names } : {}
