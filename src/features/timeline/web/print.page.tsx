import { InsetText, inWords, Layout } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { Entries } from './timeline.page.js'
import { timelineHref, type TimelineView } from './timeline.view.js'

export interface TimelinePrintView extends TimelineView {
  readonly printedBy: string
}

/** The timeline for paper: it bears the number of the case in place of the person. */
export const TimelinePrintPage = (view: TimelinePrintView) => {
  const { t, format } = usePage()
  const { caseId, number, narrowed, entries, next } = view
  const title = t('timeline.paper.title', { number: number ?? t('timeline.paper.shared') })
  const narrowedTo = [
    ...(narrowed.search === '' ? [] : [`“${narrowed.search}”`]),
    ...narrowed.kinds.map((kind) => t(`timeline.kind.${kind}`)),
    ...narrowed.sections.map((section) => t(`code.section.${section}`)),
  ]
  return (
    <Layout
      title={title}
      width="reading"
      back={{ href: timelineHref(caseId, narrowed), text: t('timeline.title') }}
    >
      <div class="ba-no-print">
        <h1 class="govuk-heading-l">{inWords(title)}</h1>
        <p>{t('timeline.paper.how')}</p>
        <InsetText>{t('timeline.paper.care')}</InsetText>
      </div>
      <div class="ba-paper">
        <h2>{title}</h2>
        <p>
          {t('timeline.paper.printed', {
            by: view.printedBy,
            at: format.dayAndTime(view.readAt),
          })}
        </p>
        {narrowedTo.length > 0 && (
          <p>{t('timeline.paper.narrowed', { filters: format.list(narrowedTo) })}</p>
        )}
        {next !== null && <p>{t('timeline.paper.cut', { count: entries.length })}</p>}
        {entries.length === 0 ? <p>{t('timeline.none')}</p> : <Entries entries={entries} onPaper />}
      </div>
    </Layout>
  )
}
