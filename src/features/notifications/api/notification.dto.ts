import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import { IsInt, IsOptional, Max, MaxLength, Min } from 'class-validator'
import { weights, type Weight } from '../domain/concern.js'

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

/** What a notification is about. */
export class NotificationSubjectDto {
  @ApiProperty({ example: 'referral' })
  type: string

  @ApiProperty({ format: 'uuid' })
  id: string
}

/** That something happened to a referral, a transfer, a team …; never to whom. */
export class NotificationDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ example: 'referral.requested', description: 'what happened' })
  kind: string

  @ApiProperty({ enum: weights, description: 'an emergency, something to do, or news' })
  weight: Weight

  @ApiProperty()
  subject: NotificationSubjectDto

  @ApiProperty({ type: String, format: 'uuid', nullable: true })
  referralId: string | null

  @ApiProperty({ type: String, example: 'CG-26-01184', nullable: true })
  referralNumber: string | null

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
