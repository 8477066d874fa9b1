import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { Directory, type Proposal } from '../../directory/index.js'
import type { SeenReferral } from '../data/referral-row.js'
import { ReferralIncomplete, ReferralUnitUnfit } from '../domain/sending.errors.js'
import { firstYearOf } from '../domain/years-of-band.js'
import { Drafts, type OpenDraft } from './drafts.js'

/** The draft with the units that can help, best first. */
export interface UnitChoice extends OpenDraft {
  readonly proposals: readonly Proposal[]
}

/** Chooses the unit from those that can help. Another unit needs another consent. */
@Injectable()
export class ChooseUnit {
  constructor(
    private readonly drafts: Drafts,
    private readonly directory: Directory,
    private readonly transactions: Transactions,
  ) {}

  /** @throws NotFound | ReferralAlreadySent | ReferralIncomplete before the need is written */
  options(actor: WorkerActor, id: string): Promise<UnitChoice> {
    return this.transactions.run(actor, async () => {
      const open = await this.drafts.open(actor, id)
      return { ...open, proposals: await this.proposals(open.draft) }
    })
  }

  /** @throws NotFound | ReferralAlreadySent | ReferralIncomplete | ReferralUnitUnfit | Stale */
  run(actor: WorkerActor, id: string, version: number, unitId: string): Promise<void> {
    return this.transactions.run(actor, async () => {
      const draft = await this.drafts.find(actor, id)
      if (draft.service === null) throw new ReferralIncomplete('need')
      const unit = await this.directory.unit(unitId)
      if (
        unit === undefined ||
        !unit.active ||
        !unit.takingReferrals ||
        !unit.services.includes(draft.service) ||
        unit.id === draft.fromUnitId
      )
        throw new ReferralUnitUnfit()
      await this.drafts.keep(draft, version, {
        toUnitId: unitId,
        ...(unitId === draft.toUnitId ? {} : { requestedSections: 0, consentId: null }),
      })
    })
  }

  private proposals(draft: SeenReferral): Promise<Proposal[]> {
    if (draft.service === null) throw new ReferralIncomplete('need')
    return this.directory.proposeFor(
      {
        service: draft.service,
        provinceCode: draft.provinceCode,
        ageInYears: firstYearOf(draft.ageBand ?? 'unknown'),
        sex: draft.sex ?? 'unknown',
        language: draft.language ?? 'vi',
      },
      draft.fromUnitId,
    )
  }
}
