import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger'
import { IsIn, IsString, MaxLength } from 'class-validator'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { IfMatch } from '../../../platform/web/versions.js'
import { MergeCases } from '../use-cases/merge-cases.js'

/** Which of the two is gone on with. */
const sides = ['this', 'other'] as const

export class MergeCasesDto {
  @ApiProperty({ example: 'BA-2026-000123', description: 'Number of the other case of the person' })
  @IsString()
  @MaxLength(30)
  other: string

  @ApiProperty({ enum: sides, description: 'The case that is gone on with' })
  @IsIn(sides)
  main: (typeof sides)[number]
}

export class MergeDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ format: 'uuid' })
  mainId: string

  @ApiProperty({ format: 'uuid' })
  duplicateId: string

  @ApiProperty({ format: 'date-time' })
  mergedAt: string

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  undoneAt: string | null

  @ApiProperty()
  version: number
}

export class MergesDto {
  @ApiProperty({ type: [MergeDto] })
  items: MergeDto[]
}

const asCaseId = asId('case.merge', 'case')

/** Two cases of one person in one unit. */
@ApiTags('cases')
@ApiBearerAuth()
@ApiNotFoundResponse()
@Controller('api/v1/cases/:id/merges')
export class MergesApi {
  constructor(private readonly merging: MergeCases) {}

  @Get()
  @Allow('case.merge')
  @ApiOperation({ summary: 'What the case was merged with, standing and undone' })
  @ApiOkResponse({ type: MergesDto })
  async list(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
  ): Promise<MergesDto> {
    const { merges } = await this.merging.read(actor, id)
    return {
      items: merges.map((merge) => ({
        id: merge.id,
        mainId: merge.mainId,
        duplicateId: merge.duplicateId,
        mergedAt: merge.mergedAt.toISOString(),
        undoneAt: merge.undoneAt?.toISOString() ?? null,
        version: merge.version,
      })),
    }
  }

  @Post()
  @Allow('case.merge')
  @ApiOperation({ summary: 'Joins two cases; nothing is copied and nothing is lost' })
  @ApiCreatedResponse({ type: MergesDto })
  async merge(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Body() { other, main }: MergeCasesDto,
  ): Promise<MergesDto> {
    const comparison = await this.merging.compare(actor, id, other)
    const mainId = main === 'this' ? id : comparison.other.row.id
    await this.merging.run(actor, id, other, mainId)
    return this.list(actor, id)
  }

  @Post(':mergeId/undo')
  @HttpCode(200)
  @Allow('case.merge')
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOperation({ summary: 'Makes them two cases again, as they were' })
  @ApiOkResponse({ type: MergesDto })
  async undo(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCaseId) id: string,
    @Param('mergeId', asId('case.merge', 'case-merge')) mergeId: string,
    @IfMatch() version: number,
  ): Promise<MergesDto> {
    await this.merging.undo(actor, id, mergeId, version)
    return this.list(actor, id)
  }
}
