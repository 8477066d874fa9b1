import { describe, expect, it } from '@jest/globals'
import { ageBands } from '../../src/features/cases/domain/age.js'
import { caseContexts } from '../../src/features/cases/domain/case-contexts.js'
import { elapsedBuckets } from '../../src/features/cases/domain/elapsed.js'
import { urgentCares } from '../../src/features/cases/domain/urgent-care.js'
import { childLaws } from '../../src/features/cases/domain/age-rules.js'
import {
  caseStatuses,
  caseSteps,
  closureReasons,
} from '../../src/features/cases/domain/case-status.js'
import { gbvCoreTypes } from '../../src/features/cases/domain/gbv-core-types.js'
import { incidentFamilies } from '../../src/features/cases/domain/incident-families.js'
import { incidentTypes } from '../../src/features/cases/domain/incident-types.js'
import { languages } from '../../src/features/cases/domain/languages.js'
import { protectionConcerns } from '../../src/features/cases/domain/protection-concerns.js'
import { riskLevels, riskReasons } from '../../src/features/cases/domain/risk.js'
import { sexes } from '../../src/features/cases/domain/sexes.js'
import {
  consentAnswers,
  consentModes,
  consentPurposes,
  handOffKinds,
} from '../../src/features/consents/domain/consent.js'
import { assentPractice, consentGivers } from '../../src/features/consents/domain/consent-rules.js'
import {
  relations,
  withheldReasons as keptBackReasons,
} from '../../src/features/consents/domain/consent-detail.js'
import { reportChannels, reportProblems } from '../../src/features/consents/domain/duty-report.js'
import { legalBases, reportingDuties } from '../../src/features/consents/domain/legal-basis.js'
import { approvals, reviewOutcomes } from '../../src/features/consents/domain/sharing-exception.js'
import { endReasons, stopReasons } from '../../src/features/consents/domain/withdrawal.js'
import {
  consentAdviceCodes,
  consentProblems,
  representativeStates,
} from '../../src/features/consents/domain/validate-consent.js'
import { proposalReasons } from '../../src/features/directory/domain/propose-units.js'
import { provinces } from '../../src/features/directory/domain/provinces.js'
import { serviceTypes } from '../../src/features/directory/domain/service-types.js'
import {
  clockCalendars,
  clockNames,
  escalationLevels,
} from '../../src/features/referrals/domain/clocks.js'
import {
  attendanceEvents,
  feedbackAnswers,
  feedbackQuestions,
  referralOutcomes,
} from '../../src/features/referrals/domain/outcomes.js'
import {
  cancelReasons,
  errorReasons,
  failReasons,
  holdReasons,
  rejectionReasons,
} from '../../src/features/referrals/domain/referral-reasons.js'
import {
  referralSides,
  referralStatuses,
} from '../../src/features/referrals/domain/referral-status.js'
import {
  attendanceAnswers,
  closeReasons,
  conferenceCancelReasons,
  conferenceChannels,
  conferenceStatuses,
  endingReasons,
  entryKinds,
  leavingReasons,
  memberStatuses,
  planChanges,
  planStepKinds,
  proposalAnswers,
  taskCancelReasons,
  taskKinds,
  taskStates,
} from '../../src/features/teams/domain/team-codes.js'
import {
  approvalKinds,
  approvalNeeds,
  approvalStates,
} from '../../src/features/planning/domain/approval.js'
import { contactRoles, safeties } from '../../src/features/planning/domain/contacts.js'
import {
  actionStates,
  doers,
  dropReasons,
  goalStates,
  needDomains,
  needPriorities,
  partsTaken,
  planSteps,
} from '../../src/features/planning/domain/plan.js'
import { caseTaskEndings, caseTaskKinds } from '../../src/features/planning/domain/tasks.js'
import { withheldReasons } from '../../src/features/referrals/domain/sector-defaults.js'
import { urgencies } from '../../src/features/referrals/domain/urgency.js'
import {
  askReasons,
  declineReasons,
  keepReasons,
  offerReasons,
  withdrawReasons,
} from '../../src/features/transfers/domain/transfer-reasons.js'
import {
  requestStatuses,
  transferSides,
  transferStatuses,
} from '../../src/features/transfers/domain/transfer-status.js'
import { keyClasses, sections } from '../../src/platform/access/sections.js'
import { sectors } from '../../src/platform/access/sectors.js'
import { holidayCodes } from '../../src/platform/clock/holidays.js'
import { en, fr, vi } from '../../src/ui/locales/parts/codes.js'

