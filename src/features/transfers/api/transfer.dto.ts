import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
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
  ValidateIf,
  ValidateNested,
} from 'class-validator'
import { sections, type Section } from '../../../platform/access/sections.js'
import {
  rejectionReasons,
  urgencies,
  type RejectionReason,
  type Urgency,
} from '../../referrals/index.js'
import { longestNeed, longestNote } from '../domain/lengths.js'
import {
  askReasons,
  declineReasons,
  keepReasons,
  offerReasons,
  withdrawReasons,
  type AskReason,
  type DeclineReason,
  type KeepReason,
  type OfferReason,
  type WithdrawReason,
} from '../domain/transfer-reasons.js'
import {
  requestStatuses,
  transferStatuses,
  type RequestStatus,
  type TransferStatus,
} from '../domain/transfer-status.js'
import { directions, type Direction } from '../use-cases/list-transfers.js'
import { transferMoves, type TransferMoveName } from '../use-cases/read-transfer.js'

const instant = { type: String, format: 'date-time', nullable: true } as const
const text = { type: String, nullable: true } as const
const id = { type: String, format: 'uuid', nullable: true } as const

/** Which transfers to list. */
export class TransfersQuery {
  @ApiPropertyOptional({ enum: directions, default: 'in' })
  @IsOptional()
  @IsIn(directions)
  direction: Direction = 'in'

  @ApiPropertyOptional({ enum: transferStatuses })
  @IsOptional()
  @IsIn(transferStatuses)
  status?: TransferStatus

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

export class KeepingDto {
  @ApiProperty({ enum: sections, isArray: true })
  @IsArray()
  @ArrayNotEmpty({ message: 'transfers.offer.keep.sections.missing' })
  @ArrayMaxSize(10)
  @IsIn(sections, { each: true, message: 'transfers.offer.keep.sections.missing' })
  sections: Section[]

  @ApiProperty({ enum: keepReasons })
  @IsIn(keepReasons, { message: 'transfers.offer.keep.reason.missing' })
  reason: KeepReason

  @ApiProperty({ format: 'date-time', description: 'First instant at which it no longer holds' })
  @IsISO8601({ strict: true }, { message: 'transfer.keeping-until-unfit' })
  until: string
}

/** To whom the case is offered, and what that unit must know to decide. */
export class OfferTransferDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID('all', { message: 'transfers.offer.unit.missing' })
  toUnitId: string

  @ApiProperty({ enum: offerReasons })
  @IsIn(offerReasons, { message: 'transfers.offer.why.missing' })
  why: OfferReason

  @ApiProperty({ enum: urgencies })
  @IsIn(urgencies, { message: 'transfers.offer.urgency.missing' })
  urgency: Urgency

  @ApiProperty({ maxLength: longestNeed, description: 'No names' })
  @IsString({ message: 'transfers.offer.need.missing' })
  @IsNotEmpty({ message: 'transfers.offer.need.missing' })
  @MaxLength(longestNeed, { message: 'transfers.offer.need.too-long' })
  need: string

  @ApiPropertyOptional({
    type: KeepingDto,
    description: 'What the old unit goes on seeing; left out: nothing',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => KeepingDto)
  keeping?: KeepingDto

  @ApiPropertyOptional({ format: 'uuid', description: 'The request to take over it answers' })
  @IsOptional()
  @IsUUID('all')
  requestId?: string
}

export class AcceptTransferDto {
  @ApiPropertyOptional({
    format: 'uuid',
    description: 'Who leads the case; the caller, unless a supervisor names somebody',
  })
  @IsOptional()
  @IsUUID('all', { message: 'transfer.lead-unfit' })
  leadId?: string
}

class NotedDto {
  @ApiPropertyOptional({ maxLength: longestNote, description: 'Read by the other side; no names' })
  @IsOptional()
  @IsString()
  @MaxLength(longestNote, { message: 'referrals.note.too-long' })
  note?: string
}

export class RejectTransferDto extends NotedDto {
  @ApiProperty({ enum: rejectionReasons })
  @IsIn(rejectionReasons, { message: 'transfers.reason.missing' })
  reason: RejectionReason

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID('all', { message: 'transfer.suggestion-unfit' })
  suggestedUnitId?: string
}

export class WithdrawTransferDto extends NotedDto {
  @ApiProperty({ enum: withdrawReasons })
  @IsIn(withdrawReasons, { message: 'transfers.reason.missing' })
  reason: WithdrawReason
}

/** Asks to take a case over: by its number, or through a referral that brought it. */
export class AskForTransferDto {
  @ApiPropertyOptional({ example: 'BA-2026-000123' })
  @ValidateIf(({ referralId }: AskForTransferDto) => referralId === undefined)
  @IsString({ message: 'transfers.ask.number.missing' })
  @MaxLength(30, { message: 'transfers.ask.number.missing' })
  caseNumber?: string

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID('all')
  referralId?: string

