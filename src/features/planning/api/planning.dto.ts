import { ApiProperty } from '@nestjs/swagger'
import { contactChannels, type ContactChannel } from '../../cases/index.js'
import {
  approvalKinds,
  approvalNeeds,
  approvalStates,
  type ApprovalKind,
  type ApprovalNeed,
  type ApprovalState,
} from '../domain/approval.js'
import { contactRoles, safeties, type ContactRole, type Safety } from '../domain/contacts.js'
import {
  actionStates,
  doers,
  dropReasons,
  goalStates,
  needDomains,
  needPriorities,
  partsTaken,
  planSteps,
  type ActionState,
  type Doer,
  type DropReason,
  type GoalState,
  type NeedDomain,
  type NeedPriority,
  type PartTaken,
  type PlanStep,
} from '../domain/plan.js'
import {
  caseTaskKinds,
  caseTaskStates,
  type CaseTaskKind,
  type CaseTaskState,
} from '../domain/tasks.js'

const uuid = { format: 'uuid' } as const
const uuidOrNull = { type: String, format: 'uuid', nullable: true } as const
const text = { type: String, nullable: true } as const
const day = { type: String, format: 'date', nullable: true } as const
const instant = { type: String, format: 'date-time', nullable: true } as const

export class IdDto {
  @ApiProperty(uuid)
  id: string
}

export class PlannedActionDto {
  @ApiProperty(uuid)
  id: string

  @ApiProperty()
  text: string

  @ApiProperty({ enum: doers })
  doer: Doer

  @ApiProperty(uuidOrNull)
  workerId: string | null

  @ApiProperty(text)
  service: string | null

  @ApiProperty(uuidOrNull)
  referralId: string | null

  @ApiProperty(day)
  dueOn: string | null

  @ApiProperty({ enum: actionStates })
  state: ActionState

  @ApiProperty({ enum: dropReasons, nullable: true })
  reason: DropReason | null

  @ApiProperty(text)
  note: string | null
}

export class GoalDto {
  @ApiProperty(uuid)
  id: string

  @ApiProperty()
  text: string

  @ApiProperty(text)
  measure: string | null

  @ApiProperty(day)
  dueOn: string | null

  @ApiProperty({ enum: goalStates })
  state: GoalState

  @ApiProperty(text)
  note: string | null

  @ApiProperty({ type: PlannedActionDto, isArray: true })
  actions: PlannedActionDto[]
}

export class NeedDto {
  @ApiProperty(uuid)
  id: string

  @ApiProperty({ enum: needDomains })
  domain: NeedDomain

  @ApiProperty({ enum: needPriorities })
  priority: NeedPriority

  @ApiProperty()
  text: string

  @ApiProperty(text)
  ownWords: string | null

  @ApiProperty({ type: GoalDto, isArray: true })
  goals: GoalDto[]
}

export class BasisDto {
  @ApiProperty({ enum: partsTaken })
  part: PartTaken

  @ApiProperty(text)
  wishes: string | null

  @ApiProperty(text)
  bestInterests: string | null

  @ApiProperty(day)
  reviewOn: string | null
}

export class ApprovalStandingDto {
  @ApiProperty({ enum: approvalKinds })
  kind: ApprovalKind

  @ApiProperty({ description: 'The unit wants it for this case as it is' })
  isNeeded: boolean

  @ApiProperty({ description: 'Given for exactly what is there now' })
  isGiven: boolean

  @ApiProperty({ description: 'What was asked about has changed since' })
  isOutdated: boolean

  @ApiProperty({ ...uuidOrNull, description: 'The newest that was asked for' })
  latestId: string | null

  @ApiProperty({ enum: approvalStates, nullable: true })
  latestState: ApprovalState | null
}

export class CasePlanDto {
  @ApiProperty({ example: 'case_plan', description: 'Where the case stands' })
  step: string

  @ApiProperty({ type: BasisDto, nullable: true })
  basis: BasisDto | null

  @ApiProperty({ type: NeedDto, isArray: true })
  needs: NeedDto[]

  @ApiProperty({ ...instant, description: 'When the person is to be seen next' })
  contactDueAt: string | null

  @ApiProperty(instant)
  lastContactAt: string | null

  @ApiProperty({ type: ApprovalStandingDto, isArray: true })
  approvals: ApprovalStandingDto[]

  @ApiProperty({ description: 'What the ETag says; 0 while nothing is planned' })
  version: number
}

