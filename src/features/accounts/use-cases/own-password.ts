import { Injectable } from '@nestjs/common'
import { system } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { WorkerRows } from '../data/worker-rows.js'
import { WrongPassword } from '../domain/accounts.errors.js'
import { Passwords } from './passwords.js'
import type { SessionSignIn } from './session-sign-in.js'
import { SignInThrottle } from './sign-in-throttle.js'

/** Asks somebody who is signed in for their password once more. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly workers: WorkerRows,
    private readonly throttle: SignInThrottle,
    private readonly passwords: Passwords,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @param action what it is asked for; a wrong answer is recorded as its refusal
   * @returns the hash that the password fits
   * @throws WrongPassword, TooManyTries, SignInBusy
   */
  async confirm(
    { actor, sessionId }: SessionSignIn,
    password: string,
    action: string,
  ): Promise<string> {
    const counted = this.throttle.ofSession(sessionId)
    const passwordHash = await this.transactions.run(system('sign-in'), async () => {
      await this.throttle.count(counted)
      return this.workers.hashOf(actor.workerId)
    })
    if (!(await this.passwords.fits(passwordHash, password)) || passwordHash === undefined) {
      const subject = { type: 'session', id: sessionId }
      await this.audit.recordRefusal(actor, { action, subject, outcome: 'refused' })
      throw new WrongPassword()
    }
    await this.transactions.run(system('sign-in'), () => this.throttle.forgive(counted))
    return passwordHash
  }
}
