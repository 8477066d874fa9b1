import { Controller, Get, Param, Query } from '@nestjs/common'
import {
  ApiBearerAuth,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { copyLanguage } from '../domain/persons-copy.js'
import { copyWords } from '../use-cases/copy-words.js'
import { WriteCopy } from '../use-cases/write-copy.js'
import { CopyDto, CopyQuery } from './copy.dto.js'

/** What the person takes away. */
@ApiTags('referrals')
@ApiBearerAuth()
@ApiNotFoundResponse()
@Controller('api/v1/referrals/:id/copy')
export class CopyApi {
  constructor(private readonly write: WriteCopy) {}

  @Get()
  @Allow('exchange.copy')
  @ApiOperation({ summary: 'The person’s copy: neutral words, in the language of the person' })
  @ApiOkResponse({ type: CopyDto })
  async copy(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asId('exchange.copy', 'referral')) id: string,
    @Query() { language }: CopyQuery,
  ): Promise<CopyDto> {
    const { copy, language: own } = await this.write.run(actor, id)
    return copyWords(copy, copyLanguage(language, own))
  }
}
