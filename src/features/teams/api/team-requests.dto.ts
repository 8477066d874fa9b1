import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsTimeZone,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator'
import { sections, type Section } from '../../../platform/access/sections.js'
import { serviceTypes, type ServiceType } from '../../directory/index.js'
import {
  rejectionReasons,
  urgencies,
  type RejectionReason,
  type Urgency,
} from '../../referrals/index.js'
import {
  longestEntry,
  longestNeed,
  longestNote,
  longestPlace,
  longestStep,
  longestTask,
} from '../domain/lengths.js'
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

class NotedDto {
  @ApiPropertyOptional({ maxLength: longestNote })
  @IsOptional()
  @IsString()
  @MaxLength(longestNote, { message: 'teams.note.too-long' })
  note?: string
}

export class InviteDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID('all', { message: 'teams.invite.unit.missing' })
  unitId: string

  @ApiProperty({ enum: serviceTypes })
  @IsIn(serviceTypes, { message: 'teams.invite.purpose.missing' })
  purpose: ServiceType

  @ApiProperty({ enum: urgencies })
  @IsIn(urgencies, { message: 'teams.invite.urgency.missing' })
  urgency: Urgency

  @ApiProperty({ maxLength: longestNeed, description: 'Read before they join; no names' })
  @IsString({ message: 'teams.invite.need.missing' })
  @IsNotEmpty({ message: 'teams.invite.need.missing' })
  @MaxLength(longestNeed, { message: 'teams.invite.need.too-long' })
  need: string

  @ApiProperty({ enum: sections, isArray: true })
  @IsArray()
  @ArrayMinSize(1, { message: 'teams.invite.sections.missing' })
  @ArrayMaxSize(10)
  @IsIn(sections, { each: true, message: 'teams.invite.sections.missing' })
  sections: Section[]
}

export class MemberDto {
  @ApiPropertyOptional({ format: 'uuid', nullable: true, description: 'Left out: the desk' })
  @IsOptional()
  @IsUUID('all', { message: 'teams.member-unfit' })
  workerId?: string | null
}

export class DeclineDto extends NotedDto {
  @ApiProperty({ enum: rejectionReasons })
  @IsIn(rejectionReasons, { message: 'teams.reason.missing' })
  reason: RejectionReason
}

export class LeavingDto extends NotedDto {
  @ApiProperty({ enum: leavingReasons })
  @IsIn(leavingReasons, { message: 'teams.reason.missing' })
  reason: LeavingReason
}

export class CloseDto {
  @ApiProperty({ enum: closeReasons })
  @IsIn(closeReasons, { message: 'teams.reason.missing' })
  reason: CloseReason
}

export class TaskToDoDto {
  @ApiProperty({ enum: taskKinds })
  @IsIn(taskKinds, { message: 'teams.task.kind.missing' })
  kind: TaskKind

  @ApiProperty({ format: 'uuid' })
  @IsUUID('all', { message: 'teams.task.unit.missing' })
  unitId: string

  @ApiProperty({ format: 'date', description: 'To the end of this day' })
  @Matches(/^\d{4}-\d\d-\d\d$/, { message: 'teams.task.due.missing' })
  @IsISO8601({ strict: true }, { message: 'teams.task.due.missing' })
  dueOn: string

  @ApiProperty({ maxLength: longestTask })
  @IsString({ message: 'teams.task.text.missing' })
  @IsNotEmpty({ message: 'teams.task.text.missing' })
  @MaxLength(longestTask, { message: 'teams.task.text.too-long' })
  text: string
}

export class NewTaskDto extends TaskToDoDto {
  @ApiProperty({ enum: sections, description: 'Who sees this part reads the task' })
  @IsIn(sections, { message: 'teams.task.section.missing' })
  section: Section

  @ApiPropertyOptional({ format: 'uuid', description: 'The decision it comes from' })
  @IsOptional()
  @IsUUID('all')
  decisionId?: string
}

export class FinishTaskDto extends NotedDto {}

export class CancelTaskDto extends NotedDto {
  @ApiProperty({ enum: taskCancelReasons })
  @IsIn(taskCancelReasons, { message: 'teams.reason.missing' })
  reason: TaskCancelReason
}

export class NewConferenceDto {
  @ApiProperty({ format: 'date-time' })
  @IsISO8601({ strict: true }, { message: 'teams.conference.time.missing' })
  @Matches(/T.*(Z|[+-]\d\d:\d\d)$/, { message: 'teams.conference.time.missing' })
  startsAt: string

  @ApiPropertyOptional({ default: 'Asia/Ho_Chi_Minh' })
  @IsOptional()
  @IsTimeZone()
  timeZone?: string

