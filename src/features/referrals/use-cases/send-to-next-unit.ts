import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { sectionsOf, type Section } from '../../../platform/access/sections.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { ReferralChain } from '../data/referral-chain.js'
import type { SeenReferral } from '../data/referral-row.js'
import { ReferralTexts } from '../data/referral-texts.js'
import { isBackWithSender } from '../domain/referral-status.js'
import {
  ReferralAlreadySentOn,
  ReferralIncomplete,
  ReferralNotBack,
} from '../domain/sending.errors.js'
import { ChooseSharing } from './choose-sharing.js'
import { ChooseUnit } from './choose-unit.js'
import { StartReferral } from './start-referral.js'
import { VisibleReferrals } from './visible-referrals.js'

/**
 * Takes a referral that came back to another unit: a new draft in its place, with what was written
 * before. It is sent by a person, after the person it is about was asked about the new unit.
 */
@Injectable()
export class SendToNextUnit {
  constructor(
    private readonly visible: VisibleReferrals,
    private readonly chain: ReferralChain,
    private readonly start: StartReferral,
    private readonly chooseUnit: ChooseUnit,
    private readonly chooseSharing: ChooseSharing,
    private readonly texts: ReferralTexts,
    private readonly transactions: Transactions,
  ) {}

  /**
   * @returns the id of the draft; of the one there is already, where it goes to the same unit
   * @throws NotFound | ReferralNotBack | ReferralAlreadySentOn | ReferralUnitUnfit | ReferralOfClosedCase
   */
  run(actor: WorkerActor, id: string, toUnitId: string): Promise<string> {
    return this.transactions.run(actor, async () => {
      const earlier = await this.visible.find(actor, 'referral.draft', id)
      if (!isBackWithSender(earlier.status)) throw new ReferralNotBack()
      const successor = await this.chain.successor(id)
      if (successor?.status === 'draft' && successor.toUnitId === toUnitId) return successor.id
      if (successor !== undefined) throw new ReferralAlreadySentOn()
      const draftId = await this.start.run(actor, earlier.caseId, this.needOf(earlier), id)
      await this.chooseUnit.run(actor, draftId, 1, toUnitId)
      const sections = await this.agreedFor(actor, draftId, earlier)
      if (sections.length > 0) await this.chooseSharing.run(actor, draftId, 2, sections)
      return draftId
    })
  }

  private needOf(earlier: SeenReferral) {
    const { service, urgency } = earlier
    const text = this.texts.need(earlier)
    if (service === null || urgency === null || text === null) throw new ReferralIncomplete('need')
    return { service, urgency, text }
  }

  // Of what was asked for before, what the person has already agreed to for the new unit, if anything.
  private async agreedFor(
    actor: WorkerActor,
    draftId: string,
    earlier: SeenReferral,
  ): Promise<readonly Section[]> {
    const { consents, offered } = await this.chooseSharing.options(actor, draftId)
    const asked = sectionsOf(earlier.requestedSections).filter((each) => offered.includes(each))
    return consents
      .map(({ sections }) => asked.filter((each) => sections.includes(each)))
      .reduce((most, each) => (each.length > most.length ? each : most), [])
  }
}
