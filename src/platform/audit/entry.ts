import { hashLeaf } from './merkle.js'

/** What became of a deed: `missing` also stands for what the actor may not know of. */
export const outcomes = ['done', 'refused', 'missing'] as const
export type Outcome = (typeof outcomes)[number]

/**
 * One row of the trail, as stored: ids, codes and masks, never content. Numbers that outgrow a
 * JavaScript number are decimal text; `at` is RFC 3339 in UTC with six digits of a second.
 */
export interface AuditEntry {
  readonly generation: number
  readonly xid: string
  readonly id: string
  readonly at: string
  readonly actorKind: 'worker' | 'system'
  readonly actorId: string | null
  readonly unitId: string | null
  readonly action: string
  readonly caseId: string | null
  readonly subjectType: string | null
  readonly subjectId: string | null
  readonly sections: number
  readonly outcome: Outcome
  readonly requestId: string | null
}

/** An entry with the leaf (hex) the database gave it when it was written. */
export interface StoredEntry extends AuditEntry {
  readonly leafHash: string
}

/**
 * The text an entry's leaf is the hash of. No field can hold the separator: the table allows only
 * ids, numbers and codes. `guard.audit_leaf` in the database writes the same.
 */
const canonicalEntry = (entry: AuditEntry): string =>
  [
    'ben-an audit entry 1',
    entry.generation,
    entry.xid,
    entry.id,
    entry.at,
    entry.actorKind,
    entry.actorId,
    entry.unitId,
    entry.action,
    entry.caseId,
    entry.subjectType,
    entry.subjectId,
    entry.sections,
    entry.outcome,
    entry.requestId,
  ].join('|')

/** The entry's leaf in its batch's Merkle tree (32 bytes). */
export const leafOf = (entry: AuditEntry): Buffer => hashLeaf(canonicalEntry(entry))
