import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator'
import { contactChannels, type ContactChannel, type SafeContact } from '../domain/case-content.js'
import { contactDays, mostContactWindows, type ContactDays } from '../domain/may-contact.js'

/** Hours at which the person called it safe, on the clock of where they live. */
export class ContactWindowDto {
  @ApiProperty({ enum: contactDays })
  @IsIn(contactDays)
  days: ContactDays

  @ApiProperty({ example: '19:00' })
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  from: string

  @ApiProperty({ example: '21:00', description: 'Before `from`: on the next morning' })
  @Matches(/^([01]\d|2[0-3]):[0-5]\d$/)
  until: string
}

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

  @ApiPropertyOptional({ type: [ContactWindowDto], description: 'Left out: no hours are named' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(mostContactWindows)
  @ValidateNested({ each: true })
  @Type(() => ContactWindowDto)
  hours?: ContactWindowDto[]

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
  ...(dto.hours === undefined || dto.hours.length === 0
    ? {}
    : { hours: dto.hours.map(({ days, from, until }) => ({ days, from, until })) }),
  codeWord: dto.codeWord ?? null,
  whoMayAnswer: dto.whoMayAnswer ?? null,
  notes: dto.notes ?? null,
})
