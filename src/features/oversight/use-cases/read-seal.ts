import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { selectLastBatch, type AuditBatch } from '../../../platform/audit/index.js'
import { Keys } from '../../../platform/crypto/keys.js'
import { Database, Transactions } from '../../../platform/database/transactions.js'
import { EntryRows } from '../data/entry-search.js'
import { auditPublicKey } from './public-key.js'

/** How far the trail is signed. */
export interface Seal {
  readonly fingerprint: string
  readonly last: Pick<AuditBatch, 'seq' | 'entryCount' | 'signedAt'> | null
  readonly unsigned: { readonly entries: number; readonly since: Date | null }
}

/** Tells the auditor how far the trail is signed, and by which key. */
@Injectable()
export class ReadSeal {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: Database,
    private readonly rows: EntryRows,
    private readonly keys: Keys,
  ) {}

  run(actor: WorkerActor): Promise<Seal> {
    return this.transactions.run(actor, async () => {
      const last = await this.database.first<AuditBatch>(selectLastBatch)
      return {
        fingerprint: auditPublicKey(this.keys).fingerprint,
        last: last ?? null,
        unsigned: await this.rows.unsigned(last?.generation ?? 0, last?.toXid ?? '0'),
      }
    })
  }
}
