import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { IsIn, IsOptional } from 'class-validator'
import { locales, type Locale } from '../../../platform/i18n/index.js'

export class CopyQuery {
  @ApiPropertyOptional({
    enum: locales,
    description: 'The person’s own language, unless given; Vietnamese where we do not write it',
  })
  @IsOptional()
  @IsIn(locales)
  language?: Locale
}

export class CopyPartDto {
  @ApiProperty()
  heading: string

  @ApiProperty({ type: [String] })
  lines: readonly string[]
}

/** A sheet that names neither the person nor what happened. */
export class CopyDto {
  @ApiProperty({ enum: locales })
  language: Locale

  @ApiProperty()
  title: string

  @ApiProperty({ type: [CopyPartDto] })
  parts: readonly CopyPartDto[]
}
