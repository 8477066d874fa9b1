import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import {
  IsBoolean,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator'
import { contactChannels, type ContactChannel } from '../../cases/index.js'
import { serviceTypes, type ServiceType } from '../../directory/index.js'
import { approvalNeeds, type ApprovalNeed } from '../domain/approval.js'
import { contactRoles, safeties, type ContactRole, type Safety } from '../domain/contacts.js'
import { longestLine, longestNote, longestTitle } from '../domain/lengths.js'
import {
  doers,
  dropReasons,
  goalStates,
  needDomains,
  needPriorities,
  partsTaken,
  type Doer,
  type DropReason,
  type GoalState,
  type NeedDomain,
  type NeedPriority,
  type PartTaken,
} from '../domain/plan.js'
import { caseTaskCancelReasons, type CaseTaskCancelReason } from '../domain/tasks.js'

// A calendar day: the format, then that there is such a day.
const dayFormat = /^\d{4}-\d\d-\d\d$/
const real = { strict: true } as const
const noted = { type: String, nullable: true, maxLength: longestNote } as const
const day = { type: String, format: 'date', nullable: true } as const
const id = { type: String, format: 'uuid', nullable: true } as const

export class WriteBasisDto {
  @ApiProperty({ enum: partsTaken })
  @IsIn(partsTaken)
  part: PartTaken

  @ApiPropertyOptional(noted)
  @IsOptional()
  @IsString()
  @MaxLength(longestNote)
  wishes?: string | null

  @ApiPropertyOptional({ ...noted, description: 'No health detail' })
  @IsOptional()
  @IsString()
  @MaxLength(longestNote)
  bestInterests?: string | null

  @ApiPropertyOptional(day)
  @IsOptional()
  @Matches(dayFormat)
  @IsISO8601(real)
  reviewOn?: string | null
}

export class WriteNeedDto {
  @ApiProperty({ enum: needDomains })
  @IsIn(needDomains)
  domain: NeedDomain

  @ApiProperty({ enum: needPriorities })
  @IsIn(needPriorities)
  priority: NeedPriority

  @ApiProperty({ maxLength: longestLine })
  @IsString()
  @IsNotEmpty()
  @MaxLength(longestLine)
  text: string

  @ApiPropertyOptional(noted)
  @IsOptional()
  @IsString()
  @MaxLength(longestNote)
  ownWords?: string | null
}

export class WriteGoalDto {
  @ApiProperty({ maxLength: longestLine })
  @IsString()
  @IsNotEmpty()
  @MaxLength(longestLine)
  text: string

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: longestLine })
  @IsOptional()
  @IsString()
  @MaxLength(longestLine)
  measure?: string | null

  @ApiPropertyOptional(day)
  @IsOptional()
  @Matches(dayFormat)
  @IsISO8601(real)
  dueOn?: string | null
}

export class WriteProgressDto {
  @ApiProperty({ enum: goalStates })
  @IsIn(goalStates)
  state: GoalState

  @ApiPropertyOptional(noted)
  @IsOptional()
  @IsString()
  @MaxLength(longestNote)
  note?: string | null
}

export class WriteActionDto {
  @ApiProperty({ maxLength: longestLine })
  @IsString()
  @IsNotEmpty()
  @MaxLength(longestLine)
  text: string

  @ApiProperty({ enum: doers })
  @IsIn(doers)
  doer: Doer

  @ApiPropertyOptional({ ...id, description: 'Of the unit, where a worker does it' })
  @IsOptional()
  @IsUUID()
  workerId?: string | null

  @ApiPropertyOptional({ enum: serviceTypes, nullable: true })
  @IsOptional()
  @IsIn(serviceTypes)
  service?: ServiceType | null

  @ApiPropertyOptional({ ...id, description: 'Of this case' })
  @IsOptional()
  @IsUUID()
  referralId?: string | null

  @ApiPropertyOptional({ ...day, description: 'With a day it becomes a task' })
  @IsOptional()
  @Matches(dayFormat)
  @IsISO8601(real)
  dueOn?: string | null
}

