import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { decodeTimeCursor, sliceOf, type Slice } from '../../../platform/web/cursor.js'
import { NotificationsRepository, type NotificationRow } from '../data/notifications.repository.js'

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
    const position = after === undefined ? null : decodeTimeCursor(after)
    return this.transactions.run(actor, async () => {
      const rows = await this.notifications.list(actor.workerId, position, limit + 1)
      await this.trail.record({ action: 'notification.read' })
      return sliceOf(rows, limit, ({ sortKey, id }) => [sortKey, id])
    })
  }
}
