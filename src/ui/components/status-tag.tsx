import type { ComponentChildren } from 'preact'
import { Tag } from './tag.js'
import { classNames } from './text.js'

/** What a state asks of the reader: look, wait, rest, act. */
export type Tone = 'new' | 'neutral' | 'waiting' | 'good' | 'returned' | 'danger'

/** The tone of each state of a referral. */
export const toneOfReferral = {
  draft: 'neutral',
  requested: 'new',
  accepted: 'good',
  in_progress: 'good',
  on_hold: 'waiting',
  completed: 'good',
  confirmed: 'good',
  rejected: 'returned',
  cancelled: 'neutral',
  expired: 'danger',
  failed: 'danger',
  entered_in_error: 'neutral',
} as const satisfies Record<string, Tone>

interface StatusTagProps {
  readonly tone: Tone
  /** A dot for what must not be overlooked; red alone would not tell everyone. */
  readonly dot?: boolean | undefined
  readonly children: ComponentChildren
}

/** The state of a thing in a word and a colour. */
export const StatusTag = ({ tone, dot = false, children }: StatusTagProps) => (
  <Tag classes={classNames(`ba-tag--${tone}`, dot && 'ba-tag--dot')}>{children}</Tag>
)
