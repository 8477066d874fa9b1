export const referralOutcomes = [
  'given_in_full',
  'given_in_part',
  'continues',
  'referred_on',
  'no_longer_needed',
] as const

/** What came of the service, told by the receiver when it completes. */
export type ReferralOutcome = (typeof referralOutcomes)[number]

export const attendanceEvents = ['appointment_set', 'no_show', 'service_started'] as const

/** What the receiver tells on the way (after the notices of 360X). */
export type AttendanceEvent = (typeof attendanceEvents)[number]

export const feedbackAnswers = ['yes', 'partly', 'no', 'not_asked'] as const

export type FeedbackAnswer = (typeof feedbackAnswers)[number]

/** What the person says afterwards; the sender asks, when it is safe to ask. */
export interface Feedback {
  readonly received: FeedbackAnswer
  readonly safe: FeedbackAnswer
  readonly helpful: FeedbackAnswer
}

export const feedbackQuestions: readonly (keyof Feedback)[] = ['received', 'safe', 'helpful']

/** The loop is not closed well: the service did not arrive, or the person does not feel safe. */
export const needsFollowUp = ({ received, safe }: Feedback): boolean =>
  received === 'no' || received === 'partly' || safe === 'no' || safe === 'partly'
