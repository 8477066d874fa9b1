import { SummaryList, type SummaryListProps } from './summary-list.js'

/** What was answered, to be checked before it is sent. */
export const CheckAnswers = (props: Pick<SummaryListProps, 'rows' | 'card'>) => (
  <SummaryList {...props} classes="ba-check-answers" />
)
