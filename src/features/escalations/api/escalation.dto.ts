import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import { IsIn, IsInt, IsOptional, IsString, Max, Min } from 'class-validator'
import { coordinationDeeds, type CoordinationDeed, type LateClock } from '../domain/late.js'

const clocks = ['acknowledge', 'answer', 'first-service', 'expired'] as const

export class EscalationsQuery {
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

export class LateQuery extends EscalationsQuery {
  @ApiProperty({ enum: ['in', 'out'], description: 'Received by the unit, or sent by it' })
  @IsIn(['in', 'out'], { message: 'error.field.isIn' })
  direction: 'in' | 'out'
}

class LateUnitDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty()
  name: string
}

/** A late referral; no case, no person, no text. */
class LateReferralDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ example: 'CG-26-01184' })
  number: string

  @ApiProperty()
  service: string

  @ApiProperty()
  urgency: string

  @ApiProperty()
  status: string

  @ApiProperty({ type: LateUnitDto })
  from: LateUnitDto

  @ApiProperty({ type: LateUnitDto })
  to: LateUnitDto

  @ApiProperty({ enum: clocks, description: '`expired`: came back and was not sent on' })
  clock: LateClock

  @ApiProperty({ format: 'date-time' })
  dueAt: string

  @ApiProperty({ type: 'integer', description: 'Whole minutes since it was due' })
  lateMinutes: number

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  escalatedAt: string | null
}

export class EscalationDto extends LateReferralDto {
  @ApiProperty({ enum: coordinationDeeds, nullable: true })
  lastDeed: CoordinationDeed | null

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastDeedAt: string | null
}

export class LateOfUnitDto extends LateReferralDto {
  @ApiProperty({ type: String, nullable: true, description: 'Who has it; null for the desk' })
  waitsFor: string | null

  @ApiProperty({ enum: ['supervisor', 'coordination'], nullable: true })
  escalationLevel: 'supervisor' | 'coordination' | null
}

class EscalationCountDto {
  @ApiProperty({ enum: clocks })
  clock: LateClock

  @ApiProperty({ type: 'integer' })
  count: number
}

export class EscalationsPageDto {
  @ApiProperty({ type: 'integer' })
  total: number

  @ApiProperty({ type: 'integer', description: 'Units that are waited for' })
  units: number

  @ApiProperty({ type: [EscalationCountDto] })
  byClock: readonly EscalationCountDto[]

  @ApiProperty({ type: [EscalationDto] })
  items: readonly EscalationDto[]

  @ApiProperty({ type: String, nullable: true })
  next: string | null
}

export class LatePageDto {
  @ApiProperty({ type: [LateOfUnitDto] })
  items: readonly LateOfUnitDto[]

  @ApiProperty({ type: String, nullable: true })
  next: string | null
}

export class DeedDto {
  @ApiProperty({ enum: coordinationDeeds })
  @IsIn(coordinationDeeds, { message: 'error.field.isIn' })
  deed: CoordinationDeed
}
