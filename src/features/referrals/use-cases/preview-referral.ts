import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { maskOf } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import type { SectionView } from '../../cases/index.js'
import { ReferralsRepository } from '../data/referrals.repository.js'
import { dueTimes } from '../domain/referral.js'
import type { WithheldSection } from '../domain/sector-defaults.js'
import { ReferralIncomplete } from '../domain/sending.errors.js'
import { deskPreviewOf, type DeskPreview } from './desk-preview.js'
import { Drafts, type OpenDraft } from './drafts.js'
import { missingIn } from './send-referral.js'
import { SharedContent } from './shared-content.js'

/** What the other side will see of the draft, if it is sent now. */
export interface ReferralPreview extends OpenDraft {
  readonly before: DeskPreview
  readonly after: readonly SectionView[]
  readonly withheld: readonly WithheldSection[]
}

/** Shows the sender exactly what the other side will see, before and after it accepts. */
@Injectable()
export class PreviewReferral {
  constructor(
    private readonly drafts: Drafts,
    private readonly referrals: ReferralsRepository,
    private readonly shared: SharedContent,
    private readonly trail: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound | ReferralAlreadySent | ReferralIncomplete */
  run(actor: WorkerActor, id: string): Promise<ReferralPreview> {
    return this.transactions.run(actor, async () => {
      const open = await this.drafts.open(actor, id)
      const { draft, need } = open
      const missing = missingIn(draft)
      if (missing !== null) throw new ReferralIncomplete(missing)
      const at = this.clock.now()
      const ready = await this.referrals.readiness(id, at)
      const due = dueTimes(
        { urgency: draft.urgency ?? 'normal', sentAt: at, pauses: [] },
        draft.toTimeZone ?? undefined,
      )
      const sharing = await this.shared.forSender(draft)
      const after = await this.shared.read(draft.caseId, sharing.sections)
      await this.trail.record({
        action: 'section.read',
        caseId: draft.caseId,
        subject: { type: 'referral', id },
        sections: maskOf(sharing.sections),
      })
      return {
        ...open,
        before: deskPreviewOf(
          { ...draft, ...ready, answerDueAt: due.answer, serviceDueAt: due['first-service'] },
          need,
        ),
        after,
        withheld: sharing.withheld,
      }
    })
  }
}
