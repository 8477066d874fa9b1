export { AuditTrail, type Deed } from './audit-trail.js'
export { outcomes, type AuditEntry, type Outcome } from './entry.js'
export { currentRequestId, inRequest } from './request-id.js'
