import type { ComponentChildren } from 'preact'
import { classNames, isPresent, type Text } from './text.js'

interface StatCardProps {
  readonly label: Text
  readonly value: Text
  readonly note?: Text
  readonly alert?: boolean | undefined
}

/** One figure that matters. */
export const StatCard = ({ label, value, note, alert = false }: StatCardProps) => (
  <div class={classNames('ba-stat-card', alert && 'ba-stat-card--alert')}>
    <dt>{label}</dt>
    <dd class="ba-stat-card__value">{value}</dd>
    {isPresent(note) && <dd class="ba-stat-card__note">{note}</dd>}
  </div>
)

/** The figures of a page, in a row. */
export const StatCards = ({ children }: { children: ComponentChildren }) => (
  <dl class="ba-stat-cards">{children}</dl>
)
