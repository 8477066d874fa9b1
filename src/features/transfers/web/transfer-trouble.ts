import { DomainError } from '../../../platform/errors/domain-error.js'
import type { FieldErrors } from '../../cases/index.js'

// Where the writer of an offer mends it.
const fields: Readonly<Record<string, string>> = {
  'transfer.unit-unfit': 'toUnitId',
  'transfer.not-agreed': 'toUnitId',
  'transfer.keeping-not-agreed': 'keptSections',
  'transfer.keeping-until-unfit': 'keptUntil',
  'transfer.lead-unfit': 'leadId',
  'transfer.suggestion-unfit': 'suggestedUnit',
}

/** Expected trouble that the writer of a form can mend, at its field; the rest is thrown on. */
export const transferTrouble = (error: unknown, otherwise = 'form'): FieldErrors => {
  if (
    error instanceof DomainError &&
    (error.kind === 'invalid' || error.kind === 'conflict' || error.kind === 'too-many')
  )
    return { [fields[error.code] ?? otherwise]: error.code }
  throw error
}
