import type { ReferralStatus } from './referral-status.js'

/** How a status reads in FHIR R4. */
export interface FhirStatus {
  readonly task:
    | 'draft'
    | 'requested'
    | 'accepted'
    | 'rejected'
    | 'in-progress'
    | 'on-hold'
    | 'completed'
    | 'failed'
    | 'cancelled'
    | 'entered-in-error'
  /** Tells apart what FHIR calls the same: `Task.businessStatus`. */
  readonly businessStatus: 'confirmed' | 'expired' | null
  readonly serviceRequest:
    'draft' | 'active' | 'on-hold' | 'revoked' | 'completed' | 'entered-in-error'
}

const fhir = (
  task: FhirStatus['task'],
  serviceRequest: FhirStatus['serviceRequest'],
  businessStatus: FhirStatus['businessStatus'] = null,
): FhirStatus => ({ task, businessStatus, serviceRequest })

// The request stays active after the Task is completed until the sender has asked the person.
const table: Readonly<Record<ReferralStatus, FhirStatus>> = {
  draft: fhir('draft', 'draft'),
  requested: fhir('requested', 'active'),
  accepted: fhir('accepted', 'active'),
  in_progress: fhir('in-progress', 'active'),
  on_hold: fhir('on-hold', 'on-hold'),
  completed: fhir('completed', 'active'),
  confirmed: fhir('completed', 'completed', 'confirmed'),
  rejected: fhir('rejected', 'revoked'),
  cancelled: fhir('cancelled', 'revoked'),
  expired: fhir('cancelled', 'revoked', 'expired'),
  failed: fhir('failed', 'revoked'),
  entered_in_error: fhir('entered-in-error', 'entered-in-error'),
}

/** Task and ServiceRequest statuses of FHIR R4 (HL7 SDOH Clinical Care guide 3.0.0). */
export const fhirStatusOf = (status: ReferralStatus): FhirStatus => table[status]
