import { ApiProperty } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import {
  IsArray,
  IsIn,
  IsString,
  Matches,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator'
import { weights, type Weight } from '../domain/concern.js'
import { minuteOf, timeText, type MailChoice } from '../domain/mail-choice.js'

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/

/** On the clock of the worker's unit. */
export class QuietHoursDto {
  @ApiProperty({ example: '21:00' })
  @Matches(timeOfDay)
  from: string

  @ApiProperty({ example: '06:30', description: 'Before `from`: on the next morning' })
  @Matches(timeOfDay)
  until: string
}

/** What is told by mail. Inside the service everything is told. */
export class MailChoiceDto {
  @ApiProperty({ enum: weights, isArray: true })
  @IsArray()
  @IsIn(weights, { each: true })
  mailed: Weight[]

  @ApiProperty({ type: QuietHoursDto, nullable: true, description: 'Emergencies are sent anyway' })
  @ValidateIf((dto: MailChoiceDto) => dto.quietHours !== null)
  @ValidateNested()
  @Type(() => QuietHoursDto)
  quietHours: QuietHoursDto | null

  @ApiProperty({ type: String, nullable: true, example: '07:30', description: 'Numbers only' })
  @ValidateIf((dto: MailChoiceDto) => dto.digestAt !== null)
  @Matches(timeOfDay)
  digestAt: string | null
}

export class OwnMailAddressDto {
  @ApiProperty({ example: 'name@unit.vn' })
  address: string

  @ApiProperty({ description: 'Until then nothing but a code is sent there' })
  confirmed: boolean
}

export class PreferencesDto extends MailChoiceDto {
  @ApiProperty({ description: 'Whether the installation sends mail at all' })
  mailAvailable: boolean

  @ApiProperty({ type: OwnMailAddressDto, nullable: true })
  mailAddress: OwnMailAddressDto | null
}

export class NewMailAddressDto {
  @ApiProperty({ example: 'name@unit.vn' })
  @IsString()
  @MaxLength(254)
  address: string
}

export class MailCodeDto {
  @ApiProperty({ example: '012345' })
  @IsString()
  @MaxLength(20)
  code: string
}

export const choiceOfDto = ({
  mailed,
  quietHours,
  digestAt,
}: MailChoiceDto): Omit<MailChoice, 'version'> => ({
  mailed: weights.filter((weight) => mailed.includes(weight)),
  quiet:
    quietHours === null
      ? null
      : { from: minuteOf(quietHours.from) ?? 0, until: minuteOf(quietHours.until) ?? 0 },
  digestAt: digestAt === null ? null : minuteOf(digestAt),
})

export const dtoOfChoice = ({ mailed, quiet, digestAt }: MailChoice): MailChoiceDto => ({
  mailed: [...mailed],
  quietHours: quiet === null ? null : { from: timeText(quiet.from), until: timeText(quiet.until) },
  digestAt: digestAt === null ? null : timeText(digestAt),
})
