import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import type { Action } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { stateOf, type SeenReferral } from '../data/referral-row.js'
import { ReferralTexts } from '../data/referral-texts.js'
import { ReferralsRepository, type MoveExtras } from '../data/referrals.repository.js'
import { ReferralMoved, type ReferralEventType } from '../domain/referral-events.js'
import type { Referral } from '../domain/referral.js'
import { VisibleReferrals } from './visible-referrals.js'

/** What a move is, besides the rule it follows. */
export interface Step {
  readonly action: Action
  /** The line in the story. */
  readonly kind: string
  /** What others are told; null where it concerns nobody else. */
  readonly event: ReferralEventType | null
  /** Sight changes with it. */
  readonly changesSight?: boolean
  readonly note?: string | null
  /** Why, where the state itself does not keep it. */
  readonly reason?: string | null
}

/**
 * What every move has in common: it is found, asked for, follows the rules, and is kept together
 * with its line in the story, its trace and its message. Runs inside the use case's transaction.
 */
@Injectable()
export class ReferralMoves {
  constructor(
    private readonly visible: VisibleReferrals,
    private readonly referrals: ReferralsRepository,
    private readonly texts: ReferralTexts,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * @param rule the state the move leads to; throws when the move is not allowed
   * @param extras what is stored besides the state
   * @throws NotFound | Stale | DomainError
   */
  async make(
    actor: WorkerActor,
    id: string,
    version: number,
    step: Step,
    rule: (state: Referral, at: Date, referral: SeenReferral) => Referral | Promise<Referral>,
    extras: (referral: SeenReferral, next: Referral, at: Date) => MoveExtras = () => ({}),
  ): Promise<void> {
    const at = this.clock.now()
    const referral = await this.visible.find(actor, step.action, id)
    const next = await rule(stateOf(referral), at, referral)
    await this.referrals.move(
      actor,
      referral,
      version,
      next,
      at,
      this.told(referral, next, step),
      extras(referral, next, at),
    )
    if (step.changesSight === true) await this.referrals.project(id)
    await this.trail.record({
      action: step.action,
      caseId: referral.caseId,
      subject: { type: 'referral', id },
    })
    if (step.event !== null)
      await this.outbox.add(new ReferralMoved(step.event, id, referral.caseId, next.status))
  }

  private told(referral: SeenReferral, next: Referral, { kind, note, reason = null }: Step) {
    const id = randomUUID()
    const hasMoved = next.status !== referral.status
    return {
      id,
      kind,
      reason: hasMoved ? (next.statusReason?.code ?? null) : reason,
      sealedNote: note ? this.texts.sealNote(referral, id, note) : null,
    }
  }
}
