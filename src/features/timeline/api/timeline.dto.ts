import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Transform, Type } from 'class-transformer'
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator'
import { sections, type Section } from '../../../platform/access/sections.js'
import { timelineKinds, type TimelineKind } from '../domain/timeline.js'

// One value in a query comes as a text, several as a list.
const asList = Transform(({ value }: { value: unknown }) =>
  value === undefined ? [] : [value].flat(),
)

export class TimelineQueryDto {
  @ApiPropertyOptional({ enum: timelineKinds, isArray: true, description: 'none: all kinds' })
  @asList
  @IsIn(timelineKinds, { each: true })
  kind: TimelineKind[] = []

  @ApiPropertyOptional({
    enum: sections,
    isArray: true,
    description: 'none: all sections the caller may see, and what belongs to none',
  })
  @asList
  @IsIn(sections, { each: true })
  section: Section[] = []

  @ApiPropertyOptional({
    type: String,
    description: 'words that occur, typed with or without tones',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q = ''

  @ApiPropertyOptional({ type: Number, minimum: 1, maximum: 100, default: 25 })
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

/** One thing that happened, as far as the caller may see it. */
export class TimelineEntryDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ format: 'date-time' })
  at: string

  @ApiProperty({ enum: timelineKinds })
  kind: TimelineKind

  @ApiProperty({
    type: String,
    enum: sections,
    nullable: true,
    description: 'null: the management of the case',
  })
  section: Section | null

  @ApiProperty({ example: 'timeline.case.risk', description: 'stable code of what happened' })
  event: string

  @ApiProperty({ description: 'what happened, in the words of `Accept-Language`' })
  title: string

  @ApiProperty({ type: String, nullable: true, description: 'what was written' })
  text: string | null

  @ApiProperty({ type: [String] })
  remarks: readonly string[]

  @ApiProperty({ type: String, nullable: true, description: 'name of the worker' })
  by: string | null
}

export class TimelinePageDto {
  @ApiProperty({ type: [TimelineEntryDto] })
  items: readonly TimelineEntryDto[]

  @ApiProperty({ type: String, nullable: true })
  next: string | null

  @ApiProperty({
    type: Number,
    nullable: true,
    description:
      'entries looked through before a search or filter stopped; null where it went to the end',
  })
  lookedThrough: number | null
}
