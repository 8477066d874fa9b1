import { Injectable } from '@nestjs/common'
import { createHmac, hkdfSync } from 'node:crypto'
import { Keys } from './keys.js'

/** Bytes of a token: 128 bits, so that two values meet by chance never. */
export const tokenLength = 16

/**
 * One spelling of what people write in several: compatibility forms, case and spaces are levelled;
 * Vietnamese tone marks stay, because they tell names apart.
 */
export const normaliseForSearch = (text: string): string =>
  text.normalize('NFKC').toLocaleLowerCase('vi').trim().replace(/\s+/gu, ' ')

/**
 * Keyed tokens by which sealed values are found again without being readable. Equal values of one
 * field give equal tokens, so only what few people share (a phone number, an account, a document)
 * may be looked up by them; a token proves nothing and must never be unique in a table.
 */
@Injectable()
export class SearchTokens {
  readonly #fieldKeys = new Map<string, Buffer>()

  constructor(private readonly keys: Keys) {}

  /** Names the key in use, 0–32767, and says nothing of it: tokens of another are to be made anew. */
  get version(): number {
    return this.keyOf('version of the key').readUInt16BE(0) & 0x7fff
  }

  /** Token of 16 bytes. `field` names the field ("phone"): the same text elsewhere has another. */
  of(field: string, text: string): Buffer {
    return createHmac('sha256', this.keyOf(field))
      .update(normaliseForSearch(text))
      .digest()
      .subarray(0, tokenLength)
  }

  /** The first eight bytes of the token, as a `bigint` of the database: for what is found by several. */
  short(field: string, text: string): bigint {
    return this.of(field, text).readBigInt64BE(0)
  }

  private keyOf(field: string): Buffer {
    const known = this.#fieldKeys.get(field)
    if (known !== undefined) return known
    const key = Buffer.from(
      hkdfSync('sha256', this.keys.searching, '', `ben-an search token|${field}`, 32),
    )
    this.#fieldKeys.set(field, key)
    return key
  }
}
