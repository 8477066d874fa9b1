import { Body, Controller, Get, Param, Post } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { readForm, typedList, typedText, type Typed } from '../../../platform/web/form.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { FormVersion } from '../../../platform/web/versions.js'
import type { FieldErrors } from '../../cases/index.js'
import { ReferralWordsMissing } from '../domain/sending.errors.js'
import { AskForMore } from '../use-cases/ask-for-more.js'
import { HeedStop } from '../use-cases/heed-stop.js'
import { TellByPhone } from '../use-cases/tell-by-phone.js'
import { ShareMore } from '../use-cases/share-more.js'
import { AskForMorePage } from './ask-for-more.page.js'
import { formTrouble } from './form-trouble.js'
import { ShareMorePage } from './share-more.page.js'
import { AskForMoreForm, DeclineMoreForm, SharingForm } from './draft.forms.js'

const asReferralId = asId('referral.read', 'referral')

type Answer = Promise<Page | SeeOther>

/** What was typed, at which version, and what has to be mended. */
interface Returned {
  readonly version: number
  readonly values: Typed
  readonly errors: FieldErrors
}

/** What becomes of sharing after a referral was sent: more of it, or none. */
@Controller('referrals/:id')
export class SharingPages {
  constructor(
    private readonly shareMore: ShareMore,
    private readonly askForMore: AskForMore,
    private readonly heedStop: HeedStop,
    private readonly tellByPhone: TellByPhone,
  ) {}

  @Get('share-more')
  @Allow('referral.share-more')
  askShare(@CurrentActor() actor: WorkerActor, @Param('id', asReferralId) id: string): Answer {
    return this.sharePage(actor, id)
  }

  @Post('share-more')
  @Allow('referral.share-more')
  async share(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @FormVersion() version: number,
    @Body() body: Typed,
  ): Answer {
    const form = readForm(SharingForm, body)
    if (!form.ok) return this.sharePage(actor, id, { ...form, version })
    try {
      await this.shareMore.run(actor, id, version, form.value.sections)
    } catch (error) {
      const errors = formTrouble(error, 'sections')
      return this.sharePage(actor, id, { values: form.values, version, errors })
    }
    return seeOther(`/referrals/${id}`, 'said.referrals.shared-more')
  }

  @Post('share-more/decline')
  @Allow('referral.share-more')
  async decline(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @FormVersion() version: number,
    @Body() body: Typed,
  ): Answer {
    const form = readForm(DeclineMoreForm, body)
    if (!form.ok) return this.sharePage(actor, id, { ...form, version })
    try {
      await this.shareMore.decline(actor, id, version, form.value.note)
    } catch (error) {
      const errors = formTrouble(error, 'note')
      return this.sharePage(actor, id, { values: form.values, version, errors })
    }
    return seeOther(`/referrals/${id}`, 'said.referrals.more-declined')
  }

  @Get('ask-for-more')
  @Allow('referral.ask-for-more')
  askAsk(@CurrentActor() actor: WorkerActor, @Param('id', asReferralId) id: string): Answer {
    return this.askPage(actor, id)
  }

  @Post('ask-for-more')
  @Allow('referral.ask-for-more')
  async ask(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @FormVersion() version: number,
    @Body() body: Typed,
  ): Answer {
    const form = readForm(AskForMoreForm, body)
    if (!form.ok) return this.askPage(actor, id, { ...form, version })
    try {
      await this.askForMore.run(actor, id, version, form.value)
    } catch (error) {
      const field = error instanceof ReferralWordsMissing ? 'reason' : 'sections'
      const errors = formTrouble(error, field)
      return this.askPage(actor, id, { values: form.values, version, errors })
    }
    return seeOther(`/referrals/${id}`, 'said.referrals.more-asked')
  }

  @Post('stop/:noticeId')
  @Allow('referral.heed')
  async heed(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @Param('noticeId', asReferralId) noticeId: string,
  ): Promise<SeeOther> {
    await this.heedStop.run(actor, id, noticeId)
    return seeOther(`/referrals/${id}`, 'said.referrals.stop-understood')
  }

  @Post('stop/:noticeId/told')
  @Allow('referral.tell-by-phone')
  async told(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @Param('noticeId', asReferralId) noticeId: string,
  ): Promise<SeeOther> {
    await this.tellByPhone.run(actor, id, noticeId)
    return seeOther(`/referrals/${id}`, 'said.referrals.told-by-phone')
  }

  private async sharePage(actor: WorkerActor, id: string, returned?: Returned): Promise<Page> {
    const more = await this.shareMore.options(actor, id)
    const asked = more.offered.filter((section) => more.request?.sections.includes(section))
    const view = {
      ...more,
      version: returned?.version ?? more.referral.version,
      // What was asked for is the first proposal; the sender takes away.
      chosen: returned === undefined ? asked : typedList(returned.values, 'sections'),
      note: typedText(returned?.values ?? {}, 'note'),
      errors: returned?.errors ?? {},
    }
    return page(ShareMorePage, view, returned === undefined ? 200 : 422)
  }

  private async askPage(actor: WorkerActor, id: string, returned?: Returned): Promise<Page> {
    const more = await this.askForMore.options(actor, id)
    const view = {
      ...more,
      version: returned?.version ?? more.referral.version,
      chosen: typedList(returned?.values ?? {}, 'sections'),
      reason: typedText(returned?.values ?? {}, 'reason'),
      errors: returned?.errors ?? {},
    }
    return page(AskForMorePage, view, returned === undefined ? 200 : 422)
  }
}
