import { Controller, Get, Query } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { ReadTrail, type TrailRow } from '../use-cases/read-trail.js'
import { AuditPageDto, AuditQuery, type AuditEntryDto } from './audit.dto.js'

@ApiTags('audit')
@ApiBearerAuth()
@Controller('api/v1/audit')
export class AuditApi {
  constructor(private readonly readTrail: ReadTrail) {}

  @Get()
  @Allow('audit.read')
  @ApiOperation({ summary: 'Who did and read what, newest first. The reading is itself recorded' })
  @ApiOkResponse({ type: AuditPageDto })
  @ApiNotFoundResponse()
  async entries(
    @CurrentActor() actor: WorkerActor,
    @Query() { case: caseNumber, from, until, limit, after, ...rest }: AuditQuery,
  ): Promise<AuditPageDto> {
    const { items, next } = await this.readTrail.run(
      actor,
      {
        ...rest,
        caseNumber,
        from: from === undefined ? undefined : new Date(from),
        until: until === undefined ? undefined : new Date(until),
      },
      { after, limit },
    )
    return { items: items.map(entryOf), next }
  }
}

const entryOf = ({ actor, ...row }: TrailRow): AuditEntryDto => ({
  ...row,
  actor: actor === null ? null : { id: actor.id, name: actor.name, unitName: actor.unitName },
})
