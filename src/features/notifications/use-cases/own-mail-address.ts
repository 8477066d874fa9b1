import { Injectable } from '@nestjs/common'
import { randomInt, timingSafeEqual } from 'node:crypto'
import { isEmail } from 'class-validator'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Mailer } from '../../../platform/mail/index.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { MailAddressesRepository } from '../data/mail-addresses.repository.js'
import { MailChoicesRepository } from '../data/mail-choices.repository.js'
import { NoMail, NoMailAddress, TooManyMailCodes, WrongMailCode } from '../domain/mail.errors.js'
import { MailSeal } from './mail-seal.js'
import { PlanMail } from './plan-mail.js'

export const codeDue = 'notification.code-due'

const codeLifetimeMs = 30 * 60_000
const codesADay = 5
const dayMs = 24 * 3_600_000

/** The address mail goes to. Nothing but a code is sent there before its owner has typed that code. */
@Injectable()
export class OwnMailAddress {
  constructor(
    private readonly addresses: MailAddressesRepository,
    private readonly choices: MailChoicesRepository,
    private readonly seal: MailSeal,
    private readonly plan: PlanMail,
    private readonly mailer: Mailer,
    private readonly outbox: Outbox,
    private readonly trail: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes the place of any other, and stops mail until it is confirmed.
   * @throws NoMail, NoMailAddress, TooManyMailCodes
   */
  async change(actor: WorkerActor, address: string): Promise<void> {
    this.mayOrNot(actor)
    if (!this.mailer.isThere) throw new NoMail()
    if (address.length > 254 || !isEmail(address)) throw new NoMailAddress()
    const now = this.clock.now()
    await this.transactions.run(actor, async () => {
      const { workerId } = actor
      const before = await this.addresses.lock(workerId)
      const isSameDay =
        before !== undefined && now.getTime() - before.codesAskedSince.getTime() < dayMs
      if (isSameDay && before.codesAsked >= codesADay) throw new TooManyMailCodes()
      await this.addresses.keep(workerId, {
        sealedAddress: this.seal.seal('address', workerId, address),
        sealedCode: this.seal.seal('code', workerId, String(randomInt(1_000_000)).padStart(6, '0')),
        codeExpiresAt: new Date(now.getTime() + codeLifetimeMs),
        codesAsked: isSameDay ? before.codesAsked + 1 : 1,
        codesAskedSince: isSameDay ? before.codesAskedSince : now,
      })
      await this.plan.nothing(workerId)
      await this.outbox.add({ type: codeDue, subjectId: workerId, caseId: null })
      await this.recordChange(workerId)
    })
  }

  /** @throws WrongMailCode, also when it has run out or was tried too often */
  async confirm(actor: WorkerActor, code: string, timeZone: string): Promise<void> {
    this.mayOrNot(actor)
    const now = this.clock.now()
    const isRight = await this.transactions.run(actor, async () => {
      const { workerId } = actor
      await this.addresses.lock(workerId)
      const row = await this.addresses.of(workerId)
      if (row === undefined || row.sealedCode === null) return false
      if (row.codeExpiresAt === null || row.codeExpiresAt <= now) return false
      if ((row.codeTriesLeft ?? 0) <= 0) return false
      if (!sameText(code, this.seal.open('code', workerId, row.sealedCode))) {
        // Counted, so the transaction must be kept: the trouble is told after it.
        await this.addresses.countTry(workerId)
        return false
      }
      await this.addresses.confirm(workerId, now)
      await this.plan.digest(workerId, await this.choices.of(workerId), timeZone)
      await this.recordChange(workerId)
      return true
    })
    if (!isRight) throw new WrongMailCode()
  }

  /** No mail any more. */
  async forget(actor: WorkerActor): Promise<void> {
    this.mayOrNot(actor)
    await this.transactions.run(actor, async () => {
      if (!(await this.addresses.forget(actor.workerId))) return
      await this.plan.nothing(actor.workerId)
      await this.recordChange(actor.workerId)
    })
  }

  private mayOrNot(actor: WorkerActor): void {
    if (!decide(actor, 'account.own', { now: this.clock.now() }).allowed)
      throw new NotFound('account.own', 'worker', null)
  }

  private recordChange(workerId: string): Promise<void> {
    return this.trail.record({
      action: 'account.change',
      subject: { type: 'worker', id: workerId },
    })
  }
}

const sameText = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
