import { Injectable } from '@nestjs/common'
import { hkdfSync } from 'node:crypto'
import { decrypt, encrypt } from '../../../platform/crypto/aes-gcm.js'
import { Keys } from '../../../platform/crypto/keys.js'

type Part = 'address' | 'code'

/** Seals a worker's address and the code on its way there: mailboxes tell who works where. */
@Injectable()
export class MailSeal {
  /** Newest first. */
  private readonly keys: readonly Buffer[]

  constructor({ wrapping }: Keys) {
    this.keys = wrapping
      .map(({ key }) => Buffer.from(hkdfSync('sha256', key, '', 'ben-an mail address', 32)))
      .reverse()
  }

  seal(part: Part, workerId: string, text: string): Buffer {
    const [newest] = this.keys
    if (newest === undefined) throw new Error('The key file holds no wrapping key')
    return encrypt(newest, Buffer.from(text), placeOf(part, workerId))
  }

  /** @throws when none of the keys opens it */
  open(part: Part, workerId: string, sealed: Buffer): string {
    let failure: unknown
    for (const key of this.keys) {
      try {
        return decrypt(key, sealed, placeOf(part, workerId)).toString()
      } catch (error) {
        failure = error
      }
    }
    throw new Error('A mail address cannot be opened', { cause: failure })
  }
}

// As JSON, so that no two places can read the same.
const placeOf = (part: Part, workerId: string): Buffer =>
  Buffer.from(JSON.stringify(['ben-an mail', part, workerId]))
