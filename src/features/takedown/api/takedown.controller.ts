import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPreconditionFailedResponse,
  ApiTags,
} from '@nestjs/swagger'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf } from '../../../platform/clock/local-time.js'
import { asId } from '../../../platform/web/as-id.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { IfMatch, withEtag, type Versioned } from '../../../platform/web/versions.js'
import { InvalidInput } from '../../../platform/web/web-errors.js'
import { errorReasons, refusalReasons } from '../domain/takedown.js'
import { readTargets } from '../domain/target.js'
import { MoveTakedown, type TakedownMove } from '../use-cases/move-takedown.js'
import { NoteTakedowns } from '../use-cases/note-takedowns.js'
import type { Takedown } from '../use-cases/open-takedowns.js'
import { ReadTakedowns } from '../use-cases/read-takedowns.js'
import {
  MoveTakedownDto,
  NotedTakedownsDto,
  NoteTakedownsDto,
  PreserveDto,
  TakedownAddressDto,
  TakedownDto,
  TakedownsDto,
} from './takedown.dto.js'

const asCase = asId('takedown.read', 'case')
const asTakedown = asId('takedown.read', 'takedown')

@ApiTags('takedowns')
@ApiBearerAuth()
@ApiNotFoundResponse()
@Controller('api/v1/cases/:id/takedowns')
export class TakedownApi {
  constructor(
    private readonly reading: ReadTakedowns,
    private readonly noting: NoteTakedowns,
    private readonly moving: MoveTakedown,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('takedown.read')
  @ApiOperation({ summary: 'What is to be removed or kept, what still is to be done first' })
  @ApiOkResponse({ type: TakedownsDto })
  async list(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
  ): Promise<TakedownsDto> {
    const { takedowns } = await this.reading.ofCase(actor, id)
    return { items: takedowns.map(takedownOf) }
  }

  @Post()
  @Allow('takedown.change')
  @ApiOperation({ summary: 'Note addresses or hashes; all of them or none' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiCreatedResponse({ type: NotedTakedownsDto })
  async note(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Body() dto: NoteTakedownsDto,
  ): Promise<NotedTakedownsDto> {
    const { kind, targets, platform, platformName = null, askedBy, takenUnder18 } = dto
    const typed = readTargets(
      kind,
      targets.map((target) => target.replaceAll(/[\r\n]/g, ' ')).join('\n'),
    )
    if (typed.problems.length > 0 || typed.targets.length === 0)
      throw new InvalidInput(
        (typed.problems.length > 0 ? typed.problems : [{ line: 1 }]).map(({ line }) => ({
          pointer: `/targets/${line - 1}`,
          code: 'takedown.target-unreadable',
        })),
      )
    const items = await this.noting.run(actor, id, {
      kind,
      targets: typed.targets,
      platform,
      platformName,
      askedBy,
      takenUnder18,
    })
    return { items }
  }

  @Get(':takedownId')
  @Allow('takedown.read')
  @ApiOperation({ summary: 'One request, its address made harmless' })
  @ApiOkResponse({ type: TakedownDto })
  async one(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('takedownId', asTakedown) takedownId: string,
  ): Promise<Versioned> {
    const { takedown } = await this.reading.one(actor, id, takedownId)
    return withEtag(takedown.version, takedownOf(takedown), { id: takedown.id })
  }

  @Get(':takedownId/address')
  @Allow('takedown.read')
  @ApiOperation({ summary: 'The address as it is; asking is recorded' })
  @ApiOkResponse({ type: TakedownAddressDto })
  async address(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('takedownId', asTakedown) takedownId: string,
  ): Promise<TakedownAddressDto> {
    return { target: await this.reading.address(actor, id, takedownId) }
  }

  @Post(':takedownId/preserve')
  @HttpCode(200)
  @Allow('takedown.change')
  @ApiOperation({ summary: 'Evidence was asked to be kept, or to be kept for longer' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: TakedownDto })
  @ApiPreconditionFailedResponse()
  async preserve(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('takedownId', asTakedown) takedownId: string,
    @IfMatch() version: number,
    @Body() { basis, until }: PreserveDto,
  ): Promise<Versioned> {
    if (Number.isNaN(Date.parse(`${until}T00:00:00Z`))) throw invalid('/until')
    await this.moving.preserve(actor, id, takedownId, version, { basis, until })
    return this.one(actor, id, takedownId)
  }

  @Post(':takedownId/move')
  @HttpCode(200)
  @Allow('takedown.change')
  @ApiOperation({ summary: 'The request went a step further' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: TakedownDto })
  @ApiPreconditionFailedResponse()
  async move(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asCase) id: string,
    @Param('takedownId', asTakedown) takedownId: string,
    @IfMatch() version: number,
    @Body() dto: MoveTakedownDto,
  ): Promise<Versioned> {
    const move = moveOf(dto, localTimeOf(this.clock.now()).date)
    await this.moving.run(actor, id, takedownId, version, move)
    return this.one(actor, id, takedownId)
  }
}

const invalid = (pointer: string) => new InvalidInput([{ pointer, code: 'error.invalid-input' }])

const moveOf = (dto: MoveTakedownDto, today: string): TakedownMove => {
  const { to, on = today, bases = [], unpreserved = false, reference = null } = dto
  if (Number.isNaN(Date.parse(`${on}T00:00:00Z`))) throw invalid('/on')
  switch (to) {
    case 'requested':
      if (bases.length === 0) throw invalid('/bases')
      return { to, on, bases, unpreserved }
    case 'acknowledged':
      return { to, on, reference }
    case 'refused': {
      const reason = refusalReasons.find((known) => known === dto.reason)
      if (reason === undefined) throw invalid('/reason')
      return { to, on, reason }
    }
    case 'entered_in_error': {
      const reason = errorReasons.find((known) => known === dto.reason)
      if (reason === undefined) throw invalid('/reason')
      return { to, reason }
    }
    default:
      return { to, on }
  }
}

const takedownOf = (takedown: Takedown): TakedownDto => ({
  id: takedown.id,
  number: takedown.number,
  kind: takedown.kind,
  shown: takedown.shown,
  platform: takedown.platform,
  platformName: takedown.platformName,
  askedBy: takedown.askedBy,
  takenUnder18: takedown.takenUnder18,
  state: takedown.state,
  bases: takedown.bases,
  reason: takedown.reason,
  reference: takedown.reference,
  preservationBasis: takedown.preservationBasis,
  preserveUntil: takedown.preserveUntil?.toISOString() ?? null,
  requestedAt: takedown.requestedAt?.toISOString() ?? null,
  answerDueAt: takedown.answerDueAt?.toISOString() ?? null,
  acknowledgedAt: takedown.acknowledgedAt?.toISOString() ?? null,
  removedAt: takedown.removedAt?.toISOString() ?? null,
  refusedAt: takedown.refusedAt?.toISOString() ?? null,
  reappearedAt: takedown.reappearedAt?.toISOString() ?? null,
})
