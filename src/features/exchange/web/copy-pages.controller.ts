import { Controller, Get, Param, Query } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { page, type Page } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { copyLanguage } from '../domain/persons-copy.js'
import { copyWords } from '../use-cases/copy-words.js'
import { WriteCopy } from '../use-cases/write-copy.js'
import { CopyPage } from './copy.page.js'

/** What the person takes away. */
@Controller('referrals/:id/copy')
export class CopyPages {
  constructor(private readonly write: WriteCopy) {}

  @Get()
  @Allow('exchange.copy')
  async copy(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asId('exchange.copy', 'referral')) id: string,
    @Query('language') asked: unknown,
  ): Promise<Page> {
    const { copy, language: own, ...referral } = await this.write.run(actor, id)
    const language = copyLanguage(asked, own)
    return page(CopyPage, {
      ...referral,
      language,
      isTheirOwn: copyLanguage(own, null) === own,
      text: copyWords(copy, language),
    })
  }
}
