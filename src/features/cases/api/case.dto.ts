import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator'
import { sections, type Section } from '../../../platform/access/sections.js'
import { ageBands, type AgeBand } from '../domain/age.js'
import { caseStatuses, type CaseStatus } from '../domain/case-status.js'
import { riskLevels, type RiskLevel } from '../domain/risk.js'
import { sexes, type Sex } from '../domain/sexes.js'

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

export class CasesPageDto {
  @ApiProperty({ type: [CaseDto] })
  items: CaseDto[]

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
