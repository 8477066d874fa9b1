import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { Weight } from '../domain/concern.js'
import { usualChoice, type MailChoice } from '../domain/mail-choice.js'

interface ChoiceRow {
  readonly mailed: readonly Weight[] | null
  readonly quietFrom: number | null
  readonly quietUntil: number | null
  readonly digestAt: number | null
  readonly version: number | null
}

const columns = `c.mailed, c.quiet_from AS "quietFrom", c.quiet_until AS "quietUntil",
  c.digest_at AS "digestAt", c.version`
const of = statement(
  'mail.choice',
  `SELECT ${columns} FROM notification_choice c WHERE c.worker_id = $1`,
)
const first = statement(
  'mail.first-choice',
  `INSERT INTO notification_choice (worker_id, mailed, quiet_from, quiet_until, digest_at)
   VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
)
const change = statement(
  'mail.change-choice',
  `UPDATE notification_choice
      SET mailed = $2, quiet_from = $3, quiet_until = $4, digest_at = $5, version = version + 1
    WHERE worker_id = $1 AND version = $6`,
)
const toMail = statement(
  'mail.to-mail',
  `SELECT a.worker_id AS "workerId", a.last_news_at AS "lastNewsAt", u.time_zone AS "timeZone",
          t.due_at AS "dueAt", ${columns}
     FROM mail_address a
     JOIN worker w ON w.id = a.worker_id
     JOIN unit u ON u.id = w.unit_id
     LEFT JOIN notification_choice c ON c.worker_id = a.worker_id
     LEFT JOIN timer t ON t.subject_id = a.worker_id AND t.key = $2
    WHERE a.worker_id = ANY ($1::uuid[]) AND a.confirmed_at IS NOT NULL`,
)

const choiceOf = ({ mailed, quietFrom, quietUntil, digestAt, version }: ChoiceRow): MailChoice =>
  mailed === null
    ? usualChoice
    : {
        mailed,
        quiet:
          quietFrom === null || quietUntil === null ? null : { from: quietFrom, until: quietUntil },
        digestAt,
        version: version ?? 0,
      }

/** Somebody with a confirmed address, and the mail that is already on its way to them. */
export interface Mailable {
  readonly workerId: string
  readonly choice: MailChoice
  readonly timeZone: string
  readonly lastNewsAt: Date | null
  readonly dueAt: Date | null
}

/** What people want to be told by mail. */
@Injectable()
export class MailChoicesRepository {
  constructor(private readonly database: Database) {}

  /** The usual one for who has made none. */
  async of(workerId: string): Promise<MailChoice> {
    const row = await this.database.first<ChoiceRow>(of, [workerId])
    return row === undefined ? usualChoice : choiceOf(row)
  }

  /** False when it was changed since `version`. */
  async change(workerId: string, version: number, choice: Omit<MailChoice, 'version'>) {
    const values = [
      workerId,
      choice.mailed,
      choice.quiet?.from ?? null,
      choice.quiet?.until ?? null,
      choice.digestAt,
    ]
    return version === 0
      ? (await this.database.change(first, values)) === 1
      : (await this.database.change(change, [...values, version])) === 1
  }

  /** Those of the workers who can be written to. For the service only. */
  async toMail(workerIds: readonly string[], timerKey: string): Promise<Mailable[]> {
    const rows = await this.database.query<ChoiceRow & Omit<Mailable, 'choice'>>(toMail, [
      workerIds,
      timerKey,
    ])
    return rows.map((row) => ({
      workerId: row.workerId,
      choice: choiceOf(row),
      timeZone: row.timeZone,
      lastNewsAt: row.lastNewsAt,
      dueAt: row.dueAt,
    }))
  }
}
