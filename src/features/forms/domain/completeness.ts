import { fieldsOf, isAsked } from './fields.js'
import type { Form, FormValues } from './form.js'

/** How much of what is asked for has been answered. */
export interface Completeness {
  readonly filled: number
  readonly asked: number
}

/** Counts the fields that are to be filled in sooner or later, as far as they are asked here. */
export const completeness = (form: Form, values: FormValues): Completeness => {
  const asked = fieldsOf(form).filter(
    (field) => field.required !== undefined && field.retired !== true && isAsked(field, values),
  )
  return {
    asked: asked.length,
    filled: asked.filter(({ code }) => values[code] !== undefined).length,
  }
}
