import { ApiProperty } from '@nestjs/swagger'
import { ArrayNotEmpty, IsArray, IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator'
import { sections, type Section } from '../../../platform/access/sections.js'
import { longestNote } from '../domain/lengths.js'

/** Sections to share on top, all covered by one consent that holds. */
export class ShareMoreDto {
  @ApiProperty({ enum: sections, isArray: true })
  @IsArray()
  @ArrayNotEmpty()
  @IsIn(sections, { each: true })
  sections: Section[]
}

/** Sections the receiver asks to see, and why they are needed. */
export class AskForMoreDto extends ShareMoreDto {
  @ApiProperty({ description: 'Sealed with the referral' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(longestNote)
  reason: string
}

export class DeclineMoreDto {
  @ApiProperty({ description: 'Why it is not shown; sealed with the referral' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(longestNote)
  note: string
}
