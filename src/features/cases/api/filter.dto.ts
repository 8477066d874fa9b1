import { ApiProperty } from '@nestjs/swagger'
import { IsObject, IsString, MaxLength, MinLength } from 'class-validator'
import { longestFilterName } from '../use-cases/keep-filters.js'

export class FilterNameDto {
  @ApiProperty({ maxLength: longestFilterName, description: 'Only its owner reads it' })
  @IsString()
  @MinLength(1)
  @MaxLength(longestFilterName)
  name: string
}

export class NewFilterDto extends FilterNameDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { risk: 'high', family: 'tip', sort: 'due' },
    description: 'The query of the work list’s page; what makes no sense there is not kept',
  })
  @IsObject()
  query: Record<string, string>
}

export class KeptFilterIdDto {
  @ApiProperty({ format: 'uuid' })
  id: string
}

export class KeptFilterDto extends KeptFilterIdDto {
  @ApiProperty()
  name: string

  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  query: Record<string, string>
}

export class KeptFiltersDto {
  @ApiProperty({ type: [KeptFilterDto] })
  items: KeptFilterDto[]
}
