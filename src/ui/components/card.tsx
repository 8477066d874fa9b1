import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { classNames, isPresent, type Text } from './text.js'

interface CardProps {
  readonly title?: Text
  readonly level?: 2 | 3 | undefined
  readonly tag?: ComponentChildren
  readonly action?: { readonly href: string; readonly text: Text } | undefined
  readonly size?: 'normal' | 'small' | undefined
  readonly children: ComponentChildren
}

/** One matter on a page, framed. */
export const Card = ({ title, level = 2, tag, action, size = 'normal', children }: CardProps) => {
  const id = useId()
  const Heading = `h${level}` as const
  const hasTitle = title !== undefined && title !== null
  return (
    <section
      class={classNames('ba-card', size === 'small' && 'ba-card--small')}
      aria-labelledby={hasTitle ? id : undefined}
    >
      {[hasTitle, action, tag].some(isPresent) && (
        <div class="ba-card__head">
          {hasTitle && (
            <Heading class="ba-card__title" id={id}>
              {title}
            </Heading>
          )}
          {tag}
          {action && (
            <a class="govuk-link" href={action.href}>
              {action.text}
            </a>
          )}
        </div>
      )}
      <div class="ba-card__body">{children}</div>
    </section>
  )
}
