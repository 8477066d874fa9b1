import type { Tone } from '../../../ui/components/index.js'
import { toneOfReferral } from '../../../ui/components/index.js'
import type { Sentence } from '../../../ui/translate.js'
import type { ReferralSide } from '../domain/referral-status.js'
import type { ListedReferral } from '../use-cases/list-referrals.js'

/** What a referral waits for, and until when; or when it last turned. */
export type DueView =
  | {
      readonly kind: 'running'
      readonly what: 'answer' | 'service'
      readonly at: Date
      /** Milliseconds; negative once it has run out. */
      readonly left: number
      readonly state: 'overdue' | 'soon' | 'open'
    }
  | { readonly kind: 'turned'; readonly sentence: Sentence; readonly at: Date }

const soon = 6 * 3_600_000

type Dated = Pick<
  ListedReferral,
  'status' | 'answerDueAt' | 'serviceDueAt' | 'startedAt' | 'endedAt' | 'updatedAt'
>

/** The clock that runs for a referral at this moment; where none runs, its last turn. */
export const dueViewOf = (row: Dated, now: Date): DueView => {
  if (row.status === 'requested' && row.answerDueAt !== null)
    return running('answer', row.answerDueAt, now)
  if (row.status === 'accepted' && row.serviceDueAt !== null)
    return running('service', row.serviceDueAt, now)
  if (row.status === 'draft')
    return { kind: 'turned', sentence: 'referrals.due.saved', at: row.updatedAt }
  if (row.endedAt !== null)
    return { kind: 'turned', sentence: 'referrals.due.ended', at: row.endedAt }
  return {
    kind: 'turned',
    sentence: 'referrals.due.started',
    at: row.startedAt ?? row.updatedAt,
  }
}

const running = (what: 'answer' | 'service', at: Date, now: Date): DueView => {
  const left = at.getTime() - now.getTime()
  const state = left <= 0 ? 'overdue' : left < soon ? 'soon' : 'open'
  return { kind: 'running', what, at, left, state }
}

/** A state in words and colour, as one side sees it. */
export interface StatusView {
  readonly sentence: Sentence
  readonly tone: Tone
}

/** To the desk an unanswered referral is new or in review; to the sender it waits for an answer. */
export const statusViewOf = (
  { status, claimedBy }: Pick<ListedReferral, 'status' | 'claimedBy'>,
  side: Exclude<ReferralSide, 'system'>,
): StatusView => {
  if (status !== 'requested')
    return { sentence: `code.status.${status}`, tone: toneOfReferral[status] }
  if (side === 'sender') return { sentence: 'code.status.requested', tone: 'waiting' }
  return claimedBy === null
    ? { sentence: 'referrals.status.new', tone: 'new' }
    : { sentence: 'referrals.status.in-review', tone: 'neutral' }
}
