import { Injectable } from '@nestjs/common'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Actor } from '../../../platform/access/actor.js'
import { auditKeyPair, AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Keys } from '../../../platform/crypto/keys.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { TrailReader } from '../data/trail-reader.js'
import { writeLine, type TrailLine } from '../domain/trail-line.js'

/** How much an export holds. */
export interface Exported {
  readonly batches: number
  readonly entries: number
}

/** Writes the whole trail into a file that can be verified without this installation. */
@Injectable()
export class ExportAudit {
  constructor(
    private readonly trail: TrailReader,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly keys: Keys,
    private readonly clock: Clock,
  ) {}

  /**
   * JSON lines, constant memory; an existing file is not overwritten.
   * @throws NodeJS.ErrnoException EEXIST and its kin
   */
  async run(actor: Actor, path: string): Promise<Exported> {
    await this.transactions.run(actor, () => this.audit.record({ action: 'audit.exported' }))
    const counted = { batches: 0, entries: 0 }
    const file = createWriteStream(path, { mode: 0o600, flags: 'wx' })
    await pipeline(Readable.from(this.lines(counted)), file)
    return counted
  }

  private async *lines(counted: { batches: number; entries: number }): AsyncGenerator<string> {
    const line = (each: TrailLine): string => `${writeLine(each)}\n`
    const { publicKey } = auditKeyPair(this.keys.auditSigning)
    yield line({
      kind: 'trail',
      format: 1,
      exportedAt: this.clock.now().toISOString(),
      publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    })
    for await (const item of this.trail.read()) {
      counted[item.kind === 'batch' ? 'batches' : 'entries'] += 1
      yield line(item)
    }
    yield line({ kind: 'end', ...counted })
  }
}
