import type { ComponentChildren } from 'preact'
import { classNames, type Attributes } from './text.js'

interface SkipLinkProps {
  readonly children: ComponentChildren
  readonly href?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** Past the header, for those who go by keyboard. Port of `govukSkipLink`. */
export const SkipLink = ({ children, href = '#content', classes, attributes }: SkipLinkProps) => (
  <a
    href={href}
    class={classNames('govuk-skip-link', classes)}
    {...attributes}
    data-module="govuk-skip-link"
  >
    {children}
  </a>
)
