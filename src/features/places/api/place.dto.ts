import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import { IsInt, IsISO8601, IsOptional, Matches, Max, MaxLength, Min } from 'class-validator'
import { communeKinds, type CommuneKind } from '../domain/commune.js'

/** Which communes to list. */
export class PlacesQuery {
  @ApiPropertyOptional({
    description: 'Code of a province as it stood on the day `on`, or stands today',
    example: '48',
  })
  @IsOptional()
  @Matches(/^\d{2}$/)
  province?: string

  @ApiPropertyOptional({
    format: 'date',
    description: 'Only communes that stood on this day; without it those of all times',
  })
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  @IsISO8601({ strict: true })
  on?: string

  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50

  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @MaxLength(300)
  after?: string
}

export class PlaceDto {
  @ApiProperty({ example: '20194', description: 'Official code; with `validFrom` it names a row' })
  code: string

  @ApiProperty({ description: 'Code of the province as it was understood on `validFrom`' })
  province: string

  @ApiProperty({ enum: communeKinds })
  kind: CommuneKind

  @ApiProperty({ description: 'Without its kind' })
  name: string

  @ApiProperty({ description: 'With its kind, in Vietnamese' })
  fullName: string

  @ApiProperty({ type: 'string', nullable: true })
  nameEn: string | null

  @ApiProperty({ format: 'date' })
  validFrom: string

  @ApiProperty({ type: 'string', format: 'date', nullable: true, description: 'Last day, or null' })
  validUntil: string | null

  @ApiProperty({ type: [String], description: 'Codes of those that hold its area since' })
  replacedBy: string[]
}

export class PlacesPageDto {
  @ApiProperty({ type: [PlaceDto] })
  items: PlaceDto[]

  @ApiProperty({ type: 'string', nullable: true })
  next: string | null
}
