import { statement } from '../database/statement.js'

// RFC 3339 in UTC with microseconds, as the leaf's text has it.
const utc = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** Columns of `audit_batch` as an `AuditBatch`. */
export const batchColumns = `seq::int AS seq, generation, from_xid::text AS "fromXid",
  to_xid::text AS "toXid", entry_count AS "entryCount", encode(root, 'hex') AS root,
  encode(previous_hash, 'hex') AS "previousHash", ${utc('signed_at')} AS "signedAt",
  key_id AS "keyId", encode(signature, 'hex') AS signature`

/** Columns of `audit_entry` as an `AuditEntry`, with the leaf as it was stored. */
export const entryColumns = `generation, xid::text AS xid, id::text AS id, ${utc('at')} AS at,
  actor_kind AS "actorKind", actor_id AS "actorId", unit_id AS "unitId", action,
  case_id AS "caseId", subject_type AS "subjectType", subject_id AS "subjectId", sections, outcome,
  request_id AS "requestId", encode(leaf_hash, 'hex') AS "leafHash"`

/** The batch the next one links to. */
export const selectLastBatch = statement(
  'audit.last-batch',
  `SELECT ${batchColumns} FROM audit_batch ORDER BY audit_batch.seq DESC LIMIT 1`,
)
