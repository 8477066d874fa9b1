/** In which state the referrals of a week are counted; see `guard.report_state`. */
export type ReferralState = 'waiting' | 'under-way' | 'done' | 'returned' | 'lapsed'

export const directions = ['in', 'out'] as const

/** Sent to the unit, or by it. */
export type Direction = (typeof directions)[number]

export const isDirection = (text: unknown): text is Direction => text === 'in' || text === 'out'

/** What became of referrals, as people ask it. */
export interface Outcomes {
  /** Said yes to: under way, or over by now. */
  readonly accepted: number
  /** Not yet answered. */
  readonly waiting: number
  /** Said no to. */
  readonly returned: number
  /** Taken back or run out before anybody answered. */
  readonly lapsed: number
}

/** Adds up counts by state. */
export const outcomesOf = (
  counts: readonly { readonly state: ReferralState; readonly count: number }[],
): Outcomes => {
  const of = (...states: readonly ReferralState[]): number =>
    counts.filter(({ state }) => states.includes(state)).reduce((sum, { count }) => sum + count, 0)
  return {
    accepted: of('under-way', 'done'),
    waiting: of('waiting'),
    returned: of('returned'),
    lapsed: of('lapsed'),
  }
}
