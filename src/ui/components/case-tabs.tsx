import type { Text } from './text.js'

interface CaseTabsProps {
  /** Names the set of tabs to those who hear the page. */
  readonly label: string
  readonly items: readonly { href: string; text: Text; current: boolean }[]
}

/** Pages about the same thing, side by side. Each tab is a link to a page of its own. */
export const CaseTabs = ({ label, items }: CaseTabsProps) => (
  <nav class="ba-tabs" aria-label={label}>
    <ul class="ba-tabs__list">
      {items.map(({ href, text, current }) => (
        <li>
          <a href={href} aria-current={current ? 'page' : undefined}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
