import { readForm, typedList, type Typed } from '../../../platform/web/form.js'
import type { FieldErrors } from './complaints.js'
import { IntakeForm } from './intake.form.js'
import { clashesOf, intakeOfForm, type IntakeReading } from './intake-of-form.js'

const dated = (name: string): readonly string[] =>
  ['day', 'month', 'year'].map((part) => `${name}-${part}`)

/** Which answers are given in which step: danger first, for the line may break any time. */
export const fieldsOfSteps = {
  danger: [
    ...['immediateDanger', 'danger', 'caller', 'callerRelationship', 'callerAnonymous'],
    ...['callerName', 'callerCallBack', 'callerPhone'],
  ],
  person: [
    ...['name', 'ageKind', ...dated('birth'), 'age', 'sex', 'language', 'province', 'commune'],
    'address',
  ],
  contact: [
    ...['channels', 'phone', 'when', 'hours1Days', 'hours1From', 'hours1Until', 'hours2Days'],
    ...['hours2From', 'hours2Until', 'codeWord', 'whoMayAnswer', 'contactNotes'],
  ],
  incident: [
    ...['family', 'type-csea', 'type-ncii', 'type-tfgbv', 'type-gbv', 'type-tip', 'type-cp'],
    ...['otherType', ...dated('occurred'), 'ongoing', 'facts', 'platform', 'accounts', 'narrative'],
    ...['perpetratorName', 'perpetratorRelationship', 'perpetratorAccounts'],
  ],
  family: [
    ...['caregiver', 'caregiverName', 'caregiverRelationship', 'caregiverPhone', 'informed'],
    'suspected',
  ],
  risk: ['reasons', 'risk'],
} as const satisfies Record<string, readonly string[]>

export type IntakeStep = keyof typeof fieldsOfSteps

export const intakeSteps = Object.keys(fieldsOfSteps) as readonly IntakeStep[]

export const isIntakeStep = (text: string): text is IntakeStep =>
  intakeSteps.some((step) => step === text)

/** The step in which a field stands; of a date its name without the part. */
export const stepOfField = (field: string): IntakeStep | undefined =>
  intakeSteps.find((step) => {
    const fields: readonly string[] = fieldsOfSteps[step]
    return fields.includes(field) || fields.includes(`${field}-day`)
  })

/** Everything answered so far, with the answers of this step in place of the earlier ones. */
export const withStep = (gathered: Typed, step: IntakeStep, typed: Typed): Typed => {
  const fields: readonly string[] = fieldsOfSteps[step]
  const isOfStep = ([name]: readonly [string, unknown]): boolean => fields.includes(name)
  return {
    ...Object.fromEntries(Object.entries(gathered).filter((entry) => !isOfStep(entry))),
    ...Object.fromEntries(Object.entries(typed).filter(isOfStep)),
  }
}

// Beside the answers, which steps were gone through: a step may be left empty on purpose.
const doneField = 'steps'

export const stepsDone = (gathered: Typed): readonly string[] => typedList(gathered, doneField)

export const markDone = (gathered: Typed, step: IntakeStep): Typed => ({
  ...gathered,
  [doneField]: [...new Set([...stepsDone(gathered), step])],
})

/** The step to go on with; undefined once all are gone through. */
export const nextStep = (gathered: Typed): IntakeStep | undefined =>
  intakeSteps.find((step) => !stepsDone(gathered).includes(step))

/** The intake as gathered, or what is missing and does not fit, of all steps. */
export const readGathered = (gathered: Typed): IntakeReading & { readonly family: string } => {
  const form = readForm(IntakeForm, gathered)
  const clashes = clashesOf(form.values)
  if (!form.ok) return { ok: false, errors: { ...clashes, ...form.errors }, family: '' }
  return { ...intakeOfForm(form.value, clashes), family: form.value.family }
}

/** What of it concerns this step. */
export const errorsOfStep = (errors: FieldErrors, step: IntakeStep): FieldErrors =>
  Object.fromEntries(Object.entries(errors).filter(([field]) => stepOfField(field) === step))
