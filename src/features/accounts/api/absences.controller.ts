import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { Absences } from '../use-cases/absences.js'
import { AbsenceIdDto, AbsencesDto, NewAbsenceDto } from './absence.dto.js'

/** Who is away when: for that time the desk goes on with what they have in hand. */
@ApiTags('absences')
@ApiBearerAuth()
@Controller('api/v1/absences')
export class AbsencesApi {
  constructor(private readonly absences: Absences) {}

  @Get()
  @Allow('absence.own')
  @ApiOperation({ summary: 'One’s own; for supervisors the unit’s' })
  @ApiOkResponse({ type: AbsencesDto })
  async list(@CurrentActor() actor: WorkerActor): Promise<AbsencesDto> {
    const rows = await this.absences.list(actor)
    return {
      items: rows.map(({ id, workerId, startsAt, endsAt }) => ({
        id,
        workerId,
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
      })),
    }
  }

  @Post()
  @Allow('absence.own')
  @ApiOperation({ summary: 'Writes down that somebody is away' })
  @ApiCreatedResponse({ type: AbsenceIdDto })
  async record(
    @CurrentActor() actor: WorkerActor,
    @Body() body: NewAbsenceDto,
  ): Promise<AbsenceIdDto> {
    return { id: await this.absences.record(actor, body) }
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('absence.own')
  @ApiOperation({ summary: 'They are back, or do not go' })
  @ApiNoContentResponse()
  @ApiNotFoundResponse()
  takeBack(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asId('absence.own', 'absence')) id: string,
  ): Promise<void> {
    return this.absences.takeBack(actor, id)
  }
}
