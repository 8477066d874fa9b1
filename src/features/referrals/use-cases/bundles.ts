import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { DomainError } from '../../../platform/errors/domain-error.js'
import type { SeenReferral } from '../data/referral-row.js'
import { ReferralsRepository } from '../data/referrals.repository.js'
import { BundleNotSent, ReferralIncomplete, type TroubleOfOne } from '../domain/sending.errors.js'
import { Drafts } from './drafts.js'
import { PreviewReferral, type ReferralPreview } from './preview-referral.js'
import { missingIn, SendReferral } from './send-referral.js'

export type { SeenReferral } from '../data/referral-row.js'

/** Where the writing of several referrals stands. */
export interface BundleProgress {
  readonly position: number
  readonly count: number
  /** The next step of the first that is not whole yet; null when all can be looked at and sent. */
  readonly next: { readonly id: string; readonly step: string } | null
}

/** One referral at the version its writer looked at. */
export interface AtVersion {
  readonly id: string
  readonly version: number
}

/** Several services for one person, written one after the other and sent at once or not at all. */
@Injectable()
export class Bundles {
  constructor(
    private readonly drafts: Drafts,
    private readonly referrals: ReferralsRepository,
    private readonly preview: PreviewReferral,
    private readonly sendReferral: SendReferral,
    private readonly trail: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Null for a referral that is written by itself. @throws NotFound | ReferralAlreadySent */
  progress(actor: WorkerActor, id: string): Promise<BundleProgress | null> {
    return this.transactions.run(actor, async () => {
      const { bundleId } = await this.drafts.find(actor, id)
      const all = await this.all(actor, bundleId)
      if (all.length < 2) return null
      const unfinished = all.find((draft) => missingIn(draft) !== null)
      return {
        position: all.findIndex((draft) => draft.id === id) + 1,
        count: all.length,
        next:
          unfinished === undefined
            ? null
            : { id: unfinished.id, step: missingIn(unfinished) ?? 'check' },
      }
    })
  }

  /**
   * What each other side will see, of all that are written together with this one.
   * @throws NotFound | ReferralAlreadySent | ReferralIncomplete
   */
  previews(actor: WorkerActor, id: string): Promise<ReferralPreview[]> {
    return this.transactions.run(actor, async () => {
      const { bundleId } = await this.drafts.find(actor, id)
      const others = await this.all(actor, bundleId)
      const previews: ReferralPreview[] = []
      for (const draft of others.length > 1 ? others : [{ id }])
        previews.push(await this.preview.run(actor, draft.id))
      return previews
    })
  }

  /**
   * Sends all, each to its unit, or none.
   * @throws BundleNotSent naming each that could not go, and why
   * @throws NotFound | Stale | ReferralIncomplete
   */
  send(actor: WorkerActor, all: readonly AtVersion[]): Promise<void> {
    return this.transactions.run(actor, () =>
      this.transactions.allOrNone(async () => {
        const troubles: TroubleOfOne[] = []
        for (const one of all) {
          const because = await this.troubleOf(actor, one)
          if (because !== null) troubles.push({ id: one.id, because })
        }
        if (troubles.length > 0) throw new BundleNotSent(troubles)
      }),
    )
  }

  /** Writes this one by itself from now on, so that it holds up no other. @throws NotFound | Stale */
  leave(actor: WorkerActor, id: string, version: number): Promise<void> {
    return this.transactions.run(actor, async () => {
      const draft = await this.drafts.find(actor, id)
      await this.referrals.leaveBundle(id, version, this.clock.now())
      await this.trail.record({
        action: 'referral.draft',
        caseId: draft.caseId,
        subject: { type: 'referral', id },
      })
    })
  }

  // All are tried, so that everything that has to be mended is said at once.
  private async troubleOf(actor: WorkerActor, { id, version }: AtVersion): Promise<string | null> {
    try {
      await this.sendReferral.run(actor, id, version)
      return null
    } catch (error) {
      if (error instanceof ReferralIncomplete || !(error instanceof DomainError)) throw error
      if (error.kind === 'conflict' || error.kind === 'invalid') return error.code
      throw error
    }
  }

  private async all(actor: WorkerActor, bundleId: string | null): Promise<SeenReferral[]> {
    if (bundleId === null) return []
    const drafts: SeenReferral[] = []
    for (const id of await this.referrals.bundle(actor, bundleId))
      drafts.push(await this.drafts.find(actor, id))
    return drafts
  }
}
