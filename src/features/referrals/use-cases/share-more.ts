import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { sectorDefault } from '../../../platform/access/sector-defaults.js'
import { maskOf, sectionsOf, type Section } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { Stale } from '../../../platform/errors/stale.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { CaseReading, type SafeContact } from '../../cases/index.js'
import { ConsentReading, type ConsentView } from '../../consents/index.js'
import type { SeenReferral } from '../data/referral-row.js'
import { ReferralTexts } from '../data/referral-texts.js'
import { ReferralsRepository } from '../data/referrals.repository.js'
import { SharesRepository } from '../data/shares.repository.js'
import { isUnderWay } from '../domain/referral-status.js'
import { SharingMoved } from '../domain/referral-events.js'
import {
  ReferralBeyondConsent,
  ReferralConsentMissing,
  ReferralNothingAsked,
  ReferralNothingMore,
  ReferralNotUnderWay,
  ReferralWordsMissing,
} from '../domain/sending.errors.js'
import { SharedContent } from './shared-content.js'
import { ReadSharingLife, type ShareRequestView } from './sharing-life.js'
import { VisibleReferrals } from './visible-referrals.js'

/** What could be shared on top, and what was asked for. */
export interface MoreToShare {
  readonly referral: SeenReferral
  readonly shared: readonly Section[]
  /** Agreed to for this unit and not yet shared. */
  readonly offered: readonly Section[]
  /** What the unit's sector may see and nobody has agreed to yet: another consent is asked first. */
  readonly notAgreed: readonly Section[]
  readonly request: ShareRequestView | null
  readonly safeContact: SafeContact | null
}

/**
 * Widens a referral under way. What was sent stays as it was agreed; more is shared only by a person
 * at the sending side, on a consent that covers it, never because the receiver asked.
 */
@Injectable()
export class ShareMore {
  constructor(
    private readonly visible: VisibleReferrals,
    private readonly referrals: ReferralsRepository,
    private readonly shares: SharesRepository,
    private readonly content: SharedContent,
    private readonly life: ReadSharingLife,
    private readonly consents: ConsentReading,
    private readonly cases: CaseReading,
    private readonly texts: ReferralTexts,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound | ReferralNotUnderWay */
  options(actor: WorkerActor, id: string): Promise<MoreToShare> {
    return this.transactions.run(actor, async () => {
      const referral = await this.find(actor, id)
      const { offered, shared, ofSector } = await this.offer(referral)
      const { requests } = await this.life.of(actor, referral)
      await this.trail.record({
        action: 'referral.read',
        caseId: referral.caseId,
        subject: { type: 'referral', id },
        sections: maskOf(['contact']),
      })
      return {
        referral,
        shared,
        offered,
        notAgreed: ofSector.filter(
          (section) => !offered.includes(section) && !shared.includes(section),
        ),
        request: requests.find(({ answer }) => answer === null) ?? null,
        safeContact: await this.cases.safeContact(referral.caseId),
      }
    })
  }

  /**
   * @throws NotFound | Stale | ReferralNotUnderWay
   * @throws ReferralConsentMissing when nothing more was agreed to for this unit
   * @throws ReferralNothingMore | ReferralBeyondConsent when no one consent covers all that was chosen
   */
  run(actor: WorkerActor, id: string, version: number, chosen: readonly Section[]): Promise<void> {
    const at = this.clock.now()
    return this.transactions.run(actor, async () => {
      const referral = await this.find(actor, id, version)
      const { offered, shared, live } = await this.offer(referral)
      const more = chosen.filter((section) => !shared.includes(section))
      if (more.length === 0) throw new ReferralNothingMore()
      if (offered.length === 0) throw new ReferralConsentMissing()
      const consent = live.find(({ sections }) =>
        more.every((section) => offered.includes(section) && sections.includes(section)),
      )
      if (consent === undefined) throw new ReferralBeyondConsent()
      const sections = maskOf(more)
      await this.shares.add(actor, referral, consent.id, sections, at)
      await this.referrals.project(id)
      await this.answerWhatWasAsked(actor, referral, at)
      await this.tell(actor, referral, 'shared-more', null, at)
      await this.record(referral, sections)
      await this.outbox.add(new SharingMoved('referral.shared-more', id, referral.caseId))
    })
  }

  /**
   * Answers a question for more with no, and why.
   * @throws NotFound | Stale | ReferralNothingAsked | ReferralWordsMissing
   */
  decline(actor: WorkerActor, id: string, version: number, why: string): Promise<void> {
    const at = this.clock.now()
    return this.transactions.run(actor, async () => {
      const referral = await this.find(actor, id, version)
      if (why.trim() === '') throw new ReferralWordsMissing()
      const asked = await this.asked(referral)
      if (asked === undefined) throw new ReferralNothingAsked()
      const sealed = this.texts.sealAnswer(referral, asked.id, why)
      if (!(await this.shares.answer(actor, asked.id, 'declined', sealed, at)))
        throw new ReferralNothingAsked()
      await this.tell(actor, referral, 'more-declined', why, at)
      await this.record(referral, 0)
      await this.outbox.add(new SharingMoved('referral.more-declined', id, referral.caseId))
    })
  }

  private async find(actor: WorkerActor, id: string, version?: number): Promise<SeenReferral> {
    const referral = await this.visible.find(actor, 'referral.share-more', id)
    if (!isUnderWay(referral.status)) throw new ReferralNotUnderWay()
    if (version !== undefined && referral.version !== version) throw new Stale()
    return referral
  }

  private async offer(referral: SeenReferral): Promise<{
    live: readonly ConsentView[]
    shared: readonly Section[]
    offered: readonly Section[]
    ofSector: readonly Section[]
  }> {
    const { caseId, toUnitId, toSector } = referral
    if (toUnitId === null || toSector === null) throw new ReferralNotUnderWay()
    const live = await this.consents.liveFor(caseId, toUnitId)
    const { sections: shared } = await this.content.forSender(referral)
    const ofSector = sectorDefault(toSector)
    const offered = ofSector.filter(
      (section) =>
        !shared.includes(section) && live.some((consent) => consent.sections.includes(section)),
    )
    return { live, shared, offered, ofSector }
  }

  private async asked(referral: SeenReferral) {
    return (await this.shares.requests(referral.id)).find(({ answer }) => answer === null)
  }

  // A question is answered once everything it asked for that could ever be shown is shared.
  private async answerWhatWasAsked(
    actor: WorkerActor,
    referral: SeenReferral,
    at: Date,
  ): Promise<void> {
    const asked = await this.asked(referral)
    if (asked === undefined) return
    const { sections } = await this.content.forSender(referral)
    if (sectionsOf(asked.sections).every((section) => sections.includes(section)))
      await this.shares.answer(actor, asked.id, 'shared', null, at)
  }

  private async tell(
    actor: WorkerActor,
    referral: SeenReferral,
    kind: string,
    note: string | null,
    at: Date,
  ): Promise<void> {
    const id = randomUUID()
    const sealedNote = note === null ? null : this.texts.sealNote(referral, id, note)
    await this.shares.tell(actor, referral.id, { id, kind, sealedNote }, at)
  }

  private async record({ id, caseId }: SeenReferral, sections: number): Promise<void> {
    await this.trail.record({
      action: 'referral.share-more',
      caseId,
      subject: { type: 'referral', id },
      sections,
    })
  }
}
