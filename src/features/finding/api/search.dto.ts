import { ApiProperty } from '@nestjs/swagger'
import { IsString, MaxLength, MinLength } from 'class-validator'
import { longestQuery, matchKinds, type MatchKind } from '../../cases/index.js'

export class SearchDto {
  @ApiProperty({
    description: 'A number of a case (also short: `123`), a name, a telephone number or an account',
    maxLength: longestQuery,
  })
  @IsString()
  @MinLength(1)
  @MaxLength(longestQuery)
  query: string
}

/** A case that was found: enough to know it by, and no name. */
export class FoundCaseDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'BA-2026-000123',
    description: 'Null where only a part of the case is shared with the reader, as are the others',
  })
  number: string | null

  @ApiProperty({ description: 'What stands for the name', example: 'N.T.M.' })
  initials: string

  @ApiProperty()
  ageBand: string

  @ApiProperty()
  sex: string

  @ApiProperty({ type: String, nullable: true })
  status: string | null

  @ApiProperty({ type: String, nullable: true })
  riskLevel: string | null

  @ApiProperty({ type: String, nullable: true, description: 'Code of the province at the opening' })
  provinceCode: string | null

  @ApiProperty({ type: String, nullable: true })
  commune: string | null

  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  leadWorkerId: string | null

  @ApiProperty({ enum: matchKinds, isArray: true, description: 'Why it was found' })
  matches: MatchKind[]
}

export class FoundCasesDto {
  @ApiProperty({ type: [FoundCaseDto], description: 'At most 20, the likeliest first' })
  items: FoundCaseDto[]

  @ApiProperty({ description: 'Whether more fit, or may: ask for more of the name, or the number' })
  isCut: boolean
}
