import type { KeyClass } from '../access/sections.js'
import { decrypt, encrypt } from './aes-gcm.js'
import { UnreadableSeal } from './unreadable-seal.js'

/**
 * What a data key is for: a class of a case's sections, the free text of one referral, or the grounds
 * of sharing something without consent.
 */
export type SealClass = KeyClass | 'referral' | 'exception'

/** A key that seals fields (AES-256); its version is written into what it seals. */
export interface DataKey {
  readonly version: number
  readonly bytes: Buffer
}

/**
 * Where a sealed value lives. It opens nowhere else, so that nobody can move a sealed text into a row
 * they may read.
 */
export interface SealContext {
  readonly table: string
  /** The row's id; where the key of a table is composite, its parts joined by `/`. */
  readonly rowId: string
  readonly column: string
  readonly keyClass: SealClass
}

export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }

// format, version of the data key, nonce, ciphertext, tag
const format = 1

/** Seals text or JSON for one place under a case's data key. */
export const seal = (key: DataKey, value: Json, context: SealContext): Buffer =>
  Buffer.concat([
    Buffer.of(format, key.version),
    encrypt(key.bytes, Buffer.from(JSON.stringify(value)), additionalData(context, key.version)),
  ])

/** Opens what `seal` made for the same place. @throws UnreadableSeal */
export const open = (key: DataKey, sealed: Buffer, context: SealContext): Json => {
  const place = `${context.table}.${context.column}`
  if (sealed[0] !== format || sealed[1] !== key.version) throw new UnreadableSeal(place)
  try {
    const plain = decrypt(key.bytes, sealed.subarray(2), additionalData(context, key.version))
    return JSON.parse(plain.toString()) as Json
  } catch (error) {
    throw new UnreadableSeal(place, error)
  }
}

// As JSON, so that no two places can read the same.
const additionalData = (
  { table, rowId, column, keyClass }: SealContext,
  keyVersion: number,
): Buffer =>
  Buffer.from(JSON.stringify(['ben-an field', table, rowId, column, keyClass, keyVersion]))
