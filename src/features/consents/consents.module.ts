import { Module } from '@nestjs/common'
import { CasesModule } from '../cases/index.js'
import { DirectoryModule } from '../directory/index.js'
import { ConsentsApi } from './api/consents.controller.js'
import { ConsentsRepository } from './data/consents.repository.js'
import { ConsentReading } from './use-cases/consent-reading.js'
import { ListConsents } from './use-cases/list-consents.js'
import { RecordConsent } from './use-cases/record-consent.js'
import { WithdrawConsent } from './use-cases/withdraw-consent.js'
import { ConsentPages } from './web/consent-pages.controller.js'

/** Who agreed that which unit may see what, for what and until when. */
@Module({
  imports: [CasesModule, DirectoryModule],
  controllers: [ConsentPages, ConsentsApi],
  providers: [ConsentsRepository, ConsentReading, ListConsents, RecordConsent, WithdrawConsent],
  exports: [ConsentReading, RecordConsent, WithdrawConsent],
})
export class ConsentsModule {}
