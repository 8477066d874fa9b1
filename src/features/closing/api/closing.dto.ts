import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator'
import { closureReasons, type ClosureReason } from '../../cases/index.js'
import {
  chosenReasons,
  endings,
  goalsReached,
  longestAnswer,
  longestText,
  reopenReasons,
  type ChosenReason,
  type Ending,
  type GoalsReached,
  type ReopenReason,
} from '../domain/closure.js'

const text = { type: String, nullable: true } as const

export class AnsweredEndDto {
  @ApiProperty({ description: 'As the closing lists it' })
  @IsString()
  @MaxLength(40)
  id: string

  @ApiProperty({ enum: endings })
  @IsIn(endings)
  how: Ending

  @ApiPropertyOptional({ description: 'To whom it was handed on, or why it stays' })
  @IsOptional()
  @IsString()
  @MaxLength(longestAnswer)
  text?: string
}

/** Why the case is closed, and what becomes of each thing that is open. */
export class PrepareClosingDto {
  @ApiProperty({ enum: chosenReasons })
  @IsIn(chosenReasons)
  reason: ChosenReason

  @ApiProperty({ enum: goalsReached })
  @IsIn(goalsReached)
  goals: GoalsReached

  @ApiPropertyOptional({ description: 'What the person says' })
  @IsOptional()
  @IsString()
  @MaxLength(longestText)
  feedback?: string

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(longestText)
  note?: string

  @ApiProperty({ type: [AnsweredEndDto] })
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => AnsweredEndDto)
  ends: AnsweredEndDto[]
}

export class ReopenCaseDto {
  @ApiProperty({ enum: reopenReasons })
  @IsIn(reopenReasons)
  reason: ReopenReason

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(longestText)
  note?: string
}

export class OpenEndDto {
  @ApiProperty()
  id: string

  @ApiProperty({ description: 'Key of a sentence' })
  title: string

  @ApiProperty(text)
  about: string | null
}

export class ClosureDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ enum: ['prepared', 'closed', 'reopened'] })
  state: string

  @ApiProperty({ enum: closureReasons })
  reason: ClosureReason

  @ApiProperty({ enum: goalsReached })
  goals: GoalsReached

  @ApiProperty(text)
  feedback: string | null

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  closedAt: string | null
}

export class ClosingDto {
  @ApiProperty()
  status: string

  @ApiProperty({ ...text, description: 'What has to end first' })
  heldBy: string | null

  @ApiProperty({ type: [OpenEndDto] })
  openEnds: OpenEndDto[]

  @ApiProperty({ type: ClosureDto, nullable: true })
  prepared: ClosureDto | null

  @ApiProperty({ description: 'Whether nothing of a supervisor is waited for' })
  isAgreed: boolean

  @ApiProperty({ type: [ClosureDto] })
  past: ClosureDto[]
}
