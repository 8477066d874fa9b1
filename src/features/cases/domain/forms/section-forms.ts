import type { Form } from '../../../forms/index.js'
import { familyForm } from './family.js'
import { identityForm } from './identity.js'
import { incidentForm } from './incident.js'
import type { KnownLists } from './known-lists.js'
import { relationForm } from './relation.js'
import { riskAssessmentForm } from './risk-assessment.js'

/**
 * Every form of a case, in the order of its sections and, within a section, in the order people fill
 * them in. How to reach the person has a form of its own, because a clock understands its hours.
 */
export const sectionFormsWith = (lists: KnownLists): readonly Form[] => [
  identityForm(lists),
  familyForm(lists),
  relationForm(lists),
  incidentForm(lists),
  riskAssessmentForm(lists),
]
