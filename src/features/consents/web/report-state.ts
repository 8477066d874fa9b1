import type { Sentence } from '../../../ui/translate.js'
import type { DutyReportView } from '../use-cases/duty-reports.js'

/** Where a report by duty stands, in a sentence. */
export const reportState = ({ exception, toldAt, acknowledgedAt }: DutyReportView): Sentence => {
  if (acknowledgedAt !== null) return 'reports-by-duty.state.acknowledged'
  if (toldAt !== null) return 'reports-by-duty.state.made'
  if (exception.approval === 'pending') return 'reports-by-duty.state.waiting'
  return exception.approval === 'declined'
    ? 'reports-by-duty.state.declined'
    : 'reports-by-duty.state.to-make'
}
