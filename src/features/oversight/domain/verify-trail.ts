import type { KeyObject } from 'node:crypto'
import {
  batchHash,
  isSignedBy,
  leafOf,
  MerkleTree,
  noBatch,
  publicKeyId,
  type AuditBatch,
  type StoredEntry,
} from '../../../platform/audit/index.js'
import { beginOf, comparePositions, endOf, type TrailItem } from './trail-item.js'
import { Findings, type Anchor, type Verification } from './verification.js'

/** What the verifier holds the trail against. */
export interface Trust {
  readonly publicKey: KeyObject
  readonly keyIsTrusted: boolean
  readonly anchor?: Anchor | undefined
  /** Where only the latest batches are looked at: the batch before the first of them. */
  readonly after?: AuditBatch | undefined
  /** When the trail was read: entries still unsigned long before it are a finding. */
  readonly asOf: Date
}

// Sealing takes a second; a transaction left open holds it up, and five minutes is no longer that.
const sealedWithinMs = 5 * 60_000

interface OpenBatch {
  readonly batch: AuditBatch
  readonly tree: MerkleTree
  /** Only a batch that is as it was signed can say what its entries were. */
  readonly isSigned: boolean
  /** The batch before the first that is looked at: its entries are not. */
  readonly isBefore?: boolean
  /** The batches before it are gone, and with them what says which entries they held. */
  readonly followsGap: boolean
}

/** Verifies a trail as it streams by, keeping one hash a level of one batch. */
export class TrailVerifier {
  private readonly findings = new Findings()
  private current: OpenBatch | undefined
  private lastEntry: StoredEntry | undefined
  private batches = 0
  private entries = 0
  private stray = 0
  private tail = 0
  private tailSince: string | null = null

  constructor(private readonly trust: Trust) {
    const { after, publicKey } = trust
    if (after !== undefined)
      this.current = {
        batch: after,
        tree: new MerkleTree(),
        isSigned: isSignedBy(after, publicKey),
        followsGap: false,
        isBefore: true,
      }
  }

  add(item: TrailItem): void {
    if (item.kind === 'batch') this.addBatch(item.batch)
    else this.addEntry(item.entry)
  }

  /** Where the stream itself is damaged: a line that cannot be read. */
  addDamage(line: number): void {
    this.findings.add('file-damaged', { count: line })
  }

  end(): Verification {
    this.closeBatch()
    const { anchor, asOf, publicKey, keyIsTrusted } = this.trust
    const last = this.current?.batch
    if (anchor !== undefined && anchor.seq > (last?.seq ?? 0))
      this.findings.add('truncated', { batch: anchor.seq, count: anchor.seq - (last?.seq ?? 0) })
    const waited = this.tailSince === null ? 0 : asOf.getTime() - Date.parse(this.tailSince)
    if (waited > sealedWithinMs) this.findings.add('unsigned-tail', { count: this.tail })
    return {
      ...this.findings.report(),
      firstBatch: (this.trust.after?.seq ?? 0) + 1,
      batches: this.batches,
      entries: this.entries,
      head:
        last === undefined
          ? null
          : { seq: last.seq, hash: batchHash(last), signedAt: last.signedAt },
      unsigned: { entries: this.tail, since: this.tailSince },
      keyId: publicKeyId(publicKey),
      keyIsTrusted,
      isAnchored: anchor !== undefined,
    }
  }

  private addBatch(batch: AuditBatch): void {
    this.closeBatch()
    this.reportStrays(this.tail)
    this.tail = 0
    this.tailSince = null
    const previous = this.current
    const expected = (previous?.batch.seq ?? 0) + 1
    const followsGap = batch.seq > expected
    if (followsGap)
      this.findings.add('batches-deleted', { batch: expected, count: batch.seq - expected })
    const isSigned = isSignedBy(batch, this.trust.publicKey)
    if (!isSigned) {
      const otherKey = batch.keyId !== publicKeyId(this.trust.publicKey)
      this.findings.add(otherKey ? 'other-key' : 'batch-edited', { batch: batch.seq })
    } else if (!followsGap && (previous?.isSigned ?? true) && !follows(previous?.batch, batch)) {
      this.findings.add('chain-broken', { batch: batch.seq })
    }
    const { anchor } = this.trust
    if (anchor?.seq === batch.seq && anchor.hash !== batchHash(batch))
      this.findings.add('signed-anew', { batch: batch.seq })
    this.current = { batch, tree: new MerkleTree(), isSigned, followsGap }
    this.batches += 1
  }

  private addEntry(entry: StoredEntry): void {
    this.entries += 1
    const batch = this.current?.batch
    const isBefore = batch !== undefined && comparePositions(entry, beginOf(batch)) < 0
    const isAfter = batch === undefined || comparePositions(entry, endOf(batch)) >= 0
    if (leafOf(entry).toString('hex') !== entry.leafHash)
      this.findings.add('entry-edited', {
        batch: isBefore || isAfter ? null : batch.seq,
        entry: entry.id,
      })
    if (!this.isInOrder(entry)) this.findings.add('entries-inserted', { entry: entry.id, count: 1 })
    this.lastEntry = entry
    if (isAfter) {
      this.tail += 1
      this.tailSince ??= entry.at
    } else if (isBefore) this.stray += 1
    // The leaf it was given, not the one it has now: an edited entry is named above, and the root
    // then tells whether all others are as they were signed.
    else this.current?.tree.add(Buffer.from(entry.leafHash, 'hex'))
  }

  private isInOrder(entry: StoredEntry): boolean {
    if (this.lastEntry === undefined) return true
    const order = comparePositions(this.lastEntry, entry)
    return order < 0 || (order === 0 && BigInt(this.lastEntry.id) < BigInt(entry.id))
  }

  private closeBatch(): void {
    if (this.current === undefined) return
    const { batch, tree, isSigned, followsGap, isBefore = false } = this.current
    if (!followsGap) this.reportStrays(this.stray)
    this.stray = 0
    if (!isSigned || isBefore) return
    const missing = batch.entryCount - tree.size
    if (missing > 0) this.findings.add('entries-deleted', { batch: batch.seq, count: missing })
    else if (missing < 0)
      this.findings.add('entries-inserted', { batch: batch.seq, count: -missing })
    else if (tree.root().toString('hex') !== batch.root)
      this.findings.add('entries-replaced', { batch: batch.seq, count: tree.size })
  }

  private reportStrays(entries: number): void {
    if (entries > 0)
      this.findings.add('entries-inserted', {
        batch: this.current?.batch.seq ?? null,
        count: entries,
      })
  }
}

// Windows lie end to end; a generation begun by a restore counts transactions from nought.
const follows = (previous: AuditBatch | undefined, batch: AuditBatch): boolean => {
  if (previous === undefined)
    return batch.seq === 1 && batch.previousHash === noBatch && batch.fromXid === '0'
  const begins =
    batch.generation === previous.generation
      ? batch.fromXid === previous.toXid
      : batch.generation > previous.generation && batch.fromXid === '0'
  return begins && batch.seq === previous.seq + 1 && batch.previousHash === batchHash(previous)
}

/** Verifies a whole trail. */
export const verifyTrail = async (
  items: AsyncIterable<TrailItem>,
  trust: Trust,
): Promise<Verification> => {
  const verifier = new TrailVerifier(trust)
  for await (const item of items) verifier.add(item)
  return verifier.end()
}
