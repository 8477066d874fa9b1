import { Injectable } from '@nestjs/common'
import { system } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { EventConsumer, type DeliveredEvent } from '../../../platform/outbox/index.js'
import { translate } from '../../../ui/translate.js'
import { isQuiet } from '../domain/mail-choice.js'
import { MailOut } from '../use-cases/mail-out.js'
import { mailDue, PlanMail } from '../use-cases/plan-mail.js'
import { MailRecipients } from './mail-recipients.js'

/** Says by mail that there is news: that, and nothing else. */
@Injectable()
export class MailNews extends EventConsumer {
  readonly consumer = 'mail-news'
  readonly types = [mailDue]

  constructor(
    private readonly recipients: MailRecipients,
    private readonly mail: MailOut,
    private readonly plan: PlanMail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super()
  }

  override async actOutside({ id, subjectId }: DeliveredEvent): Promise<void> {
    if (!this.mail.isThere) return
    const recipient = await this.recipients.find(subjectId)
    if (recipient === undefined) return
    const { choice, locale, timeZone, lastNewsAt, address } = recipient
    // What was read meanwhile, or told by an earlier mail, is no news.
    const news = (await this.recipients.unreadOf(recipient)).filter(
      ({ weight, isMailed }) => !isMailed && choice.mailed.includes(weight),
    )
    if (news.length === 0) return
    const now = this.clock.now()
    const isEmergency = news.some(({ weight }) => weight === 'emergency')
    if (!isEmergency && isQuiet(choice.quiet, now, timeZone)) {
      await this.transactions.run(system('notices'), () =>
        this.plan.newsLater(subjectId, 'to-do', {
          now,
          quiet: choice.quiet,
          timeZone,
          lastNewsAt,
        }),
      )
      return
    }
    const t = translate(locale)
    await this.mail.send({
      eventId: id,
      workerId: subjectId,
      address,
      subject: t('mail.news.subject'),
      text: t('mail.news.text', { address: this.mail.signInUrl }),
    })
    await this.recipients.noteNews(
      recipient,
      news.map(({ id: told }) => told),
    )
  }

  async handle(): Promise<void> {
    // All of it happens outside.
  }
}
