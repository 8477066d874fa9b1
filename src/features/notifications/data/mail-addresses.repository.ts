import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'

/** An address as stored. */
export interface MailAddressRow {
  readonly sealedAddress: Buffer
  /** Null once confirmed. */
  readonly sealedCode: Buffer | null
  readonly codeExpiresAt: Date | null
  readonly codeTriesLeft: number | null
  readonly codesAsked: number
  readonly codesAskedSince: Date
  readonly confirmedAt: Date | null
  readonly lastNewsAt: Date | null
}

const of = statement(
  'mail.address',
  `SELECT sealed_address AS "sealedAddress", sealed_code AS "sealedCode",
          code_expires_at AS "codeExpiresAt", code_tries_left AS "codeTriesLeft",
          codes_asked AS "codesAsked", codes_asked_since AS "codesAskedSince",
          confirmed_at AS "confirmedAt", last_news_at AS "lastNewsAt"
     FROM mail_address WHERE worker_id = $1 AND sealed_address IS NOT NULL`,
)
const lock = statement(
  'mail.lock-address',
  `SELECT codes_asked AS "codesAsked", codes_asked_since AS "codesAskedSince"
     FROM mail_address WHERE worker_id = $1 FOR UPDATE`,
)
const keep = statement(
  'mail.keep-address',
  `INSERT INTO mail_address (worker_id, sealed_address, sealed_code, code_expires_at,
                             code_tries_left, codes_asked, codes_asked_since)
   VALUES ($1, $2, $3, $4, 5, $5, $6)
   ON CONFLICT (worker_id) DO UPDATE
     SET sealed_address = excluded.sealed_address, sealed_code = excluded.sealed_code,
         code_expires_at = excluded.code_expires_at, code_tries_left = 5,
         codes_asked = excluded.codes_asked, codes_asked_since = excluded.codes_asked_since,
         confirmed_at = NULL`,
)
const countTry = statement(
  'mail.count-try',
  `UPDATE mail_address SET code_tries_left = code_tries_left - 1
    WHERE worker_id = $1 AND code_tries_left > 0`,
)
const confirm = statement(
  'mail.confirm-address',
  `UPDATE mail_address SET confirmed_at = $2, sealed_code = NULL, code_expires_at = NULL,
          code_tries_left = NULL WHERE worker_id = $1`,
)
const forget = statement(
  'mail.forget-address',
  `UPDATE mail_address SET sealed_address = NULL, sealed_code = NULL, code_expires_at = NULL,
          code_tries_left = NULL, confirmed_at = NULL
    WHERE worker_id = $1 AND sealed_address IS NOT NULL`,
)
const noteNews = statement(
  'mail.note-news',
  'UPDATE mail_address SET last_news_at = $2 WHERE worker_id = $1',
)

/** A fresh address with the code that is to confirm it. */
export interface NewMailAddress extends Pick<
  MailAddressRow,
  'sealedAddress' | 'codesAsked' | 'codesAskedSince'
> {
  readonly sealedCode: Buffer
  readonly codeExpiresAt: Date
}

/** Addresses of workers; everybody sees their own, the service those it writes to. */
@Injectable()
export class MailAddressesRepository {
  constructor(private readonly database: Database) {}

  of(workerId: string): Promise<MailAddressRow | undefined> {
    return this.database.first<MailAddressRow>(of, [workerId])
  }

  /** How many codes were asked for, held until the transaction ends: all is counted one by one. */
  lock(
    workerId: string,
  ): Promise<Pick<MailAddressRow, 'codesAsked' | 'codesAskedSince'> | undefined> {
    return this.database.first(lock, [workerId])
  }

  /** Puts it in the place of any other; it waits to be confirmed. */
  async keep(workerId: string, address: NewMailAddress): Promise<void> {
    const { sealedAddress, sealedCode, codeExpiresAt, codesAsked, codesAskedSince } = address
    await this.database.change(keep, [
      workerId,
      sealedAddress,
      sealedCode,
      codeExpiresAt,
      codesAsked,
      codesAskedSince,
    ])
  }

  async countTry(workerId: string): Promise<void> {
    await this.database.change(countTry, [workerId])
  }

  async confirm(workerId: string, at: Date): Promise<void> {
    await this.database.change(confirm, [workerId, at])
  }

  /** Whether there was one. */
  async forget(workerId: string): Promise<boolean> {
    return (await this.database.change(forget, [workerId])) === 1
  }

  async noteNews(workerId: string, at: Date): Promise<void> {
    await this.database.change(noteNews, [workerId, at])
  }
}
