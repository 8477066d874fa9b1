import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import { IsInt, IsOptional, Matches, Max, MaxLength, Min } from 'class-validator'

export class DeadLettersQuery {
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

export class ReplayDto {
  @ApiPropertyOptional({ example: 'referral.requested', description: 'Left out: all types' })
  @IsOptional()
  @Matches(/^[a-z][a-z-]*([.][a-z][a-z-]*)+$/)
  @MaxLength(100)
  type?: string
}

/** An event that was given up after eight tries. */
export class DeadLetterDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ example: 'referral.requested' })
  type: string

  @ApiProperty({ format: 'uuid' })
  subjectId: string

  @ApiProperty({ type: String, nullable: true, description: 'Class and code of the last error' })
  cause: string | null

  @ApiProperty()
  attempts: number

  @ApiProperty({ format: 'date-time' })
  createdAt: string

  @ApiProperty({ format: 'date-time', description: 'When it was given up' })
  failedAt: string
}

export class DeadLetterCountDto {
  @ApiProperty({ example: 'referral.requested' })
  type: string

  @ApiProperty()
  count: number

  @ApiProperty({ format: 'date-time', description: 'Since when the oldest waits' })
  since: string
}

export class DeadLettersDto {
  @ApiProperty({ type: [DeadLetterCountDto] })
  counts: readonly DeadLetterCountDto[]

  @ApiProperty({ type: [DeadLetterDto] })
  items: readonly DeadLetterDto[]

  @ApiProperty({ type: String, nullable: true })
  next: string | null
}

export class ReplayedDto {
  @ApiProperty({ description: 'How many are tried again' })
  replayed: number
}
