import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Directory } from '../../directory/index.js'
import { missingIn, ReferralReading, VisibleReferrals } from '../../referrals/index.js'
import { copyFor, isWorthACopy, type PersonsCopy } from '../domain/persons-copy.js'

/** The person's copy, and whose referral it is of. */
export interface CopyForPerson {
  readonly referralId: string
  readonly number: string
  /** Code of the person's own language; null where nobody knows. */
  readonly language: string | null
  readonly copy: PersonsCopy
}

/** Writes out what the person takes away of a referral; see `copyFor` for what that is. */
@Injectable()
export class WriteCopy {
  constructor(
    private readonly visible: VisibleReferrals,
    private readonly reading: ReferralReading,
    private readonly directory: Directory,
    private readonly trail: AuditTrail,
    private readonly transactions: Transactions,
  ) {}

  /** @throws NotFound also where there is nowhere to go: not yet, or not any more */
  run(actor: WorkerActor, referralId: string): Promise<CopyForPerson> {
    return this.transactions.run(actor, async () => {
      const referral = await this.visible.find(actor, 'exchange.copy', referralId)
      const { fromUnitId, toUnitId, status, appointmentAt } = referral
      const [from, to] = await Promise.all([
        this.directory.unit(fromUnitId),
        toUnitId === null ? undefined : this.directory.unit(toUnitId),
      ])
      const isReadyToSend = missingIn(referral) === null
      if (from === undefined || to === undefined || !isWorthACopy(status, isReadyToSend))
        throw new NotFound('exchange.copy', 'referral', referralId)
      const contactName = await this.reading.handlerName(referral)
      await this.trail.record({
        action: 'exchange.copy',
        caseId: referral.caseId,
        subject: { type: 'referral', id: referralId },
      })
      return {
        referralId,
        number: referral.number,
        language: referral.language,
        copy: copyFor({ to, from, appointmentAt, contactName }),
      }
    })
  }
}
