import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { maskOf, sectionsOf, type Section } from '../../../platform/access/sections.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { ConsentReading, type ConsentView } from '../../consents/index.js'
import type { SeenReferral } from '../data/referral-row.js'
import { sectorDefault } from '../domain/sector-defaults.js'
import {
  ReferralBeyondConsent,
  ReferralConsentMissing,
  ReferralIncomplete,
} from '../domain/sending.errors.js'
import { Drafts, type OpenDraft } from './drafts.js'

/** What can be shared with the chosen unit. */
export interface SharingOptions {
  /** Consents (or other bases) that hold for this unit now; empty when one has to be recorded first. */
  readonly consents: readonly ConsentView[]
  /** What the receiving sector may see at most. */
  readonly ofSector: readonly Section[]
  /** Of these, what was agreed to. */
  readonly offered: readonly Section[]
  readonly chosen: readonly Section[]
}

/** The draft with what can be shared. */
export interface SharingChoice extends OpenDraft, SharingOptions {}

/** Chooses which sections the unit will see once it accepts: never more than was agreed to. */
@Injectable()
export class ChooseSharing {
  constructor(
    private readonly drafts: Drafts,
    private readonly consents: ConsentReading,
    private readonly transactions: Transactions,
  ) {}

  /** @throws NotFound | ReferralAlreadySent | ReferralIncomplete before a unit is chosen */
  options(actor: WorkerActor, id: string): Promise<SharingChoice> {
    return this.transactions.run(actor, async () => {
      const open = await this.drafts.open(actor, id)
      return { ...open, ...(await this.optionsOf(open.draft)) }
    })
  }

  /**
   * @throws NotFound | ReferralAlreadySent | ReferralIncomplete | Stale
   * @throws ReferralConsentMissing when nothing was agreed for this unit
   * @throws ReferralBeyondConsent when no one consent covers all that was chosen
   */
  run(
    actor: WorkerActor,
    id: string,
    version: number,
    sections: readonly Section[],
  ): Promise<void> {
    return this.transactions.run(actor, async () => {
      const draft = await this.drafts.find(actor, id)
      const { consents, offered } = await this.optionsOf(draft)
      if (consents.length === 0) throw new ReferralConsentMissing()
      if (sections.length === 0) throw new ReferralIncomplete('sharing')
      const basis = consents.find((consent) =>
        sections.every(
          (section) => offered.includes(section) && consent.sections.includes(section),
        ),
      )
      if (basis === undefined) throw new ReferralBeyondConsent()
      await this.drafts.keep(draft, version, {
        requestedSections: maskOf(sections),
        consentId: basis.id,
      })
    })
  }

  private async optionsOf(draft: SeenReferral): Promise<SharingOptions> {
    if (draft.toUnitId === null || draft.toSector === null) throw new ReferralIncomplete('unit')
    const consents = await this.consents.liveFor(draft.caseId, draft.toUnitId)
    const ofSector = sectorDefault(draft.toSector)
    return {
      consents,
      ofSector,
      offered: ofSector.filter((section) =>
        consents.some((each) => each.sections.includes(section)),
      ),
      chosen: sectionsOf(draft.requestedSections),
    }
  }
}
