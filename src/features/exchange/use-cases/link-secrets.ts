import { Injectable } from '@nestjs/common'
import { createHmac, hkdfSync } from 'node:crypto'
import { Keys } from '../../../platform/crypto/keys.js'
import { hashOfToken } from '../../accounts/index.js'

/** What is stored in place of a link's two secrets. */
@Injectable()
export class LinkSecrets {
  private readonly ofCodes: Buffer

  constructor(keys: Keys) {
    this.ofCodes = Buffer.from(hkdfSync('sha256', keys.pepper, '', 'ben-an one-time code', 32))
  }

  tokenHash(token: string): Buffer {
    return hashOfToken(token)
  }

  /**
   * The code is bound to its link, so that equal codes look different; it can be worked out for a link
   * that does not exist, so that a try costs the same there.
   */
  codeHash(tokenHash: Buffer, code: string): Buffer {
    return createHmac('sha256', this.ofCodes).update(tokenHash).update(code).digest()
  }
}
