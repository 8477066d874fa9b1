import { SummaryList } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { saySectionRow, type SectionRow, type SectionView } from '../use-cases/section-view.js'

/** Rows that stand together: of one record, or of none. */
interface Run {
  readonly title: string | undefined
  readonly rows: SectionRow[]
}

/** What is recorded in a section, in the reader's words, record by record. */
export const SectionRows = ({ view }: { view: Pick<SectionView, 'rows'> }) => {
  const { t, locale } = usePage()
  if (view.rows.length === 0) return <p>{t('cases.sections.empty')}</p>
  return (
    <>
      {runsOf(view.rows, ({ record }) => record?.title[locale]).map(({ title, rows }) => (
        <>
          {title !== undefined && <p class="govuk-heading-s">{title}</p>}
          <SummaryList
            rows={rows.map((row) => {
              const { label, value } = saySectionRow(row, locale)
              return { key: label, value }
            })}
          />
        </>
      ))}
    </>
  )
}

const runsOf = (
  rows: readonly SectionRow[],
  titleOf: (row: SectionRow) => string | undefined,
): Run[] => {
  const runs: Run[] = []
  for (const row of rows) {
    const last = runs.at(-1)
    if (last !== undefined && last.rows[0]?.record?.id === row.record?.id) last.rows.push(row)
    else runs.push({ title: titleOf(row), rows: [row] })
  }
  return runs
}
