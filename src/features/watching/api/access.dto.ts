import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import { IsArray, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator'
import { sections, type Section } from '../../../platform/access/sections.js'
import { outcomes, type Outcome } from '../../../platform/audit/index.js'

export class AccessQuery {
  @ApiPropertyOptional({ enum: ['all', 'changes'], default: 'all' })
  @IsOptional()
  @IsIn(['all', 'changes'])
  kind: 'all' | 'changes' = 'all'

  @ApiPropertyOptional({ enum: sections })
  @IsOptional()
  @IsIn(sections)
  section?: Section

  @ApiPropertyOptional({ minimum: 1, maximum: 200, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit = 50

  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(300)
  after?: string
}

/** Who opened or changed what, when, and on what ground; never the content. */
export class AccessEntryDto {
  @ApiProperty({ format: 'date-time' })
  at: string

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'A colleague by name, another unit by its name; null for the service itself',
  })
  who: string | null

  @ApiProperty({ example: 'section.change' })
  action: string

  @ApiProperty()
  isChange: boolean

  @ApiProperty({ enum: sections, isArray: true })
  sections: readonly Section[]

  @ApiProperty({ enum: outcomes })
  outcome: Outcome

  @ApiProperty({ type: [String], description: 'The grants that stood at that moment' })
  reasons: readonly string[]
}

export class AccessLogDto {
  @ApiProperty({ type: [AccessEntryDto] })
  items: AccessEntryDto[]

  @ApiProperty({ type: String, nullable: true })
  next: string | null
}

/** The sections one is told of when somebody else changes them. */
export class WatchesDto {
  @ApiProperty({ enum: sections, isArray: true })
  @IsArray()
  @IsIn(sections, { each: true })
  sections: Section[]
}
