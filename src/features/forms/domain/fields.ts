import type { CodeList, Field, Form, FormValue, FormValues } from './form.js'

/** All fields in the order of the page. */
export const fieldsOf = ({ groups }: Form): readonly Field[] =>
  groups.flatMap(({ fields }) => fields)

/** The field of this code, or undefined. */
export const fieldOf = (form: Form, code: string): Field | undefined =>
  fieldsOf(form).find((field) => field.code === code)

/** Every code list the form draws on, each once. */
export const listsOf = (form: Form): readonly CodeList[] => {
  const lists = fieldsOf(form).flatMap((field) => ('list' in field ? [field.list] : []))
  return lists.filter(({ code }, at) => lists.findIndex((list) => list.code === code) === at)
}

/** What a code list is called: by what is asked where it is chosen from. */
export const listWords = (
  forms: readonly Form[],
  listCode: string,
  locale: keyof Field['label'],
): string => {
  const asked = forms
    .flatMap(fieldsOf)
    .filter((field) => 'list' in field && field.list.code === listCode)
    .map(({ label }) => label[locale])
  return asked.length === 0 ? listCode : [...new Set(asked)].join(' / ')
}

/** The codes a condition looks at: `yes` and `no` for yes-no. */
const codesOf = (value: FormValue | undefined): readonly string[] => {
  if (value === undefined) return []
  if (typeof value === 'boolean') return [value ? 'yes' : 'no']
  return typeof value === 'object' ? value : [String(value)]
}

/** Is the field asked, given what is answered so far? A condition on what is not asked itself fails. */
export const isAsked = ({ when }: Pick<Field, 'when'>, values: FormValues): boolean =>
  when === undefined || codesOf(values[when.field]).some((code) => when.is.includes(code))

/** Length of a text where its field names none: a line, a page. */
export const usualLength = { text: 200, 'long-text': 4000 } as const

/** The longest text the field takes. */
export const longestOf = (field: Extract<Field, { kind: 'text' | 'long-text' }>): number =>
  field.maxLength ?? usualLength[field.kind]

// Beyond this a double no longer holds every whole number.
const largest = Number.MAX_SAFE_INTEGER

/** The numbers the field takes; nothing below zero is counted here unless the field says so. */
export const rangeOf = ({
  min = 0,
  max = largest,
}: Extract<Field, { kind: 'number' }>): { readonly min: number; readonly max: number } => ({
  min,
  max,
})
