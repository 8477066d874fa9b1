import { plainToInstance } from 'class-transformer'
import { validateSync, type ValidationError } from 'class-validator'

/** What came in: valid, or as typed with the key of a sentence for each field that needs mending. */
export type FormReading<Form> =
  | { readonly ok: true; readonly value: Form; readonly values: Typed }
  | {
      readonly ok: false
      readonly values: Typed
      readonly errors: Readonly<Record<string, string>>
    }

/** Fields as they were typed; several of one name are a list. */
export type Typed = Readonly<Record<string, string | readonly string[]>>

/**
 * Checks a form body against a class-validator class whose messages are keys of sentences. Texts are
 * trimmed and brought to Unicode NFC; empty ones count as not given.
 */
export const readForm = <Form extends object>(
  type: new () => Form,
  body: unknown,
): FormReading<Form> => {
  const values = readTyped(body)
  const given = Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => !name.startsWith('_'))
      .map(([name, value]) => [name, typeof value === 'string' ? tidy(value) : value.map(tidy)])
      .filter(([, value]) => value !== ''),
  ) as Record<string, unknown>
  const value = plainToInstance(type, given, { exposeDefaultValues: true })
  const errors = errorsOf(validateSync(value, { whitelist: true, stopAtFirstError: true }))
  return Object.keys(errors).length === 0
    ? { ok: true, value, values }
    : { ok: false, values, errors }
}

/** The fields of a posted body as they were typed; what is no text is no field. */
export const readTyped = (body: unknown): Typed => {
  if (typeof body !== 'object' || body === null) return {}
  const entries = Object.entries(body).flatMap(([name, value]): [string, string | string[]][] => {
    if (typeof value === 'string') return [[name, value]]
    if (Array.isArray(value) && value.every((one): one is string => typeof one === 'string'))
      return [[name, value]]
    return []
  })
  return Object.fromEntries(entries)
}

const tidy = (text: string): string => text.replaceAll('\r\n', '\n').normalize('NFC').trim()

const errorsOf = (problems: readonly ValidationError[]): Record<string, string> =>
  Object.fromEntries(
    problems.map(({ property, constraints }) => [
      property,
      Object.values(constraints ?? {})[0] ?? 'error.invalid-input',
    ]),
  )

/** The text of one typed field, '' where there is none. */
export const typedText = (values: Typed, name: string): string => {
  const value = values[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

/** All values of one typed field. */
export const typedList = (values: Typed, name: string): readonly string[] => {
  const value = values[name]
  if (value === undefined) return []
  return typeof value === 'string' ? [value] : value
}
