import { Injectable } from '@nestjs/common'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { SessionRows } from '../data/session-rows.js'
import { OwnPassword } from './own-password.js'
import type { SessionSignIn } from './session-sign-in.js'

/** Closes a session until its password comes: by hand, after silence, or to hide the page. */
@Injectable()
export class LockSession {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRows,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @returns the sign-in as it is from now on */
  async run(signIn: SessionSignIn): Promise<SessionSignIn> {
    const { actor, sessionId } = signIn
    await this.transactions.run(actor, async () => {
      if (await this.sessions.lock(sessionId, this.clock.now()))
        await this.audit.record({
          action: 'session.lock',
          subject: { type: 'session', id: sessionId },
        })
    })
    return signIn.onceLocked
  }
}

/** Opens it again. */
@Injectable()
export class UnlockSession {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRows,
    private readonly ownPassword: OwnPassword,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws WrongPassword, TooManyTries, SignInBusy */
  async run(signIn: SessionSignIn, password: string): Promise<void> {
    const { actor, sessionId } = signIn
    await this.ownPassword.confirm(signIn, password, 'session.unlock')
    await this.transactions.run(actor, async () => {
      if (await this.sessions.unlock(sessionId, this.clock.now()))
        await this.audit.record({
          action: 'session.unlock',
          subject: { type: 'session', id: sessionId },
        })
    })
  }
}
