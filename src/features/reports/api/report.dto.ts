import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { IsIn, IsOptional, Matches } from 'class-validator'
import { directions, type Direction } from '../domain/referral-counts.js'

/** The reports there are; see each row in `rowsOf`. */
export const reportNames = [
  'referrals-of-unit',
  'answers-of-unit',
  'workload-of-unit',
  'referrals-of-area',
  'answers-of-area',
] as const

export type ReportName = (typeof reportNames)[number]

export const isReportName = (text: string): text is ReportName =>
  reportNames.some((name) => name === text)

export class ReportQuery {
  @ApiPropertyOptional({ enum: directions, default: 'in', description: 'For `referrals-of-unit`' })
  @IsOptional()
  @IsIn(directions)
  direction?: Direction

  @ApiPropertyOptional({ description: 'For areas: code of a province', example: '48' })
  @IsOptional()
  @Matches(/^\d{2}$/)
  province?: string
}

export class ReportDto {
  @ApiProperty({ enum: reportNames })
  name: ReportName

  @ApiProperty({
    format: 'date-time',
    description: 'Everything told before this moment is counted',
  })
  asOf: string

  @ApiProperty({ format: 'date', description: 'The first day of the first week looked at' })
  since: string

  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description:
      'referrals-of-unit: week (its Monday), accepted, waiting, returned, lapsed. ' +
      'answers-of-unit: service, answered, medianHours, inTime and notInTime (24 hours), beforeDue. ' +
      'workload-of-unit: workerId, displayName, openCases, highRisk, serving, late. ' +
      'referrals-of-area: key, name, accepted, returned, waiting, late, lapsed, total. ' +
      'answers-of-area: service, medianWithinHours, isTooFew.',
  })
  rows: readonly object[]

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'Of an area. Small figures, and those that would give them away, are null',
  })
  totals?: object

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    description: 'Of a unit, in and out: waiting, underWay, late, longestDueAt',
  })
  open?: object
}
