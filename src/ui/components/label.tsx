import { classNames, isPresent, worded, type Worded, type Words } from './text.js'

export interface LabelOptions extends Worded {
  /** Makes the label the first heading of the page, when the page asks one question. */
  readonly isPageHeading?: boolean | undefined
}

interface LabelProps {
  readonly for?: string | undefined
  readonly label: Words<LabelOptions>
}

/** The name of a field. Port of `govukLabel`. */
export const Label = ({ for: field, label }: LabelProps) => {
  const { text, classes, attributes, isPageHeading = false } = worded(label)
  if (!isPresent(text)) return null

  const element = (
    <label class={classNames('govuk-label', classes)} for={field} {...attributes}>
      {text}
    </label>
  )
  return isPageHeading ? <h1 class="govuk-label-wrapper">{element}</h1> : element
}
