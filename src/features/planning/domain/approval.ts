/** What is agreed to by a supervisor before it counts (inter-agency case management, steps 2, 3 and 6). */
export const approvalKinds = ['assessment', 'plan', 'closing'] as const
export type ApprovalKind = (typeof approvalKinds)[number]

export const approvalStates = ['requested', 'approved', 'returned', 'withdrawn'] as const
export type ApprovalState = (typeof approvalStates)[number]

/** When a unit wants an approval. */
export const approvalNeeds = ['always', 'high_risk', 'never'] as const
export type ApprovalNeed = (typeof approvalNeeds)[number]

/** As long as a unit has not said otherwise; the database's `guard.needs_approval` says the same. */
export const usualNeed: Readonly<Record<ApprovalKind, ApprovalNeed>> = {
  assessment: 'high_risk',
  plan: 'high_risk',
  closing: 'always',
}

/** An approval that was asked for, with what it was asked about. */
export interface ApprovalAsked {
  readonly state: ApprovalState
  /** Names the very version it was asked about. */
  readonly pin: string
}

/** Where an approval stands for what is there now. */
export interface ApprovalStanding<Asked extends ApprovalAsked> {
  /** The unit wants it for this case as it is. */
  readonly isNeeded: boolean
  /** The newest that was asked for, of whatever version. */
  readonly latest: Asked | null
  /** Given, for exactly what is there now. */
  readonly isGiven: boolean
  /** What was asked about has changed since: it is asked for anew. */
  readonly isOutdated: boolean
  /** Nothing is in the way: given, or not needed. */
  readonly isSatisfied: boolean
}

/** @param asked newest first, all of one kind. @param pin of what is there now */
export const standingOf = <Asked extends ApprovalAsked>(
  isNeeded: boolean,
  asked: readonly Asked[],
  pin: string,
): ApprovalStanding<Asked> => {
  const latest = asked.find(({ state }) => state !== 'withdrawn') ?? null
  const isGiven = latest?.state === 'approved' && latest.pin === pin
  return {
    isNeeded,
    latest,
    isGiven,
    isOutdated: latest !== null && latest.state !== 'returned' && latest.pin !== pin,
    isSatisfied: isGiven || !isNeeded,
  }
}