export class PlanVersionDto {
  @ApiProperty()
  version: number

  @ApiProperty({ enum: planSteps })
  change: PlanStep

  @ApiProperty()
  by: string

  @ApiProperty({ format: 'date-time' })
  at: string
}

export class PlanHistoryDto {
  @ApiProperty({ type: PlanVersionDto, isArray: true })
  versions: PlanVersionDto[]

  @ApiProperty({ type: NeedDto, isArray: true, description: 'As they were with that version' })
  needs: NeedDto[]
}

export class CaseTaskDto {
  @ApiProperty(uuid)
  id: string

  @ApiProperty(uuid)
  caseId: string

  @ApiProperty({ enum: caseTaskKinds })
  kind: CaseTaskKind

  @ApiProperty({ ...text, description: 'Null where the kind says all' })
  title: string | null

  @ApiProperty(uuid)
  workerId: string

  @ApiProperty({ format: 'date' })
  dueOn: string

  @ApiProperty({ enum: caseTaskStates })
  state: CaseTaskState

  @ApiProperty(text)
  reason: string | null

  @ApiProperty(text)
  note: string | null

  @ApiProperty({ ...uuidOrNull, description: 'The action of the plan that it comes from' })
  actionId: string | null

  @ApiProperty()
  version: number
}

export class CaseTasksDto {
  @ApiProperty({ type: CaseTaskDto, isArray: true })
  items: CaseTaskDto[]

  @ApiProperty(text)
  next: string | null
}

export class FlagDto {
  @ApiProperty(uuid)
  id: string

  @ApiProperty()
  message: string

  @ApiProperty({ format: 'date' })
  dueOn: string

  @ApiProperty()
  raisedBy: string

  @ApiProperty(instant)
  removedAt: string | null

  @ApiProperty(text)
  reason: string | null

  @ApiProperty()
  version: number
}

export class FlagsDto {
  @ApiProperty({ type: FlagDto, isArray: true })
  items: FlagDto[]
}

export class ContactDto {
  @ApiProperty(uuid)
  id: string

  @ApiProperty({ format: 'date-time' })
  at: string

  @ApiProperty({ enum: contactChannels })
  channel: ContactChannel

  @ApiProperty({ enum: contactRoles })
  with: ContactRole

  @ApiProperty()
  fromPerson: boolean

  @ApiProperty()
  reached: boolean

  @ApiProperty({ enum: safeties })
  wasSafe: Safety

  @ApiProperty({ description: 'Against what the person called safe' })
  againstRules: boolean

  @ApiProperty(text)
  note: string | null

  @ApiProperty({ description: 'Written wrongly: counts no longer' })
  isStruck: boolean
}

export class ContactsDto {
  @ApiProperty({ type: ContactDto, isArray: true })
  items: ContactDto[]

  @ApiProperty(text)
  next: string | null
}

export class ApprovalDto {
  @ApiProperty(uuid)
  id: string

  @ApiProperty(uuid)
  caseId: string

  @ApiProperty({ enum: approvalKinds })
  kind: ApprovalKind

  @ApiProperty({ enum: approvalStates })
  state: ApprovalState

  @ApiProperty()
  requestedBy: string

  @ApiProperty({ format: 'date-time' })
  requestedAt: string

  @ApiProperty(text)
  note: string | null

  @ApiProperty(text)
  decidedBy: string | null

  @ApiProperty(instant)
  decidedAt: string | null

  @ApiProperty(text)
  reason: string | null

  @ApiProperty()
  version: number
}

export class WaitingApprovalDto {
  @ApiProperty(uuid)
  id: string

  @ApiProperty(uuid)
  caseId: string

  @ApiProperty({ example: 'BA-2026-000123' })
  caseNumber: string

  @ApiProperty({ enum: approvalKinds })
  kind: ApprovalKind

  @ApiProperty()
  requestedBy: string

  @ApiProperty({ format: 'date-time' })
  requestedAt: string
}

export class WaitingApprovalsDto {
  @ApiProperty({ type: WaitingApprovalDto, isArray: true })
  items: WaitingApprovalDto[]

  @ApiProperty(text)
  next: string | null
}

export class ApprovalRulesReadDto {
  @ApiProperty({ enum: approvalNeeds })
  assessment: ApprovalNeed

  @ApiProperty({ enum: approvalNeeds })
  plan: ApprovalNeed

  @ApiProperty({ enum: approvalNeeds })
  closing: ApprovalNeed
}
