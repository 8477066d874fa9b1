import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { Directory, type ServiceType } from '../../directory/index.js'
import type { DraftContent } from '../data/referrals.repository.js'
import { ReferralTexts } from '../data/referral-texts.js'
import type { SeenReferral } from '../data/referral-row.js'
import { Drafts, type OpenDraft } from './drafts.js'
import type { NeedOfPerson } from './start-referral.js'

/** Says anew what is needed. A chosen unit that does not give the service is let go, with its consent. */
@Injectable()
export class DescribeNeed {
  constructor(
    private readonly drafts: Drafts,
    private readonly directory: Directory,
    private readonly texts: ReferralTexts,
    private readonly transactions: Transactions,
  ) {}

  /** What is written so far. @throws NotFound | ReferralAlreadySent */
  open(actor: WorkerActor, id: string): Promise<OpenDraft> {
    return this.transactions.run(actor, () => this.drafts.open(actor, id))
  }

  /** @throws NotFound | ReferralAlreadySent | Stale */
  run(actor: WorkerActor, id: string, version: number, need: NeedOfPerson): Promise<void> {
    return this.transactions.run(actor, async () => {
      const draft = await this.drafts.find(actor, id)
      await this.drafts.keep(draft, version, {
        service: need.service,
        urgency: need.urgency,
        sealedNeed: this.texts.sealNeed(draft, need.text),
        ...((await this.stillGiven(draft, need.service)) ? {} : noUnit),
      })
    })
  }

  private async stillGiven({ toUnitId }: SeenReferral, service: ServiceType): Promise<boolean> {
    if (toUnitId === null) return true
    const unit = await this.directory.unit(toUnitId)
    return unit?.services.includes(service) ?? false
  }
}

const noUnit: Partial<DraftContent> = { toUnitId: null, requestedSections: 0, consentId: null }
