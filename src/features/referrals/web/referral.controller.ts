import { Controller, Get, Param, Post } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { Clock } from '../../../platform/clock/clock.js'
import { page, seeOther, type Page, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { FormVersion } from '../../../platform/web/versions.js'
import { AcceptReferral } from '../use-cases/accept-referral.js'
import { ClaimReferral } from '../use-cases/claim-referral.js'
import { ReadReferral } from '../use-cases/read-referral.js'
import { ReleaseReferral } from '../use-cases/release-referral.js'
import { missingIn } from '../use-cases/send-referral.js'
import { StartService } from '../use-cases/start-service.js'
import { ReferralPanel } from './referral-panel.js'
import { deskPreviewView } from './desk-preview.view.js'
import { dueViewOf, statusViewOf } from './referral-due.js'
import { ReferralPage } from './referral.page.js'
import { waitingFor } from './waiting.view.js'

const asReferralId = asId('referral.read', 'referral')

/** One referral, and the moves that need no words. */
@Controller('referrals/:id')
export class ReferralPages {
  constructor(
    private readonly read: ReadReferral,
    private readonly claim: ClaimReferral,
    private readonly release: ReleaseReferral,
    private readonly accept: AcceptReferral,
    private readonly start: StartService,
    private readonly panel: ReferralPanel,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('referral.read')
  async one(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
  ): Promise<Page | SeeOther> {
    const view = await this.read.run(actor, id)
    const { referral, side } = view
    // Only its writer sees a draft: the writing goes on where it was left.
    if (referral.status === 'draft' && referral.fromWorkerId === actor.workerId)
      return seeOther(`/referrals/${id}/${missingIn(referral) ?? 'check'}`)
    const now = this.clock.now()
    return page(ReferralPage, {
      ...view,
      preview: deskPreviewView(view.preview, now),
      status: statusViewOf(referral, side),
      due: dueViewOf(referral, now),
      waiting: waitingFor(view),
      panel: await this.panel.panelFor(actor, view),
    })
  }

  @Post('claim')
  @Allow('referral.claim')
  async claimIt(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @FormVersion() version: number,
  ): Promise<SeeOther> {
    await this.claim.run(actor, id, version)
    return seeOther(`/referrals/${id}`, 'said.referrals.claim')
  }

  @Post('release')
  @Allow('referral.release')
  async releaseIt(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @FormVersion() version: number,
  ): Promise<SeeOther> {
    await this.release.run(actor, id, version)
    return seeOther(`/referrals/${id}`, 'said.referrals.release')
  }

  @Post('accept')
  @Allow('referral.accept')
  async acceptIt(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @FormVersion() version: number,
  ): Promise<SeeOther> {
    await this.accept.run(actor, id, version)
    return seeOther(`/referrals/${id}`, 'said.referrals.accept')
  }

  @Post('start')
  @Allow('referral.serve')
  async startIt(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asReferralId) id: string,
    @FormVersion() version: number,
  ): Promise<SeeOther> {
    await this.start.run(actor, id, version)
    return seeOther(`/referrals/${id}`, 'said.referrals.start')
  }
}
