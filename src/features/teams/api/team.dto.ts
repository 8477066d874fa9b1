import { ApiProperty } from '@nestjs/swagger'
import { sections, type Section } from '../../../platform/access/sections.js'
import { serviceTypes, type ServiceType } from '../../directory/index.js'
import { urgencies, type Urgency } from '../../referrals/index.js'
import {
  attendanceAnswers,
  conferenceChannels,
  conferenceStatuses,
  entryKinds,
  planChanges,
  planStepKinds,
  proposalAnswers,
  taskKinds,
  taskStates,
  type AttendanceAnswer,
  type ConferenceChannel,
  type ConferenceStatus,
  type EntryKind,
  type PlanChange,
  type PlanStepKind,
  type ProposalAnswer,
  type TaskKind,
  type TaskState,
} from '../domain/team-codes.js'

const uuid = { type: String, format: 'uuid', nullable: true } as const
const text = { type: String, nullable: true } as const
const instant = { type: String, format: 'date-time', nullable: true } as const

export class IdDto {
  @ApiProperty({ format: 'uuid' })
  id: string
}

export class InvitationDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ example: 'LN-26-00012' })
  number: string

  @ApiProperty()
  from: string

  @ApiProperty({ enum: serviceTypes })
  purpose: ServiceType

  @ApiProperty({ enum: urgencies })
  urgency: Urgency

  @ApiProperty({ ...text, description: 'In a list it is left out' })
  need: string | null

  @ApiProperty({ ...text, example: '16-17' })
  ageBand: string | null

  @ApiProperty(text)
  sex: string | null

  @ApiProperty(text)
  language: string | null

  @ApiProperty(text)
  provinceCode: string | null

  @ApiProperty(text)
  commune: string | null

  @ApiProperty({ format: 'date-time' })
  answerDueAt: string

  @ApiProperty({
    enum: sections,
    isArray: true,
    description: 'What the unit will see at most',
  })
  sections: readonly Section[]

  @ApiProperty({ description: 'What the ETag says' })
  version: number
}

export class ListedTeamDto {
  @ApiProperty({ format: 'uuid' })
  caseId: string

  @ApiProperty({ example: 'LN-26-00012' })
  number: string

  @ApiProperty({ description: 'The caller manages the case' })
  isLed: boolean

  @ApiProperty()
  openTasks: number

  @ApiProperty(instant)
  nextDue: string | null
}

export class ListedInvitationDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ example: 'LN-26-00012' })
  number: string

  @ApiProperty()
  from: string

  @ApiProperty({ enum: serviceTypes })
  purpose: ServiceType

  @ApiProperty({ enum: urgencies })
  urgency: Urgency

  @ApiProperty({ format: 'date-time' })
  answerDueAt: string
}

export class TeamsDto {
  @ApiProperty({ type: ListedInvitationDto, isArray: true })
  invited: ListedInvitationDto[]

  @ApiProperty({ type: ListedTeamDto, isArray: true })
  teams: ListedTeamDto[]
}

export class TeamMemberDto {
  @ApiProperty({ ...uuid, description: 'Null for the unit that leads' })
  id: string | null

  @ApiProperty({ format: 'uuid' })
  unitId: string

  @ApiProperty()
  unit: string

  @ApiProperty({ ...text, description: 'Null: the desk' })
  worker: string | null

  @ApiProperty({ enum: serviceTypes, nullable: true })
  purpose: ServiceType | null

  @ApiProperty({ enum: ['lead', 'invited', 'joined'] })
  status: 'lead' | 'invited' | 'joined'

  @ApiProperty({ enum: sections, isArray: true })
  sections: readonly Section[]

  @ApiProperty()
  sharesThePlan: boolean
}

export class TaskDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ enum: taskKinds })
  kind: TaskKind

  @ApiProperty({ format: 'uuid' })
  unitId: string

  @ApiProperty()
  unit: string

  @ApiProperty({ ...text, description: 'Null: the desk' })
  worker: string | null

  @ApiProperty({ enum: sections })
  section: Section

  @ApiProperty()
  text: string

  @ApiProperty({ format: 'date-time' })
  dueAt: string

  @ApiProperty()
  isOverdue: boolean

  @ApiProperty({ enum: taskStates })
  state: TaskState

  @ApiProperty(text)
  reason: string | null

  @ApiProperty(text)
  note: string | null

  @ApiProperty({ ...uuid, description: 'The decision it comes from' })
  decisionId: string | null

  @ApiProperty({ description: 'What the ETag says' })
  version: number
}

export class HiddenTaskDto {
  @ApiProperty({ format: 'uuid' })
  unitId: string

  @ApiProperty()
  unit: string

  @ApiProperty({ format: 'date-time' })
  dueAt: string

  @ApiProperty()
  isOverdue: boolean
}