  @ApiProperty({ enum: askReasons })
  @IsIn(askReasons, { message: 'transfers.ask.why.missing' })
  why: AskReason

  @ApiPropertyOptional({ maxLength: longestNote })
  @IsOptional()
  @IsString()
  @MaxLength(longestNote, { message: 'referrals.note.too-long' })
  text?: string
}

export class DeclineRequestDto {
  @ApiProperty({ enum: declineReasons })
  @IsIn(declineReasons, { message: 'transfers.reason.missing' })
  reason: DeclineReason
}

export class TransferUnitDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty()
  name: string
}

/** A transfer as both sides keep it: no content. */
export class TransferSummaryDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ example: 'BG-26-00012' })
  number: string

  @ApiProperty({ enum: transferStatuses })
  status: TransferStatus

  @ApiProperty({ enum: urgencies })
  urgency: Urgency

  @ApiProperty({ type: TransferUnitDto })
  from: TransferUnitDto

  @ApiProperty({ type: TransferUnitDto })
  to: TransferUnitDto

  @ApiProperty({ ...text, description: 'For the receiving side once the case is there' })
  caseNumber: string | null

  @ApiProperty({ ...text, description: 'Of a rejection or a withdrawal' })
  reason: string | null

  @ApiProperty({ format: 'date-time' })
  offeredAt: string

  @ApiProperty({ format: 'date-time' })
  answerDueAt: string

  @ApiProperty({ format: 'date-time' })
  expiresAt: string

  @ApiProperty(instant)
  endedAt: string | null

  @ApiProperty({ ...instant, description: 'When the new unit reached the person' })
  firstContactAt: string | null

  @ApiProperty({ description: 'What the ETag says' })
  version: number
}

export class TransfersPageDto {
  @ApiProperty({ type: [TransferSummaryDto] })
  items: readonly TransferSummaryDto[]

  @ApiProperty({ type: String, nullable: true })
  next: string | null
}

export class TransferPreviewDto {
  @ApiProperty()
  riskLevel: string

  @ApiProperty()
  immediateDanger: boolean

  @ApiProperty()
  ageBand: string

  @ApiProperty()
  sex: string

  @ApiProperty()
  language: string

  @ApiProperty(text)
  provinceCode: string | null

  @ApiProperty(text)
  commune: string | null

  @ApiProperty()
  openReferrals: number
}

export class TransferEventDto {
  @ApiProperty({ format: 'date-time' })
  at: string

  @ApiProperty({ example: 'offered' })
  kind: string

  @ApiProperty(text)
  reason: string | null

  @ApiProperty(text)
  note: string | null

  @ApiProperty(text)
  worker: string | null

  @ApiProperty(text)
  unit: string | null
}

export class TransferDto extends TransferSummaryDto {
  @ApiProperty({ enum: ['from', 'to', 'later'] })
  side: 'from' | 'to' | 'later'

  @ApiProperty({ ...id, description: 'For who has the case now' })
  caseId: string | null

  @ApiProperty({ enum: offerReasons, nullable: true })
  why: OfferReason | null

  @ApiProperty(text)
  need: string | null

  @ApiProperty({ type: TransferPreviewDto, nullable: true, description: 'While it is offered' })
  preview: TransferPreviewDto | null

  @ApiProperty(id)
  suggestedUnitId: string | null

  @ApiProperty({ enum: sections, isArray: true, description: 'What the old unit asked to keep' })
  keptSections: readonly Section[]

  @ApiProperty(instant)
  keptUntil: string | null

  @ApiProperty({
    enum: sections,
    isArray: true,
    nullable: true,
    description: 'What the caller still sees of a case that has left',
  })
  visibleSections: readonly Section[] | null

  @ApiProperty({ enum: transferMoves, isArray: true })
  moves: readonly TransferMoveName[]

  @ApiProperty({ type: [TransferEventDto] })
  events: readonly TransferEventDto[]
}

export class TransferRequestDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ ...text, description: 'As it was asked' })
  caseNumber: string | null

  @ApiProperty(id)
  referralId: string | null

  @ApiProperty({ ...id, description: 'For who has the case' })
  caseId: string | null

  @ApiProperty({ type: TransferUnitDto })
  from: TransferUnitDto

  @ApiProperty({ enum: askReasons })
  why: AskReason

  @ApiProperty(text)
  text: string | null

  @ApiProperty({ enum: requestStatuses })
  status: RequestStatus

  @ApiProperty(text)
  reason: string | null

  @ApiProperty(id)
  transferId: string | null

  @ApiProperty({ format: 'date-time' })
  askedAt: string

  @ApiProperty({ format: 'date-time' })
  lapsesAt: string

  @ApiProperty({ description: 'What the ETag says' })
  version: number
}

export class TransferRequestsDto {
  @ApiProperty({ type: [TransferRequestDto] })
  toAnswer: readonly TransferRequestDto[]

  @ApiProperty({ type: [TransferRequestDto] })
  asked: readonly TransferRequestDto[]
}
