import { Injectable } from '@nestjs/common'
import { Sealer, type SealContext } from '../../../platform/crypto/index.js'
import type { ContentRow } from './transfer-row.js'

const place = (table: string, rowId: string, column: string): SealContext => ({
  table,
  rowId,
  column,
  // The class of words that travel between units under a key of their own, as a referral's do.
  keyClass: 'referral',
})

const needOf = (id: string) => place('transfer_content', id, 'sealed_need')
const noteOf = (eventId: string) => place('transfer_event', eventId, 'sealed_note')
const askedOf = (id: string) => place('transfer_request', id, 'sealed_text')

/** Seals and opens what people write in transfers and requests, each under its own data key. */
@Injectable()
export class TransferTexts {
  constructor(private readonly sealer: Sealer) {}

  /** A fresh key for a new transfer or request, wrapped. */
  newKey(ownerId: string): Buffer {
    return this.sealer.forNewReferral(ownerId).sealedKey
  }

  sealNeed(id: string, key: Buffer, text: string): Buffer {
    return this.sealer.ofReferral(id, key).seal(text, needOf(id))
  }

  sealNote(id: string, key: Buffer, eventId: string, text: string): Buffer {
    return this.sealer.ofReferral(id, key).seal(text, noteOf(eventId))
  }

  sealAsked(id: string, key: Buffer, text: string): Buffer {
    return this.sealer.ofReferral(id, key).seal(text, askedOf(id))
  }

  /** The need as written; null for whom it is no longer to be read. */
  need({ id, sealedKey, sealedNeed }: ContentRow & { readonly id: string }): string | null {
    return sealedKey === null || sealedNeed === null
      ? null
      : this.sealer.ofReferral(id, sealedKey).open<string>(sealedNeed, needOf(id))
  }

  note(
    { id, sealedKey }: Pick<ContentRow, 'sealedKey'> & { readonly id: string },
    event: { readonly id: string; readonly sealedNote: Buffer | null },
  ): string | null {
    return sealedKey === null || event.sealedNote === null
      ? null
      : this.sealer.ofReferral(id, sealedKey).open<string>(event.sealedNote, noteOf(event.id))
  }

  asked(request: {
    readonly id: string
    readonly sealedKey: Buffer
    readonly sealedText: Buffer | null
  }): string | null {
    return request.sealedText === null
      ? null
      : this.sealer
          .ofReferral(request.id, request.sealedKey)
          .open<string>(request.sealedText, askedOf(request.id))
  }
}
