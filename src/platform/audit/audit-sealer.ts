import { Injectable, Logger } from '@nestjs/common'
import { system } from '../access/actor.js'
import { Clock } from '../clock/clock.js'
import { Keys } from '../crypto/keys.js'
import { DatabaseAway } from '../database/database-away.js'
import { statement } from '../database/statement.js'
import { Database, Transactions } from '../database/transactions.js'
import { selectLastBatch } from './audit-rows.js'
import {
  auditKeyPair,
  batchHash,
  endOfGeneration,
  noBatch,
  signBatch,
  type AuditBatch,
} from './batch.js'
import { MerkleTree } from './merkle.js'

const everyMs = 1000
const pageLength = 5000

// Any number; it only has to be the same in all processes.
const tryLock = statement('audit.seal-lock', 'SELECT pg_try_advisory_xact_lock(620031102) AS mine')

const selectHorizon = statement(
  'audit.horizon',
  `SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS horizon, (
     SELECT generation FROM audit_entry ORDER BY generation DESC, xid DESC, id DESC LIMIT 1
   ) AS newest`,
)

const selectLeaves = statement(
  'audit.leaves',
  `SELECT xid::text AS xid, id::text AS id, leaf_hash AS leaf FROM audit_entry
    WHERE generation = $1 AND (xid, id) > ($2::xid8, $3::bigint) AND xid < $4::xid8
    ORDER BY audit_entry.xid, audit_entry.id LIMIT ${pageLength}`,
)

const insertBatch = statement(
  'audit.seal',
  `INSERT INTO audit_batch (seq, generation, from_xid, to_xid, entry_count, root, previous_hash,
                            signed_at, key_id, signature)
   VALUES ($1, $2, $3::xid8, $4::xid8, $5, decode($6, 'hex'), decode($7, 'hex'), $8, $9,
           decode($10, 'hex'))`,
)

const noticeRestore = statement('audit.notice-restore', 'SELECT guard.notice_restore() AS noticed')

interface Leaf {
  readonly xid: string
  readonly id: string
  readonly leaf: Buffer
}

/** Seals what has been recorded into signed batches, each second, one process at a time. */
@Injectable()
export class AuditSealer {
  private readonly logger = new Logger(AuditSealer.name)
  private readonly key: ReturnType<typeof auditKeyPair>
  private timer: NodeJS.Timeout | undefined
  private sealing: Promise<void> = Promise.resolve()
  private running = false

  constructor(
    private readonly transactions: Transactions,
    private readonly database: Database,
    keys: Keys,
    private readonly clock: Clock,
  ) {
    this.key = auditKeyPair(keys.auditSigning)
  }

  /** Seals from now on, until `stop`. */
  start(): void {
    if (this.running) return
    this.running = true
    this.seal()
  }

  /** Ends after the batch in hand. */
  async stop(): Promise<void> {
    this.running = false
    clearTimeout(this.timer)
    await this.sealing
  }

  /**
   * Seals the next window: every entry whose transaction was finished, from where the last batch
   * ends. Null when there is none, or while another process seals.
   */
  sealNow(): Promise<AuditBatch | null> {
    return this.transactions.run(system('audit'), async () => {
      const lock = await this.database.first<{ mine: boolean }>(tryLock)
      return lock?.mine === true ? this.sealNext() : null
    })
  }

  private seal(): void {
    this.sealing = this.sealNow()
      .then(() => undefined)
      .catch((error: unknown) => {
        if (error instanceof DatabaseAway) this.logger.warn('The database is away; sealing waits')
        else this.logger.error('The audit trail was not sealed', error)
      })
      .finally(() => {
        if (this.running) this.timer = setTimeout(() => this.seal(), everyMs)
      })
  }

  private async sealNext(): Promise<AuditBatch | null> {
    const last = await this.database.first<AuditBatch>(selectLastBatch)
    // Asked before the leaves: their later snapshot sees all that had finished by then.
    const now = await this.database.first<{ horizon: string; newest: number | null }>(selectHorizon)
    if (now === undefined || now.newest === null) return null
    for (let generation = last?.generation ?? 1; generation <= now.newest; generation += 1) {
      const fromXid = generation === last?.generation ? last.toXid : '0'
      // Generations that a restore has closed hold no running transaction.
      const toXid = generation === now.newest ? now.horizon : endOfGeneration
      if (BigInt(toXid) < BigInt(fromXid)) return this.beginGeneration()
      const tree = await this.plant(generation, fromXid, toXid)
      if (tree.size > 0) return this.sign(last, { generation, fromXid, toXid }, tree)
    }
    return null
  }

  private async beginGeneration(): Promise<null> {
    const restore = await this.database.first<{ noticed: boolean }>(noticeRestore)
    if (restore?.noticed === true)
      this.logger.warn('The database was restored: the audit trail begins a new generation')
    return null
  }

  private async plant(generation: number, fromXid: string, toXid: string): Promise<MerkleTree> {
    const tree = new MerkleTree()
    // Identities begin at 1, so (from, 0) lies just before the window's first entry.
    let [xid, id] = [fromXid, '0']
    for (;;) {
      const page = await this.database.query<Leaf>(selectLeaves, [generation, xid, id, toXid])
      for (const { leaf } of page) tree.add(leaf)
      const end = page.at(-1)
      if (end === undefined || page.length < pageLength) return tree
      ;[xid, id] = [end.xid, end.id]
    }
  }

  private async sign(
    last: AuditBatch | undefined,
    window: Pick<AuditBatch, 'generation' | 'fromXid' | 'toXid'>,
    tree: MerkleTree,
  ): Promise<AuditBatch> {
    const batch = signBatch(
      {
        ...window,
        seq: (last?.seq ?? 0) + 1,
        entryCount: tree.size,
        root: tree.root().toString('hex'),
        previousHash: last === undefined ? noBatch : batchHash(last),
        signedAt: this.clock.now().toISOString().replace('Z', '000Z'),
      },
      this.key,
    )
    await this.database.change(insertBatch, [
      batch.seq,
      batch.generation,
      batch.fromXid,
      batch.toXid,
      batch.entryCount,
      batch.root,
      batch.previousHash,
      batch.signedAt,
      batch.keyId,
      batch.signature,
    ])
    return batch
  }
}
