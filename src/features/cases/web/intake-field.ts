import { typedText, type Typed } from '../../../platform/web/form.js'
import type { IntakeView } from './intake.view.js'

/** What each group of intake fields takes. */
export interface IntakePart extends IntakeView {
  readonly complaints: Readonly<Record<string, string>>
}

/** What a text field needs: its name, what was typed, what does not fit. */
export const typedField = ({ values, complaints }: IntakePart, name: string) => ({
  name,
  value: typedText(values, name),
  errorMessage: complaints[name],
  autocomplete: 'off',
})

/** What the field of a commune needs beside that. */
export const communeField = (part: IntakePart) => ({
  ...typedField(part, 'commune'),
  provinceField: 'province',
  offers: part.communes,
})

/** The three parts of a typed date. */
export const typedDateParts = (values: Typed, prefix: string) => ({
  day: typedText(values, `${prefix}-day`),
  month: typedText(values, `${prefix}-month`),
  year: typedText(values, `${prefix}-year`),
})

/** A legend as a question of its own. */
export const question = (text: string) => ({
  legend: { text, classes: 'govuk-fieldset__legend--s' },
})
