import { Injectable } from '@nestjs/common'
import { availableParallelism } from 'node:os'
import { Keys } from '../../../platform/crypto/keys.js'
import { hashPassword, nobodysHash, verifyPassword } from './password-hash.js'
import { Turns } from './turns.js'

// With a few hundredths of a second each, whoever waits last waits less than a second.
const waitingPerCore = 20

/** Hashes and checks passwords without letting a crowd at the door take the whole machine. */
@Injectable()
export class Passwords {
  // One core stays for those who are already in.
  private readonly turns = new Turns(
    Math.max(1, availableParallelism() - 1),
    availableParallelism() * waitingPerCore,
  )
  private readonly nobody = nobodysHash()

  constructor(private readonly keys: Keys) {}

  /** @throws SignInBusy */
  hash(password: string): Promise<string> {
    return this.turns.take(() => hashPassword(password, this.keys.pepper))
  }

  /**
   * Whether the password fits; where there is no hash it takes just as long to say no.
   * @throws SignInBusy
   */
  async fits(passwordHash: string | undefined, password: string): Promise<boolean> {
    const fits = await this.turns.take(() =>
      verifyPassword(passwordHash ?? this.nobody, password, this.keys.pepper),
    )
    return fits && passwordHash !== undefined
  }
}
