import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { NotificationsRepository } from '../data/notifications.repository.js'
import { Hearings } from './hearing.js'

/** Marks what the actor was told as read. Marking it again changes nothing. */
@Injectable()
export class MarkNotificationRead {
  constructor(
    private readonly notifications: NotificationsRepository,
    private readonly hearings: Hearings,
    private readonly trail: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @returns the path of the page about it. @throws NotFound for what is not the actor's */
  run(actor: WorkerActor, id: string): Promise<string> {
    const at = this.clock.now()
    return this.transactions.run(actor, async () => {
      const told = decide(actor, 'notification.read', { now: at }).allowed
        ? await this.notifications.markRead(id, at)
        : undefined
      if (told === undefined) throw new NotFound('notification.read', 'notification', id)
      await this.trail.record({
        action: 'notification.read',
        subject: { type: 'notification', id },
      })
      return this.hearings.pathOf(told.subject, told.caseId)
    })
  }

  /** All of them. @throws NotFound */
  async all(actor: WorkerActor): Promise<void> {
    const at = this.clock.now()
    if (!decide(actor, 'notification.read', { now: at }).allowed)
      throw new NotFound('notification.read', 'notification', null)
    return this.transactions.run(actor, async () => {
      await this.notifications.markAllRead(actor.workerId, at)
      await this.trail.record({ action: 'notification.read' })
    })
  }
}
