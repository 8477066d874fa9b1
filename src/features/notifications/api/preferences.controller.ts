import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import type { WorkerActor } from '../../../platform/access/actor.js'
import {
  Allow,
  CurrentActor,
  CurrentSignIn,
  OwnTransactions,
} from '../../../platform/web/route-permissions.js'
import type { SignedIn } from '../../../platform/web/signed-in.js'
import { IfMatch, withEtag, type Versioned } from '../../../platform/web/versions.js'
import { OwnMailAddress } from '../use-cases/own-mail-address.js'
import { OwnMailChoice } from '../use-cases/own-mail-choice.js'
import {
  choiceOfDto,
  dtoOfChoice,
  MailChoiceDto,
  MailCodeDto,
  NewMailAddressDto,
  PreferencesDto,
} from './preferences.dto.js'

@ApiTags('notifications')
@ApiBearerAuth()
@Controller('api/v1/notification-preferences')
export class PreferencesApi {
  constructor(
    private readonly choice: OwnMailChoice,
    private readonly address: OwnMailAddress,
  ) {}

  @Get()
  @Allow('account.own')
  @ApiOperation({ summary: 'How the caller is told by mail; the ETag is needed to change it' })
  @ApiOkResponse({ type: PreferencesDto })
  async read(@CurrentActor() actor: WorkerActor): Promise<Versioned> {
    const { isMailThere, address, choice } = await this.choice.read(actor)
    const { mailed, quietHours, digestAt } = dtoOfChoice(choice)
    const body: PreferencesDto = {
      mailed,
      quietHours,
      digestAt,
      mailAvailable: isMailThere,
      mailAddress:
        address === null ? null : { address: address.text, confirmed: address.isConfirmed },
    }
    return withEtag(choice.version, body)
  }

  @Put()
  @Allow('account.own')
  @ApiOperation({ summary: 'Changes what is told by mail' })
  @ApiHeader({ name: 'If-Match', required: true })
  @ApiOkResponse({ type: MailChoiceDto })
  async change(
    @CurrentSignIn() { actor, timeZone }: SignedIn,
    @IfMatch() version: number,
    @Body() dto: MailChoiceDto,
  ): Promise<Versioned> {
    const chosen = choiceOfDto(dto)
    const next = await this.choice.change(actor, version, chosen, timeZone)
    return withEtag(next, dtoOfChoice({ ...chosen, version: next }))
  }

  @Put('mail-address')
  @HttpCode(204)
  @Allow('account.own')
  @ApiOperation({ summary: 'Has a code sent to an address that is to be used' })
  @ApiNoContentResponse()
  async changeAddress(
    @CurrentActor() actor: WorkerActor,
    @Body() { address }: NewMailAddressDto,
  ): Promise<void> {
    await this.address.change(actor, address.trim())
  }

  @Post('mail-address/confirm')
  @HttpCode(204)
  @Allow('account.own')
  // A wrong try stays counted, whatever is answered.
  @OwnTransactions()
  @ApiOperation({ summary: 'Confirms the address with the code; five tries' })
  @ApiNoContentResponse()
  async confirm(
    @CurrentSignIn() { actor, timeZone }: SignedIn,
    @Body() { code }: MailCodeDto,
  ): Promise<void> {
    await this.address.confirm(actor, code.trim(), timeZone)
  }

  @Delete('mail-address')
  @HttpCode(204)
  @Allow('account.own')
  @ApiOperation({ summary: 'Removes the address: no mail any more' })
  @ApiNoContentResponse()
  async forget(@CurrentActor() actor: WorkerActor): Promise<void> {
    await this.address.forget(actor)
  }
}
