import { ApiProperty } from '@nestjs/swagger'
import { ArrayMaxSize, ArrayMinSize, IsUUID } from 'class-validator'
import { mostReassigned, reassignStates, type ReassignState } from '../domain/reassignment.js'

export class ReassignDto {
  @ApiProperty({ type: [String], format: 'uuid', minItems: 1, maxItems: mostReassigned })
  @ArrayMinSize(1)
  @ArrayMaxSize(mostReassigned)
  @IsUUID(undefined, { each: true })
  caseIds: string[]

  @ApiProperty({ format: 'uuid', description: 'A caseworker at work in the unit' })
  @IsUUID()
  leadWorkerId: string
}

export class ReassignStartedDto {
  @ApiProperty({ format: 'uuid' })
  id: string
}

export class ReassignLineDto {
  @ApiProperty({ format: 'uuid' })
  caseId: string

  @ApiProperty({ type: String, nullable: true, example: 'BA-2026-000123' })
  number: string | null

  @ApiProperty({
    enum: reassignStates,
    description: 'gone: no longer the asker’s to give; unfit: not to this colleague',
  })
  state: ReassignState

  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  doneAt: string | null
}

export class ReassignProgressDto extends ReassignStartedDto {
  @ApiProperty({ format: 'uuid' })
  leadWorkerId: string

  @ApiProperty({ format: 'date-time' })
  requestedAt: string

  @ApiProperty({ type: [ReassignLineDto] })
  lines: ReassignLineDto[]
}
