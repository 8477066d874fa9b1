import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { OwnDrafts } from '../use-cases/own-drafts.js'
import { DraftsDto } from './draft.dto.js'

/** What was typed into forms and not sent; what stands in it is shown by its page alone. */
@ApiTags('drafts')
@ApiBearerAuth()
@Controller('api/v1/drafts')
export class DraftsApi {
  constructor(private readonly drafts: OwnDrafts) {}

  @Get()
  @Allow('draft.own')
  @ApiOperation({ summary: 'One’s own, newest first' })
  @ApiOkResponse({ type: DraftsDto })
  async list(@CurrentActor() actor: WorkerActor): Promise<DraftsDto> {
    const drafts = await this.drafts.list(actor)
    return {
      items: drafts.map(({ begunAt, updatedAt, ...draft }) => ({
        ...draft,
        begunAt: begunAt.toISOString(),
        updatedAt: updatedAt.toISOString(),
      })),
    }
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('draft.own')
  @ApiOperation({ summary: 'Throws away what was typed' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse()
  discard(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asId('draft.own', 'draft')) id: string,
  ): Promise<void> {
    return this.drafts.discard(actor, id)
  }
}
