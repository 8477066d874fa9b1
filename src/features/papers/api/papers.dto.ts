import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import {
  IsArray,
  IsBase64,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator'
import { sections, type Section } from '../../../platform/access/sections.js'
import { locales, type Locale } from '../../../platform/i18n/index.js'
import { legalBases, type LegalBasis } from '../../consents/index.js'
import { exportPurposes, type ExportPurpose } from '../domain/case-export.js'
import { paperKinds, removalReasons, type PaperKind, type RemovalReason } from '../domain/paper.js'

/** A small document in JSON; larger ones go through the page, up to five megabytes. */
export class NewPaperDto {
  @ApiProperty({ enum: sections, description: 'Says who may see it' })
  @IsIn(sections)
  section: Section

  @ApiProperty({ description: 'Sealed with the case' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  title: string

  @ApiProperty({
    format: 'byte',
    description: 'PDF, DOCX, XLSX, ODT or text, known by its content; never a picture or a film',
  })
  @IsBase64()
  @MaxLength(1_000_000)
  content: string
}

export class PaperIdDto {
  @ApiProperty({ format: 'uuid' })
  id: string
}

export class PaperDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ enum: sections })
  section: Section

  @ApiProperty()
  title: string

  @ApiProperty({ enum: paperKinds })
  kind: PaperKind

  @ApiProperty({ description: 'In bytes' })
  size: number

  @ApiProperty({ format: 'date-time' })
  addedAt: string

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  removedAt: string | null

  @ApiProperty({ enum: removalReasons, nullable: true })
  removedReason: RemovalReason | null
}

export class PapersDto {
  @ApiProperty({ type: [PaperDto] })
  items: PaperDto[]

  @ApiProperty({
    type: String,
    nullable: true,
    description: 'Always null: the newest 500 of a case',
  })
  next: null
}

export class RemovePaperDto {
  @ApiProperty({ enum: removalReasons })
  @IsIn(removalReasons)
  reason: RemovalReason
}

/** What goes out, for whom, and under which password. */
export class ExportDto {
  @ApiProperty({ enum: exportPurposes })
  @IsIn(exportPurposes)
  purpose: ExportPurpose

  @ApiPropertyOptional({ enum: legalBases, description: 'Needed for a court and an authority' })
  @IsOptional()
  @IsIn(legalBases)
  legalBasis?: LegalBasis

  @ApiPropertyOptional({
    description: 'Order or letter that asks for it; sealed. Needed with the basis',
  })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  reference?: string

  @ApiProperty({ enum: sections, isArray: true })
  @IsArray()
  @IsIn(sections, { each: true })
  sections: Section[]

  @ApiPropertyOptional({ default: false, description: 'Also what is recorded of other people' })
  @IsOptional()
  @IsBoolean()
  aboutOthers?: boolean

  @ApiProperty({ enum: locales })
  @IsIn(locales)
  language: Locale

  @ApiProperty({ description: 'At least 12 characters; never kept' })
  @IsString()
  @MaxLength(256)
  password: string
}
