import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { sectionsOf, type Section } from '../../../platform/access/sections.js'
import { Directory } from '../../directory/index.js'
import type { SeenReferral } from '../data/referral-row.js'
import { ReferralTexts } from '../data/referral-texts.js'
import { SharesRepository, type ShareRequest, type StopNotice } from '../data/shares.repository.js'
import { isOpen, isUnderWay } from '../domain/referral-status.js'
import { VisibleReferrals } from './visible-referrals.js'

/** A notice of what to stop, in sections. */
export interface StopNoticeView extends Omit<StopNotice, 'sections'> {
  readonly sections: readonly Section[]
}

/** A question for more, opened. */
export interface ShareRequestView extends Omit<
  ShareRequest,
  'sections' | 'sealedReason' | 'sealedAnswer'
> {
  readonly sections: readonly Section[]
  readonly reason: string | null
  readonly answerText: string | null
}

/** What became of sharing since the referral was sent. */
export interface SharingLife {
  readonly notices: readonly StopNoticeView[]
  /** The newest first; at most one of them is unanswered. */
  readonly requests: readonly ShareRequestView[]
  readonly mayShareMore: boolean
  readonly mayAskForMore: boolean
  /** For whoever has the case, where nobody at the receiver can be told otherwise. */
  readonly byPhone: {
    /** The number of the unit, or of the hotline in front of a hidden one. */
    readonly phone: string | null
    readonly mayTell: boolean
  } | null
}

/** Reads what became of sharing, inside the open transaction; deciding stays with who asks. */
@Injectable()
export class ReadSharingLife {
  constructor(
    private readonly shares: SharesRepository,
    private readonly texts: ReferralTexts,
    private readonly visible: VisibleReferrals,
    private readonly directory: Directory,
  ) {}

  async of(actor: WorkerActor, referral: SeenReferral): Promise<SharingLife> {
    // A consent that ran out has told its receivers by now, whether or not its clock has rung.
    if (isOpen(referral.status)) await this.shares.noteExpired(referral.id)
    const notices = await this.shares.notices(referral.id)
    const requests = await this.shares.requests(referral.id)
    const underWay = isUnderWay(referral.status)
    const byPhone = notices.length === 0 ? null : await this.byPhone(actor, referral)
    return {
      mayShareMore: underWay && this.visible.may(actor, 'referral.share-more', referral),
      mayAskForMore: underWay && this.visible.may(actor, 'referral.ask-for-more', referral),
      byPhone,
      notices: notices.map((notice) => ({ ...notice, sections: sectionsOf(notice.sections) })),
      requests: requests.map(({ sealedReason, sealedAnswer, sections, ...request }) => ({
        ...request,
        sections: sectionsOf(sections),
        reason: this.texts.reason(referral, { id: request.id, sealedReason }),
        answerText: this.texts.answer(referral, { id: request.id, sealedAnswer }),
      })),
    }
  }

  private async byPhone(
    actor: WorkerActor,
    referral: SeenReferral,
  ): Promise<SharingLife['byPhone']> {
    if (referral.toUnitOnBenAn !== false || referral.toUnitId === null) return null
    const unit = await this.directory.unit(referral.toUnitId)
    return {
      phone: unit?.phone ?? null,
      mayTell: this.visible.may(actor, 'referral.tell-by-phone', referral),
    }
  }
}
