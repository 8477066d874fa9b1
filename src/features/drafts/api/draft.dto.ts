import { ApiProperty } from '@nestjs/swagger'

export class DraftDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ description: 'Title of the page it was typed on; names nobody' })
  title: string

  @ApiProperty({ description: 'Address of the page, filled in with what was typed' })
  href: string

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  caseId: string | null

  @ApiProperty({ format: 'date-time' })
  begunAt: string

  @ApiProperty({ format: 'date-time' })
  updatedAt: string
}

export class DraftsDto {
  @ApiProperty({ type: [DraftDto] })
  items: DraftDto[]
}
