import { Module } from '@nestjs/common'
import { TransferTimelineRows } from './data/transfer-timeline.js'
import { TransferTimeline } from './use-cases/transfer-timeline.js'
import { CasesModule } from '../cases/index.js'
import { ConsentsModule } from '../consents/index.js'
import { DirectoryModule } from '../directory/index.js'
import { ReferralsModule } from '../referrals/index.js'
import { TransferRequestsApi } from './api/requests.controller.js'
import { TransfersApi } from './api/transfers.controller.js'
import { RequestsRepository } from './data/requests.repository.js'
import { TransfersOfToday } from './use-cases/transfers-of-today.js'
import { TransferLists } from './data/transfer-lists.js'
import { TransferTexts } from './data/transfer-texts.js'
import { TransfersRepository } from './data/transfers.repository.js'
import { HearOfTransfers } from './jobs/hear-of-transfers.js'
import { EndOffers } from './jobs/end-offers.job.js'
import { AcceptTransfer } from './use-cases/accept-transfer.js'
import { Agreements } from './use-cases/agreements.js'
import { AskForTransfer } from './use-cases/ask-for-transfer.js'
import { ConfirmContact } from './use-cases/confirm-contact.js'
import { EndOffer } from './use-cases/end-offer.js'
import { ListTransfers } from './use-cases/list-transfers.js'
import { OfferTransfer } from './use-cases/offer-transfer.js'
import { OwnedCases } from './use-cases/owned-cases.js'
import { PrepareEnd } from './use-cases/prepare-end.js'
import { ReadTransfer } from './use-cases/read-transfer.js'
import { RejectTransfer } from './use-cases/reject-transfer.js'
import { TransferRequests } from './use-cases/transfer-requests.js'
import { VisibleTransfers } from './use-cases/visible-transfers.js'
import { TransferOfferPages } from './web/offer.controller.js'
import { TransferRequestPages } from './web/requests.controller.js'
import { TransferPages } from './web/transfers.controller.js'
import { WithdrawTransfer } from './use-cases/withdraw-transfer.js'

/** The case moves from one unit to another: offered, accepted as a whole, and acknowledged. */
@Module({
  imports: [CasesModule, ConsentsModule, DirectoryModule, ReferralsModule],
  providers: [
    TransferTimelineRows,
    TransferTimeline,
    TransfersRepository,
    TransferLists,
    TransfersOfToday,
    TransferTexts,
    RequestsRepository,
    VisibleTransfers,
    OwnedCases,
    Agreements,
    EndOffer,
    OfferTransfer,
    AcceptTransfer,
    RejectTransfer,
    WithdrawTransfer,
    ConfirmContact,
    ReadTransfer,
    PrepareEnd,
    ListTransfers,
    AskForTransfer,
    TransferRequests,
    EndOffers,
    HearOfTransfers,
  ],
  // The fixed addresses before the one with an id.
  controllers: [
    TransferOfferPages,
    TransferRequestPages,
    TransferPages,
    TransferRequestsApi,
    TransfersApi,
  ],
})
export class TransfersModule {}
