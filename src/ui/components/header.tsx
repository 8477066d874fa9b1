import type { ComponentChildren } from 'preact'
import { usePage, type NavItem } from '../page-context.js'
import { HidePage } from './hide-page.js'
import { Languages } from './languages.js'
import { Mark } from './mark.js'

const Bell = () => {
  const { t, unread } = usePage()
  return (
    <a
      class="ba-bell"
      href="/notifications"
      data-unread={unread}
      data-unread-from="/notifications/unread-count"
      data-unread-stream="/notifications/stream"
      data-unread-one={t('app.unread.one', { count: '%{count}' })}
      data-unread-other={t('app.unread.other', { count: '%{count}' })}
    >
      <svg
        width="20"
        height="20"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        stroke-width="2"
        stroke-linecap="round"
        stroke-linejoin="round"
        aria-hidden="true"
        focusable="false"
      >
        <path d="M18 9a6 6 0 1 0-12 0c0 6-2 7-2 7h16s-2-1-2-7M10 20a2 2 0 0 0 4 0" />
      </svg>
      <span
        class="ba-badge ba-bell__count"
        aria-hidden="true"
        hidden={unread === 0}
        data-unread-badge
      >
        {unread}
      </span>
      <span class="govuk-visually-hidden" data-unread-text>
        {t('app.unread', { count: unread })}
      </span>
    </a>
  )
}

const NavLink = ({ item, current }: { item: NavItem; current: boolean }) => {
  const { t } = usePage()
  return (
    <li>
      <a href={item.href} aria-current={current ? 'page' : undefined}>
        {t(item.label)}
        {item.count !== undefined && item.count > 0 && (
          <>
            {' '}
            <span class="ba-badge">{item.count}</span>
            <span class="govuk-visually-hidden"> {t('nav.count.new')}</span>
          </>
        )}
      </a>
    </li>
  )
}

interface HeaderProps {
  /** The part of the navigation the page belongs to, where its address does not tell. */
  readonly within?: string | undefined
  readonly children?: ComponentChildren
}

/** The name of the system and what stands beside it on every page. */
export const Header = ({ within, children }: HeaderProps) => {
  const { t, actor, nav } = usePage()
  return (
    <header class="ba-header">
      <div class="ba-width">
        <div class="ba-header__top">
          <a class="ba-header__name" href="/" aria-label={t('app.home')}>
            <Mark />
            {t('app.name')}
          </a>
          <div class="ba-header__tools">
            {actor && (
              <a class="ba-header__actor" href="/account">
                <strong>{actor.displayName}</strong> {actor.position}
                <span class="govuk-visually-hidden">, {t('app.account')}</span>
              </a>
            )}
            {actor && <Bell />}
            <Languages />
            <HidePage />
          </div>
        </div>
        {nav.length > 0 && (
          <nav class="ba-nav" aria-label={t('app.navigation')}>
            <ul class="ba-nav__list">
              {nav.map((item) => (
                <NavLink
                  item={item}
                  current={within === undefined ? item.current : item.href === within}
                />
              ))}
            </ul>
          </nav>
        )}
        {children}
      </div>
      <span class="govuk-visually-hidden" role="status" data-unread-status />
    </header>
  )
}
