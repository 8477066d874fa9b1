/** What became of an invitation. */
export const memberStatuses = [
  'invited',
  'joined',
  'declined',
  'expired',
  'withdrawn',
  'left',
  'removed',
  'ended',
] as const
export type MemberStatus = (typeof memberStatuses)[number]

/** Why a member goes, or is asked to. */
export const leavingReasons = [
  'work_done',
  'no_capacity',
  'person_asked',
  'conflict_of_interest',
  'unsafe_for_person',
  'not_taking_part',
] as const
export type LeavingReason = (typeof leavingReasons)[number]

/** Why a membership ended by itself. */
export const endingReasons = ['consent_ended', 'team_closed', 'case_closed'] as const

/** Why people no longer work as a team. */
export const closeReasons = ['goals_met', 'no_longer_needed', 'person_asked', 'too_risky'] as const
export type CloseReason = (typeof closeReasons)[number]

/** What is to be done; which of them it is, only those read who see the section it is about. */
export const taskKinds = [
  'contact_person',
  'visit',
  'safety_measure',
  'health_care',
  'counselling',
  'legal_step',
  'police_step',
  'digital_safety',
  'documents',
  'schooling',
  'livelihood',
  'family_work',
  'other',
] as const
export type TaskKind = (typeof taskKinds)[number]

export const taskStates = ['open', 'done', 'cancelled'] as const
export type TaskState = (typeof taskStates)[number]

/** Why a task is not to be done after all. */
export const taskCancelReasons = [
  'no_longer_needed',
  'person_declined',
  'unit_left',
  'unsafe_for_person',
  'entered_wrongly',
] as const
export type TaskCancelReason = (typeof taskCancelReasons)[number]

/** The parts of a safety plan, in the order in which people go through it. */
export const planStepKinds = [
  'warning_sign',
  'own_action',
  'safe_person',
  'unit_action',
  'emergency_call',
] as const
export type PlanStepKind = (typeof planStepKinds)[number]

export const planChanges = ['added', 'changed', 'removed'] as const
export type PlanChange = (typeof planChanges)[number]

export const proposalAnswers = ['taken_up', 'not_taken_up'] as const
export type ProposalAnswer = (typeof proposalAnswers)[number]

/** How people come together. */
export const conferenceChannels = ['in_person', 'phone', 'video'] as const
export type ConferenceChannel = (typeof conferenceChannels)[number]

export const conferenceStatuses = ['planned', 'held', 'cancelled'] as const
export type ConferenceStatus = (typeof conferenceStatuses)[number]

export const conferenceCancelReasons = [
  'postponed',
  'no_longer_needed',
  'too_few_can_come',
  'unsafe_for_person',
] as const
export type ConferenceCancelReason = (typeof conferenceCancelReasons)[number]

/** Whether a unit comes to a conference; a substitute comes for whom was invited. */
export const attendanceAnswers = ['yes', 'no', 'substitute'] as const
export type AttendanceAnswer = (typeof attendanceAnswers)[number]

/** What is written down of a conference (best interests procedure: the child's view and dissent). */
export const entryKinds = ['agenda', 'view', 'decision', 'dissent'] as const
export type EntryKind = (typeof entryKinds)[number]
