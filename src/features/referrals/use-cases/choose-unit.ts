import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { Directory, type Proposal } from '../../directory/index.js'
import { ReferralChain } from '../data/referral-chain.js'
import type { SeenReferral } from '../data/referral-row.js'
import { ReferralIncomplete, ReferralUnitUnfit } from '../domain/sending.errors.js'
import { firstYearOf } from '../domain/years-of-band.js'
import { Drafts, type OpenDraft } from './drafts.js'

/** The draft with the units that can help, best first. */
export interface UnitChoice extends OpenDraft {
  readonly proposals: readonly Proposal[]
  /** None fits where the person is: those of other provinces are proposed instead. */
  readonly isWidened: boolean
}

/** Chooses the unit from those that can help. Another unit needs another consent. */
@Injectable()
export class ChooseUnit {
  constructor(
    private readonly drafts: Drafts,
    private readonly directory: Directory,
    private readonly chain: ReferralChain,
    private readonly transactions: Transactions,
  ) {}

  /** @throws NotFound | ReferralAlreadySent | ReferralIncomplete before the need is written */
  options(actor: WorkerActor, id: string): Promise<UnitChoice> {
    return this.transactions.run(actor, async () => {
      const open = await this.drafts.open(actor, id)
      return { ...open, ...(await this.proposals(open.draft)) }
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

  // A unit that was asked before in the same chain has had its say; what is chosen now is no such unit.
  private async proposals(
    draft: SeenReferral,
  ): Promise<Pick<UnitChoice, 'proposals' | 'isWidened'>> {
    if (draft.service === null) throw new ReferralIncomplete('need')
    const need = {
      service: draft.service,
      provinceCode: draft.provinceCode,
      ageInYears: firstYearOf(draft.ageBand ?? 'unknown'),
      sex: draft.sex ?? 'unknown',
      language: draft.language ?? 'vi',
    }
    const asked = draft.supersedesId === null ? [] : await this.chain.unitsAsked(draft.supersedesId)
    const except = [draft.fromUnitId, ...asked.filter((id) => id !== draft.toUnitId)]
    const near = await this.directory.proposeFor(need, ...except)
    if (near.length > 0) return { proposals: near, isWidened: false }
    const far = await this.directory.proposeFor({ ...need, anywhere: true }, ...except)
    return { proposals: far, isWidened: far.length > 0 }
  }
}
