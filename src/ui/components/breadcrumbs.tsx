import { usePage } from '../page-context.js'
import { classNames, type Attributes, type Text } from './text.js'

export interface Crumb {
  readonly text: Text
  /** Absent for the page one is on. */
  readonly href?: string | undefined
  readonly attributes?: Attributes | undefined
}

interface BreadcrumbsProps {
  readonly items: readonly Crumb[]
  readonly labelText?: string | undefined
  readonly collapseOnMobile?: boolean | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

/** The way from the top to this page. Port of `govukBreadcrumbs`. */
export const Breadcrumbs = ({
  items,
  labelText,
  collapseOnMobile = false,
  classes,
  attributes,
}: BreadcrumbsProps) => {
  const { t } = usePage()
  return (
    <nav
      class={classNames(
        'govuk-breadcrumbs',
        classes,
        collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
      )}
      aria-label={labelText ?? t('common.breadcrumb')}
      {...attributes}
    >
      <ol class="govuk-breadcrumbs__list">
        {items.map(({ text, href, attributes: linkAttributes }) =>
          href === undefined ? (
            <li class="govuk-breadcrumbs__list-item" aria-current="page">
              {text}
            </li>
          ) : (
            <li class="govuk-breadcrumbs__list-item">
              <a class="govuk-breadcrumbs__link" href={href} {...linkAttributes}>
                {text}
              </a>
            </li>
          ),
        )}
      </ol>
    </nav>
  )
}
