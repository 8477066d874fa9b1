import { Injectable } from '@nestjs/common'
import { createHmac, hkdfSync } from 'node:crypto'
import { decrypt, encrypt } from '../../../platform/crypto/aes-gcm.js'
import { Keys } from '../../../platform/crypto/keys.js'
import type { DraftContent } from '../domain/draft.js'
import type { DraftRow } from './draft-rows.js'

type Place = Pick<DraftRow, 'workerId' | 'formKey'>

/**
 * Drafts are sealed under a key of the service, not of a case: most of what is typed belongs to no case
 * yet, and it goes on to where its form seals it. Bound to worker and form, it opens for nobody else.
 */
@Injectable()
export class DraftSeal {
  private readonly sealingKeys: readonly Buffer[]
  private readonly placing: Buffer

  constructor(keys: Keys) {
    this.sealingKeys = keys.wrapping
      .map(({ key }) => Buffer.from(hkdfSync('sha256', key, '', 'ben-an form draft', 32)))
      .reverse()
    this.placing = Buffer.from(hkdfSync('sha256', keys.searching, '', 'ben-an page of a draft', 32))
  }

  seal(content: DraftContent, place: Place): Buffer {
    const [newest] = this.sealingKeys
    if (newest === undefined) throw new Error('there is no key to seal with')
    return encrypt(newest, Buffer.from(JSON.stringify(content)), contextOf(place))
  }

  /** Null for what was sealed by nobody of ours, or for somebody else. */
  open(row: DraftRow): DraftContent | null {
    for (const key of this.sealingKeys) {
      try {
        return JSON.parse(decrypt(key, row.sealed, contextOf(row)).toString()) as DraftContent
      } catch {
        // Sealed under another key of the ring, or moved to another place.
      }
    }
    return null
  }

  /** What a page is found by: its address says which case somebody works on. */
  placeOf(workerId: string, page: string): Buffer {
    return createHmac('sha256', this.placing)
      .update(JSON.stringify([workerId, page]))
      .digest()
  }
}

const contextOf = ({ workerId, formKey }: Place): Buffer =>
  Buffer.from(JSON.stringify(['ben-an form draft', workerId, formKey]))
