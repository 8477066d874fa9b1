import { usePage } from '../page-context.js'
import { classNames, isPresent, type Absent, type Attributes, type Text } from './text.js'

export interface PaginationLink {
  readonly href: string
  readonly text?: Text
  /** What lies there, in a word; only without page numbers. */
  readonly labelText?: string | undefined
  readonly attributes?: Attributes | undefined
}

export type PaginationItem =
  | {
      readonly number: number | string
      readonly href: string
      readonly current?: boolean | undefined
      readonly visuallyHiddenText?: string | undefined
      readonly attributes?: Attributes | undefined
    }
  | { readonly ellipsis: true }

export interface PaginationProps {
  readonly previous?: PaginationLink | undefined
  readonly next?: PaginationLink | undefined
  readonly items?: readonly (PaginationItem | Absent)[] | undefined
  readonly landmarkLabel?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

const arrows = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
} as const

const Arrow = ({ to }: { to: 'prev' | 'next' }) => (
  <svg
    class={`govuk-pagination__icon govuk-pagination__icon--${to}`}
    xmlns="http://www.w3.org/2000/svg"
    height="13"
    width="15"
    aria-hidden="true"
    focusable="false"
    viewBox="0 0 15 13"
  >
    <path d={arrows[to]} />
  </svg>
)

interface ArrowLinkProps {
  readonly to: 'prev' | 'next'
  readonly link: PaginationLink
  readonly isBlock: boolean
}

const ArrowLink = ({ to, link, isBlock }: ArrowLinkProps) => {
  const { t } = usePage()
  const short = to === 'prev' ? t('common.pagination.previous') : t('common.pagination.next')
  const full =
    to === 'prev' ? t('common.pagination.previous-page') : t('common.pagination.next-page')
  // The sighted read the short form; the rest of the full one is heard only.
  const rest = full.startsWith(short) ? full.slice(short.length) : ''
  return (
    <div class={`govuk-pagination__${to}`}>
      <a
        class="govuk-link govuk-pagination__link"
        href={link.href}
        rel={to}
        aria-label={isPresent(link.text) || rest !== '' ? undefined : full}
        {...link.attributes}
      >
        {(isBlock || to === 'prev') && <Arrow to={to} />}
        <span
          class={classNames(
            'govuk-pagination__link-title',
            isBlock && !link.labelText && 'govuk-pagination__link-title--decorated',
          )}
        >
          {link.text ?? (
            <>
              {short}
              {rest !== '' && <span class="govuk-visually-hidden">{rest}</span>}
            </>
          )}
        </span>
        {isBlock && link.labelText && (
          <>
            <span class="govuk-visually-hidden">:</span>
            <span class="govuk-pagination__link-label">{link.labelText}</span>
          </>
        )}
        {!isBlock && to === 'next' && <Arrow to={to} />}
      </a>
    </div>
  )
}

const Item = ({ item }: { item: PaginationItem }) => {
  const { t } = usePage()
  if ('ellipsis' in item) {
    return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>
  }
  const { number, href, current = false, visuallyHiddenText, attributes } = item
  return (
    <li class={classNames('govuk-pagination__item', current && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={href}
        aria-label={visuallyHiddenText ?? t('common.pagination.page', { number })}
        aria-current={current ? 'page' : undefined}
        {...attributes}
      >
        {number}
      </a>
    </li>
  )
}

/** From page to page. Port of `govukPagination`. */
export const Pagination = ({
  previous,
  next,
  items,
  landmarkLabel,
  classes,
  attributes,
}: PaginationProps) => {
  const { t } = usePage()
  const isBlock = items === undefined
  return (
    <nav
      class={classNames('govuk-pagination', isBlock && 'govuk-pagination--block', classes)}
      aria-label={landmarkLabel ?? t('common.pagination')}
      {...attributes}
    >
      {previous && <ArrowLink to="prev" link={previous} isBlock={isBlock} />}
      {items && (
        <ul class="govuk-pagination__list">
          {items.filter(isPresent).map((item) => (
            <Item item={item} />
          ))}
        </ul>
      )}
      {next && <ArrowLink to="next" link={next} isBlock={isBlock} />}
    </nav>
  )
}
