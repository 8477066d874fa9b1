import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'

// Longer than any talk with a mail server may take.
const cutOffAfterSeconds = 120

const claim = statement(
  'mail.claim-delivery',
  `INSERT INTO mail_delivery (event_id, worker_id, state, started_at)
   VALUES ($1, $2, 'sending', now())
   ON CONFLICT (event_id, worker_id) DO UPDATE SET state = 'sending', started_at = now()
     WHERE mail_delivery.state = 'failed'
        OR (mail_delivery.state = 'sending'
            AND mail_delivery.started_at < now() - make_interval(secs => $3))`,
)
const state = statement(
  'mail.delivery-state',
  'SELECT state FROM mail_delivery WHERE event_id = $1 AND worker_id = $2',
)
const end = statement(
  'mail.end-delivery',
  `UPDATE mail_delivery SET state = $3, sent_at = CASE $3 WHEN 'sent' THEN now() END
    WHERE event_id = $1 AND worker_id = $2`,
)

export type MailEnd = 'sent' | 'failed' | 'refused'

/** Which mail was sent, as far as a database can know. All for the service only. */
@Injectable()
export class MailDeliveriesRepository {
  constructor(private readonly database: Database) {}

  /**
   * Takes it upon the caller to send this mail now.
   * @returns 'mine', or why not: another is at it, or it was sent or refused
   */
  async claim(eventId: string, workerId: string): Promise<'mine' | 'another' | 'ended'> {
    const claimed = await this.database.change(claim, [eventId, workerId, cutOffAfterSeconds])
    if (claimed === 1) return 'mine'
    const row = await this.database.first<{ state: string }>(state, [eventId, workerId])
    return row?.state === 'sending' ? 'another' : 'ended'
  }

  async end(eventId: string, workerId: string, how: MailEnd): Promise<void> {
    await this.database.change(end, [eventId, workerId, how])
  }
}
