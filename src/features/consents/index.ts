export { ConsentsModule } from './consents.module.js'
export { ConsentReading } from './use-cases/consent-reading.js'
export type { ConsentView } from './use-cases/consent-view.js'
export {
  RecordConsent,
  type ConsentInput,
  type RecordedConsent,
} from './use-cases/record-consent.js'
export { WithdrawConsent } from './use-cases/withdraw-consent.js'
export { NarrowConsent } from './use-cases/narrow-consent.js'
export { AnswerException } from './use-cases/answer-exception.js'
export { DutyReports } from './use-cases/duty-reports.js'
export { ToldOfConsent, type ExceptionToTell } from './use-cases/told-of-consent.js'
export { purposesNeeded, type ConsentMode, type ConsentPurpose } from './domain/consent.js'
export { type ConsentDetail, type Relation } from './domain/consent-detail.js'
export { type ConsentGiver } from './domain/consent-rules.js'
export { legalBases, type LegalBasis } from './domain/legal-basis.js'
export { type StopReason } from './domain/withdrawal.js'