const lists: Readonly<Record<string, readonly string[]>> = {
  'action-state': actionStates,
  'age-band': ageBands,
  'approval-kind': approvalKinds,
  'approval-need': approvalNeeds,
  'approval-state': approvalStates,
  'case-task': caseTaskKinds,
  'case-task-ending': caseTaskEndings,
  'contact-with': contactRoles,
  doer: doers,
  'drop-reason': dropReasons,
  'goal-state': goalStates,
  'need-domain': needDomains,
  'need-priority': needPriorities,
  'part-taken': partsTaken,
  'plan-history': planSteps,
  'was-safe': safeties,
  approval: approvals,
  assent: assentPractice.map(({ child }) => child),
  attendance: attendanceEvents,
  authority: Object.values(reportingDuties).flatMap(({ to }): readonly string[] => to),
  basis: legalBases,
  calendar: clockCalendars,
  cancellation: cancelReasons,
  'case-context': caseContexts,
  'case-status': caseStatuses,
  'case-step': caseSteps,
  'child-law': childLaws,
  clock: clockNames,
  closure: closureReasons,
  coming: attendanceAnswers,
  concern: protectionConcerns,
  'conference-cancel': conferenceCancelReasons,
  'conference-channel': conferenceChannels,
  'conference-status': conferenceStatuses,
  'consent-advice': consentAdviceCodes,
  'consent-answer': consentAnswers,
  'consent-giver': consentGivers,
  'consent-mode': consentModes,
  'consent-problem': consentProblems,
  duty: Object.keys(reportingDuties),
  'duty-law': Object.keys(reportingDuties),
  elapsed: elapsedBuckets,
  entry: entryKinds,
  error: errorReasons,
  escalation: escalationLevels,
  failure: failReasons,
  family: incidentFamilies,
  feedback: feedbackQuestions,
  'feedback-answer': feedbackAnswers,
  gbv: gbvCoreTypes,
  'hand-off': handOffKinds,
  hold: holdReasons,
  holiday: holidayCodes,
  incident: incidentTypes.map(({ code }) => code),
  'key-class': keyClasses,
  language: languages,
  leaving: leavingReasons,
  'member-status': memberStatuses,
  outcome: referralOutcomes,
  'plan-answer': proposalAnswers,
  'plan-change': planChanges,
  'plan-step': planStepKinds,
  proposal: proposalReasons,
  'province-type': provinces.map(({ type }) => type),
  purpose: consentPurposes,
  rejection: rejectionReasons,
  'report-channel': reportChannels,
  'report-problem': reportProblems,
  relation: relations,
  representative: representativeStates,
  review: reviewOutcomes,
  risk: riskLevels,
  'risk-reason': riskReasons,
  section: sections,
  sector: sectors,
  service: serviceTypes,
  sex: sexes,
  side: referralSides,
  status: referralStatuses,
  stop: stopReasons,
  task: taskKinds,
  'task-cancel': taskCancelReasons,
  'task-state': taskStates,
  'team-close': closeReasons,
  'team-ending': endingReasons,
  asking: askReasons,
  declining: declineReasons,
  keeping: keepReasons,
  'request-status': requestStatuses,
  'transfer-reason': offerReasons,
  'transfer-side': transferSides,
  'transfer-status': transferStatuses,
  'transfer-withdrawal': withdrawReasons,
  urgency: urgencies,
  'urgent-care': urgentCares,
  withdrawal: endReasons,
  withheld: withheldReasons,
  'withheld-reason': keptBackReasons,
}

const keys = Object.entries(lists).flatMap(([list, codes]) =>
  codes.map((code) => `code.${list}.${code}`),
)

describe.each([
  ['Vietnamese', vi],
  ['English', en],
  ['French', fr],
])('in %s', (_, catalogue: Readonly<Record<string, string>>) => {
  it.each(Object.keys(lists))('every code of the list %s has words', (list) => {
    const silent = (lists[list] ?? []).filter((code) => !catalogue[`code.${list}.${code}`]?.trim())
    expect(silent).toEqual([])
  })

  it('no words are left for codes that are gone', () => {
    const known = new Set(keys)
    const orphans = Object.keys(catalogue).filter(
      (key) => key.startsWith('code.') && !known.has(key),
    )
    expect(orphans).toEqual([])
  })

  it('no child is called by a term the Luxembourg Guidelines advise against', () => {
    const advisedAgainst =
      /child porn|pornographie (enfantine|infantile)|child prostitut|sex tourism|khiêu dâm trẻ em|mại dâm trẻ em/i
    expect(Object.values(catalogue).filter((words) => advisedAgainst.test(words))).toEqual([])
  })
})
