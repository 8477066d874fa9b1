import { DomainError } from '../../../platform/errors/domain-error.js'
import type { FieldErrors } from '../../cases/index.js'

/** Expected trouble that the writer of a form can mend, told on the form itself; the rest is thrown on. */
export const planningTrouble = (error: unknown): FieldErrors => {
  if (error instanceof DomainError && (error.kind === 'invalid' || error.kind === 'conflict'))
    return { [fields[error.code] ?? 'form']: error.code }
  throw error
}

// Where it shows what has to be mended.
const fields: Readonly<Record<string, string>> = {
  'planning.due-in-past': 'due',
  'planning.worker-unfit': 'worker',
  'planning.referral-unfit': 'referral',
  'planning.contact-in-future': 'day',
  'planning.against-safe-contact': 'knows',
  'approvals.reason.missing': 'reason',
}
