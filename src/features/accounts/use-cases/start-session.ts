import { Injectable } from '@nestjs/common'
import { randomBytes, randomUUID } from 'node:crypto'
import { system } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { DeviceRows } from '../data/device-rows.js'
import { SessionRows, type Through } from '../data/session-rows.js'
import type { Proof } from './prove-password.js'
import { csrfTokenOf, hashOfToken, newToken } from './tokens.js'

/** A working day: however busy, after it everybody signs in anew. */
const longestSessionMs = 8 * 60 * 60 * 1000
const deviceLifetimeMs = 180 * 24 * 60 * 60 * 1000

export interface StartedSession {
  /** Goes to the person and is stored nowhere. */
  readonly token: string
  readonly csrfToken: string
  readonly expiresAt: Date
  /** For the device's cookie, when this device was not known yet. */
  readonly newDevice: { readonly token: string; readonly expiresAt: Date } | null
}

/** Lets a proven worker in: always a new token, and the one the browser came with ends. */
@Injectable()
export class StartSession {
  constructor(
    private readonly transactions: Transactions,
    private readonly sessions: SessionRows,
    private readonly devices: DeviceRows,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  async run(
    { actor, isKnownDevice }: Proof,
    through: Through,
    previousToken: string | null = null,
  ): Promise<StartedSession> {
    if (previousToken !== null)
      await this.transactions.run(system('sign-in'), () =>
        this.sessions.endByHash(hashOfToken(previousToken)),
      )
    const at = this.clock.now()
    const [id, token, csrfSecret] = [randomUUID(), newToken(), randomBytes(32)]
    const expiresAt = new Date(at.getTime() + longestSessionMs)
    const newDevice =
      through === 'cookie' && !isKnownDevice
        ? { token: newToken(), expiresAt: new Date(at.getTime() + deviceLifetimeMs) }
        : null
    await this.transactions.run(actor, async () => {
      await this.sessions.start({
        id,
        idHash: hashOfToken(token),
        workerId: actor.workerId,
        csrfSecret,
        through,
        at,
        expiresAt,
      })
      if (newDevice !== null)
        await this.devices.add(
          hashOfToken(newDevice.token),
          actor.workerId,
          at,
          newDevice.expiresAt,
        )
      await this.audit.record({ action: 'sign-in', subject: { type: 'session', id } })
    })
    return { token, csrfToken: csrfTokenOf(csrfSecret), expiresAt, newDevice }
  }
}
