import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import { IsIn, IsInt, IsISO8601, IsOptional, Matches, Max, MaxLength, Min } from 'class-validator'
import { sections, type Section } from '../../../platform/access/sections.js'
import { outcomes, type Outcome } from '../../../platform/audit/index.js'

/** What an auditor's system looks for. */
export class AuditQuery {
  @ApiPropertyOptional({ description: 'Number of a case', example: 'BA-2026-000123' })
  @IsOptional()
  @MaxLength(40)
  case?: string

  @ApiPropertyOptional({ description: 'Login or id of a worker' })
  @IsOptional()
  @MaxLength(200)
  worker?: string

  @ApiPropertyOptional({ description: 'Code of a deed', example: 'case.read' })
  @IsOptional()
  @Matches(/^[a-z][a-z0-9.-]{0,79}$/)
  action?: string

  @ApiPropertyOptional({ enum: outcomes })
  @IsOptional()
  @IsIn(outcomes)
  outcome?: Outcome

  @ApiPropertyOptional({ format: 'date-time' })
  @IsOptional()
  @IsISO8601({ strict: true })
  from?: string

  @ApiPropertyOptional({ format: 'date-time', description: 'Up to, not including' })
  @IsOptional()
  @IsISO8601({ strict: true })
  until?: string

  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50

  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @MaxLength(300)
  after?: string
}

export class AuditActorDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ type: String, nullable: true })
  name: string | null

  @ApiProperty({ type: String, nullable: true })
  unitName: string | null
}

export class AuditCaseDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ type: String, nullable: true })
  number: string | null
}

export class AuditSubjectDto {
  @ApiProperty()
  type: string

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  id: string | null
}

/** One deed: ids, codes and names of workers, never content. */
export class AuditEntryDto {
  @ApiProperty()
  id: string

  @ApiProperty({ format: 'date-time' })
  at: string

  @ApiProperty({ type: AuditActorDto, nullable: true, description: 'Null for the service itself' })
  actor: AuditActorDto | null

  @ApiProperty({ example: 'case.read' })
  action: string

  @ApiProperty({ type: AuditCaseDto, nullable: true })
  case: AuditCaseDto | null

  @ApiProperty({ type: AuditSubjectDto, nullable: true })
  subject: AuditSubjectDto | null

  @ApiProperty({ enum: sections, isArray: true })
  sections: readonly Section[]

  @ApiProperty({ enum: outcomes })
  outcome: Outcome

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  requestId: string | null
}

export class AuditPageDto {
  @ApiProperty({ type: [AuditEntryDto] })
  items: AuditEntryDto[]

  @ApiProperty({ type: String, nullable: true })
  next: string | null
}
