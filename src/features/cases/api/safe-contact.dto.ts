import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { IsArray, IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator'
import { contactChannels, type ContactChannel, type SafeContact } from '../domain/case-content.js'

/** How to reach the person without harming them. */
export class SafeContactDto {
  @ApiProperty({ enum: contactChannels, isArray: true, description: 'What is missing is unsafe' })
  @IsArray()
  @IsIn(contactChannels, { each: true })
  channels: ContactChannel[]

  @ApiPropertyOptional({ default: false, description: 'Only the person gets in touch' })
  @IsOptional()
  @IsBoolean()
  doNotContact?: boolean

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(40)
  phone?: string

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  when?: string

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  codeWord?: string

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  whoMayAnswer?: string

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  notes?: string
}

/** The safe contact that a request asks to write. Who must not be contacted has no safe channel. */
export const safeContactOf = (dto: SafeContactDto): SafeContact => ({
  phone: dto.phone ?? null,
  channels: dto.doNotContact === true ? [] : [...new Set(dto.channels)],
  doNotContact: dto.doNotContact ?? false,
  when: dto.when ?? null,
  codeWord: dto.codeWord ?? null,
  whoMayAnswer: dto.whoMayAnswer ?? null,
  notes: dto.notes ?? null,
})
