import type { ComponentChildren } from 'preact'
import { classNames, type Attributes } from './text.js'

interface HintProps {
  readonly children?: ComponentChildren
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** A word of help under a label. Port of `govukHint`. */
export const Hint = ({ children, id, classes, attributes }: HintProps) => (
  <div id={id} class={classNames('govuk-hint', classes)} {...attributes}>
    {children}
  </div>
)
