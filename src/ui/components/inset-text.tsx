import type { ComponentChildren } from 'preact'
import { classNames, type Attributes } from './text.js'

interface InsetTextProps {
  readonly children: ComponentChildren
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** A passage that stands out from the rest. Port of `govukInsetText`. */
export const InsetText = ({ children, id, classes, attributes }: InsetTextProps) => (
  <div id={id} class={classNames('govuk-inset-text', classes)} {...attributes}>
    {children}
  </div>
)
