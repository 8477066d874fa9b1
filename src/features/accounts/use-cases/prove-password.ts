import { Injectable } from '@nestjs/common'
import { system, type WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { FormDrafts } from '../../../platform/web/form-drafts.js'
import { DeviceRows } from '../data/device-rows.js'
import { HeldFormRows } from '../data/held-form-rows.js'
import { SessionRows } from '../data/session-rows.js'
import { actorOf, WorkerRows, type CredentialRow } from '../data/worker-rows.js'
import { networkOf } from '../domain/network.js'
import { Passwords } from './passwords.js'
import { SignInThrottle, type Counted } from './sign-in-throttle.js'
import { hashOfToken } from './tokens.js'

export interface Attempt {
  readonly login: string
  readonly password: string
  /** IP address it came from. */
  readonly address: string
  /** Token of the device's cookie. */
  readonly device: string | null
}

/** What a session is started on. */
export interface Proof {
  readonly actor: WorkerActor
  readonly isKnownDevice: boolean
}

/** Somebody who gave the right login and password, and has no session yet. */
export class ProvenWorker implements Proof {
  constructor(
    readonly actor: WorkerActor,
    readonly isKnownDevice: boolean,
  ) {}
}

interface Tried {
  readonly found: CredentialRow | undefined
  readonly isKnownDevice: boolean
  readonly counted: readonly Counted[]
}

// A session that ran out is remembered this long, so that a form sent late finds whose it was.
const rememberEndedMs = 24 * 60 * 60 * 1000

/** The question at the door. Unknown, wrong and inactive take the same time and get the same answer. */
@Injectable()
export class ProvePassword {
  constructor(
    private readonly transactions: Transactions,
    private readonly workers: WorkerRows,
    private readonly devices: DeviceRows,
    private readonly sessions: SessionRows,
    private readonly heldForms: HeldFormRows,
    private readonly drafts: FormDrafts,
    private readonly throttle: SignInThrottle,
    private readonly passwords: Passwords,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws TooManyTries, SignInBusy */
  async run(attempt: Attempt): Promise<ProvenWorker | null> {
    const { found, isKnownDevice, counted } = await this.transactions.run(system('sign-in'), () =>
      this.count(attempt),
    )
    const fits = await this.passwords.fits(found?.passwordHash, attempt.password)
    if (!fits || found?.isActive !== true) {
      await this.audit.recordRefusal(system('sign-in'), {
        action: 'sign-in',
        subject: found === undefined ? null : { type: 'worker', id: found.workerId },
        outcome: 'refused',
      })
      return null
    }
    await this.transactions.run(system('sign-in'), async () => {
      await this.throttle.forgive(counted)
      await this.tidyUp()
    })
    return new ProvenWorker(actorOf(found), isKnownDevice)
  }

  private async count({ login, address, device }: Attempt): Promise<Tried> {
    const found = await this.workers.byLogin(login)
    const deviceHash = device === null ? null : hashOfToken(device)
    const isKnownDevice =
      deviceHash !== null &&
      found !== undefined &&
      (await this.devices.isKnown(deviceHash, found.workerId, this.clock.now()))
    // A known device does not wait for what others tried in its owner's name.
    const counted = isKnownDevice
      ? this.throttle.ofDevice(deviceHash)
      : this.throttle.ofLogin(login, networkOf(address))
    await this.throttle.count(counted)
    return { found, isKnownDevice, counted }
  }

  private async tidyUp(): Promise<void> {
    const now = this.clock.now()
    await this.sessions.forgetEndedBefore(new Date(now.getTime() - rememberEndedMs))
    await this.devices.forgetOld(now)
    await this.heldForms.forgetOld(now)
    await this.drafts.forgetOld(now)
  }
}
