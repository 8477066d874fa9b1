import { DomainError } from '../../../platform/errors/domain-error.js'
import type { FieldErrors } from '../../cases/index.js'

/** Expected trouble that the sender of a form can mend, at its field; the rest is thrown on. */
export const groupTrouble = (error: unknown, field: string): FieldErrors => {
  if (error instanceof DomainError && (error.kind === 'invalid' || error.kind === 'conflict'))
    return { [error.code === 'groups.leads.unfit' ? 'leads' : field]: error.code }
  throw error
}
