import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator'
import type { Section } from '../../../platform/access/sections.js'
import {
  dutyCodes,
  reportAuthorities,
  reportChannels,
  type ReportChannel,
} from '../domain/duty-report.js'
import {
  mandatoryReportSections,
  type ReportAuthority,
  type ReportingDutyCode,
} from '../domain/legal-basis.js'
import { approvals, type Approval } from '../domain/sharing-exception.js'

const instant = { type: String, format: 'date-time', nullable: true } as const

/** A report that the law obliges to. */
export class NewDutyReportDto {
  @ApiProperty({ enum: dutyCodes })
  @IsIn(dutyCodes)
  duty: ReportingDutyCode

  @ApiProperty({ enum: reportAuthorities, description: 'One that takes reports under this duty' })
  @IsIn(reportAuthorities)
  authority: ReportAuthority

  @ApiProperty({ description: 'The article of law that obliges' })
  @IsString()
  @MaxLength(300)
  article: string

  @ApiProperty({ enum: mandatoryReportSections, isArray: true })
  @IsArray()
  @IsIn(mandatoryReportSections, { each: true })
  sections: Section[]

  @ApiProperty({ description: 'Why it has to be reported; read by who approves and who reviews' })
  @IsString()
  @MaxLength(2000)
  reason: string

  @ApiProperty({
    description: 'What is told: the required facts and no more; sealed with the case',
  })
  @IsString()
  @MaxLength(4000)
  facts: string

  @ApiProperty({ description: 'The person knows that it is reported' })
  @IsBoolean()
  personInformed: boolean

  @ApiPropertyOptional({ default: false, description: 'Life in danger: waits for no approval' })
  @IsOptional()
  @IsBoolean()
  emergency?: boolean
}

export class WrittenReportDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ example: 'BC-26-00012' })
  number: string

  @ApiProperty({ enum: approvals })
  approval: Approval
}

export class DutyReportDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ example: 'BC-26-00012' })
  number: string

  @ApiProperty({ enum: dutyCodes, nullable: true })
  duty: ReportingDutyCode | null

  @ApiProperty({ enum: reportAuthorities, nullable: true })
  authority: ReportAuthority | null

  @ApiProperty({ type: String, nullable: true })
  article: string | null

  @ApiProperty({ enum: mandatoryReportSections, isArray: true })
  sections: readonly Section[]

  @ApiProperty()
  facts: string

  @ApiProperty()
  personInformed: boolean

  @ApiProperty({ enum: approvals })
  approval: Approval

  @ApiProperty(instant)
  toldAt: string | null

  @ApiProperty({ enum: reportChannels, nullable: true })
  channel: ReportChannel | null

  @ApiProperty(instant)
  acknowledgedAt: string | null

  @ApiProperty({ type: String, nullable: true })
  acknowledgement: string | null

  @ApiProperty({ description: 'What the ETag says' })
  version: number
}

export class DutyReportsDto {
  @ApiProperty({ type: [DutyReportDto] })
  items: readonly DutyReportDto[]

  @ApiProperty({ type: String, nullable: true, description: 'Always null: a case has few' })
  next: null
}

export class ReportMadeDto {
  @ApiProperty({ enum: reportChannels })
  @IsIn(reportChannels)
  channel: ReportChannel
}

export class ReportAcknowledgedDto {
  @ApiProperty({ description: 'Who took it, and under which number; sealed with the case' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(500)
  acknowledgement: string
}
