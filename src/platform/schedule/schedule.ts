import { Injectable } from '@nestjs/common'
import { statement } from '../database/statement.js'
import { Database } from '../database/transactions.js'
import type { DomainEvent } from '../outbox/domain-event.js'

/** An event that is told later. Its id is made when the timer is set. */
export type TimedEvent = Omit<DomainEvent, 'id'>

const set = statement('schedule.set', 'SELECT guard.set_timer($1, $2, $3, $4, $5, $6)')
const cancel = statement('schedule.cancel', 'SELECT guard.cancel_timers($1, $2)')

/**
 * Events for later. What is set here is kept or forgotten with the open transaction; once due it is
 * an ordinary event, so who acts on it looks at the present state: it may come late, and things may
 * have moved on.
 */
@Injectable()
export class Schedule {
  constructor(private readonly database: Database) {}

  /**
   * Tells the event at `due`, or soon after if that has passed. A subject has one timer a key:
   * setting it again moves it. @throws outside `Transactions.run`.
   */
  async at(due: Date, event: TimedEvent, key: string): Promise<void> {
    await this.database.query(set, [
      due,
      event.type,
      event.subjectId,
      event.caseId,
      JSON.stringify(event.data ?? {}),
      key,
    ])
  }

  /** Forgets the subject's timers whose key begins so; all of them without a prefix. */
  async cancel(subjectId: string, keyPrefix = ''): Promise<void> {
    await this.database.query(cancel, [subjectId, keyPrefix])
  }
}
