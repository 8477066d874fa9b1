import { Injectable } from '@nestjs/common'
import { hkdfSync } from 'node:crypto'
import { decrypt, encrypt } from '../../../platform/crypto/aes-gcm.js'
import type { Json } from '../../../platform/crypto/index.js'
import { Keys } from '../../../platform/crypto/keys.js'

/** Where a sealed text lies: a list of a worker, or the place of a group. */
export interface Place {
  readonly table: 'group_list' | 'victim_group'
  readonly id: string
  /** Whose it is: the worker of a list, the unit of a group. */
  readonly ownerId: string
}

/**
 * Seals what belongs to no case (yet): a list on its way and the place of a group. Under a key of the
 * service that is not in the database.
 */
@Injectable()
export class ListSeal {
  /** Newest first. */
  private readonly keys: readonly Buffer[]

  constructor({ wrapping }: Keys) {
    this.keys = wrapping
      .map(({ key }) => Buffer.from(hkdfSync('sha256', key, '', 'ben-an group list', 32)))
      .reverse()
  }

  seal(value: Json, place: Place): Buffer {
    const [newest] = this.keys
    if (newest === undefined) throw new Error('The key file holds no wrapping key')
    return encrypt(newest, Buffer.from(JSON.stringify(value)), boundTo(place))
  }

  /** @throws when none of the keys opens it; the shape is the one its writer gave it */
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- see above
  open<Shape extends Json>(sealed: Buffer, place: Place): Shape {
    let failure: unknown
    for (const key of this.keys) {
      try {
        return JSON.parse(decrypt(key, sealed, boundTo(place)).toString()) as Shape
      } catch (error) {
        failure = error
      }
    }
    throw new Error('A list cannot be opened', { cause: failure })
  }
}

// As JSON, so that no two places can read the same.
const boundTo = ({ table, id, ownerId }: Place): Buffer =>
  Buffer.from(JSON.stringify(['ben-an', table, id, ownerId]))
