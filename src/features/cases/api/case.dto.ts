import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator'
import { sections, type Section } from '../../../platform/access/sections.js'
import { ageBands, type AgeBand } from '../domain/age.js'
import { caseStatuses, caseSteps, type CaseStatus, type CaseStep } from '../domain/case-status.js'
import { incidentFamilies, type IncidentFamily } from '../domain/incident-families.js'
import { riskLevels, type RiskLevel } from '../domain/risk.js'
import { sexes, type Sex } from '../domain/sexes.js'
import { listSorts, type ListSort } from '../use-cases/list-cases.js'

/** A case without content: codes only. */
export class CaseDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ example: 'BA-2026-000123' })
  number: string

  @ApiProperty({ enum: caseStatuses })
  status: CaseStatus

  @ApiProperty({ enum: riskLevels })
  riskLevel: RiskLevel

  @ApiProperty()
  immediateDanger: boolean

  @ApiProperty({ enum: ageBands })
  ageBand: AgeBand

  @ApiProperty({ enum: sexes })
  sex: Sex

  @ApiProperty({ type: String, nullable: true, description: 'Code of the province at the opening' })
  provinceCode: string | null

  @ApiProperty({ type: String, nullable: true })
  commune: string | null

  @ApiProperty({ format: 'date-time' })
  openedAt: string

  @ApiProperty({ format: 'date-time' })
  updatedAt: string
}

export class OpenedCaseDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ example: 'BA-2026-000123' })
  number: string
}

/** A case for who manages it. */
export class CaseDetailDto extends CaseDto {
  @ApiProperty({ format: 'uuid' })
  unitId: string

  @ApiProperty({ format: 'uuid' })
  leadWorkerId: string

  @ApiProperty({ description: 'BCP 47' })
  language: string

  @ApiProperty({ type: [String], description: 'Codes of the incidents' })
  incidentTypes: string[]

  @ApiProperty({ type: [String], description: 'Sectors to be offered, by age and incident' })
  sectorsToOffer: string[]
}

/** A line of the work list. */
export class ListedCaseDto extends CaseDto {
  @ApiProperty({ enum: caseSteps })
  step: CaseStep

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  nextDueAt: string | null
}

export class CasesPageDto {
  @ApiProperty({ type: [ListedCaseDto] })
  items: ListedCaseDto[]

  @ApiProperty({ type: String, nullable: true, description: 'Pass it as `after`' })
  next: string | null
}

export class CasesQuery {
  @ApiPropertyOptional({ enum: ['mine', 'unit'], description: '`unit`: for supervisors' })
  @IsOptional()
  @IsIn(['mine', 'unit'])
  scope?: 'mine' | 'unit'

  @ApiPropertyOptional({ enum: caseStatuses })
  @IsOptional()
  @IsIn(caseStatuses)
  status?: CaseStatus

  @ApiPropertyOptional({ enum: riskLevels })
  @IsOptional()
  @IsIn(riskLevels)
  riskLevel?: RiskLevel

  @ApiPropertyOptional({ enum: caseSteps, description: 'Where the case stands in case management' })
  @IsOptional()
  @IsIn(caseSteps)
  step?: CaseStep

  @ApiPropertyOptional({ enum: ageBands })
  @IsOptional()
  @IsIn(ageBands)
  ageBand?: AgeBand

  @ApiPropertyOptional({ enum: sexes })
  @IsOptional()
  @IsIn(sexes)
  sex?: Sex

  @ApiPropertyOptional({ description: 'Code of the province at the opening' })
  @IsOptional()
  @Matches(/^\d{2}$/)
  provinceCode?: string

  @ApiPropertyOptional({ enum: incidentFamilies, description: 'What kind of thing happened' })
  @IsOptional()
  @IsIn(incidentFamilies)
  family?: IncidentFamily

  @ApiPropertyOptional({ enum: ['true'], description: 'Only cases in which something is overdue' })
  @IsOptional()
  @IsIn(['true'])
  overdue?: 'true'

  @ApiPropertyOptional({ format: 'date', description: 'Changed on this day or since' })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  updatedSince?: string

  @ApiPropertyOptional({ format: 'uuid', description: 'With scope `unit`: of one lead' })
  @IsOptional()
  @IsUUID()
  leadWorkerId?: string

  @ApiPropertyOptional({ enum: listSorts, default: 'updated' })
  @IsOptional()
  @IsIn(listSorts)
  sort?: ListSort

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 25 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(400)
  after?: string
}

export class ChangeCaseDto {
  @ApiPropertyOptional({ enum: riskLevels })
  @IsOptional()
  @IsIn(riskLevels)
  riskLevel?: RiskLevel

  @ApiPropertyOptional()
  @IsOptional()
  @IsBoolean()
  immediateDanger?: boolean
}

export class SectionRowDto {
  @ApiProperty({ description: 'What it is, in the language of the request' })
  label: string

  @ApiProperty({ description: 'The text, or a code' })
  value: string

  @ApiProperty({ description: 'The value in the language of the request' })
  text: string

  @ApiPropertyOptional({ format: 'uuid', description: 'The record it stands in, of several' })
  recordId?: string

  @ApiPropertyOptional({ description: 'What the record is, in the language of the request' })
  record?: string
}

export class SectionDto {
  @ApiProperty({ enum: sections })
  section: Section

  @ApiProperty({ type: [SectionRowDto] })
  rows: SectionRowDto[]
}
