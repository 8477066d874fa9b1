import type { ComponentChildren } from 'preact'
import { classNames, isPresent, worded, type Attributes, type Words } from './text.js'
import type { LabelOptions } from './label.js'

/** How a group of fields is named and described. */
export interface FieldsetOptions {
  readonly legend?: Words<LabelOptions> | undefined
  readonly describedBy?: string | undefined
  readonly classes?: string | undefined
  readonly role?: 'group' | undefined
  readonly attributes?: Attributes | undefined
}

const Legend = ({ legend }: { legend: Words<LabelOptions> }) => {
  const { text, classes, isPageHeading = false } = worded(legend)
  return (
    <legend class={classNames('govuk-fieldset__legend', classes)}>
      {isPageHeading ? <h1 class="govuk-fieldset__heading">{text}</h1> : text}
    </legend>
  )
}

/** Fields that answer one question. Port of `govukFieldset`. */
export const Fieldset = ({
  legend,
  describedBy,
  classes,
  role,
  attributes,
  children,
}: FieldsetOptions & { readonly children?: ComponentChildren }) => (
  <fieldset
    class={classNames('govuk-fieldset', classes)}
    role={role}
    aria-describedby={describedBy}
    {...attributes}
  >
    {isPresent(legend) && isPresent(worded(legend).text) && <Legend legend={legend} />}
    {children}
  </fieldset>
)
