import { ApiProperty } from '@nestjs/swagger'
import { IsInt, Min } from 'class-validator'

export class ConductRuleDto {
  @ApiProperty()
  heading: string

  @ApiProperty()
  text: string
}

/** The code of conduct in force, in the reader's language. */
export class ConductDto {
  @ApiProperty({ description: 'To be sent back with the acceptance' })
  version: number

  @ApiProperty({ type: [ConductRuleDto] })
  rules: readonly ConductRuleDto[]

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  acceptedAt: string | null
}

export class AcceptConductDto {
  @ApiProperty({ description: 'The version that was read' })
  @IsInt()
  @Min(1)
  version: number
}

export class AcceptanceDto {
  @ApiProperty({ format: 'uuid' })
  workerId: string

  @ApiProperty()
  displayName: string

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  acceptedAt: string | null
}

export class AcceptancesDto {
  @ApiProperty({ type: [AcceptanceDto] })
  items: AcceptanceDto[]

  @ApiProperty({ type: String, nullable: true, description: 'Always null: a unit has few' })
  next: null
}
