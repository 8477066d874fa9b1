import { Injectable } from '@nestjs/common'
import type { Actor } from '../../../platform/access/actor.js'
import { auditKeyPair, AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Keys } from '../../../platform/crypto/keys.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { TrailReader } from '../data/trail-reader.js'
import type { Anchor, Verification } from '../domain/verification.js'
import { verifyTrail } from '../domain/verify-trail.js'
import { insistOnFingerprint } from './public-key.js'

/** What somebody outside wrote down. */
export interface Expectation {
  /** Fingerprint of the signing key. */
  readonly fingerprint?: string | undefined
  /** The head of an earlier verification. */
  readonly anchor?: Anchor | undefined
}

/** How much to look at: the latest batches, or all. */
export interface Extent {
  readonly latestBatches?: number | undefined
}

/**
 * Verifies the trail in the database with the key of the key file. Who holds database and key file
 * can sign a trail anew: only an anchor kept elsewhere finds that out, or a cut-off end.
 */
@Injectable()
export class VerifyAudit {
  constructor(
    private readonly trail: TrailReader,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly keys: Keys,
    private readonly clock: Clock,
  ) {}

  /** Reads every entry, tens of thousands a second. @throws OtherPublicKey */
  async run(
    actor: Actor,
    { fingerprint, anchor, latestBatches }: Expectation & Extent = {},
  ): Promise<Verification> {
    const { publicKey } = auditKeyPair(this.keys.auditSigning)
    insistOnFingerprint(publicKey, fingerprint)
    const after =
      latestBatches === undefined ? undefined : await this.trail.batchBefore(latestBatches)
    const result = await verifyTrail(this.trail.read(after), {
      publicKey,
      keyIsTrusted: true,
      anchor,
      after,
      asOf: this.clock.now(),
    })
    await this.transactions.run(actor, () => this.audit.record({ action: 'audit.verified' }))
    return result
  }
}
