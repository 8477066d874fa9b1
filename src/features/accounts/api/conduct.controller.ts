import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import type { FastifyRequest } from 'fastify'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Allow, BeforeConduct, CurrentActor } from '../../../platform/web/route-permissions.js'
import { translate } from '../../../ui/translate.js'
import { conductRules, conductVersion } from '../domain/conduct.js'
import { Conduct } from '../use-cases/conduct.js'
import { AcceptancesDto, AcceptConductDto, ConductDto } from './conduct.dto.js'

@ApiTags('accounts')
@ApiBearerAuth()
@Controller('api/v1/conduct')
export class ConductApi {
  constructor(private readonly conduct: Conduct) {}

  @Get()
  @Allow('conduct.accept')
  @BeforeConduct()
  @ApiOperation({ summary: 'The code of conduct in force; nothing of a case is told before' })
  @ApiOkResponse({ type: ConductDto })
  async read(
    @CurrentActor() actor: WorkerActor,
    @Req() { locale }: FastifyRequest,
  ): Promise<ConductDto> {
    const t = translate(locale)
    const acceptedAt = await this.conduct.acceptedAt(actor)
    return {
      version: conductVersion,
      rules: conductRules.map((rule) => ({
        heading: t(`conduct.${rule}`),
        text: t(`conduct.${rule}.text`),
      })),
      acceptedAt: acceptedAt?.toISOString() ?? null,
    }
  }

  @Post('accept')
  @HttpCode(204)
  @Allow('conduct.accept')
  @BeforeConduct()
  @ApiOperation({ summary: 'Accept it, for oneself' })
  @ApiHeader({ name: 'Idempotency-Key', required: false })
  @ApiNoContentResponse()
  @ApiConflictResponse({ description: 'Another version is in force: read that one first' })
  async accept(
    @CurrentActor() actor: WorkerActor,
    @Body() { version }: AcceptConductDto,
  ): Promise<void> {
    await this.conduct.accept(actor, version)
  }

  @Get('unit')
  @Allow('conduct.of-unit')
  @ApiOperation({ summary: 'Who of one’s unit has accepted, those first who have not' })
  @ApiOkResponse({ type: AcceptancesDto })
  @ApiNotFoundResponse()
  async ofUnit(@CurrentActor() actor: WorkerActor): Promise<AcceptancesDto> {
    const workers = await this.conduct.ofUnit(actor)
    return {
      items: workers.map(({ workerId, displayName, acceptedAt }) => ({
        workerId,
        displayName,
        acceptedAt: acceptedAt?.toISOString() ?? null,
      })),
      next: null,
    }
  }
}
