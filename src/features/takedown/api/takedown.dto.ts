import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator'
import {
  askers,
  platforms,
  preservationBases,
  refusalReasons,
  errorReasons,
  removalBases,
  takedownStates,
  takenUnder18,
  targetKinds,
  type Asker,
  type Platform,
  type PreservationBasis,
  type RemovalBasis,
  type TakedownState,
  type TakenUnder18,
  type TargetKind,
} from '../domain/takedown.js'
import { mostTargets } from '../domain/target.js'

const day = /^\d{4}-\d{2}-\d{2}$/

export class NoteTakedownsDto {
  @ApiProperty({ enum: targetKinds })
  @IsIn(targetKinds)
  kind: TargetKind

  @ApiProperty({
    type: [String],
    maxItems: mostTargets,
    description: 'addresses or hashes; all are noted or none. Never the picture itself',
  })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(mostTargets)
  @IsString({ each: true })
  @MaxLength(2000, { each: true })
  targets: string[]

  @ApiProperty({ enum: platforms })
  @IsIn(platforms)
  platform: Platform

  @ApiPropertyOptional({ type: String, description: 'where `platform` is `other`' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  platformName?: string

  @ApiProperty({ enum: askers, description: 'StopNCII takes adults, Take It Down those under 18' })
  @IsIn(askers)
  askedBy: Asker

  @ApiProperty({ enum: takenUnder18, description: 'whether the person was under 18 in it' })
  @IsIn(takenUnder18)
  takenUnder18: TakenUnder18
}

export class PreserveDto {
  @ApiProperty({ enum: preservationBases })
  @IsIn(preservationBases)
  basis: PreservationBasis

  @ApiProperty({ format: 'date', description: 'the last day it is to be kept' })
  @Matches(day)
  until: string
}

/** A step; what it needs depends on where it leads. */
export class MoveTakedownDto {
  @ApiProperty({ enum: takedownStates.filter((state) => state !== 'noted') })
  @IsIn(takedownStates.filter((state) => state !== 'noted'))
  to: Exclude<TakedownState, 'noted'>

  @ApiPropertyOptional({ type: String, format: 'date', description: 'the day it was done; today' })
  @IsOptional()
  @Matches(day)
  on?: string

  @ApiPropertyOptional({ enum: removalBases, isArray: true, description: 'to `requested`' })
  @IsOptional()
  @IsArray()
  @IsIn(removalBases, { each: true })
  bases?: RemovalBasis[]

  @ApiPropertyOptional({
    type: Boolean,
    description: 'to `requested`: removal goes before evidence, though police work on it',
  })
  @IsOptional()
  @IsBoolean()
  unpreserved?: boolean

  @ApiPropertyOptional({ type: String, description: 'to `acknowledged`: the platform’s number' })
  @IsOptional()
  @IsString()
  @MaxLength(100)
  reference?: string

  @ApiPropertyOptional({
    type: String,
    enum: [...new Set([...refusalReasons, ...errorReasons])],
    description: 'to `refused` or `entered_in_error`',
  })
  @IsOptional()
  @IsString()
  reason?: string
}

export class NotedTakedownDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ example: 'GB-26-00012' })
  number: string
}

export class NotedTakedownsDto {
  @ApiProperty({ type: [NotedTakedownDto] })
  items: readonly NotedTakedownDto[]
}

export class TakedownDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ example: 'GB-26-00012' })
  number: string

  @ApiProperty({ enum: targetKinds })
  kind: TargetKind

  @ApiProperty({ description: 'made harmless: hxxps://example[.]com' })
  shown: string

  @ApiProperty({ enum: platforms })
  platform: Platform

  @ApiProperty({ type: String, nullable: true })
  platformName: string | null

  @ApiProperty({ enum: askers })
  askedBy: Asker

  @ApiProperty({ enum: takenUnder18 })
  takenUnder18: TakenUnder18

  @ApiProperty({ enum: takedownStates })
  state: TakedownState

  @ApiProperty({ enum: removalBases, isArray: true })
  bases: readonly RemovalBasis[]

  @ApiProperty({ type: String, nullable: true })
  reason: string | null

  @ApiProperty({ type: String, nullable: true, description: 'the platform’s own number' })
  reference: string | null

  @ApiProperty({ type: String, enum: preservationBases, nullable: true })
  preservationBasis: PreservationBasis | null

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  preserveUntil: string | null

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  requestedAt: string | null

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  answerDueAt: string | null

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  acknowledgedAt: string | null

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  removedAt: string | null

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  refusedAt: string | null

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  reappearedAt: string | null
}

export class TakedownsDto {
  @ApiProperty({ type: [TakedownDto] })
  items: readonly TakedownDto[]
}

export class TakedownAddressDto {
  @ApiProperty({ description: 'as it is; asking for it is recorded. Nothing is fetched from it' })
  target: string
}
