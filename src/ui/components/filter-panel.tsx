import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { usePage } from '../page-context.js'
import { Button } from './button.js'
import type { Text } from './text.js'

interface FilterPanelProps {
  /** Where the filtered list lies; the filters become its query. */
  readonly action: string
  readonly title?: Text
  /** What is filtered by now, each with the address without it. */
  readonly chips?: readonly { readonly text: string; readonly removeHref: string }[] | undefined
  readonly clearHref?: string | undefined
  readonly results: ComponentChildren
  /** The fields to filter by. */
  readonly children: ComponentChildren
}

/** Filters beside what they filter. */
export const FilterPanel = ({
  action,
  title,
  chips = [],
  clearHref,
  results,
  children,
}: FilterPanelProps) => {
  const { t } = usePage()
  const id = useId()
  return (
    <div class="ba-filter">
      <form
        class="ba-filter__panel"
        method="get"
        action={action}
        role="search"
        aria-labelledby={id}
      >
        <h2 class="ba-filter__title" id={id}>
          {title ?? t('common.filter')}
        </h2>
        {/* Folded by the browser module on a phone, where the list would be far away. */}
        <details open data-fold-on-phone>
          <summary class="ba-filter__summary">{title ?? t('common.filter')}</summary>
          {children}
          <Button>{t('common.filter.apply')}</Button>
        </details>
      </form>
      <div class="ba-filter__results">
        {chips.length > 0 && (
          <ul class="ba-chips" aria-label={t('common.filter.active')}>
            {chips.map(({ text, removeHref }) => (
              <li>
                <a
                  class="ba-chip"
                  href={removeHref}
                  aria-label={t('common.filter.remove', { label: text })}
                >
                  {text} <span aria-hidden="true">✕</span>
                </a>
              </li>
            ))}
            {clearHref !== undefined && (
              <li class="ba-chips__clear">
                <a class="govuk-link" href={clearHref}>
                  {t('common.filter.clear')}
                </a>
              </li>
            )}
          </ul>
        )}
        {results}
      </div>
    </div>
  )
}
