import { Injectable } from '@nestjs/common'
import type { Role, WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Database, Transactions } from '../../../platform/database/transactions.js'
import type { Locale } from '../../../platform/i18n/index.js'
import { SessionRows, type OwnSessionRow } from '../data/session-rows.js'
import { WorkerEntity } from '../data/worker.entity.js'
import { Workers } from './workers.js'

/** What people see and choose about themselves. */
export interface Account {
  readonly login: string
  readonly displayName: string
  readonly position: string
  readonly unitName: string
  readonly roles: readonly Role[]
  readonly locale: Locale
  readonly sessions: readonly OwnSessionRow[]
}

@Injectable()
export class OwnAccount {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: Database,
    private readonly sessions: SessionRows,
    private readonly workers: Workers,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  read(actor: WorkerActor): Promise<Account> {
    return this.transactions.run(actor, async () => {
      const worker = await this.database.manager.findOneByOrFail(WorkerEntity, {
        id: actor.workerId,
      })
      const named = await this.workers.named([actor.workerId])
      const { login, displayName, position, roles, locale } = worker
      return {
        login,
        displayName,
        position,
        roles,
        locale,
        unitName: named.get(actor.workerId)?.unitName ?? '',
        sessions: await this.sessions.ofWorker(actor.workerId, this.clock.now()),
      }
    })
  }

  /** Chooses the language of everything written to this person. */
  async chooseLanguage(actor: WorkerActor, locale: Locale): Promise<void> {
    await this.transactions.run(actor, async () => {
      await this.database.manager.update(WorkerEntity, { id: actor.workerId }, { locale })
      await this.audit.record({
        action: 'account.change',
        subject: { type: 'worker', id: actor.workerId },
      })
    })
  }
}
