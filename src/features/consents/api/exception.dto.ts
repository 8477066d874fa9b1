import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator'
import { sections, type Section } from '../../../platform/access/sections.js'
import { reportAuthorities, dutyCodes } from '../domain/duty-report.js'
import {
  legalBases,
  type LegalBasis,
  type ReportAuthority,
  type ReportingDutyCode,
} from '../domain/legal-basis.js'
import {
  approvals,
  exceptionKinds,
  reviewOutcomes,
  type Approval,
  type ExceptionKind,
  type ReviewOutcome,
} from '../domain/sharing-exception.js'

const instant = { type: String, format: 'date-time', nullable: true } as const
const text = { type: String, nullable: true } as const

/** A page of what waits for an answer. */
export class ExceptionsQuery {
  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 25 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number

  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @IsString()
  after?: string
}

/** Something shared, or to be shared, without consent; nothing of the case itself. */
export class ExceptionDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ enum: exceptionKinds })
  kind: ExceptionKind

  @ApiProperty({ description: 'The unit whose case it is' })
  unitName: string

  @ApiProperty({ ...text, description: 'Of sharing with a unit' })
  recipientUnitName: string | null

  @ApiProperty({ enum: reportAuthorities, nullable: true, description: 'Of a report by duty' })
  authority: ReportAuthority | null

  @ApiProperty({ enum: dutyCodes, nullable: true })
  duty: ReportingDutyCode | null

  @ApiProperty({ enum: legalBases })
  basis: LegalBasis

  @ApiProperty({ enum: sections, isArray: true })
  sections: readonly Section[]

  @ApiProperty(text)
  reason: string | null

  @ApiProperty({ ...text, description: 'The article of law that obliges' })
  article: string | null

  @ApiProperty()
  recordedBy: string

  @ApiProperty({ format: 'date-time' })
  recordedAt: string

  @ApiProperty({ enum: approvals })
  approval: Approval

  @ApiProperty({ description: 'It waits for a safeguarding reviewer of another unit' })
  isEscalated: boolean

  @ApiProperty(text)
  decidedBy: string | null

  @ApiProperty(instant)
  decidedAt: string | null

  @ApiProperty(text)
  decisionNote: string | null

  @ApiProperty({ enum: reviewOutcomes, nullable: true })
  review: ReviewOutcome | null

  @ApiProperty(text)
  reviewNote: string | null

  @ApiProperty(instant)
  reviewDueAt: string | null

  @ApiProperty()
  isReviewOverdue: boolean

  @ApiProperty({ description: 'What the ETag says' })
  version: number
}

export class ExceptionsPageDto {
  @ApiProperty({ type: [ExceptionDto] })
  items: readonly ExceptionDto[]

  @ApiProperty({ type: String, nullable: true })
  next: string | null
}

export class ApproveSharingDto {
  @ApiPropertyOptional({ description: 'Sealed; read by who recorded it and by reviewers' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string
}

export class DeclineSharingDto {
  @ApiProperty({ description: 'Why; sealed' })
  @IsString()
  @MaxLength(2000)
  note: string
}

export class ReviewSharingDto {
  @ApiProperty({ enum: reviewOutcomes })
  @IsIn(reviewOutcomes)
  outcome: ReviewOutcome

  @ApiPropertyOptional({ description: 'Asked for unless it was justified; sealed' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string
}
