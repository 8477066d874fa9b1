import { Global, Module } from '@nestjs/common'
import { ConsentsModule } from '../consents/index.js'
import { DirectoryModule } from '../directory/index.js'
import { ReferralPanel, ReferralsModule } from '../referrals/index.js'
import { CopyApi } from './api/copy.controller.js'
import { ExternalLinkApi } from './api/external-link.controller.js'
import { ExternalDoors } from './data/external-doors.js'
import { LinkRows } from './data/link-rows.js'
import { StopsOutside } from './data/stops-outside.js'
import { AskToCall } from './jobs/ask-to-call.job.js'
import { HearOfLinks } from './jobs/hear-of-links.js'
import { HearOfStops } from './jobs/hear-of-stops.js'
import { AnswerThroughLink } from './use-cases/answer-through-link.js'
import { ExternalReferral } from './use-cases/external-referral.js'
import { ExternalSessions } from './use-cases/external-sessions.js'
import { LinkSecrets } from './use-cases/link-secrets.js'
import { MakeLink } from './use-cases/make-link.js'
import { PrintForm } from './use-cases/print-form.js'
import { ReadLink } from './use-cases/read-link.js'
import { RevokeLink } from './use-cases/revoke-link.js'
import { TryCode } from './use-cases/try-code.js'
import { WriteCopy } from './use-cases/write-copy.js'
import { CopyPages } from './web/copy-pages.controller.js'
import { ExchangePanel } from './web/exchange-panel.js'
import { ExternalPages } from './web/external.controller.js'
import { LinkPages } from './web/link-pages.controller.js'

/**
 * Referrals to units that do not use the service: a one-time link with a code, or paper. Global,
 * because the page of a referral shows a panel that only this side of the arrows can fill.
 */
@Global()
@Module({
  imports: [ReferralsModule, DirectoryModule, ConsentsModule],
  providers: [
    LinkRows,
    ExternalDoors,
    LinkSecrets,
    ExternalSessions,
    MakeLink,
    RevokeLink,
    ReadLink,
    PrintForm,
    WriteCopy,
    TryCode,
    ExternalReferral,
    AnswerThroughLink,
    HearOfLinks,
    StopsOutside,
    AskToCall,
    HearOfStops,
    { provide: ReferralPanel, useClass: ExchangePanel },
  ],
  controllers: [ExternalPages, LinkPages, CopyPages, ExternalLinkApi, CopyApi],
  exports: [ReferralPanel],
})
export class ExchangeModule {}
