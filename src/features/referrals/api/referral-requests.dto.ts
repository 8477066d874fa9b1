import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Transform, Type } from 'class-transformer'
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator'
import { sections, type Section } from '../../../platform/access/sections.js'
import { serviceTypes, type ServiceType } from '../../directory/index.js'
import { deskLanes, type DeskLane } from '../domain/desk-lanes.js'
import {
  feedbackAnswers,
  referralOutcomes,
  type FeedbackAnswer,
  type ReferralOutcome,
} from '../domain/outcomes.js'
import {
  cancelReasons,
  errorReasons,
  failReasons,
  holdReasons,
  rejectionReasons,
  type CancelReason,
  type ErrorReason,
  type FailReason,
  type HoldReason,
  type RejectionReason,
} from '../domain/referral-reasons.js'
import { referralStatuses, type ReferralStatus } from '../domain/referral-status.js'
import { longestNeed, longestNote, longestOutcome } from '../domain/lengths.js'
import { urgencies, type Urgency } from '../domain/urgency.js'
import { directions, type Direction } from '../use-cases/list-referrals.js'

// `?status=a&status=b` comes as a list, `?status=a` as a text.
const asList = Transform(({ value }: { value: unknown }) => [value].flat())

/** Which referrals to list. */
export class ReferralsQuery {
  @ApiPropertyOptional({ enum: directions, default: 'in' })
  @IsOptional()
  @IsIn(directions)
  direction: Direction = 'in'

  @ApiPropertyOptional({
    enum: referralStatuses,
    isArray: true,
    description: 'Left out: whatever still asks something of somebody',
  })
  @IsOptional()
  @asList
  @IsIn(referralStatuses, { each: true })
  status: ReferralStatus[] = []

  @ApiPropertyOptional({ enum: urgencies, isArray: true })
  @IsOptional()
  @asList
  @IsIn(urgencies, { each: true })
  urgency: Urgency[] = []

  @ApiPropertyOptional({ enum: serviceTypes })
  @IsOptional()
  @IsIn(serviceTypes)
  service?: ServiceType

  @ApiPropertyOptional({
    enum: deskLanes,
    description: 'By whom it is waited for; of what was sent only `question`',
  })
  @IsOptional()
  @IsIn(deskLanes)
  lane?: DeskLane

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 25 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit = 25

  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @MaxLength(300)
  after?: string
}

/** A referral to be written, whole or as far as it is known. */
export class CreateReferralDto {
  @ApiProperty({ enum: serviceTypes })
  @IsIn(serviceTypes, { message: 'referrals.need.service.missing' })
  service: ServiceType

  @ApiProperty({ enum: urgencies })
  @IsIn(urgencies, { message: 'referrals.need.urgency.missing' })
  urgency: Urgency

  @ApiProperty({ maxLength: longestNeed, description: 'What the receiver must know; no names' })
  @IsString({ message: 'referrals.need.text.missing' })
  @IsNotEmpty({ message: 'referrals.need.text.missing' })
  @MaxLength(longestNeed, { message: 'referrals.need.text.too-long' })
  need: string

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID('all', { message: 'referrals.unit.missing' })
  toUnitId?: string

  @ApiPropertyOptional({ enum: sections, isArray: true, description: 'Needs `toUnitId`' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsIn(sections, { each: true, message: 'referrals.sharing.missing' })
  sections?: Section[]

  @ApiPropertyOptional({
    format: 'uuid',
    description: 'The declined referral it takes the place of',
  })
  @IsOptional()
  @IsUUID('all')
  supersedesId?: string

  @ApiPropertyOptional({ default: false, description: 'Send at once instead of keeping a draft' })
  @IsOptional()
  @IsBoolean()
  send?: boolean
}

/** Several referrals for one person, each to a unit of its own: all are written (and sent) or none. */
export class CreateBundleDto {
  @ApiProperty({ type: [CreateReferralDto], minItems: 2, maxItems: 10 })
  @IsArray()
  @ArrayMinSize(2)
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => CreateReferralDto)
  referrals: CreateReferralDto[]
}

/** What to change in a draft; what is left out stays. */
export class ReviseReferralDto {
  @ApiPropertyOptional({ enum: serviceTypes })
  @IsOptional()
  @IsIn(serviceTypes, { message: 'referrals.need.service.missing' })
  service?: ServiceType

