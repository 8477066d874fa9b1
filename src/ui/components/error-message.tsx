import type { ComponentChildren } from 'preact'
import { usePage } from '../page-context.js'
import { classNames, type Attributes, type Worded } from './text.js'

export interface ErrorMessageOptions extends Worded {
  /** Said before the message to those who cannot see its colour; empty to leave it out. */
  readonly visuallyHiddenText?: string | undefined
}

interface ErrorMessageProps {
  readonly children: ComponentChildren
  readonly id?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
  readonly visuallyHiddenText?: string | undefined
}

/** What has to be corrected in one field. Port of `govukErrorMessage`. */
export const ErrorMessage = ({
  children,
  id,
  classes,
  attributes,
  visuallyHiddenText,
}: ErrorMessageProps) => {
  const { t } = usePage()
  const prefix = visuallyHiddenText ?? t('common.error-prefix')
  return (
    <p id={id} class={classNames('govuk-error-message', classes)} {...attributes}>
      {prefix !== '' && <span class="govuk-visually-hidden">{prefix}:</span>}
      {prefix !== '' && ' '}
      {children}
    </p>
  )
}
