import { Clock, StatusTag } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { DueView, StatusView } from './referral-due.js'

/** A deadline with what is left of it, or the day of the last turn. */
export const DueClock = ({ due }: { due: DueView }) => {
  const { t, format } = usePage()
  if (due.kind === 'turned')
    return <Clock state="done" due={t(due.sentence, { date: format.shortDate(due.at) })} />
  const duration = format.duration(due.left)
  return (
    <Clock
      state={due.state}
      due={format.shortDateTime(due.at)}
      note={t(due.state === 'overdue' ? 'common.clock.overdue' : 'common.clock.left', { duration })}
    />
  )
}

export const StatusOf = ({ status }: { status: StatusView }) => {
  const { t } = usePage()
  return <StatusTag tone={status.tone}>{t(status.sentence)}</StatusTag>
}

/** Only what is more than normal is said: a tag on every row would mark none. */
export const UrgencyTag = ({ urgency }: { urgency: 'emergency' | 'urgent' | 'normal' | null }) => {
  const { t } = usePage()
  if (urgency === null || urgency === 'normal') return null
  return (
    <StatusTag tone={urgency === 'emergency' ? 'danger' : 'waiting'} dot={urgency === 'emergency'}>
      {t(`code.urgency.${urgency}`)}
    </StatusTag>
  )
}
