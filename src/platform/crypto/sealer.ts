import { Injectable } from '@nestjs/common'
import { keyClasses, keyClassOf, maskOf, sections, type KeyClass } from '../access/sections.js'
import { newDataKey, unwrapDataKey, wrapDataKey, type WrappingKeys } from './data-keys.js'
import {
  open,
  seal,
  type DataKey,
  type Json,
  type SealClass,
  type SealContext,
} from './envelope.js'
import { Keys } from './keys.js'
import { UnreadableSeal } from './unreadable-seal.js'

/** A row of `case_key`: what row-level security let the actor have. */
export interface WrappedKey {
  readonly class: SealClass
  readonly wrapped: Buffer
}

/** A new row of `case_key`; `sections` is the mask of those the class seals. */
export interface NewCaseKey extends WrappedKey {
  readonly class: KeyClass
  readonly sections: number
}

/** Turns wrapped data keys into a ring that seals and opens the fields of one case or referral. */
@Injectable()
export class Sealer {
  constructor(private readonly keys: Keys) {}

  /** The ring of a case, from the rows of `case_key` the actor sees. */
  ofCase(caseId: string, rows: readonly WrappedKey[]): KeyRing {
    return new KeyRing(this.keys.wrapping, caseId, rows)
  }

  /** The ring of a referral's free text, from its `sealed_key`. */
  ofReferral(referralId: string, sealedKey: Buffer): KeyRing {
    return new KeyRing(this.keys.wrapping, referralId, [{ class: 'referral', wrapped: sealedKey }])
  }

  /** The ring of what was said about sharing without consent, from its `sealed_key`. */
  ofException(exceptionId: string, sealedKey: Buffer): KeyRing {
    return new KeyRing(this.keys.wrapping, exceptionId, [
      { class: 'exception', wrapped: sealedKey },
    ])
  }

  /** Fresh keys of every class for a case that is being opened, with the rows to store. */
  forNewCase(caseId: string): { ring: KeyRing; rows: readonly NewCaseKey[] } {
    const rows = keyClasses.map((keyClass) => ({
      class: keyClass,
      sections: maskOf(sections.filter((section) => keyClassOf(section) === keyClass)),
      wrapped: this.fresh(caseId, keyClass),
    }))
    return { ring: this.ofCase(caseId, rows), rows }
  }

  /** A fresh key for a referral that is being written, with the `sealed_key` to store. */
  forNewReferral(referralId: string): { ring: KeyRing; sealedKey: Buffer } {
    const sealedKey = this.fresh(referralId, 'referral')
    return { ring: this.ofReferral(referralId, sealedKey), sealedKey }
  }

  /** A fresh key for the grounds of an exception, with the `sealed_key` to store. */
  forNewException(exceptionId: string): { ring: KeyRing; sealedKey: Buffer } {
    const sealedKey = this.fresh(exceptionId, 'exception')
    return { ring: this.ofException(exceptionId, sealedKey), sealedKey }
  }

  private fresh(ownerId: string, keyClass: SealClass): Buffer {
    return wrapDataKey(this.keys.wrapping, newDataKey(), { ownerId, keyClass })
  }
}

/**
 * Seals and opens the fields of one case or referral. It holds plain keys, each unwrapped when first
 * needed: make one for a request and let it go.
 */
export class KeyRing {
  readonly #plain = new Map<SealClass, DataKey>()
  readonly #wrapping: WrappingKeys
  readonly #rows: readonly WrappedKey[]

  constructor(
    wrapping: WrappingKeys,
    readonly ownerId: string,
    rows: readonly WrappedKey[],
  ) {
    this.#wrapping = wrapping
    this.#rows = rows
  }

  /** Is the class's key on the ring? It is not where the actor may see none of its sections. */
  has(keyClass: SealClass): boolean {
    return this.#rows.some((row) => row.class === keyClass)
  }

  /** Seals text or JSON for its place. @throws UnreadableSeal when the ring lacks the key */
  seal(value: Json, context: SealContext): Buffer {
    return seal(this.#key(context.keyClass), value, context)
  }

  /**
   * Opens what was sealed for the same place. The tag proves that this service wrote it, so the shape
   * is the one its writer gave it.
   * @throws UnreadableSeal
   */
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- see above
  open<Shape extends Json = Json>(sealed: Buffer, context: SealContext): Shape {
    return open(this.#key(context.keyClass), sealed, context) as Shape
  }

  #key(keyClass: SealClass): DataKey {
    const known = this.#plain.get(keyClass)
    if (known !== undefined) return known
    const row = this.#rows.find((candidate) => candidate.class === keyClass)
    if (row === undefined) throw new UnreadableSeal(`no data key of class ${keyClass}`)
    const key = unwrapDataKey(this.#wrapping, row.wrapped, { ownerId: this.ownerId, keyClass })
    this.#plain.set(keyClass, key)
    return key
  }
}
