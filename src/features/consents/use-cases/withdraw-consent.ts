import { Injectable } from '@nestjs/common'
import { Access } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { sectionsOf, type Section } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { CaseReading } from '../../cases/index.js'
import { ConsentsRepository, type StoredConsent } from '../data/consents.repository.js'
import { StandingRepository } from '../data/standing.repository.js'
import { ConsentAlreadyWithdrawn } from '../domain/consent.errors.js'
import { ConsentWithdrawn } from '../domain/consent.events.js'
import {
  effectOn,
  theyAsked,
  type Effect,
  type EndReason,
  type Withdrawal,
} from '../domain/withdrawal.js'
import { ConsentTimers } from './consent-timers.js'
import { consentView, type ConsentView } from './consent-view.js'

/** What a withdrawal does to one referral. */
export interface EffectOnReferral {
  readonly referralId: string
  readonly number: string
  readonly status: string
  readonly service: string | null
  readonly handlerName: string | null
  /** What closes: shared by this consent and by no other. */
  readonly lost: readonly Section[]
  /** What stays open, because another consent covers it. */
  readonly kept: readonly Section[]
  readonly effect: Effect
}

/** What would end, exactly. */
export interface WithdrawalPreview {
  readonly consent: ConsentView
  readonly effects: readonly EffectOnReferral[]
  /** The unit's place on the case's team, which ends with it; null where it has none by this consent. */
  readonly team: 'invited' | 'joined' | null
}

/** Where the words about a withdrawal are sealed. */
export const withdrawalPlace = (consentId: string) => ({
  table: 'consent',
  rowId: consentId,
  column: 'sealed_withdrawal',
})

/** Takes back what was agreed: sharing ends with the next question anybody asks. */
@Injectable()
export class WithdrawConsent {
  constructor(
    private readonly transactions: Transactions,
    private readonly access: Access,
    private readonly cases: CaseReading,
    private readonly consents: ConsentsRepository,
    private readonly standing: StandingRepository,
    private readonly timers: ConsentTimers,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** What would end, to be shown before it is confirmed. @throws NotFound, ConsentAlreadyWithdrawn */
  preview(actor: WorkerActor, caseId: string, consentId: string): Promise<WithdrawalPreview> {
    const now = this.clock.now()
    return this.transactions.run(actor, async () => {
      const consent = consentView(await this.find(actor, caseId, consentId), now)
      const rows = await this.standing.on(caseId, consentId, now)
      return {
        consent,
        team: await this.standing.team(caseId, consentId),
        effects: rows.map(({ standsFor, standsElsewhere, isOutside, ...row }) => {
          const lost = standsFor & ~standsElsewhere
          return {
            ...row,
            lost: sectionsOf(lost),
            kept: sectionsOf(standsElsewhere),
            effect: effectOn(row.status, lost !== 0, isOutside),
          }
        }),
      }
    })
  }

  /**
   * Everything that was agreed ends; the row stays, with the reason.
   * @throws NotFound, ConsentAlreadyWithdrawn
   */
  run(
    actor: WorkerActor,
    caseId: string,
    consentId: string,
    withdrawal: Withdrawal = theyAsked,
  ): Promise<ConsentView> {
    const now = this.clock.now()
    return this.transactions.run(actor, async () => {
      const stored = await this.find(actor, caseId, consentId)
      await this.end(actor, stored, withdrawal.reason, withdrawal.note)
      await this.consents.project(consentId)
      return consentView({ ...stored, withdrawnAt: now, withdrawnReason: withdrawal.reason }, now)
    })
  }

  /**
   * Ends the row inside the open transaction, with its trace and message; what stands on it is
   * projected by who calls, once it has put in place what is to remain.
   * @throws ConsentAlreadyWithdrawn
   */
  async end(
    actor: WorkerActor,
    { id, caseId, recipientUnitId, sections }: StoredConsent,
    reason: EndReason,
    note: string | null,
  ): Promise<void> {
    const at = this.clock.now()
    const sealedNote =
      note === null ? null : await this.cases.sealFor(caseId, 'services', note, withdrawalPlace(id))
    const by = actor.workerId
    if (!(await this.consents.withdraw(caseId, id, { at, reason, by, sealedNote })))
      throw new ConsentAlreadyWithdrawn()
    await this.audit.record({
      action: 'consent.withdraw',
      caseId,
      subject: { type: 'consent', id },
      sections,
    })
    await this.outbox.add(new ConsentWithdrawn(id, caseId, recipientUnitId, reason))
    await this.timers.forget(id)
  }

  /** The consent, if this actor may take it back. @throws NotFound, ConsentAlreadyWithdrawn */
  async find(actor: WorkerActor, caseId: string, consentId: string): Promise<StoredConsent> {
    const context = { now: this.clock.now(), case: await this.access.caseFacts(caseId) }
    const stored = await this.consents.one(caseId, consentId)
    if (stored === undefined || !decide(actor, 'consent.withdraw', context).allowed) {
      throw new NotFound('consent.withdraw', 'consent', consentId)
    }
    if (stored.withdrawnAt !== null) throw new ConsentAlreadyWithdrawn()
    return stored
  }
}
