export { TransfersModule } from './transfers.module.js'
export { OfferTransfer, type OfferInput } from './use-cases/offer-transfer.js'
export { AcceptTransfer } from './use-cases/accept-transfer.js'
