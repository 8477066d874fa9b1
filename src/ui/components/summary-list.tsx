import type { ComponentChildren } from 'preact'
import {
  classNames,
  isPresent,
  worded,
  type Absent,
  type Attributes,
  type Text,
  type Worded,
  type Words,
} from './text.js'

export interface SummaryAction {
  readonly href: string
  readonly text: Text
  /** Says what "change" changes to those who hear the page. */
  readonly visuallyHiddenText?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface SummaryRow {
  readonly key: Words
  readonly value: Words
  readonly actions?: readonly SummaryAction[] | undefined
  readonly actionsClasses?: string | undefined
  readonly classes?: string | undefined
}

interface CardTitle extends Worded {
  readonly headingLevel?: 1 | 2 | 3 | 4 | undefined
}

export interface SummaryCardOptions {
  readonly title?: Words<CardTitle> | undefined
  readonly actions?: readonly SummaryAction[] | undefined
  readonly actionsClasses?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

export interface SummaryListProps {
  readonly rows: readonly (SummaryRow | Absent)[]
  readonly card?: SummaryCardOptions | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

const Action = ({ action, cardTitle }: { action: SummaryAction; cardTitle: Text }) => {
  const { href, text, visuallyHiddenText, classes, attributes } = action
  return (
    <a class={classNames('govuk-link', classes)} href={href} {...attributes}>
      {text}
      {[visuallyHiddenText, cardTitle].some(isPresent) && (
        <span class="govuk-visually-hidden">
          {visuallyHiddenText && ` ${visuallyHiddenText}`}
          {isPresent(cardTitle) && <> ({cardTitle})</>}
        </span>
      )}
    </a>
  )
}

interface CardProps extends SummaryCardOptions {
  readonly children: ComponentChildren
}

const SummaryCard = ({
  title,
  actions = [],
  actionsClasses,
  classes,
  attributes,
  children,
}: CardProps) => {
  const heading = isPresent(title) ? worded(title) : undefined
  const Heading = `h${heading?.headingLevel ?? 2}` as const
  const [only] = actions
  const actionsClass = classNames('govuk-summary-card__actions', actionsClasses)

  return (
    <div class={classNames('govuk-summary-card', classes)} {...attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {heading && (
          <Heading class={classNames('govuk-summary-card__title', heading.classes)}>
            {heading.text}
          </Heading>
        )}
        {actions.length === 1 && only && (
          <div class={actionsClass}>
            <Action action={only} cardTitle={heading?.text} />
          </div>
        )}
        {actions.length > 1 && (
          <ul class={actionsClass}>
            {actions.map((action) => (
              <li class="govuk-summary-card__action">
                <Action action={action} cardTitle={heading?.text} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <div class="govuk-summary-card__content">{children}</div>
    </div>
  )
}

interface RowProps {
  readonly row: SummaryRow
  readonly someRowHasActions: boolean
  readonly cardTitle: Text
}

const Row = ({ row, someRowHasActions, cardTitle }: RowProps) => {
  const key = worded(row.key)
  const value = worded(row.value)
  const actions = row.actions ?? []
  const [only] = actions
  return (
    <div
      class={classNames(
        'govuk-summary-list__row',
        someRowHasActions && actions.length === 0 && 'govuk-summary-list__row--no-actions',
        row.classes,
      )}
    >
      <dt class={classNames('govuk-summary-list__key', key.classes)}>{key.text}</dt>
      <dd class={classNames('govuk-summary-list__value', value.classes)}>{value.text}</dd>
      {only && (
        <dd class={classNames('govuk-summary-list__actions', row.actionsClasses)}>
          {actions.length === 1 ? (
            <Action action={only} cardTitle={cardTitle} />
          ) : (
            <ul class="govuk-summary-list__actions-list">
              {actions.map((action) => (
                <li class="govuk-summary-list__actions-list-item">
                  <Action action={action} cardTitle={cardTitle} />
                </li>
              ))}
            </ul>
          )}
        </dd>
      )}
    </div>
  )
}

/** Facts by name, with ways to change them; in a card, if wished. Port of `govukSummaryList`. */
export const SummaryList = ({ rows, card, classes, attributes }: SummaryListProps) => {
  const present = rows.filter(isPresent)
  const someRowHasActions = present.some(({ actions = [] }) => actions.length > 0)
  const cardTitle = isPresent(card?.title) ? worded(card.title).text : undefined

  const list = (
    <dl class={classNames('govuk-summary-list', classes)} {...attributes}>
      {present.map((row) => (
        <Row row={row} someRowHasActions={someRowHasActions} cardTitle={cardTitle} />
      ))}
    </dl>
  )
  return card ? <SummaryCard {...card}>{list}</SummaryCard> : list
}
