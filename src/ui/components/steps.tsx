import { usePage } from '../page-context.js'
import { classNames } from './text.js'

interface StepsProps {
  readonly items: readonly string[]
  /** Which step is being taken, counted from 0. */
  readonly current: number
}

/** How far a longer form has come. */
export const Steps = ({ items, current }: StepsProps) => {
  const { t } = usePage()
  return (
    <ol class="ba-steps" aria-label={t('common.steps')}>
      {items.map((text, index) => {
        const state = index < current ? 'done' : index === current ? 'current' : 'todo'
        return (
          <li
            class={classNames('ba-steps__item', `ba-steps__item--${state}`)}
            aria-current={state === 'current' ? 'step' : undefined}
          >
            <span class="ba-steps__text">
              {index + 1}. {text}
              <span class="govuk-visually-hidden"> ({t(`common.steps.${state}`)})</span>
            </span>
          </li>
        )
      })}
    </ol>
  )
}
