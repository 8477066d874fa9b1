import { StatusTag } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { ExceptionView } from '../use-cases/exception-view.js'

/** What asks for attention first: nobody could answer, or the review is late. */
export const ExceptionTag = ({ exception }: { exception: ExceptionView }) => {
  const { t } = usePage()
  if (exception.isReviewOverdue)
    return (
      <StatusTag tone="danger" dot>
        {t('exceptions.overdue')}
      </StatusTag>
    )
  if (exception.isEscalated)
    return <StatusTag tone="waiting">{t('exceptions.escalated')}</StatusTag>
  return exception.review === 'needs_follow_up' ? (
    <StatusTag tone="waiting">{t('code.review.needs_follow_up')}</StatusTag>
  ) : (
    <StatusTag tone="new">{t(`code.approval.${exception.approval}`)}</StatusTag>
  )
}

/** To whom it goes: a unit, or an authority that takes a report. */
export const useRecipient = (): ((exception: ExceptionView) => string) => {
  const { t } = usePage()
  return ({ authority, recipientUnitName }) =>
    authority === null ? (recipientUnitName ?? '') : t(`code.authority.${authority}`)
}