  @ApiProperty({ enum: conferenceChannels })
  @IsIn(conferenceChannels, { message: 'teams.conference.channel.missing' })
  channel: ConferenceChannel

  @ApiProperty({ maxLength: longestPlace })
  @IsString({ message: 'teams.conference.place.missing' })
  @IsNotEmpty({ message: 'teams.conference.place.missing' })
  @MaxLength(longestPlace, { message: 'teams.conference.place.too-long' })
  place: string

  @ApiProperty({ isArray: true, type: String, format: 'uuid' })
  @IsArray()
  @ArrayMinSize(1, { message: 'teams.conference.units.missing' })
  @ArrayMaxSize(50)
  @IsUUID('all', { each: true, message: 'teams.conference.units.missing' })
  unitIds: string[]
}

export class ConferenceAnswerDto {
  @ApiProperty({ enum: attendanceAnswers })
  @IsIn(attendanceAnswers, { message: 'teams.conference.answer.missing' })
  answer: AttendanceAnswer
}

const lineKinds = ['agenda', 'view', 'dissent'] as const

export class LineDto {
  @ApiProperty({ enum: lineKinds })
  @IsIn(lineKinds)
  kind: (typeof lineKinds)[number]

  @ApiProperty({ enum: sections, description: 'Who sees this part reads the line' })
  @IsIn(sections, { message: 'teams.task.section.missing' })
  section: Section

  @ApiProperty({ maxLength: longestEntry })
  @IsString({ message: 'teams.conference.line.text.missing' })
  @IsNotEmpty({ message: 'teams.conference.line.text.missing' })
  @MaxLength(longestEntry, { message: 'teams.conference.line.text.too-long' })
  text: string

  @ApiPropertyOptional({ format: 'uuid', description: 'Which unit dissents' })
  @IsOptional()
  @IsUUID('all', { message: 'teams.unit-unfit' })
  unitId?: string
}

export class DecisionDto extends TaskToDoDto {
  @ApiProperty({ enum: sections, description: 'Who sees this part reads the decision' })
  @IsIn(sections, { message: 'teams.task.section.missing' })
  section: Section

  @ApiProperty({ maxLength: longestEntry, description: '`text` is what the unit is to do' })
  @IsString({ message: 'teams.conference.line.text.missing' })
  @IsNotEmpty({ message: 'teams.conference.line.text.missing' })
  @MaxLength(longestEntry, { message: 'teams.conference.line.text.too-long' })
  decision: string
}

export class HoldDto {
  @ApiProperty({ isArray: true, type: String, format: 'uuid', description: 'Who was there' })
  @IsArray()
  @ArrayMaxSize(50)
  @IsUUID('all', { each: true, message: 'teams.conference.units.missing' })
  attended: string[]

  @ApiPropertyOptional({ format: 'date-time', description: 'Calls the same units again' })
  @IsOptional()
  @IsISO8601({ strict: true }, { message: 'teams.conference.time.missing' })
  @Matches(/T.*(Z|[+-]\d\d:\d\d)$/, { message: 'teams.conference.time.missing' })
  next?: string
}

export class CancelConferenceDto {
  @ApiProperty({ enum: conferenceCancelReasons })
  @IsIn(conferenceCancelReasons, { message: 'teams.reason.missing' })
  reason: ConferenceCancelReason
}

export class StepDto {
  @ApiProperty({ enum: planStepKinds })
  @IsIn(planStepKinds, { message: 'teams.plan.kind.missing' })
  kind: PlanStepKind

  @ApiProperty({ maxLength: longestStep, description: 'Never where the person is sheltered' })
  @IsString({ message: 'teams.plan.text.missing' })
  @IsNotEmpty({ message: 'teams.plan.text.missing' })
  @MaxLength(longestStep, { message: 'teams.plan.text.too-long' })
  text: string

  @ApiPropertyOptional({ format: 'uuid', description: 'Who acts, for `unit_action`' })
  @IsOptional()
  @IsUUID('all', { message: 'teams.task.unit.missing' })
  unitId?: string

  @ApiProperty({ isArray: true, type: String, format: 'uuid', description: 'Units that read it' })
  @IsArray()
  @ArrayMaxSize(50)
  @IsUUID('all', { each: true, message: 'teams.plan-beyond-consent' })
  audience: string[]
}

export class ProposalDto {
  @ApiProperty({ maxLength: longestStep })
  @IsString({ message: 'teams.plan.text.missing' })
  @IsNotEmpty({ message: 'teams.plan.text.missing' })
  @MaxLength(longestStep, { message: 'teams.plan.text.too-long' })
  text: string
}

export class ProposalAnswerDto {
  @ApiProperty({ enum: proposalAnswers })
  @IsIn(proposalAnswers)
  answer: ProposalAnswer
}
