import type { ComponentChildren } from 'preact'
import { usePage } from '../page-context.js'
import { classNames, type Attributes, type Text } from './text.js'

interface NotificationBannerProps {
  /** A sentence, or markup. */
  readonly children: ComponentChildren
  readonly type?: 'success' | undefined
  readonly titleText?: Text
  readonly titleHeadingLevel?: 1 | 2 | 3 | 4 | undefined
  readonly titleId?: string | undefined
  readonly role?: 'alert' | 'region' | 'banner' | undefined
  readonly disableAutoFocus?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** News about what was just done, or about the whole service. Port of `govukNotificationBanner`. */
export const NotificationBanner = ({
  children,
  type,
  titleText,
  titleHeadingLevel = 2,
  titleId = 'govuk-notification-banner-title',
  role,
  disableAutoFocus,
  classes,
  attributes,
}: NotificationBannerProps) => {
  const { t } = usePage()
  const isSuccess = type === 'success'
  const Heading = `h${titleHeadingLevel}` as const
  return (
    <div
      class={classNames(
        'govuk-notification-banner',
        isSuccess && 'govuk-notification-banner--success',
        classes,
      )}
      role={role ?? (isSuccess ? 'alert' : 'region')}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={disableAutoFocus}
      {...attributes}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {titleText ?? t(isSuccess ? 'common.success' : 'common.important')}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {typeof children === 'string' ? (
          <p class="govuk-notification-banner__heading">{children}</p>
        ) : (
          children
        )}
      </div>
    </div>
  )
}
