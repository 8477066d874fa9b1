export { batchColumns, entryColumns, selectLastBatch } from './audit-rows.js'
export { AuditSealer } from './audit-sealer.js'
export { AuditTrail, type Deed } from './audit-trail.js'
export {
  auditKeyPair,
  batchHash,
  isSignedBy,
  noBatch,
  publicKeyId,
  signBatch,
  type AuditBatch,
  type AuditKeyPair,
} from './batch.js'
export { leafOf, outcomes, type AuditEntry, type Outcome, type StoredEntry } from './entry.js'
export { MerkleTree } from './merkle.js'
export { type TrailPlace } from './trail-reading.js'
