import { SummaryList } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { SectionRow, SectionView } from '../use-cases/section-view.js'

/** The value of a row in the reader's words. */
const useSectionValue = (): ((row: SectionRow) => string) => {
  const { t, format } = usePage()
  return ({ value, said, day, span }) => {
    if (said !== undefined) {
      const words = said.map((sentence) => t(sentence)).join('; ')
      return span === undefined ? words : `${words}, ${span.from}–${span.until}`
    }
    return day === undefined ? value : format.plainDate(day)
  }
}

/** What is recorded in a section, in the reader's words. */
export const SectionRows = ({ view }: { view: Pick<SectionView, 'rows'> }) => {
  const { t } = usePage()
  const valueOf = useSectionValue()
  if (view.rows.length === 0) return <p>{t('cases.sections.empty')}</p>
  return <SummaryList rows={view.rows.map((row) => ({ key: t(row.label), value: valueOf(row) }))} />
}
