import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { maskOf, type Section } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import {
  CaseReading,
  contactNow,
  type ContactAnswer,
  type SafeContact,
  type SectionView,
} from '../../cases/index.js'
import { ReferralChain, type ChainLink } from '../data/referral-chain.js'
import { ReferralStory, type NamesRow, type StoryRow } from '../data/referral-story.js'
import { stateOf, type SeenReferral } from '../data/referral-row.js'
import { ReferralTexts } from '../data/referral-texts.js'
import type { Feedback } from '../domain/outcomes.js'
import { openMovesOf, type MoveName } from '../domain/open-moves.js'
import { chainOf, mayBeFollowed } from '../domain/referral-chain.js'
import { isUnderWay, type ReferralSide } from '../domain/referral-status.js'
import { deskPreviewOf, type DeskPreview } from './desk-preview.js'
import { ReferralTime, type TimeOfReferral } from './referral-time.js'
import { SharedContent } from './shared-content.js'
import { ReadSharingLife, type SharingLife } from './sharing-life.js'
import { VisibleReferrals } from './visible-referrals.js'

export type { ChainLink } from '../data/referral-chain.js'

/** A line of the story, opened. */
export interface StoryLine extends Omit<StoryRow, 'sealedNote'> {
  readonly note: string | null
}

/** One referral as one of its parties sees it. */
export interface OneReferral {
  readonly referral: SeenReferral
  readonly side: Exclude<ReferralSide, 'system'>
  readonly names: NamesRow
  readonly preview: DeskPreview
  readonly outcomeText: string | null
  /** What the person said afterwards; null until they were asked. */
  readonly feedback: Feedback | null
  readonly story: readonly StoryLine[]
  readonly moves: readonly MoveName[]
  /** What is shared at this moment; null while nothing can be: before acceptance and after the end. */
  readonly sharing: {
    readonly sections: readonly Section[]
    /** For the receiver; the sender has the case itself. */
    readonly content: readonly SectionView[] | null
  } | null
  /** What became of sharing since it was sent. */
  readonly life: SharingLife
  /** What time did to it. */
  readonly time: TimeOfReferral
  readonly safeContact: SafeContact | null
  /** Whether to get in touch with the person now. */
  readonly contactNow: ContactAnswer
  /** For those who manage the case. */
  readonly caseNumber: string | null
  /** The referrals that took each other's place, this one among them; for the sender alone. */
  readonly chain: readonly ChainLink[]
  /** The sender may refer the person on, in the place of this one. */
  readonly mayBeFollowed: boolean
}

/** Opens one referral: preview before acceptance, shared sections after it, and its story. */
@Injectable()
export class ReadReferral {
  constructor(
    private readonly visible: VisibleReferrals,
    private readonly stories: ReferralStory,
    private readonly attempts: ReferralChain,
    private readonly texts: ReferralTexts,
    private readonly shared: SharedContent,
    private readonly life: ReadSharingLife,
    private readonly time: ReferralTime,
    private readonly cases: CaseReading,
    private readonly trail: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  run(actor: WorkerActor, id: string): Promise<OneReferral> {
    return this.transactions.run(actor, async () => {
      const referral = await this.visible.find(actor, 'referral.read', id)
      const side = referral.fromUnitId === actor.unitId ? 'sender' : 'receiver'
      const life = await this.life.of(actor, referral)
      const sharing = isUnderWay(referral.status) ? await this.sharing(actor, side, referral) : null
      const time = await this.time.of(actor, referral)
      const [names, story, safeContact, caseNumber, chain] = await Promise.all([
        this.stories.names(referral),
        this.story(actor, side, referral),
        this.safeContact(side, referral, sharing?.sections ?? []),
        this.caseNumber(side, referral.caseId),
        this.chain(side, referral),
        this.trail.record({
          action: 'referral.read',
          caseId: referral.caseId,
          subject: { type: 'referral', id },
          sections: sharing?.content ? maskOf(sharing.sections) : 0,
        }),
      ])
      return {
        referral,
        side,
        names,
        preview: deskPreviewOf(referral, this.texts.need(referral)),
        outcomeText: this.texts.outcome(referral),
        feedback: stateOf(referral).feedback,
        story,
        moves: openMovesOf(
          referral,
          { side, workerId: actor.workerId, now: this.clock.now() },
          (action) => this.visible.may(actor, action, referral),
        ),
        sharing,
        life,
        time,
        safeContact,
        contactNow: contactNow(safeContact, this.clock.now()),
        caseNumber,
        chain,
        mayBeFollowed:
          mayBeFollowed(stateOf(referral)) && this.visible.may(actor, 'referral.draft', referral),
      }
    })
  }

  private async sharing(
    actor: WorkerActor,
    side: OneReferral['side'],
    referral: SeenReferral,
  ): Promise<OneReferral['sharing']> {
    if (side === 'sender')
      return { sections: (await this.shared.forSender(referral)).sections, content: null }
    const sections = await this.shared.forReceiver(actor, referral)
    return { sections, content: await this.shared.read(referral.caseId, sections) }
  }

  // Who would stand in for an absent colleague sees a preview: turns, but no words that might name her.
  private async story(
    actor: WorkerActor,
    side: OneReferral['side'],
    referral: SeenReferral,
  ): Promise<StoryLine[]> {
    const isPreview =
      side === 'receiver' &&
      isUnderWay(referral.status) &&
      referral.handlerId !== actor.workerId &&
      !actor.roles.includes('supervisor')
    const rows = await this.stories.of(referral.id)
    return rows.map(({ sealedNote, ...row }) => ({
      ...row,
      note: isPreview ? null : this.texts.note(referral, { id: row.id, sealedNote }),
    }))
  }

  private async safeContact(
    side: OneReferral['side'],
    { caseId }: SeenReferral,
    sections: readonly Section[],
  ): Promise<SafeContact | null> {
    return side === 'sender' || sections.includes('contact') ? this.cases.safeContact(caseId) : null
  }

  // The receiver of one attempt is not told of the others.
  private async chain(side: OneReferral['side'], referral: SeenReferral): Promise<ChainLink[]> {
    if (side === 'receiver') return []
    return chainOf(await this.attempts.ofCase(referral.caseId), referral.id)
  }

  private async caseNumber(side: OneReferral['side'], caseId: string): Promise<string | null> {
    if (side === 'receiver') return null
    return (await this.cases.caseNumbers([caseId])).get(caseId) ?? null
  }
}
