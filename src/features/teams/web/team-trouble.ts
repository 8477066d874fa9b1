import { DomainError } from '../../../platform/errors/domain-error.js'
import type { FieldErrors } from '../../cases/index.js'

/** Expected trouble that the writer of a form can mend, told on the form itself; the rest is thrown on. */
export const teamTrouble = (error: unknown, field = 'form'): FieldErrors => {
  if (error instanceof DomainError && (error.kind === 'invalid' || error.kind === 'conflict'))
    return { [fields[error.code] ?? field]: error.code }
  throw error
}

// Where it shows what has to be mended.
const fields: Readonly<Record<string, string>> = {
  'teams.day-has-passed': 'due',
  'teams.task-beyond-sight': 'section',
  'teams.member-unfit': 'worker',
  'teams.beyond-consent': 'sections',
  'teams.plan-beyond-consent': 'audience',
}
