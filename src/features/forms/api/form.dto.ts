import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator'
import { sections, type Section } from '../../../platform/access/sections.js'
import type { FieldKind } from '../domain/form.js'

const kinds: readonly FieldKind[] = [
  'text',
  'long-text',
  'number',
  'date',
  'yes-no',
  'choice',
  'choices',
]

export class FormSummaryDto {
  @ApiProperty({ example: 'risk-assessment' })
  code: string

  @ApiProperty({ enum: sections })
  section: Section

  @ApiProperty({ description: 'In the language of the request' })
  title: string

  @ApiProperty({ description: 'A case may hold several records of it' })
  many: boolean

  @ApiProperty({ description: 'Raised by releases and by additions' })
  version: number
}

export class FormListDto {
  @ApiProperty({ type: [FormSummaryDto] })
  items: FormSummaryDto[]
}

export class WordsDto {
  @ApiProperty()
  @IsString()
  @MaxLength(300)
  vi: string

  @ApiProperty()
  @IsString()
  @MaxLength(300)
  en: string

  @ApiProperty()
  @IsString()
  @MaxLength(300)
  fr: string
}

export class NewFieldDto {
  @ApiProperty({ description: 'camelCase; it is given the prefix `x_`', example: 'motorbikePlate' })
  @IsString()
  @MaxLength(40)
  code: string

  @ApiProperty({ enum: kinds })
  @IsIn(kinds)
  kind: FieldKind

  @ApiPropertyOptional({
    description: 'For choices: the code of a list; a list of its own if absent',
  })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  list?: string

  @ApiProperty({ type: WordsDto })
  @ValidateNested()
  @Type(() => WordsDto)
  label: WordsDto

  @ApiPropertyOptional({ type: WordsDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => WordsDto)
  hint?: WordsDto

  @ApiPropertyOptional({ description: 'Counts towards completeness' })
  @IsOptional()
  @IsBoolean()
  toComplete?: boolean
}

export class NewValueDto {
  @ApiProperty({ description: 'snake_case; it is given the prefix `x_`', example: 'river_market' })
  @IsString()
  @MaxLength(40)
  code: string

  @ApiProperty({ type: WordsDto })
  @ValidateNested()
  @Type(() => WordsDto)
  label: WordsDto
}

export class AddedCodeDto {
  @ApiProperty({ example: 'x_motorbikePlate' })
  code: string
}

export class RetireDto {
  @ApiProperty({ description: 'False: it is asked or offered again' })
  @IsBoolean()
  retired: boolean
}
