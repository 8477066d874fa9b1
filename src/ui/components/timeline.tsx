import { inWords } from './in-words.js'
import { classNames, isPresent, type Text } from './text.js'

export interface TimelineItem {
  readonly title: Text
  /** When, in the words of the reader. */
  readonly at: string
  readonly by?: Text
  readonly text?: Text
  /** A turn that must not be overlooked. */
  readonly strong?: boolean | undefined
}

/** What happened, the latest first. */
export const Timeline = ({ items }: { items: readonly TimelineItem[] }) => (
  <ol class="ba-timeline">
    {items.map(({ title, at, by, text, strong = false }) => (
      <li class={classNames('ba-timeline__item', strong && 'ba-timeline__item--strong')}>
        <p class="ba-timeline__title">{inWords(title)}</p>
        <span class="ba-timeline__when">
          {at}
          {isPresent(by) && <> · {by}</>}
        </span>
        {isPresent(text) && <p>{text}</p>}
      </li>
    ))}
  </ol>
)
