import type { Form } from '../../../forms/index.js'
import { allegedPerpetratorForm } from './alleged-perpetrator.js'
import { bestInterestsForm } from './best-interests.js'
import { familyForm } from './family.js'
import { healthForm, treatmentForm } from './health.js'
import { identityForm } from './identity.js'
import { incidentForm } from './incident.js'
import type { KnownLists } from './known-lists.js'
import { compensationForm, hearingForm, protectionOrderForm } from './legal-steps.js'
import { legalComplaintForm, legalForm } from './legal.js'
import { livelihoodForm, trainingForm } from './livelihood.js'
import { counsellingSessionForm, psychosocialForm } from './psychosocial.js'
import { documentRequestForm, receptionForm } from './reception.js'
import { reintegrationForm, reintegrationVisitForm } from './reintegration.js'
import { relationForm } from './relation.js'
import { riskAssessmentForm } from './risk-assessment.js'
import { safetyNeedsForm } from './safety-needs.js'
import { serviceForm, servicesForm } from './services.js'
import { shelterStayForm } from './shelter-stay.js'
import { traffickingForm, victimStatusForm } from './trafficking.js'

/**
 * Every form of a case, in the order of its sections and, within a section, in the order people fill
 * them in. How to reach the person has a form of its own, because a clock understands its hours.
 */
export const sectionFormsWith = (lists: KnownLists): readonly Form[] => [
  identityForm(lists),
  familyForm(lists),
  relationForm(lists),
  incidentForm(lists),
  allegedPerpetratorForm(lists),
  riskAssessmentForm(lists),
  safetyNeedsForm,
  shelterStayForm,
  healthForm,
  treatmentForm,
  psychosocialForm,
  counsellingSessionForm,
  legalForm,
  legalComplaintForm,
  hearingForm,
  protectionOrderForm,
  compensationForm,
  servicesForm,
  serviceForm(lists),
  bestInterestsForm,
  reintegrationForm,
  receptionForm,
  traffickingForm,
  victimStatusForm,
  documentRequestForm,
  trainingForm,
  livelihoodForm,
  reintegrationVisitForm,
]
