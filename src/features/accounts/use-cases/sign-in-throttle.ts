import { Injectable } from '@nestjs/common'
import { createHmac, hkdfSync } from 'node:crypto'
import { Clock } from '../../../platform/clock/clock.js'
import { Keys } from '../../../platform/crypto/keys.js'
import { ThrottleRows } from '../data/throttle-rows.js'
import { TooManyTries } from '../domain/accounts.errors.js'
import {
  afterTry,
  codePatience,
  networkPatience,
  personalPatience,
  secondsToWait,
  type Patience,
} from '../domain/sign-in-delay.js'

/** What tries are counted for. */
export interface Counted {
  readonly key: Buffer
  readonly patience: Patience
  /** Wrong tries of others are counted under it as well: it is not cleared by one right password. */
  readonly isShared: boolean
}

/**
 * Slows down guessing without ever locking anybody out. A try is counted before the password is
 * checked, so that a hundred at once are not a hundred free ones, and given back when it was right.
 * All inside an open transaction of the service itself.
 */
@Injectable()
export class SignInThrottle {
  private readonly secret: Buffer

  constructor(
    private readonly rows: ThrottleRows,
    private readonly clock: Clock,
    keys: Keys,
  ) {
    this.secret = Buffer.from(hkdfSync('sha256', keys.pepper, '', 'ben-an sign-in throttle', 32))
  }

  ofLogin(login: string, network: string): readonly Counted[] {
    return [
      this.counted(
        personalPatience,
        false,
        'login',
        login.normalize('NFKC').toLowerCase(),
        network,
      ),
      this.counted(networkPatience, true, 'network', network),
    ]
  }

  ofDevice(deviceHash: Buffer): readonly Counted[] {
    return [this.counted(personalPatience, false, 'device', deviceHash.toString('hex'))]
  }

  ofSession(sessionId: string): readonly Counted[] {
    return [this.counted(personalPatience, false, 'session', sessionId)]
  }

  /** Codes of people without an account. */
  ofExternalCode(network: string): readonly Counted[] {
    return [this.counted(codePatience, true, 'external-code', network)]
  }

  /** @throws TooManyTries when it is too early for another one */
  async count(counted: readonly Counted[]): Promise<void> {
    const now = this.clock.now()
    await this.rows.forgetOld(now)
    const rows = await this.rows.take(
      counted.map(({ key }) => key),
      now,
    )
    const wait = Math.max(...rows.map((row) => secondsToWait(row, now)))
    if (wait > 0) throw new TooManyTries(wait)
    await this.rows.keep(
      rows.map((row) => {
        const patience = counted.find(({ key }) => key.equals(row.key))?.patience
        return { key: row.key, ...afterTry(row, patience ?? personalPatience, now) }
      }),
    )
  }

  async forgive(counted: readonly Counted[]): Promise<void> {
    for (const { key, isShared } of counted)
      await (isShared ? this.rows.giveBack(key) : this.rows.forgive(key))
  }

  // As JSON, so that no two lists of parts can read the same.
  private counted(patience: Patience, isShared: boolean, ...parts: readonly string[]): Counted {
    const key = createHmac('sha256', this.secret).update(JSON.stringify(parts)).digest()
    return { key, patience, isShared }
  }
}
