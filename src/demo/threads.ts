import type { Chance } from './random.js'

/** How far a referral of the fictional world has come; `late` where its clock has run out. */
export type DemoState =
  | 'draft'
  | 'requested'
  | 'requested-late'
  | 'accepted'
  | 'accepted-late'
  | 'in_progress'
  | 'cancel-asked'
  | 'on_hold'
  | 'completed'
  | 'confirmed'
  | 'rejected'
  | 'cancelled'
  | 'expired'
  | 'failed'
  | 'entered_in_error'

/** Referrals that follow each other: each takes the place of the one before. */
export type Thread = readonly DemoState[]

const chains: readonly Thread[] = [
  ['rejected', 'confirmed'],
  ['rejected', 'confirmed'],
  ['rejected', 'confirmed'],
  ['rejected', 'in_progress'],
  ['rejected', 'in_progress'],
  ['rejected', 'completed'],
  ['rejected', 'rejected', 'accepted'],
  ['expired', 'requested'],
]

const singles: readonly (readonly [DemoState, count: number])[] = [
  ['draft', 6],
  ['requested', 9],
  ['requested-late', 6],
  ['accepted', 6],
  ['accepted-late', 3],
  ['in_progress', 10],
  ['cancel-asked', 2],
  ['on_hold', 4],
  ['completed', 9],
  ['confirmed', 17],
  ['cancelled', 5],
  ['expired', 2],
  ['failed', 3],
  ['entered_in_error', 1],
]

/** A hundred referrals in all, in the order in which cases take them up. */
export const threads = (chance: Chance): Thread[] =>
  shuffled(
    [
      ...chains,
      ...singles.flatMap(([state, count]) => Array.from({ length: count }, () => [state])),
    ],
    chance,
  )

/** The same things in another order (Fisher and Yates). */
export const shuffled = <Thing>(things: readonly Thing[], chance: Chance): Thing[] => {
  const rest = [...things]
  return things.map(() => {
    const at = chance.between(0, rest.length - 1)
    return rest.splice(at, 1)[0] as Thing
  })
}

// Hours since it was sent (for a draft: since it was begun). What is late has passed its time to be
// answered once, but not twice: then it would have expired.
const ages: Readonly<Record<DemoState, readonly [least: number, most: number]>> = {
  draft: [2, 100],
  requested: [2, 16],
  'requested-late': [30, 44],
  accepted: [20, 60],
  'accepted-late': [100, 220],
  in_progress: [10 * 24, 45 * 24],
  'cancel-asked': [10 * 24, 45 * 24],
  on_hold: [14 * 24, 45 * 24],
  completed: [20 * 24, 50 * 24],
  confirmed: [26 * 24, 72 * 24],
  rejected: [10 * 24, 70 * 24],
  cancelled: [6 * 24, 60 * 24],
  expired: [14 * 24, 60 * 24],
  failed: [14 * 24, 70 * 24],
  entered_in_error: [20 * 24, 40 * 24],
}

/** How many hours ago each referral of a thread was sent, the first one first. */
export const sentHoursAgo = (thread: Thread, chance: Chance): number[] => {
  const hours: number[] = []
  let later: number | null = null
  for (const state of [...thread].reverse()) {
    const [least, most] = ages[state]
    later = later === null ? chance.between(least, most) : later + chance.between(72, 110)
    hours.unshift(later)
  }
  return hours
}
