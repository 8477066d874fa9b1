import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'

/** A signed window of the trail: the entries of one generation with `fromXid <= xid < toXid`. */
export interface AuditBatch {
  /** 1, 2, 3 … without gaps. */
  readonly seq: number
  readonly generation: number
  readonly fromXid: string
  readonly toXid: string
  readonly entryCount: number
  /** Merkle root (hex) over the entries' leaves in the order of (xid, id). */
  readonly root: string
  /** `batchHash` of the batch before (hex); of the first, zeros. */
  readonly previousHash: string
  /** RFC 3339, UTC, six digits of a second. */
  readonly signedAt: string
  /** `publicKeyId` of the key that signs. */
  readonly keyId: string
  /** Ed25519 over `canonicalBatch`, hex. */
  readonly signature: string
}

export type UnsignedBatch = Omit<AuditBatch, 'signature'>

/** What the first batch links to. */
export const noBatch = '0'.repeat(64)

/** Above every transaction number: the end of a generation that a restore has closed. */
export const endOfGeneration = '18446744073709551615'

/** The text that is signed. */
const canonicalBatch = (batch: UnsignedBatch): string =>
  [
    'ben-an audit batch 1',
    batch.seq,
    batch.generation,
    batch.fromXid,
    batch.toXid,
    batch.entryCount,
    batch.root,
    batch.previousHash,
    batch.signedAt,
    batch.keyId,
  ].join('|')

/** Stands for this batch and, through its link, for all before it (hex SHA-256). */
export const batchHash = (batch: AuditBatch): string =>
  createHash('sha256')
    .update(`${canonicalBatch(batch)}|${batch.signature}`)
    .digest('hex')

/** The pair that signs the trail of this installation. */
export interface AuditKeyPair {
  readonly id: string
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
}

/** @param pkcs8 Ed25519 private key, DER */
export const auditKeyPair = (pkcs8: Buffer): AuditKeyPair => {
  const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
  const publicKey = createPublicKey(privateKey)
  return { id: publicKeyId(publicKey), privateKey, publicKey }
}

/** The fingerprint people compare: hex SHA-256 of the key as SubjectPublicKeyInfo. */
export const publicKeyId = (key: KeyObject): string =>
  createHash('sha256')
    .update(key.export({ format: 'der', type: 'spki' }))
    .digest('hex')

/** Signs a batch. */
export const signBatch = (batch: Omit<UnsignedBatch, 'keyId'>, key: AuditKeyPair): AuditBatch => {
  const named = { ...batch, keyId: key.id }
  const signature = sign(null, Buffer.from(canonicalBatch(named)), key.privateKey).toString('hex')
  return { ...named, signature }
}

/** Did this key sign exactly this batch? */
export const isSignedBy = (batch: AuditBatch, key: KeyObject): boolean =>
  batch.keyId === publicKeyId(key) &&
  verify(null, Buffer.from(canonicalBatch(batch)), key, Buffer.from(batch.signature, 'hex'))
