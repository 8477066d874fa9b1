import type { FormValue, FormValues } from '../../forms/index.js'

/** What is known of these; null and undefined are not asked yet. */
export const known = (
  values: Readonly<Record<string, FormValue | null | undefined>>,
): Record<string, FormValue> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([code, value]): [string, FormValue][] =>
      value === null || value === undefined ? [] : [[code, value]],
    ),
  )

/** The values that have no place of their own. */
export const beside = (values: FormValues, places: readonly string[]): FormValues =>
  Object.fromEntries(Object.entries(values).filter(([code]) => !places.includes(code)))

/** The text of a field, or null. */
export const textIn = (values: FormValues, code: string): string | null => {
  const value = values[code]
  return typeof value === 'string' ? value : null
}

/** The answer to a yes-no field, or null while not asked. */
export const answerIn = (values: FormValues, code: string): boolean | null => {
  const value = values[code]
  return typeof value === 'boolean' ? value : null
}

/** The codes chosen in a field of choices. */
export const codesIn = (values: FormValues, code: string): readonly string[] => {
  const value = values[code]
  return typeof value === 'object' ? value : []
}

/** `more`, where there is any. */
export const more = (values: FormValues): { readonly more?: FormValues } =>
  Object.keys(values).length === 0 ? {} : { more: values }
