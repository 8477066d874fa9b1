import { Body, Controller, Param, Post } from '@nestjs/common'
import { isUUID as isUuid } from 'class-validator'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { asId } from '../../../platform/web/as-id.js'
import { typedText, type Typed } from '../../../platform/web/form.js'
import { seeOther, type SeeOther } from '../../../platform/web/page.js'
import { Allow, CurrentActor } from '../../../platform/web/route-permissions.js'
import { ReferralUnitUnfit } from '../domain/sending.errors.js'
import { SendToNextUnit } from '../use-cases/send-to-next-unit.js'

/** One press takes what came back to another unit; the draft shows what is still to be asked. */
@Controller('referrals/:id')
export class ReferralAgainPages {
  constructor(private readonly again: SendToNextUnit) {}

  @Post('again')
  @Allow('referral.draft')
  async sendAgain(
    @CurrentActor() actor: WorkerActor,
    @Param('id', asId('referral.read', 'referral')) id: string,
    @Body() body: Typed,
  ): Promise<SeeOther> {
    const unit = typedText(body, 'unit')
    if (!isUuid(unit)) throw new ReferralUnitUnfit()
    const draftId = await this.again.run(actor, id, unit)
    return seeOther(`/referrals/${draftId}`, 'said.referrals.again')
  }
}
