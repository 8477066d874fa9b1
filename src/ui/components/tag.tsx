import type { ComponentChildren } from 'preact'
import { classNames, type Attributes } from './text.js'

export interface TagProps {
  readonly children: ComponentChildren
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** The state of a thing, in a word. Port of `govukTag`. */
export const Tag = ({ children, classes, attributes }: TagProps) => (
  <strong class={classNames('govuk-tag', classes)} {...attributes}>
    {children}
  </strong>
)
