import type { LocalDate } from '../../../platform/clock/local-time.js'
import { fieldsOf, isAsked, longestOf, rangeOf } from './fields.js'
import type { CodeList, Field, Form, FormValue, FormValues } from './form.js'
import { lengthOf, tidyLine, tidyLines } from './tidy.js'

/** What a field complains of: the key of the sentence that says so. */
export const fieldComplaints = [
  'forms.error.missing',
  'forms.error.text',
  'forms.error.too-long',
  'forms.error.number',
  'forms.error.too-small',
  'forms.error.too-large',
  'forms.error.date',
  'forms.error.date-to-come',
  'forms.error.date-gone-by',
  'forms.error.yes-no',
  'forms.error.choice',
  'forms.error.unknown-field',
] as const

export type FieldComplaint = (typeof fieldComplaints)[number]

/** What does not fit, by the code of the field. */
export type FormErrors = Readonly<Record<string, string>>

/** What a check needs to know beside the values. */
export interface CheckGround {
  /** The day in the unit's zone. */
  readonly today: LocalDate
  /** What the record holds so far: a code that was retired since may stay, what is no longer asked does. */
  readonly before?: FormValues | undefined
}

/** Values that fit, or what does not. */
export type CheckedValues =
  | { readonly ok: true; readonly values: FormValues }
  | { readonly ok: false; readonly errors: FormErrors }

/**
 * Checks typed values against a form, field by field in its order: what is asked and given is kept,
 * tidied; what a condition leaves out is dropped; what nobody defined is refused. The same for what
 * came from a page and from another system.
 */
export const checkValues = (
  form: Form,
  given: Readonly<Record<string, unknown>>,
  ground: CheckGround,
): CheckedValues => {
  const values: Record<string, FormValue> = {}
  const errors: Record<string, FieldComplaint> = {}
  const fields = fieldsOf(form)
  for (const field of fields) {
    const before = ground.before?.[field.code]
    if (!isAsked(field, values)) continue
    if (field.retired === true) {
      if (before !== undefined) values[field.code] = before
      continue
    }
    const read = valueOf(field, given[field.code], { ...ground, before })
    if ('complaint' in read) errors[field.code] = read.complaint
    else if (read.value !== undefined) values[field.code] = read.value
    else if (field.required === 'to-save') errors[field.code] = 'forms.error.missing'
  }
  const known = new Set(fields.map(({ code }) => code))
  for (const code of Object.keys(given))
    if (!known.has(code)) errors[code] = 'forms.error.unknown-field'
  return Object.keys(errors).length === 0 ? { ok: true, values } : { ok: false, errors }
}

type Read = { readonly value: FormValue | undefined } | { readonly complaint: FieldComplaint }

interface FieldGround {
  readonly today: LocalDate
  readonly before: FormValue | undefined
}

const complain = (complaint: FieldComplaint): Read => ({ complaint })
const nothing: Read = { value: undefined }

const valueOf = (field: Field, given: unknown, ground: FieldGround): Read => {
  if (given === undefined || given === null) return nothing
  switch (field.kind) {
    case 'text':
    case 'long-text': {
      if (typeof given !== 'string') return complain('forms.error.text')
      const text = field.kind === 'text' ? tidyLine(given) : tidyLines(given)
      if (text === '') return nothing
      return lengthOf(text) > longestOf(field) ? complain('forms.error.too-long') : { value: text }
    }
    case 'number': {
      if (typeof given !== 'number' || !Number.isFinite(given))
        return complain('forms.error.number')
      const { min, max } = rangeOf(field)
      if (given < min) return complain('forms.error.too-small')
      return given > max ? complain('forms.error.too-large') : { value: given }
    }
    case 'date': {
      if (typeof given !== 'string' || !isDay(given)) return complain('forms.error.date')
      if (field.only === 'past' && given > ground.today) return complain('forms.error.date-to-come')
      if (field.only === 'future' && given < ground.today && given !== ground.before)
        return complain('forms.error.date-gone-by')
      return { value: given }
    }
    case 'yes-no':
      return typeof given === 'boolean' ? { value: given } : complain('forms.error.yes-no')
    case 'choice': {
      if (given === '') return nothing
      return typeof given === 'string' && isOffered(field.list, given, ground.before)
        ? { value: given }
        : complain('forms.error.choice')
    }
    case 'choices': {
      if (!Array.isArray(given)) return complain('forms.error.choice')
      const chosen: readonly unknown[] = given
      const fits = chosen.every(
        (code) => typeof code === 'string' && isOffered(field.list, code, ground.before),
      )
      if (!fits) return complain('forms.error.choice')
      // In the order of the list, each once: the same choice is always written the same way.
      const codes = field.list.values
        .map(({ code }) => code)
        .filter((code) => chosen.includes(code))
      return codes.length === 0 ? nothing : { value: codes }
    }
  }
}

/** Is it a day of the calendar, `YYYY-MM-DD`, that a living person can mean? */
export const isDay = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '1900-01-01') return false
  const date = new Date(`${text}T00:00:00Z`)
  // 31 February is read as 3 March: only what comes back as it was written is a day.
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text
}

// A value that was retired is no longer offered; where it was chosen it stays.
const isOffered = (list: CodeList, code: string, before: FormValue | undefined): boolean =>
  list.values.some(
    (value) =>
      value.code === code &&
      (value.retired !== true ||
        before === code ||
        (typeof before === 'object' && before.includes(code))),
  )
