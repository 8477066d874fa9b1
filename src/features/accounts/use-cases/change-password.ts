import { Injectable } from '@nestjs/common'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Database, Transactions } from '../../../platform/database/transactions.js'
import { DeviceRows } from '../data/device-rows.js'
import { SessionRows } from '../data/session-rows.js'
import { WorkerEntity } from '../data/worker.entity.js'
import { WorkerRows } from '../data/worker-rows.js'
import { UnfitPassword, WrongPassword } from '../domain/accounts.errors.js'
import { faultOfPassword } from '../domain/password-rules.js'
import { OwnPassword } from './own-password.js'
import { Passwords } from './passwords.js'
import type { SessionSignIn } from './session-sign-in.js'
import { hashOfToken } from './tokens.js'

export interface PasswordChange {
  readonly current: string
  readonly next: string
  /** Token of this device's cookie, which stays known. */
  readonly device: string | null
}

/** Changes one's own password. Every other session ends and every other device is forgotten. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: Database,
    private readonly workers: WorkerRows,
    private readonly sessions: SessionRows,
    private readonly devices: DeviceRows,
    private readonly ownPassword: OwnPassword,
    private readonly passwords: Passwords,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws WrongPassword, UnfitPassword, TooManyTries, SignInBusy */
  async run(signIn: SessionSignIn, { current, next, device }: PasswordChange): Promise<void> {
    const { actor, sessionId } = signIn
    const before = await this.ownPassword.confirm(signIn, current, 'password.change')
    const { login, displayName } = await this.transactions.run(actor, () =>
      this.database.manager.findOneByOrFail(WorkerEntity, { id: actor.workerId }),
    )
    const fault = faultOfPassword(next, [login, displayName])
    if (fault !== null) throw new UnfitPassword(fault)
    if (await this.passwords.fits(before, next))
      throw new UnfitPassword('accounts.password.unchanged')
    const passwordHash = await this.passwords.hash(next)
    await this.transactions.run(actor, async () => {
      const now = this.clock.now()
      if (!(await this.workers.keepHash(actor.workerId, passwordHash, before, now)))
        throw new WrongPassword()
      await this.sessions.endOthers(actor.workerId, sessionId)
      await this.devices.forgetOthers(actor.workerId, device === null ? null : hashOfToken(device))
      await this.audit.record({
        action: 'password.change',
        subject: { type: 'worker', id: actor.workerId },
      })
    })
  }
}
