import { Injectable } from '@nestjs/common'
import { Sealer, type SealContext } from '../../../platform/crypto/index.js'
import type { ReferralRow } from './referral-row.js'

type Sealed = Pick<ReferralRow, 'id' | 'sealedKey'>

const place = (table: string, rowId: string, column: string): SealContext => ({
  table,
  rowId,
  column,
  keyClass: 'referral',
})

const needOf = (id: string): SealContext => place('referral', id, 'sealed_need')
const outcomeOf = (id: string): SealContext => place('referral', id, 'sealed_outcome')
const noteOf = (eventId: string): SealContext => place('referral_event', eventId, 'sealed_note')
const reasonOf = (requestId: string): SealContext =>
  place('share_request', requestId, 'sealed_reason')
const answerOf = (requestId: string): SealContext =>
  place('share_request', requestId, 'sealed_answer')

/** Seals and opens what people write in a referral, under its own data key. */
@Injectable()
export class ReferralTexts {
  constructor(private readonly sealer: Sealer) {}

  /** A fresh key for a new referral, wrapped. */
  newKey(referralId: string): Buffer {
    return this.sealer.forNewReferral(referralId).sealedKey
  }

  sealNeed(referral: Sealed, text: string): Buffer {
    return this.ring(referral).seal(text, needOf(referral.id))
  }

  sealOutcome(referral: Sealed, text: string): Buffer {
    return this.ring(referral).seal(text, outcomeOf(referral.id))
  }

  sealNote(referral: Sealed, eventId: string, text: string): Buffer {
    return this.ring(referral).seal(text, noteOf(eventId))
  }

  /** The need as written, or null where none is yet. */
  need(referral: Pick<ReferralRow, 'id' | 'sealedKey' | 'sealedNeed'>): string | null {
    return this.open(referral, referral.sealedNeed, needOf(referral.id))
  }

  outcome(referral: Pick<ReferralRow, 'id' | 'sealedKey' | 'sealedOutcome'>): string | null {
    return this.open(referral, referral.sealedOutcome, outcomeOf(referral.id))
  }

  note(referral: Sealed, event: { id: string; sealedNote: Buffer | null }): string | null {
    return this.open(referral, event.sealedNote, noteOf(event.id))
  }

  /** Why the receiver asks to see more. */
  sealReason(referral: Sealed, requestId: string, text: string): Buffer {
    return this.ring(referral).seal(text, reasonOf(requestId))
  }

  reason(referral: Sealed, request: { id: string; sealedReason: Buffer }): string | null {
    return this.open(referral, request.sealedReason, reasonOf(request.id))
  }

  /** Why it is not shown. */
  sealAnswer(referral: Sealed, requestId: string, text: string): Buffer {
    return this.ring(referral).seal(text, answerOf(requestId))
  }

  answer(referral: Sealed, request: { id: string; sealedAnswer: Buffer | null }): string | null {
    return this.open(referral, request.sealedAnswer, answerOf(request.id))
  }

  private open(referral: Sealed, sealed: Buffer | null, context: SealContext): string | null {
    return sealed === null ? null : this.ring(referral).open<string>(sealed, context)
  }

  private ring({ id, sealedKey }: Sealed) {
    if (sealedKey === null) throw new Error(`referral ${id} has no data key`)
    return this.sealer.ofReferral(id, sealedKey)
  }
}
