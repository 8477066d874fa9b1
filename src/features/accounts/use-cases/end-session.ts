import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { HeldFormRows } from '../data/held-form-rows.js'
import { SessionRows } from '../data/session-rows.js'
import type { SessionSignIn } from './session-sign-in.js'

/** Ends sessions: the one somebody came through, or another one of their own. */
@Injectable()
export class EndSession {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRows,
    private readonly heldForms: HeldFormRows,
    private readonly audit: AuditTrail,
  ) {}

  /** Signing out: what was typed and not sent goes too. */
  async current({ actor, sessionId }: SessionSignIn): Promise<void> {
    await this.end(actor, sessionId, 'sign-out')
  }

  /** @throws NotFound when it is not one of the worker's own */
  async own(actor: WorkerActor, sessionId: string): Promise<void> {
    if (!(await this.end(actor, sessionId, 'session.end')))
      throw new NotFound('account.own', 'session', sessionId)
  }

  private end(actor: WorkerActor, sessionId: string, action: string): Promise<boolean> {
    return this.transactions.run(actor, async () => {
      if (!(await this.sessions.end(sessionId))) return false
      await this.heldForms.dropOfSession(sessionId)
      await this.audit.record({ action, subject: { type: 'session', id: sessionId } })
      return true
    })
  }
}
