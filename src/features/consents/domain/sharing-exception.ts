import type { ExceptionFacts } from '../../../platform/access/decide.js'

export const exceptionKinds = ['basis', 'report'] as const

/** Sharing with a unit on another basis than consent, or a report that the law obliges to. */
export type ExceptionKind = (typeof exceptionKinds)[number]

export const approvals = ['not_needed', 'pending', 'approved', 'declined'] as const

/** Where the approval stands; only what needs none or has it lets anything be shared. */
export type Approval = (typeof approvals)[number]

export const reviewOutcomes = ['justified', 'not_justified', 'needs_follow_up'] as const

export type ReviewOutcome = (typeof reviewOutcomes)[number]

/** Hours the unit's own supervisors have before reviewers of other units can answer in their place. */
export const escalatesAfterHours = 24

/** Hours within which sharing without consent has to be reviewed. */
export const reviewWithinHours = 72

const hours = (count: number): number => count * 3_600_000

/** What decides how far an exception has come. */
export interface ExceptionState extends Omit<ExceptionFacts, 'isEscalated'> {
  readonly recordedAt: Date
  readonly escalatedAt: Date | null
  readonly decidedAt: Date | null
}

/** What `decide` asks about it at this instant. */
export const exceptionFactsOf = (state: ExceptionState, now: Date): ExceptionFacts => ({
  unitId: state.unitId,
  recipientUnitId: state.recipientUnitId,
  recordedBy: state.recordedBy,
  approval: state.approval,
  isEscalated:
    state.escalatedAt !== null ||
    state.recordedAt.getTime() + hours(escalatesAfterHours) <= now.getTime(),
  decidedBy: state.decidedBy,
  review: state.review,
})

/** Something may be shared by it, or could be until the review ended it. */
export const isInForce = (approval: Approval): boolean =>
  approval === 'not_needed' || approval === 'approved'

/** When the review is due: counted from the moment from which something could be shared. */
export const reviewDueAt = (
  state: Pick<ExceptionState, 'approval' | 'recordedAt' | 'decidedAt' | 'review'>,
): Date | null =>
  isInForce(state.approval) && (state.review === null || state.review === 'needs_follow_up')
    ? new Date((state.decidedAt ?? state.recordedAt).getTime() + hours(reviewWithinHours))
    : null
