import { ApiProperty } from '@nestjs/swagger'
import { IsUUID, Matches } from 'class-validator'
import { dayPattern } from '../domain/absence.js'

const day = { message: 'accounts.absence.day.missing' }

export class NewAbsenceDto {
  @ApiProperty({ format: 'uuid', description: 'Oneself, or for supervisors anybody of the unit' })
  @IsUUID('all', { message: 'referral.colleague-unfit' })
  workerId: string

  @ApiProperty({ format: 'date', description: 'First day' })
  @Matches(dayPattern, day)
  from: string

  @ApiProperty({ format: 'date', description: 'Last day' })
  @Matches(dayPattern, day)
  until: string
}

export class AbsenceDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ format: 'uuid' })
  workerId: string

  @ApiProperty({ format: 'date-time' })
  startsAt: string

  @ApiProperty({ format: 'date-time', description: 'First instant at which they are back' })
  endsAt: string
}

export class AbsencesDto {
  @ApiProperty({ type: [AbsenceDto] })
  items: readonly AbsenceDto[]
}

export class AbsenceIdDto {
  @ApiProperty({ format: 'uuid' })
  id: string
}