  @ApiPropertyOptional({ enum: urgencies })
  @IsOptional()
  @IsIn(urgencies, { message: 'referrals.need.urgency.missing' })
  urgency?: Urgency

  @ApiPropertyOptional({ maxLength: longestNeed })
  @IsOptional()
  @IsString({ message: 'referrals.need.text.missing' })
  @IsNotEmpty({ message: 'referrals.need.text.missing' })
  @MaxLength(longestNeed, { message: 'referrals.need.text.too-long' })
  need?: string

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID('all', { message: 'referrals.unit.missing' })
  toUnitId?: string

  @ApiPropertyOptional({ enum: sections, isArray: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsIn(sections, { each: true, message: 'referrals.sharing.missing' })
  sections?: Section[]
}

class NotedDto {
  @ApiPropertyOptional({ maxLength: longestNote, description: 'Read by the other side; no names' })
  @IsOptional()
  @IsString()
  @MaxLength(longestNote, { message: 'referrals.note.too-long' })
  note?: string
}

export class RejectDto extends NotedDto {
  @ApiProperty({ enum: rejectionReasons })
  @IsIn(rejectionReasons, { message: 'referral.reason-missing' })
  reason: RejectionReason

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID('all', { message: 'referral.suggestion-unfit' })
  suggestedUnitId?: string
}

export class FailDto extends NotedDto {
  @ApiProperty({ enum: failReasons })
  @IsIn(failReasons, { message: 'referral.reason-missing' })
  reason: FailReason
}

export class CancelDto extends NotedDto {
  @ApiProperty({ enum: cancelReasons })
  @IsIn(cancelReasons, { message: 'referral.reason-missing' })
  reason: CancelReason
}

export class CompleteDto {
  @ApiProperty({ enum: referralOutcomes })
  @IsIn(referralOutcomes, { message: 'referral.outcome-missing' })
  outcome: ReferralOutcome

  @ApiProperty({ maxLength: longestOutcome })
  @IsString({ message: 'referrals.complete.text.missing' })
  @IsNotEmpty({ message: 'referrals.complete.text.missing' })
  @MaxLength(longestOutcome, { message: 'referrals.complete.text.too-long' })
  text: string
}

export class ConfirmDto {
  @ApiProperty({ enum: feedbackAnswers })
  @IsIn(feedbackAnswers, { message: 'referrals.confirm.received.missing' })
  received: FeedbackAnswer

  @ApiProperty({ enum: feedbackAnswers })
  @IsIn(feedbackAnswers, { message: 'referrals.confirm.safe.missing' })
  safe: FeedbackAnswer

  @ApiProperty({ enum: feedbackAnswers })
  @IsIn(feedbackAnswers, { message: 'referrals.confirm.helpful.missing' })
  helpful: FeedbackAnswer
}

export class HoldReferralDto extends NotedDto {
  @ApiProperty({ enum: holdReasons })
  @IsIn(holdReasons, { message: 'referral.reason-missing' })
  reason: HoldReason
}

export class ErrorDto extends NotedDto {
  @ApiProperty({ enum: errorReasons })
  @IsIn(errorReasons, { message: 'referral.reason-missing' })
  reason: ErrorReason
}

/** A question, or its answer. */
export class WordsDto {
  @ApiProperty({ maxLength: longestNote, description: 'Read by the other side; no names' })
  @IsString({ message: 'referrals.words.missing' })
  @IsNotEmpty({ message: 'referrals.words.missing' })
  @MaxLength(longestNote, { message: 'referrals.note.too-long' })
  text: string
}

export class AppointmentDto extends NotedDto {
  @ApiProperty({ format: 'date-time' })
  @IsISO8601({ strict: true }, { message: 'error.field.isISO8601' })
  at: string
}

export class AssignDto {
  @ApiProperty({ format: 'uuid', description: 'A caseworker of the unit who is at work' })
  @IsUUID('all', { message: 'referral.colleague-unfit' })
  workerId: string
}

export class SendAgainDto {
  @ApiProperty({ format: 'uuid', description: 'The unit to turn to instead' })
  @IsUUID('all', { message: 'referral.unit-unfit' })
  toUnitId: string
}
