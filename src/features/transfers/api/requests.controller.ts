import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiCreatedResponse,
  ApiHeader,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { IfMatch, withEtag, type Versioned } from '../../../platform/web/versions.js'
import { InvalidInput } from '../../../platform/web/web-errors.js'
import { normalCaseNumber } from '../../cases/index.js'
import { AskForTransfer, type AskedFor } from '../use-cases/ask-for-transfer.js'
import { TransferRequests } from '../use-cases/transfer-requests.js'
import { requestOf } from './transfer-of.js'
import {
  AskForTransferDto,
  DeclineRequestDto,
  TransferRequestDto,
  TransferRequestsDto,
} from './transfer.dto.js'

const asRequestId = asId('transfer.list', 'request')

/** Requests to take a case over. What asking answers is the same whether there is such a case or not. */
@ApiTags('transfers')
@ApiBearerAuth()
@ApiNotFoundResponse()
@Controller('api/v1/transfer-requests')
export class TransferRequestsApi {
  constructor(
    private readonly requests: TransferRequests,
    private readonly asking: AskForTransfer,
  ) {}

  @Get()
  @Allow('transfer.list')
  @ApiOperation({ summary: 'What others ask of the caller, and what the caller asked of others' })
  @ApiOkResponse({ type: TransferRequestsDto })
  async list(@CurrentActor() actor: WorkerActor): Promise<TransferRequestsDto> {
    const toAnswer = await this.requests.toAnswer(actor)
    const asked = await this.requests.asked(actor)
    return { toAnswer: toAnswer.map(requestOf), asked: asked.map(requestOf) }
  }

  @Post()
  @Allow('transfer.ask')
  @ApiOperation({ summary: 'Asks whoever has the case, if there is one, to hand it over' })
  @ApiCreatedResponse({ type: TransferRequestDto })
  async ask(
    @CurrentActor() actor: WorkerActor,
    @Body() asked: AskForTransferDto,
  ): Promise<Versioned> {
    const id = await this.asking.run(actor, {
      case: askedFor(asked),
      why: asked.why,
      text: asked.text ?? null,
    })
    return this.answer(actor, id)
  }

  @Get(':id')
  @Allow('transfer.list')
  @ApiOperation({ summary: 'One request' })
  @ApiOkResponse({ type: TransferRequestDto })
  one(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asRequestId) id: string,
  ): Promise<Versioned> {
    return this.answer(actor, id)
  }

  @Post(':id/decline')
  @HttpCode(200)
  @Allow('transfer.decide-ask')
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOperation({ summary: 'Keeps the case; to agree, offer it with `requestId`' })
  @ApiOkResponse({ type: TransferRequestDto })
  async decline(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asRequestId) id: string,
    @IfMatch() version: number,
    @Body() { reason }: DeclineRequestDto,
  ): Promise<Versioned> {
    await this.requests.decline(actor, id, version, reason)
    return this.answer(actor, id)
  }

  private async answer(actor: WorkerActor, id: string): Promise<Versioned> {
    const request = requestOf(await this.requests.one(actor, id))
    return withEtag(request.version, request)
  }
}

const askedFor = ({ caseNumber = '', referralId }: AskForTransferDto): AskedFor => {
  if (referralId !== undefined) return { referralId }
  const number = normalCaseNumber(caseNumber)
  if (number === null)
    throw new InvalidInput([{ pointer: '/caseNumber', code: 'transfers.ask.number.missing' }])
  return { caseNumber: number }
}
