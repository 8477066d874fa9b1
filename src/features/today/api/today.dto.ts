import { ApiProperty } from '@nestjs/swagger'

/** One line of a day: codes and an address, never a name. */
export class TodayItemDto {
  @ApiProperty({
    example: 'referrals.today.answer',
    description: 'what it is, as the key of a sentence',
  })
  title: string

  @ApiProperty({ example: '/referrals/0193…', description: 'the page on which it is done' })
  href: string

  @ApiProperty({ type: String, nullable: true, example: 'BA-2026-000123' })
  about: string | null

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  caseId: string | null

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  due: string | null

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  since: string | null

  @ApiProperty()
  isOverdue: boolean

  @ApiProperty()
  isHighRisk: boolean
}

/** The caller's day; each list in the order in which it is to be read. */
export class TodayDto {
  @ApiProperty({ type: [TodayItemDto], description: 'what is to be done' })
  due: TodayItemDto[]

  @ApiProperty({ type: [TodayItemDto], description: 'own open cases at high risk' })
  highRisk: TodayItemDto[]

  @ApiProperty({ type: [TodayItemDto], description: 'answers to what the caller asked for' })
  answers: TodayItemDto[]

  @ApiProperty({ type: [TodayItemDto] })
  news: TodayItemDto[]

  @ApiProperty({ type: [TodayItemDto], description: 'begun and not sent' })
  drafts: TodayItemDto[]
}
