import { Injectable } from '@nestjs/common'
import { UnreadCount } from '../../../platform/web/unread-count.js'
import { NotificationsRepository } from '../data/notifications.repository.js'

/** The number beside the navigation; asked with every page, it counts to 100. */
@Injectable()
export class UnreadNotifications extends UnreadCount {
  constructor(private readonly notifications: NotificationsRepository) {
    super()
  }

  of(workerId: string): Promise<number> {
    return this.notifications.unread(workerId)
  }
}
