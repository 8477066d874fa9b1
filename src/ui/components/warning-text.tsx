import type { ComponentChildren } from 'preact'
import { usePage } from '../page-context.js'
import { classNames, type Attributes } from './text.js'

interface WarningTextProps {
  readonly children: ComponentChildren
  readonly iconFallbackText?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** A consequence one should know before going on. Port of `govukWarningText`. */
export const WarningText = ({
  children,
  iconFallbackText,
  classes,
  attributes,
}: WarningTextProps) => {
  const { t } = usePage()
  return (
    <div class={classNames('govuk-warning-text', classes)} {...attributes}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{iconFallbackText ?? t('common.warning')}</span>{' '}
        {children}
      </strong>
    </div>
  )
}