export class EndActionDto {
  @ApiProperty({ enum: ['done', 'dropped'] })
  @IsIn(['done', 'dropped'])
  state: 'done' | 'dropped'

  @ApiPropertyOptional({ enum: dropReasons, nullable: true, description: 'Of what is dropped' })
  @IsOptional()
  @IsIn(dropReasons)
  reason?: DropReason | null

  @ApiPropertyOptional(noted)
  @IsOptional()
  @IsString()
  @MaxLength(longestNote)
  note?: string | null
}

export class GiveCaseTaskDto {
  @ApiProperty({ maxLength: longestTitle })
  @IsString()
  @IsNotEmpty()
  @MaxLength(longestTitle)
  title: string

  @ApiProperty({ format: 'uuid', description: 'The lead, or a supervisor of the unit' })
  @IsUUID()
  workerId: string

  @ApiProperty({ format: 'date' })
  @Matches(dayFormat)
  @IsISO8601(real)
  dueOn: string

  @ApiPropertyOptional({ default: true })
  @IsOptional()
  @IsBoolean()
  reminds?: boolean
}

export class FinishCaseTaskDto {
  @ApiPropertyOptional(noted)
  @IsOptional()
  @IsString()
  @MaxLength(longestNote)
  note?: string | null
}

export class CancelCaseTaskDto extends FinishCaseTaskDto {
  @ApiProperty({ enum: caseTaskCancelReasons })
  @IsIn(caseTaskCancelReasons)
  reason: CaseTaskCancelReason
}

export class RaiseFlagDto {
  @ApiProperty({ maxLength: longestTitle })
  @IsString()
  @IsNotEmpty()
  @MaxLength(longestTitle)
  message: string

  @ApiProperty({ format: 'date' })
  @Matches(dayFormat)
  @IsISO8601(real)
  dueOn: string
}

export class RemoveFlagDto {
  @ApiProperty({ maxLength: longestNote })
  @IsString()
  @IsNotEmpty()
  @MaxLength(longestNote)
  reason: string
}

export class LogContactDto {
  @ApiProperty({ format: 'date-time' })
  @IsISO8601(real)
  at: string

  @ApiProperty({ enum: contactChannels })
  @IsIn(contactChannels)
  channel: ContactChannel

  @ApiProperty({ enum: contactRoles })
  @IsIn(contactRoles)
  with: ContactRole

  @ApiPropertyOptional({ default: false, description: 'The person got in touch' })
  @IsOptional()
  @IsBoolean()
  fromPerson?: boolean

  @ApiProperty()
  @IsBoolean()
  reached: boolean

  @ApiProperty({ enum: safeties })
  @IsIn(safeties)
  wasSafe: Safety

  @ApiPropertyOptional(noted)
  @IsOptional()
  @IsString()
  @MaxLength(longestNote)
  note?: string | null

  @ApiPropertyOptional({
    default: false,
    description: 'The caller knows that it was not the way the person called safe',
  })
  @IsOptional()
  @IsBoolean()
  knowsRules?: boolean
}

export class AskApprovalDto {
  @ApiProperty({ enum: ['assessment', 'plan'], description: 'A closing is asked for with it' })
  @IsIn(['assessment', 'plan'])
  kind: 'assessment' | 'plan'

  @ApiPropertyOptional(noted)
  @IsOptional()
  @IsString()
  @MaxLength(longestNote)
  note?: string | null
}

export class AnswerApprovalDto {
  @ApiProperty({ enum: ['approved', 'returned'] })
  @IsIn(['approved', 'returned'])
  answer: 'approved' | 'returned'

  @ApiPropertyOptional({ ...noted, description: 'Needed where it is returned' })
  @IsOptional()
  @IsString()
  @MaxLength(longestNote)
  reason?: string | null
}

export class ApprovalRulesDto {
  @ApiProperty({ enum: approvalNeeds })
  @IsIn(approvalNeeds)
  assessment: ApprovalNeed

  @ApiProperty({ enum: approvalNeeds })
  @IsIn(approvalNeeds)
  plan: ApprovalNeed

  @ApiProperty({ enum: approvalNeeds })
  @IsIn(approvalNeeds)
  closing: ApprovalNeed
}
