import type { ComponentChildren } from 'preact'
import { usePage } from '../page-context.js'
import { classNames, type Attributes } from './text.js'

interface BackLinkProps {
  readonly href: string
  readonly children?: ComponentChildren
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** The way to the step before. Port of `govukBackLink`. */
export const BackLink = ({ href, children, classes, attributes }: BackLinkProps) => {
  const { t } = usePage()
  return (
    <a href={href} class={classNames('govuk-back-link', classes)} {...attributes}>
      {children ?? t('common.back')}
    </a>
  )
}
