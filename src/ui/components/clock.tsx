import { classNames, isPresent, type Text } from './text.js'

interface ClockProps {
  /** When it is due, in the words of the reader. */
  readonly due: Text
  /** What is left of it, or by how much it is missed. */
  readonly note?: Text
  readonly state: 'overdue' | 'soon' | 'open' | 'done'
}

/** A deadline and how it stands. */
export const Clock = ({ due, note, state }: ClockProps) => (
  <span class={classNames('ba-clock', `ba-clock--${state}`)}>
    <span class="ba-clock__due">{due}</span>
    {isPresent(note) && <span class="ba-clock__note">{note}</span>}
  </span>
)
