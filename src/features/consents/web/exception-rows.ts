import type { PageContext } from '../../../ui/page-context.js'
import type { SummaryRow } from '../../../ui/components/index.js'
import type { ExceptionView } from '../use-cases/exception-view.js'

/** Why something is shared without consent, who answered for it and what the review found. */
export const exceptionRows = (
  exception: ExceptionView | null,
  { t, format }: PageContext,
): SummaryRow[] => {
  if (exception === null) return []
  const row = (key: string, value: string | null): SummaryRow[] =>
    value === null ? [] : [{ key, value }]
  return [
    ...row(t('exceptions.field.reason'), exception.reason ?? t('exceptions.reason.kept-elsewhere')),
    ...row(t('exceptions.field.article'), exception.article),
    ...row(
      t('exceptions.field.approval'),
      exception.decidedAt === null
        ? t(`code.approval.${exception.approval}`)
        : t('exceptions.answered', {
            answer: t(`code.approval.${exception.approval}`),
            name: exception.deciderName ?? '',
            at: format.dateTime(exception.decidedAt),
          }),
    ),
    ...row(t('exceptions.field.decision-note'), exception.decisionNote),
    ...row(
      t('exceptions.field.review'),
      exception.review === null || exception.reviewedAt === null
        ? null
        : t('exceptions.answered', {
            answer: t(`code.review.${exception.review}`),
            name: exception.reviewerName ?? '',
            at: format.dateTime(exception.reviewedAt),
          }),
    ),
    ...row(t('exceptions.field.review-note'), exception.reviewNote),
  ]
}
