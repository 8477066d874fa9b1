import type { ComponentChildren } from 'preact'
import { classNames, type Attributes, type Text } from './text.js'

interface DetailsProps {
  readonly summaryText: Text
  readonly children: ComponentChildren
  readonly id?: string | undefined
  readonly open?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** More for those who want to know. Port of `govukDetails`. */
export const Details = ({ summaryText, children, id, open, classes, attributes }: DetailsProps) => (
  <details id={id} class={classNames('govuk-details', classes)} open={open} {...attributes}>
    <summary class="govuk-details__summary">
      <span class="govuk-details__summary-text">{summaryText}</span>
    </summary>
    <div class="govuk-details__text">{children}</div>
  </details>
)
