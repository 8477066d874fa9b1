import { Injectable } from '@nestjs/common'
import { hkdfSync } from 'node:crypto'
import { decrypt, encrypt } from '../../../platform/crypto/aes-gcm.js'
import { Keys } from '../../../platform/crypto/keys.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'

const ofWorker = statement(
  'saved-filters.of-worker',
  `SELECT id, sealed_name AS "sealedName", query FROM saved_filter
    WHERE worker_id = $1 ORDER BY created_at, id`,
)
const insert = statement(
  'saved-filters.insert',
  `INSERT INTO saved_filter (id, worker_id, sealed_name, query, created_at)
   VALUES ($1, $2, $3, $4, $5)`,
)
const rename = statement(
  'saved-filters.rename',
  'UPDATE saved_filter SET sealed_name = $2 WHERE id = $1',
)
const remove = statement('saved-filters.remove', 'DELETE FROM saved_filter WHERE id = $1')

/** A filter that somebody keeps: codes, under a name of their own. */
export interface SavedFilter {
  readonly id: string
  readonly name: string
  readonly query: Readonly<Record<string, string>>
}

/**
 * Kept filters inside the open transaction, each for its owner alone. What people call them is theirs
 * and may tell of somebody: it is sealed under a key that is not in the database.
 */
@Injectable()
export class SavedFilters {
  // The newest first: it seals, and older ones still open what they sealed.
  private readonly sealing: readonly Buffer[]

  constructor(
    private readonly database: Database,
    keys: Keys,
  ) {
    this.sealing = keys.wrapping
      .map(({ key }) => Buffer.from(hkdfSync('sha256', key, '', 'ben-an saved filter', 32)))
      .reverse()
  }

  async of(workerId: string): Promise<SavedFilter[]> {
    const rows = await this.database.query<{
      id: string
      sealedName: Buffer
      query: SavedFilter['query']
    }>(ofWorker, [workerId])
    return rows.map(({ id, sealedName, query }) => ({
      id,
      name: this.open(id, sealedName),
      query,
    }))
  }

  async insert(workerId: string, { id, name, query }: SavedFilter, at: Date): Promise<void> {
    const values = [id, workerId, this.seal(id, name), JSON.stringify(query), at]
    await this.database.change(insert, values)
  }

  /** False where the actor has no such filter. */
  async rename(id: string, name: string): Promise<boolean> {
    return (await this.database.change(rename, [id, this.seal(id, name)])) === 1
  }

  /** False where the actor has no such filter. */
  async remove(id: string): Promise<boolean> {
    return (await this.database.change(remove, [id])) === 1
  }

  private seal(id: string, name: string): Buffer {
    const [key] = this.sealing
    if (key === undefined) throw new Error('there is a wrapping key')
    return encrypt(key, Buffer.from(name), place(id))
  }

  private open(id: string, sealed: Buffer): string {
    for (const key of this.sealing) {
      try {
        return decrypt(key, sealed, place(id)).toString()
      } catch {
        // Sealed under an older key.
      }
    }
    return ''
  }
}

const place = (id: string): Buffer => Buffer.from(`saved_filter|${id}|sealed_name`)
