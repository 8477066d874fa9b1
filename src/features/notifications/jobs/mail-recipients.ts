import { Injectable } from '@nestjs/common'
import { system } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { Workers, type AtWork } from '../../accounts/index.js'
import { MailAddressesRepository } from '../data/mail-addresses.repository.js'
import { MailChoicesRepository } from '../data/mail-choices.repository.js'
import { NotificationsRepository, type Unread } from '../data/notifications.repository.js'
import type { MailChoice } from '../domain/mail-choice.js'
import { MailSeal } from '../use-cases/mail-seal.js'

/** Somebody at work with a confirmed address. */
export interface Recipient extends AtWork {
  readonly address: string
  readonly choice: MailChoice
  readonly lastNewsAt: Date | null
}

/** Whom mail goes to, and what waits for them, seen with their own eyes. */
@Injectable()
export class MailRecipients {
  constructor(
    private readonly workers: Workers,
    private readonly addresses: MailAddressesRepository,
    private readonly choices: MailChoicesRepository,
    private readonly notifications: NotificationsRepository,
    private readonly seal: MailSeal,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Undefined for who works here no longer or has no confirmed address. */
  find(workerId: string): Promise<Recipient | undefined> {
    return this.transactions.run(system('notices'), async () => {
      const [atWork, row, choice] = [
        await this.workers.atWork(workerId),
        await this.addresses.of(workerId),
        await this.choices.of(workerId),
      ]
      if (atWork === undefined || row === undefined || row.confirmedAt === null) return undefined
      return {
        ...atWork,
        choice,
        lastNewsAt: row.lastNewsAt,
        address: this.seal.open('address', workerId, row.sealedAddress),
      }
    })
  }

  /** What they have not read and may know of now. */
  async unreadOf({ actor }: Recipient): Promise<readonly Unread[]> {
    if (!decide(actor, 'notification.read', { now: this.clock.now() }).allowed) return []
    return this.transactions.run(actor, () => this.notifications.unreadList(actor.workerId))
  }

  /** A mail about these was sent. */
  async noteNews({ actor }: Recipient, ids: readonly string[]): Promise<void> {
    await this.transactions.run(system('notices'), async () => {
      await this.notifications.markMailed(ids, this.clock.now())
      await this.addresses.noteNews(actor.workerId, this.clock.now())
    })
  }
}
