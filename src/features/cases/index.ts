export { CasesModule } from './cases.module.js'
export { OpenCase, type OpenedCaseId } from './use-cases/open-case.js'
export { RecordSection } from './use-cases/record-section.js'
export { CaseReading, type ConsentPerson } from './use-cases/case-reading.js'
export { saySectionRow, type SectionRow, type SectionView } from './use-cases/section-view.js'
export { GrowUp } from './use-cases/grow-up.js'
export { RecordForm, type Given, type Recorded, type RecordPlace } from './use-cases/record-form.js'
export {
  CaseFinding,
  matchKinds,
  type CasesFound,
  type FoundCase,
  type MatchKind,
  type SimilarAsked,
} from './use-cases/case-finding.js'
export { rebuildSearchKeys, type Rebuilt } from './data/rebuild-search-keys.js'
export { longestQuery } from './domain/search-query.js'
export {
  CasePanel,
  CasePanels,
  type CaseEventRow,
  type CasePanelsView,
  type ConsentRow,
  type PanelTone,
  type ReferralRow,
  type TaskRow,
} from './use-cases/case-panels.js'
export type { CaseRow } from './data/case-rows.js'
export { normalCaseNumber } from './domain/case-number.js'
export type { Intake } from './domain/intake.js'
export type { ContactChannel, SafeContact } from './domain/case-content.js'
export { contactNow, mayContact, type ContactAnswer } from './domain/may-contact.js'
export { contactChannels, noSafeContact } from './domain/case-content.js'
export { type AgeBand } from './domain/age.js'
export { ageRulesOn, isChild, isChildUnderAny, type ChildLaw } from './domain/age-rules.js'
export { type Adulthood } from './domain/adulthood.js'
export { comesOfAge, comesOfAgeSoon } from './domain/case.events.js'
export {
  closureReasons,
  type CaseStatus,
  type CaseStep,
  type ClosureReason,
} from './domain/case-status.js'
export { type IncidentCode } from './domain/incident-types.js'
export { languages, type Language } from './domain/languages.js'
export { firstActionDue, followUpDue, riskLevels, type RiskLevel } from './domain/risk.js'
export { sexes, type Sex } from './domain/sexes.js'
export { ContactGate } from './web/contact-gate.js'
export { SafeContactNote } from './web/safe-contact-note.js'
export { RiskTag } from './web/risk-tag.js'
export { SectionRows } from './web/section-rows.js'
export { complaintsOf, type FieldErrors } from './web/complaints.js'
export { CasePage, type CaseFrameView } from './web/case-frame.js'
export { CaseSteps } from './web/case-steps.js'
export { asCaseId } from './use-cases/case-id.js'
export { dateTyped } from './web/typed-date.js'
export { phraseOf } from './web/word-list.js'
