import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import { IsInt, IsOptional, Max, MaxLength, Min } from 'class-validator'
import { heardEvents, type HeardEvent } from '../domain/who-hears.js'

export class NotificationsQuery {
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

/** That something happened to a referral; never to whom. */
export class NotificationDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ enum: heardEvents })
  kind: HeardEvent

  @ApiProperty({ format: 'uuid' })
  referralId: string

  @ApiProperty({ example: 'CG-26-01184' })
  referralNumber: string

  @ApiProperty({ format: 'date-time' })
  createdAt: string

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  readAt: string | null
}

export class NotificationsPageDto {
  @ApiProperty({ type: [NotificationDto] })
  items: readonly NotificationDto[]

  @ApiProperty({ type: String, nullable: true })
  next: string | null
}
