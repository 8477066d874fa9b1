import { DomainError } from '../../../platform/errors/domain-error.js'

/** The longest time away that is written at once, in days: longer than a parental leave. */
export const longestAbsenceDays = 400

/** A day of this century, `YYYY-MM-DD`. */
export const dayPattern = /^20\d{2}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/

/** An absence ends after it begins, not in the past, and not years from now. */
export class AbsenceUnfit extends DomainError {
  readonly code = 'accounts.absence-unfit'

  override get kind(): 'invalid' {
    return 'invalid'
  }
}

/** @throws AbsenceUnfit */
export const checkAbsence = (
  { from, until }: { readonly from: Date; readonly until: Date },
  now: Date,
): void => {
  const days = (until.getTime() - from.getTime()) / 86_400_000
  if (days <= 0 || until <= now || days > longestAbsenceDays) throw new AbsenceUnfit()
}
