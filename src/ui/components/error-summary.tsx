import type { ComponentChildren } from 'preact'
import { usePage } from '../page-context.js'
import { classNames, isPresent, type Attributes, type Text } from './text.js'

export interface ErrorSummaryItem {
  readonly text: Text
  /** Where to correct it, `#field-id`. */
  readonly href?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface ErrorSummaryProps {
  readonly errorList?: readonly ErrorSummaryItem[] | undefined
  /** Counts the errors, unless given. */
  readonly titleText?: Text
  readonly children?: ComponentChildren
  readonly disableAutoFocus?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** All that has to be corrected, at the top of the page. Port of `govukErrorSummary`. */
export const ErrorSummary = ({
  errorList = [],
  titleText,
  children,
  disableAutoFocus,
  classes,
  attributes,
}: ErrorSummaryProps) => {
  const { t } = usePage()
  return (
    <div
      class={classNames('govuk-error-summary', classes)}
      data-disable-auto-focus={disableAutoFocus}
      {...attributes}
      data-module="govuk-error-summary"
    >
      {/* The role sits on a child: focusing the alert itself makes readers miss what it says. */}
      <div role="alert">
        <h2 class="govuk-error-summary__title">
          {titleText ?? t('common.errors.title', { count: errorList.length })}
        </h2>
        <div class="govuk-error-summary__body">
          {isPresent(children) && <p>{children}</p>}
          {errorList.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errorList.map(({ text, href, attributes: linkAttributes }) => (
                <li>
                  {href === undefined ? (
                    text
                  ) : (
                    <a href={href} {...linkAttributes}>
                      {text}
                    </a>
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  )
}

/**
 * The complaints of a form, each pointing to its field: `{ 'field-id': 'sentence' }`. With `places`,
 * the ids of the inputs as they follow on the page, they follow as well; a date's first input is
 * `field-day`.
 */
export const errorsOf = (
  complaints: Readonly<Record<string, string | undefined>>,
  places: readonly string[] = [],
): ErrorSummaryItem[] =>
  Object.entries(complaints)
    .flatMap(([field, text]) => {
      if (text === undefined) return []
      const at = places.findIndex((place) => place === field || place === `${field}-day`)
      return [{ text, href: `#${places[at] ?? field}`, at: at === -1 ? places.length : at }]
    })
    .sort((one, other) => one.at - other.at)
    .map(({ text, href }) => ({ text, href }))
