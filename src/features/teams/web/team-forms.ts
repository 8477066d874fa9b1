import { Transform } from 'class-transformer'
import { IsIn, IsNotEmpty, IsOptional, IsUUID, Matches, MaxLength } from 'class-validator'
import { sections, type Section } from '../../../platform/access/sections.js'
import { startOfDay, type LocalDate } from '../../../platform/clock/local-time.js'
import { dateTyped } from '../../cases/index.js'
import { serviceTypes, type ServiceType } from '../../directory/index.js'
import {
  rejectionReasons,
  urgencies,
  type RejectionReason,
  type Urgency,
} from '../../referrals/index.js'
import {
  attendanceAnswers,
  closeReasons,
  conferenceCancelReasons,
  conferenceChannels,
  leavingReasons,
  planStepKinds,
  proposalAnswers,
  taskCancelReasons,
  taskKinds,
  type AttendanceAnswer,
  type CloseReason,
  type ConferenceCancelReason,
  type ConferenceChannel,
  type LeavingReason,
  type PlanStepKind,
  type ProposalAnswer,
  type TaskCancelReason,
  type TaskKind,
} from '../domain/team-codes.js'
import {
  longestEntry,
  longestNeed,
  longestNote,
  longestPlace,
  longestStep,
  longestTask,
} from '../domain/lengths.js'

// One box ticked comes as a text, several as a list.
const asList = Transform(({ value }: { value: unknown }) =>
  value === undefined ? [] : [value].flat(),
)

class Noted {
  @IsOptional()
  @MaxLength(longestNote, { message: 'teams.note.too-long' })
  note?: string
}

export class InviteForm {
  @IsUUID('all', { message: 'teams.invite.unit.missing' })
  unit: string

  @IsIn(serviceTypes, { message: 'teams.invite.purpose.missing' })
  purpose: ServiceType

  @IsIn(urgencies, { message: 'teams.invite.urgency.missing' })
  urgency: Urgency

  @IsNotEmpty({ message: 'teams.invite.need.missing' })
  @MaxLength(longestNeed, { message: 'teams.invite.need.too-long' })
  need = ''

  @asList
  @IsNotEmpty({ message: 'teams.invite.sections.missing' })
  @IsIn(sections, { each: true, message: 'teams.invite.sections.missing' })
  sections: Section[] = []
}

export class JoinForm {
  @IsOptional()
  @IsUUID('all', { message: 'teams.member-unfit' })
  worker?: string
}

export class DeclineForm extends Noted {
  @IsIn(rejectionReasons, { message: 'teams.reason.missing' })
  reason: RejectionReason
}

export class LeaveForm extends Noted {
  @IsIn(leavingReasons, { message: 'teams.reason.missing' })
  reason: LeavingReason
}

export class CloseForm {
  @IsIn(closeReasons, { message: 'teams.reason.missing' })
  reason: CloseReason
}

export class TaskForm {
  @IsUUID('all', { message: 'teams.task.unit.missing' })
  unit: string

  @IsIn(taskKinds, { message: 'teams.task.kind.missing' })
  kind: TaskKind

  @IsIn(sections, { message: 'teams.task.section.missing' })
  section: Section

  @IsNotEmpty({ message: 'teams.task.text.missing' })
  @MaxLength(longestTask, { message: 'teams.task.text.too-long' })
  text = ''

  @IsOptional()
  @IsUUID('all')
  decision?: string
}

export class FinishForm extends Noted {}

export class CancelTaskForm extends Noted {
  @IsIn(taskCancelReasons, { message: 'teams.reason.missing' })
  reason: TaskCancelReason
}

export class ConferenceForm {
  @Matches(/^([01]?\d|2[0-3]):[0-5]\d$/, { message: 'teams.conference.time.missing' })
  time: string

  @IsIn(conferenceChannels, { message: 'teams.conference.channel.missing' })
  channel: ConferenceChannel

  @IsNotEmpty({ message: 'teams.conference.place.missing' })
  @MaxLength(longestPlace, { message: 'teams.conference.place.too-long' })
  place = ''

