import type { ComponentChildren } from 'preact'
import { Button } from './button.js'
import type { Text } from './text.js'

interface EmptyStateProps {
  readonly title: Text
  readonly children?: ComponentChildren
  readonly action?: { readonly href: string; readonly text: Text } | undefined
}

/** Nothing here yet, and what could be done about it. */
export const EmptyState = ({ title, children, action }: EmptyStateProps) => (
  <div class="ba-empty">
    <p class="ba-empty__title">{title}</p>
    {children && <p>{children}</p>}
    {action && (
      <Button href={action.href} variant="secondary">
        {action.text}
      </Button>
    )}
  </div>
)
