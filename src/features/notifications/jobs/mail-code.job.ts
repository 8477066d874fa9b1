import { Injectable } from '@nestjs/common'
import { system } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { EventConsumer, type DeliveredEvent } from '../../../platform/outbox/index.js'
import { translate } from '../../../ui/translate.js'
import { Workers } from '../../accounts/index.js'
import { MailAddressesRepository } from '../data/mail-addresses.repository.js'
import { MailOut } from '../use-cases/mail-out.js'
import { MailSeal } from '../use-cases/mail-seal.js'
import { codeDue } from '../use-cases/own-mail-address.js'

/** Sends the code that proves that an address is read by whoever entered it. */
@Injectable()
export class MailCode extends EventConsumer {
  readonly consumer = 'mail-code'
  readonly types = [codeDue]

  constructor(
    private readonly workers: Workers,
    private readonly addresses: MailAddressesRepository,
    private readonly seal: MailSeal,
    private readonly mail: MailOut,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super()
  }

  override async actOutside({ id, subjectId }: DeliveredEvent): Promise<void> {
    if (!this.mail.isThere) return
    const [atWork, row] = await this.transactions.run(system('notices'), async () => [
      await this.workers.atWork(subjectId),
      await this.addresses.of(subjectId),
    ])
    // Confirmed, replaced or run out meanwhile: nobody waits for it.
    if (atWork === undefined || row === undefined || row.sealedCode === null) return
    if (row.codeExpiresAt === null || row.codeExpiresAt <= this.clock.now()) return
    const t = translate(atWork.locale)
    await this.mail.send({
      eventId: id,
      workerId: subjectId,
      address: this.seal.open('address', subjectId, row.sealedAddress),
      subject: t('mail.code.subject'),
      text: t('mail.code.text', { code: this.seal.open('code', subjectId, row.sealedCode) }),
    })
  }

  async handle(): Promise<void> {
    // All of it happens outside.
  }
}
