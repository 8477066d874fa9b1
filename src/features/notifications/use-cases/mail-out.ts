import { Injectable, Logger } from '@nestjs/common'
import { system } from '../../../platform/access/actor.js'
import { Config, publicUrlOf } from '../../../platform/config/config.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { Mailer, MailRefused } from '../../../platform/mail/index.js'
import { MailDeliveriesRepository } from '../data/mail-deliveries.repository.js'

/** Another worker of ours is sending this very mail. */
export class MailUnderWay extends Error {
  override readonly name = 'MailUnderWay'
}

/** A mail to one worker that comes of one event. */
export interface Outgoing {
  readonly eventId: string
  readonly workerId: string
  readonly address: string
  readonly subject: string
  readonly text: string
}

/**
 * Sends a mail once, as far as that can be: what was sent is noted right after and not sent again. Cut
 * off exactly in between, it is sent once more under the same Message-ID: a mail too many says nothing,
 * a missing one may cost a night.
 */
@Injectable()
export class MailOut {
  private readonly log = new Logger('Mail')

  constructor(
    private readonly mailer: Mailer,
    private readonly deliveries: MailDeliveriesRepository,
    private readonly transactions: Transactions,
    private readonly config: Config,
  ) {}

  get isThere(): boolean {
    return this.mailer.isThere
  }

  /** The only address that is ever written in a mail. */
  get signInUrl(): string {
    return `${publicUrlOf(this.config)}/sign-in`
  }

  /**
   * Outside any transaction.
   * @returns whether it was taken, now or earlier
   * @throws MailUnderWay, or what the mail server did: try again later
   */
  async send({ eventId, workerId, address, ...letter }: Outgoing): Promise<boolean> {
    const claim = await this.asService(() => this.deliveries.claim(eventId, workerId))
    if (claim === 'another') throw new MailUnderWay()
    if (claim === 'ended') return true
    try {
      await this.mailer.send({ eventId, to: address, ...letter })
    } catch (error) {
      const isRefused = error instanceof MailRefused
      await this.asService(() =>
        this.deliveries.end(eventId, workerId, isRefused ? 'refused' : 'failed'),
      )
      if (!isRefused) throw error
      this.log.warn(`The mail of ${eventId} was refused: ${error.code}`)
      return false
    }
    await this.asService(() => this.deliveries.end(eventId, workerId, 'sent'))
    return true
  }

  private asService<Result>(work: () => Promise<Result>): Promise<Result> {
    return this.transactions.run(system('notices'), work)
  }
}
