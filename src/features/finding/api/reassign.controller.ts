import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import {
  ApiAcceptedResponse,
  ApiBearerAuth,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { ReassignCases } from '../use-cases/reassign-cases.js'
import { ReassignDto, ReassignProgressDto, ReassignStartedDto } from './reassign.dto.js'

@ApiTags('cases')
@ApiBearerAuth()
@Controller('api/v1/cases/reassignments')
export class ReassignApi {
  constructor(private readonly reassignCases: ReassignCases) {}

  @Post()
  @HttpCode(202)
  @Allow('case.reassign')
  @ApiOperation({ summary: 'Ask for many cases of the unit to be led by a colleague' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiAcceptedResponse({ type: ReassignStartedDto })
  async start(
    @CurrentActor() actor: WorkerActor,
    @Body() { caseIds, leadWorkerId }: ReassignDto,
  ): Promise<ReassignStartedDto> {
    return { id: await this.reassignCases.start(actor, caseIds, leadWorkerId) }
  }

  @Get(':id')
  @Allow('case.reassign')
  @ApiOperation({ summary: 'How far it is, with what became of each case' })
  @ApiOkResponse({ type: ReassignProgressDto })
  @ApiNotFoundResponse()
  async progress(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asId('case.reassign', 'bulk-reassign')) id: string,
  ): Promise<ReassignProgressDto> {
    const { toWorkerId, requestedAt, lines } = await this.reassignCases.progress(actor, id)
    return {
      id,
      leadWorkerId: toWorkerId,
      requestedAt: requestedAt.toISOString(),
      lines: lines.map(({ caseId, number, state, doneAt }) => ({
        caseId,
        number,
        state,
        doneAt: doneAt?.toISOString() ?? null,
      })),
    }
  }
}
