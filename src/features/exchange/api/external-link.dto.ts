import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { IsIn, IsOptional } from 'class-validator'
import {
  linkDays,
  linkStates,
  proposedDays,
  type LinkDays,
  type LinkState,
} from '../domain/external-link.js'

export class MakeLinkDto {
  @ApiPropertyOptional({
    enum: linkDays,
    default: proposedDays,
    description: 'How long it shall hold; the consent ends it should that end first',
  })
  @IsOptional()
  @IsIn(linkDays)
  days: LinkDays = proposedDays
}

/** How far a link has come; neither its address nor its code, which nobody keeps. */
export class ExternalLinkDto {
  @ApiProperty({ enum: linkStates })
  state: LinkState

  @ApiProperty({ type: String, format: 'date-time' })
  createdAt: Date

  @ApiProperty({ type: String, format: 'date-time' })
  expiresAt: Date

  @ApiProperty({ type: 'integer', description: 'Wrong codes until it is locked' })
  triesLeft: number

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  openedAt: Date | null

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  answeredAt: Date | null
}

export class LinkStandingDto {
  @ApiProperty({ description: 'False: the receiver does not use this service' })
  receiverOnBenAn: boolean

  @ApiProperty({ type: ExternalLinkDto, nullable: true })
  link: ExternalLinkDto | null
}

/** A link at the only moment at which it can be read. */
export class MadeLinkDto {
  @ApiProperty({
    nullable: true,
    type: String,
    description:
      'The address, to be given by mail, on paper or as a QR code. Null when the same request is repeated',
  })
  link: string | null

  @ApiProperty({
    nullable: true,
    type: String,
    description: 'To be given by another way than the address; null when the request is repeated',
  })
  code: string | null

  @ApiProperty({ type: String, format: 'date-time' })
  expiresAt: Date
}
