import { Injectable } from '@nestjs/common'
import { Sealer, type Json, type SealContext } from '../../../platform/crypto/index.js'
import type { StoredException } from './exceptions.repository.js'

/** Why something is shared without consent. */
export interface Grounds {
  readonly reason: string
  /** The article of law that obliges; null where none does. */
  readonly article: string | null
}

type Keyed = Pick<StoredException, 'id' | 'sealedKey'>

const place = (rowId: string, column: string): SealContext => ({
  table: 'sharing_exception',
  rowId,
  column,
  keyClass: 'exception',
})

/** Seals and opens what is written about sharing without consent, under its own data key. */
@Injectable()
export class ExceptionTexts {
  constructor(private readonly sealer: Sealer) {}

  /** The grounds under a fresh key, with the key as it is stored. */
  begin(id: string, grounds: Grounds): { sealedKey: Buffer; sealedGrounds: Buffer } {
    const { ring, sealedKey } = this.sealer.forNewException(id)
    const { reason, article } = grounds
    return { sealedKey, sealedGrounds: ring.seal({ reason, article }, place(id, 'sealed_grounds')) }
  }

  /** Null for what was recorded before grounds were kept here. */
  grounds(exception: StoredException): Grounds | null {
    return asGrounds(this.open(exception, exception.sealedGrounds, 'sealed_grounds'))
  }

  sealDecision(exception: Keyed, text: string | null): Buffer | null {
    return this.seal(exception, text, 'sealed_decision')
  }

  decision(exception: StoredException): string | null {
    return asText(this.open(exception, exception.sealedDecision, 'sealed_decision'))
  }

  sealReview(exception: Keyed, text: string | null): Buffer | null {
    return this.seal(exception, text, 'sealed_review')
  }

  review(exception: StoredException): string | null {
    return asText(this.open(exception, exception.sealedReview, 'sealed_review'))
  }

  // What was recorded before grounds were kept here has no key either: then the code alone remains.
  private seal({ id, sealedKey }: Keyed, text: string | null, column: string): Buffer | null {
    if (text === null || sealedKey === null) return null
    return this.sealer.ofException(id, sealedKey).seal(text, place(id, column))
  }

  private open({ id, sealedKey }: Keyed, sealed: Buffer | null, column: string): Json | null {
    if (sealed === null || sealedKey === null) return null
    return this.sealer.ofException(id, sealedKey).open(sealed, place(id, column))
  }
}

// The tag proves that this service wrote it, so the shape is the one its writer gave it.
const asText = (opened: Json | null): string | null => opened as string | null
const asGrounds = (opened: Json | null): Grounds | null => opened as Grounds | null
