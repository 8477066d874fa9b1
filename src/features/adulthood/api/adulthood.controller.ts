import { Body, Controller, Get, Param, Post } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger'
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import {
  adulthoodDecisions,
  longestNote,
  personWants,
  type AdulthoodDecision,
  type PersonWants,
} from '../domain/decision.js'
import { ComeOfAge } from '../use-cases/come-of-age.js'

export class DecideAdulthoodDto {
  @ApiProperty({ enum: adulthoodDecisions })
  @IsIn(adulthoodDecisions)
  decision: AdulthoodDecision

  @ApiProperty({ enum: personWants })
  @IsIn(personWants)
  personWants: PersonWants

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(longestNote)
  note?: string
}

export class LawOfAgeDto {
  @ApiProperty()
  law: string

  @ApiProperty({ description: 'A child under it today' })
  today: boolean

  @ApiProperty({ description: 'A child under it from that day on' })
  then: boolean
}

export class AdulthoodDto {
  @ApiProperty({ type: String, format: 'date', nullable: true })
  adultOn: string | null

  @ApiProperty({ description: 'False where only an age was told: ask for the birth date' })
  isExact: boolean

  @ApiProperty()
  isAdult: boolean

  @ApiProperty({ type: [LawOfAgeDto] })
  laws: LawOfAgeDto[]

  @ApiProperty({ type: [String], description: 'Consents in force that a representative gave' })
  consentsToAskAnew: string[]

  @ApiProperty({ type: String, enum: adulthoodDecisions, nullable: true })
  decision: AdulthoodDecision | null
}

const asCaseId = asId('case.read', 'case')

/** A child becomes an adult. */
@ApiTags('cases')
@ApiBearerAuth()
@ApiNotFoundResponse()
@Controller('api/v1/cases/:id/adulthood')
export class AdulthoodApi {
  constructor(private readonly comeOfAge: ComeOfAge) {}

  @Get()
  @Allow('case.read')
  @ApiOperation({ summary: 'When the person becomes an adult, and what changes' })
  @ApiOkResponse({ type: AdulthoodDto })
  async one(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
  ): Promise<AdulthoodDto> {
    const view = await this.comeOfAge.read(actor, id)
    return {
      adultOn: view.adulthood?.on ?? null,
      isExact: view.adulthood?.isExact ?? false,
      isAdult: view.isAdult,
      laws: view.laws.map(({ law, today, then }) => ({ law, today, then })),
      consentsToAskAnew: view.consentsOfOthers.map((consent) => consent.id),
      decision: view.decisions[0]?.decision ?? null,
    }
  }

  @Post('decisions')
  @Allow('case.change')
  @ApiOperation({ summary: 'Records what was decided with the person' })
  @ApiCreatedResponse({ type: AdulthoodDto })
  async decide(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Body() { decision, personWants: wants, note }: DecideAdulthoodDto,
  ): Promise<AdulthoodDto> {
    await this.comeOfAge.decide(actor, id, { decision, personWants: wants, note: note ?? null })
    return this.one(actor, id)
  }
}
