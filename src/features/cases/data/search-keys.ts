import { Injectable } from '@nestjs/common'
import { bitOf } from '../../../platform/access/sections.js'
import { SearchTokens } from '../../../platform/crypto/index.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import { storedKeys, type Findable, type KeyText } from '../domain/search-keys.js'
import type { FoundBy } from './findables.js'

const write = statement(
  'search-keys.write',
  'SELECT guard.write_search_keys($1, $2, $3, $4, $5, $6)',
)

/**
 * Keyed tokens under which people, numbers and accounts are found again. Whoever seals a name, a
 * number or an account writes them in the same transaction: what is not written here is not found.
 */
@Injectable()
export class SearchKeys {
  constructor(
    private readonly database: Database,
    private readonly tokens: SearchTokens,
  ) {}

  /** Replaces the tokens of these places of a case; a place with nothing to find loses them. */
  async write(caseId: string, places: readonly FoundBy[]): Promise<void> {
    const rows = places.flatMap(({ findable }, place) =>
      this.of(findable).map((key) => ({ place: place + 1, key })),
    )
    await this.database.query(write, [
      caseId,
      this.tokens.version,
      places.map(({ section }) => bitOf(section)),
      places.map(({ sourceId }) => sourceOf(sourceId)),
      rows.map(({ place }) => place),
      rows.map(({ key }) => String(key)),
    ])
  }

  /** The tokens of what can be found. */
  of(findable: Findable): bigint[] {
    return storedKeys(findable).map((text) => this.tokenOf(text))
  }

  /** The token of one text. */
  tokenOf({ kind, text }: KeyText): bigint {
    return this.tokens.short(kind, text)
  }
}

/** The row a token was made of, as the database keeps it: the first half of the first half of its id. */
export const sourceOf = (id: string | null): number =>
  id === null ? 0 : Buffer.from(id.slice(0, 8), 'hex').readInt32BE(0)

/** The same in SQL, of the column with the id. */
export const sourceColumn = (id: string): string => `('x' || left(${id}::text, 8))::bit(32)::int`
