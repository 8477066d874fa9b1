import { isSentence, type Translate } from '../../../ui/translate.js'

/** What does not fit, by field: keys of sentences. */
export type FieldErrors = Readonly<Record<string, string>>

/** The complaints of a form in the reader's words, by field. */
export const complaintsOf = (errors: FieldErrors, t: Translate): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(errors).map(([field, key]) => [
      field,
      t(isSentence(key) ? key : 'error.field.other'),
    ]),
  )

/** The same with what may have been meant, where something comes near. */
export const withNames = (
  complaints: Readonly<Record<string, string>>,
  names: Readonly<Record<string, readonly string[]>>,
  t: Translate,
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(complaints).map(([field, complaint]) => {
      const near = names[field] ?? []
      return [
        field,
        near.length === 0
          ? complaint
          : `${complaint} ${t('places.meant', { names: near.join('; ') })}`,
      ]
    }),
  )
