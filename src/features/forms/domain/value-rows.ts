import type { LocalDate } from '../../../platform/clock/local-time.js'
import type { Format, Words } from '../../../platform/i18n/index.js'
import { fieldsOf } from './fields.js'
import type { Field, Form, FormValue, FormValues } from './form.js'

/** One thing that was written. Codes come with their words, so that each reader's language says them. */
export interface ValueRow {
  readonly label: Words
  /** The text as written, the number, or the code(s). */
  readonly value: string
  /** Says the code(s) in words. */
  readonly said?: readonly Words[]
  /** The value is this calendar day. */
  readonly day?: LocalDate
  /** Of somebody else than the person. */
  readonly isAboutAnother?: true
}

export const yesWords: Words = { vi: 'Có', en: 'Yes', fr: 'Oui' }
export const noWords: Words = { vi: 'Không', en: 'No', fr: 'Non' }

/** What was written in a record, in the order of its form; what was retired since is still said. */
export const valueRows = (form: Form, values: FormValues): ValueRow[] =>
  fieldsOf(form).flatMap((field) => {
    const value = values[field.code]
    if (value === undefined) return []
    const row = rowOf(field, value)
    return [field.isAboutAnother === true ? { ...row, isAboutAnother: true } : row]
  })

const rowOf = (field: Field, value: FormValue): ValueRow => {
  const { label } = field
  if (typeof value === 'boolean')
    return { label, value: value ? 'yes' : 'no', said: [value ? yesWords : noWords] }
  if (field.kind === 'date') return { label, value: String(value), day: String(value) }
  if (field.kind === 'choice' || field.kind === 'choices') {
    const codes = typeof value === 'object' ? value : [String(value)]
    return { label, value: codes.join(', '), said: codes.map((code) => wordsOf(field, code)) }
  }
  return { label, value: String(value) }
}

// A code without words cannot come in; should a list ever lose one, its code is better than nothing.
const wordsOf = ({ list }: Extract<Field, { kind: 'choice' | 'choices' }>, code: string): Words =>
  list.values.find((value) => value.code === code)?.label ?? { vi: code, en: code, fr: code }

/** A row in the reader's language, for a page, a print, a file. */
export const sayRow = (
  { label, value, said, day }: ValueRow,
  { locale, plainDate }: Pick<Format, 'locale' | 'plainDate'>,
): { readonly label: string; readonly value: string } => ({
  label: label[locale],
  value:
    said !== undefined
      ? said.map((words) => words[locale]).join('; ')
      : day === undefined
        ? value
        : plainDate(day),
})
