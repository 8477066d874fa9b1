import { Global, Module } from '@nestjs/common'
import { UnreadCount } from '../../platform/web/unread-count.js'
import { ReferralsModule } from '../referrals/index.js'
import { NotificationsRepository } from './data/notifications.repository.js'
import { TellTheParties } from './jobs/tell-the-parties.job.js'
import { ListNotifications } from './use-cases/list-notifications.js'
import { MarkNotificationRead } from './use-cases/mark-notification-read.js'
import { UnreadNotifications } from './use-cases/unread-notifications.js'

/** What people are told of inside the service. Global: every page shows how many wait. */
@Global()
@Module({
  imports: [ReferralsModule],
  providers: [
    NotificationsRepository,
    TellTheParties,
    ListNotifications,
    MarkNotificationRead,
    UnreadNotifications,
    { provide: UnreadCount, useExisting: UnreadNotifications },
  ],
  exports: [ListNotifications, MarkNotificationRead, UnreadCount],
})
export class NotificationsModule {}