export class ListedConferenceDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ format: 'date-time' })
  startsAt: string

  @ApiProperty()
  timeZone: string

  @ApiProperty({ enum: conferenceChannels })
  channel: ConferenceChannel

  @ApiProperty({ enum: conferenceStatuses })
  status: ConferenceStatus
}

export class TeamDto {
  @ApiProperty({ format: 'uuid' })
  caseId: string

  @ApiProperty({ example: 'LN-26-00012' })
  number: string

  @ApiProperty({ enum: ['open', 'closed'] })
  status: 'open' | 'closed'

  @ApiProperty({ ...text, description: 'For those who manage the case' })
  caseNumber: string | null

  @ApiProperty({ type: TeamMemberDto, isArray: true })
  members: TeamMemberDto[]

  @ApiProperty({ type: IdDto, nullable: true, description: 'The caller’s own membership' })
  own: { id: string; version: number } | null

  @ApiProperty({ type: TaskDto, isArray: true })
  tasks: TaskDto[]

  @ApiProperty({
    type: HiddenTaskDto,
    isArray: true,
    description: 'Open tasks about parts the caller does not see',
  })
  hiddenTasks: HiddenTaskDto[]

  @ApiProperty({ type: ListedConferenceDto, isArray: true })
  conferences: ListedConferenceDto[]

  @ApiProperty({ type: Number, nullable: true, description: 'Null where it is not shared' })
  planVersion: number | null

  @ApiProperty({ description: 'What the ETag says' })
  version: number
}

export class SharedPartRowDto {
  @ApiProperty()
  label: string

  @ApiProperty()
  value: string
}

export class SharedPartDto {
  @ApiProperty({ enum: sections })
  section: Section

  @ApiProperty({ type: SharedPartRowDto, isArray: true })
  rows: SharedPartRowDto[]
}

export class SharedDto {
  @ApiProperty({ type: SharedPartDto, isArray: true })
  sections: SharedPartDto[]
}

export class InviteeDto {
  @ApiProperty({ format: 'uuid' })
  unitId: string

  @ApiProperty()
  unit: string

  @ApiProperty({ enum: attendanceAnswers, nullable: true })
  answer: AttendanceAnswer | null

  @ApiProperty({ type: Boolean, nullable: true })
  attended: boolean | null
}

export class ConferenceLineDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ enum: entryKinds })
  kind: EntryKind

  @ApiProperty({ enum: sections })
  section: Section

  @ApiProperty()
  text: string

  @ApiProperty(text)
  unit: string | null
}

export class HiddenLinesDto {
  @ApiProperty()
  agenda: number

  @ApiProperty()
  view: number

  @ApiProperty()
  decision: number

  @ApiProperty()
  dissent: number
}

export class ConferenceDto extends ListedConferenceDto {
  @ApiProperty()
  place: string

  @ApiProperty({ type: InviteeDto, isArray: true })
  invitees: InviteeDto[]

  @ApiProperty({ type: ConferenceLineDto, isArray: true })
  lines: ConferenceLineDto[]

  @ApiProperty({ type: HiddenLinesDto, description: 'Lines about parts the caller does not see' })
  hiddenLines: HiddenLinesDto

  @ApiProperty({ type: TaskDto, isArray: true })
  tasks: TaskDto[]

  @ApiProperty({ description: 'What the ETag says' })
  version: number
}

export class PlanStepDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ enum: planStepKinds })
  kind: PlanStepKind

  @ApiProperty(text)
  unit: string | null

  @ApiProperty()
  text: string

  @ApiProperty({ isArray: true, type: String, format: 'uuid' })
  audience: readonly string[]
}

export class PlanVersionDto {
  @ApiProperty()
  version: number

  @ApiProperty({ enum: planChanges })
  change: PlanChange

  @ApiProperty()
  by: string

  @ApiProperty({ format: 'date-time' })
  at: string
}

export class PlanReadingDto {
  @ApiProperty()
  unit: string

  @ApiProperty()
  worker: string

  @ApiProperty({ format: 'date-time' })
  at: string
}

export class PlanProposalDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty()
  unit: string

  @ApiProperty()
  text: string

  @ApiProperty({ enum: proposalAnswers, nullable: true })
  answer: ProposalAnswer | null
}

export class PlanDto {
  @ApiProperty({ description: 'What the ETag says' })
  version: number

  @ApiProperty({ type: PlanStepDto, isArray: true })
  steps: PlanStepDto[]

  @ApiProperty({ type: PlanVersionDto, isArray: true })
  versions: PlanVersionDto[]

  @ApiProperty({ type: PlanReadingDto, isArray: true })
  readings: PlanReadingDto[]

  @ApiProperty({ type: PlanProposalDto, isArray: true })
  proposals: PlanProposalDto[]
}
