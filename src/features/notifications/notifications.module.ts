import { Global, Module } from '@nestjs/common'
import { DiscoveryModule } from '@nestjs/core'
import { UnreadCount } from '../../platform/web/unread-count.js'
import { DirectoryModule } from '../directory/index.js'
import { ConsentsModule } from '../consents/index.js'
import { ReferralsModule } from '../referrals/index.js'
import { MailAddressesRepository } from './data/mail-addresses.repository.js'
import { MailChoicesRepository } from './data/mail-choices.repository.js'
import { MailDeliveriesRepository } from './data/mail-deliveries.repository.js'
import { PreferencesApi } from './api/preferences.controller.js'
import { MailCode } from './jobs/mail-code.job.js'
import { MailDigest } from './jobs/mail-digest.job.js'
import { MailNews } from './jobs/mail-news.job.js'
import { MailRecipients } from './jobs/mail-recipients.js'
import { MailOut } from './use-cases/mail-out.js'
import { MailSeal } from './use-cases/mail-seal.js'
import { OwnMailAddress } from './use-cases/own-mail-address.js'
import { OwnMailChoice } from './use-cases/own-mail-choice.js'
import { PlanMail } from './use-cases/plan-mail.js'
import { PreferencePages } from './web/preferences.controller.js'
import { NotificationsRepository } from './data/notifications.repository.js'
import { HearOfConsents } from './jobs/hear-of-consents.js'
import { HearOfReferrals } from './jobs/hear-of-referrals.js'
import { TellWhoIsConcerned } from './jobs/tell-who-is-concerned.job.js'
import { Hearings } from './use-cases/hearing.js'
import { NotificationsApi } from './api/notifications.controller.js'
import { CountUnread } from './use-cases/count-unread.js'
import { ListNotifications } from './use-cases/list-notifications.js'
import { MarkNotificationRead } from './use-cases/mark-notification-read.js'
import { UnreadNotifications } from './use-cases/unread-notifications.js'
import { LiveCounts } from './web/live-counts.js'
import { NotificationPages } from './web/notifications.controller.js'

/** What people are told of inside the service. Global: every page shows how many wait. */
@Global()
@Module({
  imports: [DiscoveryModule, ConsentsModule, DirectoryModule, ReferralsModule],
  providers: [
    NotificationsRepository,
    Hearings,
    HearOfReferrals,
    HearOfConsents,
    TellWhoIsConcerned,
    ListNotifications,
    MarkNotificationRead,
    CountUnread,
    UnreadNotifications,
    LiveCounts,
    MailAddressesRepository,
    MailChoicesRepository,
    MailDeliveriesRepository,
    MailSeal,
    MailOut,
    PlanMail,
    OwnMailAddress,
    OwnMailChoice,
    MailRecipients,
    MailNews,
    MailDigest,
    MailCode,
    { provide: UnreadCount, useExisting: UnreadNotifications },
  ],
  controllers: [NotificationPages, NotificationsApi, PreferencePages, PreferencesApi],
  exports: [ListNotifications, MarkNotificationRead, UnreadCount],
})
export class NotificationsModule {}
