import { Injectable } from '@nestjs/common'
import { statement } from '../database/statement.js'
import { Database, Transactions } from '../database/transactions.js'
import type { DomainEvent } from './domain-event.js'
import { OutboxBell } from './outbox-bell.js'

const insert = statement(
  'outbox.add',
  `INSERT INTO outbox_event (id, type, subject_id, case_id, payload)
   SELECT coalesce(e.id, uuidv7()), e.type, e.subject_id, e.case_id, e.payload
     FROM unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::jsonb[])
          AS e (id, type, subject_id, case_id, payload)`,
)

/** Where a use case tells what happened. What is told commits, or is forgotten, with the change itself. */
@Injectable()
export class Outbox {
  constructor(
    private readonly database: Database,
    private readonly transactions: Transactions,
    private readonly bell: OutboxBell,
  ) {}

  /** Adds all events in one trip. @throws outside `Transactions.run`. */
  async add(...events: readonly DomainEvent[]): Promise<void> {
    if (events.length === 0) return
    await this.database.change(insert, [
      events.map(({ id }) => id ?? null),
      events.map(({ type }) => type),
      events.map(({ subjectId }) => subjectId),
      events.map(({ caseId }) => caseId),
      events.map(({ data }) => JSON.stringify(data ?? {})),
    ])
    await this.transactions.afterwards(async () => this.bell.ring())
  }
}
