import { createPublicKey, type KeyObject } from 'node:crypto'
import { auditKeyPair, publicKeyId } from '../../../platform/audit/index.js'
import type { Keys } from '../../../platform/crypto/keys.js'
import { NotAnExport, OtherPublicKey } from '../domain/audit.errors.js'

/** The key that signs this installation's trail, for those who verify it elsewhere. */
export interface AuditPublicKey {
  readonly pem: string
  /** Hex SHA-256 of the key as SubjectPublicKeyInfo: what people compare over another channel. */
  readonly fingerprint: string
}

/** The public half of the signing key in the key file. */
export const auditPublicKey = (keys: Keys): AuditPublicKey => {
  const { publicKey, id } = auditKeyPair(keys.auditSigning)
  return { pem: publicKey.export({ format: 'pem', type: 'spki' }).toString(), fingerprint: id }
}

/** @param spki DER in base64 @throws NotAnExport */
export const readPublicKey = (spki: string): KeyObject => {
  try {
    const key = createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' })
    if (key.asymmetricKeyType === 'ed25519') return key
  } catch {
    // Whatever it is, it is no public key.
  }
  throw new NotAnExport()
}

/** Spaces, colons and capitals are how people write fingerprints down. @throws OtherPublicKey */
export const insistOnFingerprint = (key: KeyObject, expected: string | undefined): void => {
  if (expected === undefined) return
  const actual = publicKeyId(key)
  if (expected.replace(/[\s:]/g, '').toLowerCase() !== actual) throw new OtherPublicKey(actual)
}
