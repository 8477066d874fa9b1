import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { Mailer } from '../../../platform/mail/index.js'
import { MailAddressesRepository } from '../data/mail-addresses.repository.js'
import { MailChoicesRepository } from '../data/mail-choices.repository.js'
import type { MailChoice } from '../domain/mail-choice.js'
import { MailSeal } from './mail-seal.js'
import { PlanMail } from './plan-mail.js'

/** What somebody chose, and the address it concerns. */
export interface OwnChoice {
  /** Whether the installation sends mail at all. */
  readonly isMailThere: boolean
  readonly address: { readonly text: string; readonly isConfirmed: boolean } | null
  readonly choice: MailChoice
}

/** One's own choice of what is told by mail. What is told inside the service cannot be turned off. */
@Injectable()
export class OwnMailChoice {
  constructor(
    private readonly addresses: MailAddressesRepository,
    private readonly choices: MailChoicesRepository,
    private readonly seal: MailSeal,
    private readonly plan: PlanMail,
    private readonly mailer: Mailer,
    private readonly trail: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async read(actor: WorkerActor): Promise<OwnChoice> {
    this.mayOrNot(actor)
    const { workerId } = actor
    return this.transactions.run(actor, async () => {
      const row = await this.addresses.of(workerId)
      return {
        isMailThere: this.mailer.isThere,
        address:
          row === undefined
            ? null
            : {
                text: this.seal.open('address', workerId, row.sealedAddress),
                isConfirmed: row.confirmedAt !== null,
              },
        choice: await this.choices.of(workerId),
      }
    })
  }

  /** @returns the new version. @throws Stale */
  async change(
    actor: WorkerActor,
    version: number,
    choice: Omit<MailChoice, 'version'>,
    timeZone: string,
  ): Promise<number> {
    this.mayOrNot(actor)
    const { workerId } = actor
    return this.transactions.run(actor, async () => {
      if (!(await this.choices.change(workerId, version, choice))) throw new Stale()
      const changed = { ...choice, version: version + 1 }
      const address = await this.addresses.of(workerId)
      if (address !== undefined && address.confirmedAt !== null)
        await this.plan.digest(workerId, changed, timeZone)
      await this.trail.record({
        action: 'account.change',
        subject: { type: 'worker', id: workerId },
      })
      return changed.version
    })
  }

  private mayOrNot(actor: WorkerActor): void {
    if (!decide(actor, 'account.own', { now: this.clock.now() }).allowed)
      throw new NotFound('account.own', 'worker', null)
  }
}
