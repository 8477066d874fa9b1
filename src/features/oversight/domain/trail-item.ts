import type { AuditBatch, StoredEntry } from '../../../platform/audit/index.js'

/**
 * The trail as a stream: each batch is followed by the entries before its end, and the last batch by
 * the entries no batch holds yet. In the order of seq, and of (generation, xid, id).
 */
export type TrailItem =
  | { readonly kind: 'batch'; readonly batch: AuditBatch }
  | { readonly kind: 'entry'; readonly entry: StoredEntry }

/** A place in the order in which transactions were begun. */
export interface Position {
  readonly generation: number
  readonly xid: string
}

/** Negative when `a` lies before `b`. */
export const comparePositions = (a: Position, b: Position): number => {
  if (a.generation !== b.generation) return a.generation - b.generation
  const [left, right] = [BigInt(a.xid), BigInt(b.xid)]
  return left < right ? -1 : left > right ? 1 : 0
}

/** Where a batch's window begins, and where it ends without being in it. */
export const beginOf = ({ generation, fromXid }: AuditBatch): Position => ({
  generation,
  xid: fromXid,
})
export const endOf = ({ generation, toXid }: AuditBatch): Position => ({ generation, xid: toXid })
