import { DomainError } from '../../../platform/errors/domain-error.js'
import type { FieldErrors } from '../../cases/index.js'

/** Expected trouble that the writer of a form can mend, told on the form itself; the rest is thrown on. */
export const formTrouble = (error: unknown, field = 'form'): FieldErrors => {
  if (error instanceof DomainError && (error.kind === 'invalid' || error.kind === 'conflict'))
    return { [field]: error.code }
  throw error
}
