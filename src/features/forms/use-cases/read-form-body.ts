import { readTyped, typedList, typedText, type Typed } from '../../../platform/web/form.js'
import { checkValues, type CheckGround, type FormErrors } from '../domain/check-values.js'
import { fieldsOf } from '../domain/fields.js'
import type { Field, Form, FormValue, FormValues } from '../domain/form.js'

/** A posted form: its values, or what does not fit. What was typed stays in either case. */
export type FormBody =
  | { readonly ok: true; readonly typed: Typed; readonly values: FormValues }
  | { readonly ok: false; readonly typed: Typed; readonly errors: FormErrors }

/**
 * Reads what a page of this form posted. Empty fields count as not given; fields that are not of the
 * form (its key, its version) are left alone.
 */
export const readFormBody = (form: Form, body: unknown, ground: CheckGround): FormBody => {
  const typed = readTyped(body)
  const given = fieldsOf(form).flatMap((field): [string, unknown][] => {
    const value = givenIn(typed, field)
    return value === undefined ? [] : [[field.code, value]]
  })
  return { typed, ...checkValues(form, Object.fromEntries(given), ground) }
}

// What cannot be read is handed on as it was typed: the check says what is wrong with it.
const givenIn = (typed: Typed, field: Field): unknown => {
  const { code } = field
  const text = typedText(typed, code).trim()
  switch (field.kind) {
    case 'choices': {
      const chosen = typedList(typed, code).filter((one) => one !== '')
      return chosen.length === 0 ? undefined : chosen
    }
    case 'date':
      return typedDay(typed, code)
    case 'number':
      return text === '' ? undefined : (numberTyped(text) ?? text)
    case 'yes-no':
      if (text === 'yes' || text === 'no') return text === 'yes'
      return text === '' ? undefined : text
    default:
      return text === '' ? undefined : typedText(typed, code)
  }
}

const typedDay = (typed: Typed, code: string): string | undefined => {
  const [day, month, year] = ['day', 'month', 'year'].map((part) =>
    typedText(typed, `${code}-${part}`).trim(),
  )
  const parts = [year, month, day].map((part) => part ?? '')
  if (parts.every((part) => part === '')) return undefined
  return parts.map((part, at) => part.padStart(at === 0 ? 4 : 2, '0')).join('-')
}

/**
 * A number as people here type it: `1.500.000` and `1 500 000` are a million and a half, `1,5` and
 * `1.5` one and a half. Null for what is none.
 */
const numberTyped = (text: string): number | null => {
  if (/^\d{1,3}([.\s]\d{3})+$/.test(text)) return Number(text.replace(/[.\s]/g, ''))
  return /^-?\d{1,15}([.,]\d{1,6})?$/.test(text) ? Number(text.replace(',', '.')) : null
}

/** A record as the fields of its page show it: what `readFormBody` would read the same from. */
export const typedOf = (form: Form, values: FormValues): Typed =>
  Object.fromEntries(
    fieldsOf(form).flatMap((field): [string, string | readonly string[]][] => {
      const value = values[field.code]
      return value === undefined ? [] : typedParts(field, value)
    }),
  )

const typedParts = (
  { kind, code }: Field,
  value: FormValue,
): [string, string | readonly string[]][] => {
  if (kind === 'date') {
    const [year = '', month = '', day = ''] = String(value).split('-')
    return [
      [`${code}-day`, String(Number(day))],
      [`${code}-month`, String(Number(month))],
      [`${code}-year`, year],
    ]
  }
  if (typeof value === 'boolean') return [[code, value ? 'yes' : 'no']]
  return [[code, typeof value === 'object' ? value : String(value)]]
}
