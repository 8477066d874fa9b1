import { randomBytes } from 'node:crypto'
import { decrypt, encrypt } from './aes-gcm.js'
import type { DataKey, SealClass } from './envelope.js'
import type { Keys } from './keys.js'
import { UnreadableSeal } from './unreadable-seal.js'

export type WrappingKeys = Keys['wrapping']

/** Whose data key it is: the case or referral, and the class. */
export interface KeyOwner {
  readonly ownerId: string
  readonly keyClass: SealClass
}

const length = 32
// format, id of the wrapping key, then encrypted: version of the data key and the data key
const format = 1

/** A fresh data key. */
export const newDataKey = (version = 1): DataKey => ({ version, bytes: randomBytes(length) })

/** Wraps a data key under the newest wrapping key; it unwraps for the same owner only. */
export const wrapDataKey = (wrapping: WrappingKeys, key: DataKey, owner: KeyOwner): Buffer => {
  const newest = newestOf(wrapping)
  const plain = Buffer.concat([Buffer.of(key.version), key.bytes])
  return Buffer.concat([
    Buffer.of(format, newest.keyId),
    encrypt(newest.key, plain, additionalData(owner, newest.keyId)),
  ])
}

/** @throws UnreadableSeal when it is another owner's, was edited, or its wrapping key is gone. */
export const unwrapDataKey = (
  wrapping: WrappingKeys,
  wrapped: Buffer,
  owner: KeyOwner,
): DataKey => {
  const place = `data key of class ${owner.keyClass}`
  const under = wrapping.find(({ keyId }) => keyId === wrapped[1])
  if (wrapped[0] !== format || under === undefined) throw new UnreadableSeal(place)
  try {
    const plain = decrypt(under.key, wrapped.subarray(2), additionalData(owner, under.keyId))
    return { version: plain.readUInt8(0), bytes: plain.subarray(1) }
  } catch (error) {
    throw new UnreadableSeal(place, error)
  }
}

/**
 * The same data key under the newest wrapping key, or null where it already is: once no row needs
 * rewrapping, the old wrapping key can be destroyed, and with it every erased case in the backups.
 */
export const rewrapDataKey = (
  wrapping: WrappingKeys,
  wrapped: Buffer,
  owner: KeyOwner,
): Buffer | null =>
  wrapped[0] === format && wrapped[1] === newestOf(wrapping).keyId
    ? null
    : wrapDataKey(wrapping, unwrapDataKey(wrapping, wrapped, owner), owner)

const newestOf = (wrapping: WrappingKeys): WrappingKeys[number] => {
  const newest = wrapping.at(-1)
  if (newest === undefined) throw new Error('The key file holds no wrapping key')
  return newest
}

const additionalData = ({ ownerId, keyClass }: KeyOwner, keyId: number): Buffer =>
  Buffer.from(JSON.stringify(['ben-an data key', ownerId, keyClass, keyId]))