  @asList
  @IsNotEmpty({ message: 'teams.conference.units.missing' })
  @IsUUID('all', { each: true, message: 'teams.conference.units.missing' })
  units: string[] = []
}

export class AnswerForm {
  @IsIn(attendanceAnswers, { message: 'teams.conference.answer.missing' })
  answer: AttendanceAnswer
}

export class LineForm {
  @IsIn(['agenda', 'view', 'dissent'], { message: 'teams.conference.line.text.missing' })
  kind: 'agenda' | 'view' | 'dissent'

  @IsIn(sections, { message: 'teams.task.section.missing' })
  section: Section

  @IsNotEmpty({ message: 'teams.conference.line.text.missing' })
  @MaxLength(longestEntry, { message: 'teams.conference.line.text.too-long' })
  text = ''

  @IsOptional()
  @IsUUID('all', { message: 'teams.unit-unfit' })
  unit?: string
}

export class DecisionForm {
  @IsIn(sections, { message: 'teams.task.section.missing' })
  section: Section

  @IsNotEmpty({ message: 'teams.conference.line.text.missing' })
  @MaxLength(longestEntry, { message: 'teams.conference.line.text.too-long' })
  decision = ''

  @IsUUID('all', { message: 'teams.task.unit.missing' })
  unit: string

  @IsIn(taskKinds, { message: 'teams.task.kind.missing' })
  kind: TaskKind

  @IsNotEmpty({ message: 'teams.task.text.missing' })
  @MaxLength(longestTask, { message: 'teams.task.text.too-long' })
  text = ''
}

export class HoldForm {
  @asList
  @IsUUID('all', { each: true, message: 'teams.conference.units.missing' })
  attended: string[] = []

  @IsOptional()
  @Matches(/^([01]?\d|2[0-3]):[0-5]\d$/, { message: 'teams.conference.time.missing' })
  time?: string
}

export class CancelConferenceForm {
  @IsIn(conferenceCancelReasons, { message: 'teams.reason.missing' })
  reason: ConferenceCancelReason
}

export class StepForm {
  @IsIn(planStepKinds, { message: 'teams.plan.kind.missing' })
  kind: PlanStepKind

  @IsNotEmpty({ message: 'teams.plan.text.missing' })
  @MaxLength(longestStep, { message: 'teams.plan.text.too-long' })
  text = ''

  @IsOptional()
  @IsUUID('all', { message: 'teams.task.unit.missing' })
  unit?: string

  @asList
  @IsUUID('all', { each: true, message: 'teams.plan-beyond-consent' })
  audience: string[] = []
}

export class ProposalForm {
  @IsNotEmpty({ message: 'teams.plan.text.missing' })
  @MaxLength(longestStep, { message: 'teams.plan.text.too-long' })
  text = ''
}

export class ProposalAnswerForm {
  @IsIn(proposalAnswers)
  answer: ProposalAnswer
}

/** A day typed into the three fields of this name; undefined where it is none. */
export const dayIn = (body: unknown, name: string): LocalDate | undefined => {
  const field = (part: string): string | undefined => {
    const value: unknown =
      typeof body === 'object' && body !== null ? Reflect.get(body, `${name}-${part}`) : undefined
    return typeof value === 'string' ? value.trim() : undefined
  }
  const day = dateTyped(field('day'), field('month'), field('year'))
  return day === null || day === false ? undefined : day
}

/** Whether nothing at all was typed into them. */
export const isDayEmpty = (body: unknown, name: string): boolean =>
  ['day', 'month', 'year'].every((part) => {
    const value: unknown =
      typeof body === 'object' && body !== null ? Reflect.get(body, `${name}-${part}`) : undefined
    return value === undefined || value === ''
  })

/** The instant a day and a time of day (`14:30`) mean in a zone. */
export const instantOf = (day: LocalDate, time: string, timeZone: string): Date => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return new Date(startOfDay(day, timeZone).getTime() + (hours * 60 + minutes) * 60_000)
}
