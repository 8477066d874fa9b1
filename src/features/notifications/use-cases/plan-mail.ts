import { Injectable } from '@nestjs/common'
import { randomInt } from 'node:crypto'
import { Clock } from '../../../platform/clock/clock.js'
import { Mailer } from '../../../platform/mail/index.js'
import { Schedule } from '../../../platform/schedule/index.js'
import { MailChoicesRepository } from '../data/mail-choices.repository.js'
import type { Weight } from '../domain/concern.js'
import { mailDueAt, nextTime, type MailChoice, type MailMoment } from '../domain/mail-choice.js'

export const mailDue = 'notification.mail-due'
export const digestDue = 'notification.digest-due'

/** Keys of a worker's timers. */
const [newsKey, digestKey] = ['mail', 'digest'] as const

// So that the time of a mail does not tell when something happened, and not all are sent at once.
const spreadMs = (weight: Weight): number => randomInt(weight === 'emergency' ? 10_000 : 60_000)

/** Sets the timers of mail: one a worker for news, whatever comes meanwhile, and one for the digest. */
@Injectable()
export class PlanMail {
  constructor(
    private readonly choices: MailChoicesRepository,
    private readonly schedule: Schedule,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
  ) {}

  /** For those who were told just now and want mail about it. In the transaction that tells them. */
  async news(workerIds: readonly string[], weight: Weight): Promise<void> {
    if (!this.mailer.isThere || workerIds.length === 0) return
    const now = this.clock.now()
    for (const one of await this.choices.toMail(workerIds, newsKey)) {
      if (!one.choice.mailed.includes(weight)) continue
      const moment = { ...one, quiet: one.choice.quiet, now }
      const due = mailDueAt(weight, moment, spreadMs(weight))
      if (one.dueAt === null || due < one.dueAt) await this.newsAt(one.workerId, due)
    }
  }

  /** It could not be sent now: when else. */
  async newsLater(workerId: string, weight: Weight, moment: MailMoment): Promise<void> {
    await this.newsAt(workerId, mailDueAt(weight, moment, spreadMs(weight)))
  }

  /** The next digest, or none. */
  async digest(workerId: string, { digestAt }: MailChoice, timeZone: string): Promise<void> {
    if (digestAt === null || !this.mailer.isThere) {
      await this.schedule.cancel(workerId, digestKey)
      return
    }
    await this.schedule.at(
      nextTime(digestAt, this.clock.now(), timeZone),
      { type: digestDue, subjectId: workerId, caseId: null },
      digestKey,
    )
  }

  /** There is no address any more. */
  async nothing(workerId: string): Promise<void> {
    await this.schedule.cancel(workerId, newsKey)
    await this.schedule.cancel(workerId, digestKey)
  }

  private newsAt(workerId: string, due: Date): Promise<void> {
    return this.schedule.at(due, { type: mailDue, subjectId: workerId, caseId: null }, newsKey)
  }
}
