import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import {
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator'
import { sections, type Section } from '../../../platform/access/sections.js'
import { longestNote, noteErrors, type NoteError } from '../domain/note.js'

export class NotesQuery {
  @ApiPropertyOptional({ enum: sections, description: 'only notes of this section' })
  @IsOptional()
  @IsIn(sections)
  section?: Section

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

export class WriteNoteDto {
  @ApiProperty({ enum: sections, description: 'who sees this section reads the note' })
  @IsIn(sections)
  section: Section

  @ApiProperty({ format: 'date-time', description: 'when it happened; not to come' })
  @IsISO8601({ strict: true })
  happenedAt: string

  @ApiPropertyOptional({
    type: Boolean,
    default: true,
    description: 'false where only the day is known',
  })
  @IsOptional()
  @IsBoolean()
  hourKnown = true

  @ApiProperty({ maxLength: longestNote })
  @IsString()
  @IsNotEmpty()
  @MaxLength(longestNote)
  text: string
}

export class CorrectNoteDto {
  @ApiProperty({ maxLength: longestNote, description: 'the whole text as it should read' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(longestNote)
  text: string
}

export class NoteInErrorDto {
  @ApiProperty({ enum: noteErrors })
  @IsIn(noteErrors)
  reason: NoteError
}

export class NoteTextDto {
  @ApiProperty()
  version: number

  @ApiProperty()
  text: string

  @ApiProperty({ format: 'date-time' })
  writtenAt: string

  @ApiProperty({ description: 'name of the worker' })
  by: string
}

export class NoteDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ enum: sections })
  section: Section

  @ApiProperty({ format: 'date-time' })
  happenedAt: string

  @ApiProperty()
  hourKnown: boolean

  @ApiProperty({ format: 'date-time' })
  writtenAt: string

  @ApiProperty({ description: 'name of the worker' })
  by: string

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  correctedAt: string | null

  @ApiProperty({ type: String, enum: noteErrors, nullable: true })
  errorReason: NoteError | null

  @ApiProperty({ type: String, nullable: true, description: 'null where entered in error' })
  text: string | null
}

export class NoteDetailDto extends NoteDto {
  @ApiProperty({ type: [NoteTextDto], description: 'all that was ever written, the newest first' })
  texts: readonly NoteTextDto[]
}

export class NotesPageDto {
  @ApiProperty({ type: [NoteDto] })
  items: readonly NoteDto[]

  @ApiProperty({ type: String, nullable: true })
  next: string | null
}
