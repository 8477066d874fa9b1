import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { sectorDefault } from '../../../platform/access/sector-defaults.js'
import { maskOf, sections, type Section } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { Stale } from '../../../platform/errors/stale.js'
import { Outbox } from '../../../platform/outbox/index.js'
import type { SeenReferral } from '../data/referral-row.js'
import { ReferralTexts } from '../data/referral-texts.js'
import { SharesRepository } from '../data/shares.repository.js'
import { SharingMoved } from '../domain/referral-events.js'
import { isUnderWay } from '../domain/referral-status.js'
import {
  ReferralBeyondConsent,
  ReferralMoreAlreadyAsked,
  ReferralNothingMore,
  ReferralNotUnderWay,
  ReferralWordsMissing,
} from '../domain/sending.errors.js'
import { SharedContent } from './shared-content.js'
import { VisibleReferrals } from './visible-referrals.js'

/** What the receiver can ask to see. */
export interface MoreToAskFor {
  readonly referral: SeenReferral
  /** What the sector may see and is not shown. */
  readonly askable: readonly Section[]
  /** What a unit of this sector never sees. */
  readonly never: readonly Section[]
}

/** What is asked for, and why it is needed. */
export interface AskedFor {
  readonly sections: readonly Section[]
  readonly reason: string
}

/** Asks the sender to show more. It opens nothing: a person there asks the person, and answers. */
@Injectable()
export class AskForMore {
  constructor(
    private readonly visible: VisibleReferrals,
    private readonly shares: SharesRepository,
    private readonly content: SharedContent,
    private readonly texts: ReferralTexts,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound | ReferralNotUnderWay */
  options(actor: WorkerActor, id: string): Promise<MoreToAskFor> {
    return this.transactions.run(actor, async () => {
      const referral = await this.find(actor, id)
      await this.trail.record({
        action: 'referral.read',
        caseId: referral.caseId,
        subject: { type: 'referral', id },
      })
      const ofSector = this.ofSector(referral)
      return {
        referral,
        askable: await this.askable(actor, referral),
        never: sections.filter((section) => !ofSector.includes(section)),
      }
    })
  }

  /**
   * @throws NotFound | Stale | ReferralNotUnderWay | ReferralMoreAlreadyAsked
   * @throws ReferralNothingMore | ReferralBeyondConsent beyond the sector | ReferralWordsMissing
   */
  run(actor: WorkerActor, id: string, version: number, asked: AskedFor): Promise<void> {
    const at = this.clock.now()
    return this.transactions.run(actor, async () => {
      const referral = await this.find(actor, id)
      if (referral.version !== version) throw new Stale()
      if (asked.sections.some((section) => !this.ofSector(referral).includes(section)))
        throw new ReferralBeyondConsent()
      const askable = await this.askable(actor, referral)
      const wanted = asked.sections.filter((section) => askable.includes(section))
      if (wanted.length === 0) throw new ReferralNothingMore()
      if (asked.reason.trim() === '') throw new ReferralWordsMissing()
      const open = (await this.shares.requests(id)).some(({ answer }) => answer === null)
      if (open) throw new ReferralMoreAlreadyAsked()

      const requestId = randomUUID()
      const storyId = randomUUID()
      await this.shares.ask(
        actor,
        referral,
        {
          id: requestId,
          sections: maskOf(wanted),
          sealedReason: this.texts.sealReason(referral, requestId, asked.reason),
        },
        at,
      )
      const sealedNote = this.texts.sealNote(referral, storyId, asked.reason)
      await this.shares.tell(actor, id, { id: storyId, kind: 'more-asked', sealedNote }, at)
      await this.trail.record({
        action: 'referral.ask-for-more',
        caseId: referral.caseId,
        subject: { type: 'referral', id },
        sections: maskOf(wanted),
      })
      await this.outbox.add(new SharingMoved('referral.more-asked', id, referral.caseId))
    })
  }

  private async find(actor: WorkerActor, id: string): Promise<SeenReferral> {
    const referral = await this.visible.find(actor, 'referral.ask-for-more', id)
    if (!isUnderWay(referral.status)) throw new ReferralNotUnderWay()
    return referral
  }

  private ofSector({ toSector }: SeenReferral): readonly Section[] {
    return toSector === null ? [] : sectorDefault(toSector)
  }

  private async askable(actor: WorkerActor, referral: SeenReferral): Promise<Section[]> {
    const shown = await this.content.forReceiver(actor, referral)
    return this.ofSector(referral).filter((section) => !shown.includes(section))
  }
}
