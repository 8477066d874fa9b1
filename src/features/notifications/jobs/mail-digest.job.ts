import { Injectable } from '@nestjs/common'
import { EventConsumer, type DeliveredEvent } from '../../../platform/outbox/index.js'
import { translate } from '../../../ui/translate.js'
import { Workers } from '../../accounts/index.js'
import { MailAddressesRepository } from '../data/mail-addresses.repository.js'
import { MailChoicesRepository } from '../data/mail-choices.repository.js'
import { MailOut } from '../use-cases/mail-out.js'
import { digestDue, PlanMail } from '../use-cases/plan-mail.js'
import { MailRecipients } from './mail-recipients.js'

/** Once a day a mail that says how much waits: numbers only. Where nothing waits, none. */
@Injectable()
export class MailDigest extends EventConsumer {
  readonly consumer = 'mail-digest'
  readonly types = [digestDue]

  constructor(
    private readonly recipients: MailRecipients,
    private readonly mail: MailOut,
    private readonly plan: PlanMail,
    private readonly workers: Workers,
    private readonly addresses: MailAddressesRepository,
    private readonly choices: MailChoicesRepository,
  ) {
    super()
  }

  override async actOutside({ id, subjectId }: DeliveredEvent): Promise<void> {
    if (!this.mail.isThere) return
    const recipient = await this.recipients.find(subjectId)
    if (recipient === undefined || recipient.choice.digestAt === null) return
    const unread = await this.recipients.unreadOf(recipient)
    if (unread.length === 0) return
    const toDo = unread.filter(({ weight }) => weight !== 'news').length
    const t = translate(recipient.locale)
    await this.mail.send({
      eventId: id,
      workerId: subjectId,
      address: recipient.address,
      subject: t('mail.digest.subject'),
      text: t('mail.digest.text', {
        toDo,
        news: unread.length - toDo,
        address: this.mail.signInUrl,
      }),
    })
  }

  /** Tomorrow again, as long as it is wanted. */
  async handle({ subjectId }: DeliveredEvent): Promise<void> {
    const [atWork, address] = [
      await this.workers.atWork(subjectId),
      await this.addresses.of(subjectId),
    ]
    if (atWork === undefined || address === undefined || address.confirmedAt === null) return
    await this.plan.digest(subjectId, await this.choices.of(subjectId), atWork.timeZone)
  }
}
