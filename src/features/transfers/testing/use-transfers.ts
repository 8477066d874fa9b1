import type { WorkerActor } from '../../../platform/access/actor.js'
import { sections as allSections, type Section } from '../../../platform/access/sections.js'
import { Clock } from '../../../platform/clock/clock.js'
import {
  useReferrals,
  type Cast,
  type ReferralWorld,
} from '../../referrals/testing/use-referrals.js'
import { AcceptTransfer } from '../use-cases/accept-transfer.js'
import { OfferTransfer, type OfferInput } from '../use-cases/offer-transfer.js'

/** An offer on its way, with what tests ask of it. */
export interface Offered {
  readonly id: string
  readonly caseId: string
  readonly consentId: string
}

/** A service in which cases can move. The sender is the old lead, the receiver a caseworker there. */
export class TransferWorld {
  constructor(readonly world: ReferralWorld) {}

  get find(): ReferralWorld['find'] {
    return this.world.find
  }

  get owner(): ReferralWorld['owner'] {
    return this.world.owner
  }

  parties(): Promise<Cast> {
    return this.world.parties()
  }

  /** Words for an offer to the receiver's unit. */
  words(cast: Cast, changes: Partial<OfferInput> = {}): OfferInput {
    return {
      toUnitId: cast.receiver.unit.id,
      urgency: 'urgent',
      why: 'person_moves',
      need: 'Chuyển nơi ở sang địa bàn khác.',
      keeping: null,
      requestId: null,
      ...changes,
    }
  }

  /** A case whose person agreed that all of it goes to the receiver's unit. */
  async anAgreedCase(
    cast: Cast,
    sections: readonly Section[] = allSections,
  ): Promise<{ caseId: string; consentId: string }> {
    const caseId = await this.world.build.aCase(cast.sender)
    const consentId = await this.world.build.aConsent(
      cast.sender,
      caseId,
      cast.receiver.unit.id,
      sections,
    )
    return { caseId, consentId }
  }

  async offer(cast: Cast, caseId: string, changes: Partial<OfferInput> = {}): Promise<string> {
    return this.find(OfferTransfer).run(cast.sender.actor, caseId, this.words(cast, changes))
  }

  async anOffer(cast: Cast, changes: Partial<OfferInput> = {}): Promise<Offered> {
    const agreed = await this.anAgreedCase(cast)
    return { id: await this.offer(cast, agreed.caseId, changes), ...agreed }
  }

  async anAcceptedTransfer(cast: Cast, changes: Partial<OfferInput> = {}): Promise<Offered> {
    const offered = await this.anOffer(cast, changes)
    await this.accept(cast.receiver.actor, offered.id)
    return offered
  }

  accept(actor: WorkerActor, id: string, version = 1, leadId?: string): Promise<void> {
    return this.find(AcceptTransfer).run(actor, id, version, leadId)
  }

  /** The first instant of a day so many days from now. */
  inDays(days: number): Date {
    return new Date(this.find(Clock).now().getTime() + days * 86_400_000)
  }
}

/** Gives the spec file its world before its tests. */
export const useTransfers = (): (() => TransferWorld) => {
  const world = useReferrals()
  let transfers: TransferWorld | undefined
  return () => (transfers ??= new TransferWorld(world()))
}
