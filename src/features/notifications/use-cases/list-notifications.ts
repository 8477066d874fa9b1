import { Injectable } from '@nestjs/common'
import { isUUID as isUuid } from 'class-validator'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { decodeCursor, sliceOf, type Slice } from '../../../platform/web/cursor.js'
import { InvalidInput } from '../../../platform/web/web-errors.js'
import {
  NotificationsRepository,
  type NotificationPosition,
  type NotificationRow,
} from '../data/notifications.repository.js'

export type { NotificationRow } from '../data/notifications.repository.js'

/** A page of notifications. */
export interface NotificationsAsked {
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

const usualLimit = 25

/** What the actor was told, newest first. */
@Injectable()
export class ListNotifications {
  constructor(
    private readonly notifications: NotificationsRepository,
    private readonly trail: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound | InvalidInput for a cursor that is not ours */
  async run(actor: WorkerActor, asked: NotificationsAsked = {}): Promise<Slice<NotificationRow>> {
    if (!decide(actor, 'notification.read', { now: this.clock.now() }).allowed)
      throw new NotFound('notification.read', 'notification', null)
    const { after, limit = usualLimit } = asked
    const position = after === undefined ? null : positionOf(after)
    return this.transactions.run(actor, async () => {
      const rows = await this.notifications.list(actor.workerId, position, limit + 1)
      await this.trail.record({ action: 'notification.read' })
      return sliceOf(rows, limit, ({ sortKey, id }) => [sortKey, id])
    })
  }
}

const positionOf = (after: string): NotificationPosition => {
  const [sortKey = '', id = ''] = decodeCursor(after, 2)
  // What PostgreSQL wrote: 2026-11-20 09:40:00.123456+00
  if (
    !/^\d{4,6}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:?\d\d)?$/.test(sortKey) ||
    !isUuid(id)
  )
    throw new InvalidInput([{ pointer: '/after', code: 'error.cursor' }])
  return { sortKey, id }
}
