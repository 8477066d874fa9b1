import {
  Card,
  DataTable,
  EmptyState,
  InsetText,
  Layout,
  PageHeader,
  type TableCell,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { isSentence } from '../../../ui/translate.js'
import { longestSpan, type AnswerSpan } from '../domain/answer-times.js'
import { smallestShownCount, type Cell } from '../domain/suppress-small-cells.js'
import type { AreaReport, AreaRow } from '../use-cases/read-area-report.js'
import { Definitions } from './definitions.js'

const Outcomes = ({ report: { provinceCode, rows, totals } }: { report: AreaReport }) => {
  const { t, format } = usePage()
  const isCountry = provinceCode === null
  const title = t(isCountry ? 'reports.area.table-provinces' : 'reports.area.table')
  const numeric = (cell: Cell): TableCell => ({
    text: cell === null ? t('reports.area.hidden') : format.number(cell),
    format: 'numeric',
  })
  const cellsOf = ({ accepted, returned, waiting, late, lapsed, total }: AreaRow): TableCell[] =>
    [accepted, returned, waiting, late, lapsed, total].map(numeric)
  return (
    <Card title={title}>
      <DataTable
        caption={title}
        plain
        firstCellIsHeader
        head={[
          { text: t(isCountry ? 'reports.area.province-name' : 'reports.area.unit') },
          { text: t('reports.outcome.accepted'), format: 'numeric' },
          { text: t('reports.outcome.returned'), format: 'numeric' },
          { text: t('reports.area.waiting'), format: 'numeric' },
          { text: t('reports.area.late'), format: 'numeric' },
          { text: t('reports.outcome.lapsed'), format: 'numeric' },
          { text: t('reports.area.total'), format: 'numeric' },
        ]}
        rows={[
          ...rows.map((row) => [
            {
              text: isCountry ? (
                <a class="govuk-link" href={`/reports/area?province=${row.key}`}>
                  {row.name}
                </a>
              ) : (
                row.name
              ),
            },
            ...cellsOf(row),
          ]),
          [{ text: t('reports.area.total') }, ...cellsOf(totals)],
        ]}
      />
    </Card>
  )
}

const Answers = ({ report: { answers } }: { report: AreaReport }) => {
  const { t } = usePage()
  const inWords = (span: AnswerSpan | undefined): string => {
    if (span === undefined) return t('reports.area.too-few')
    return span === null
      ? t('reports.area.longer', { hours: longestSpan })
      : t('reports.area.within', { hours: span })
  }
  return (
    <Card title={t('reports.area.answers')}>
      {answers.length === 0 ? (
        <p>{t('reports.answers.empty')}</p>
      ) : (
        <DataTable
          caption={t('reports.area.answers')}
          plain
          firstCellIsHeader
          head={[{ text: t('reports.area.service') }, { text: t('reports.area.span') }]}
          rows={answers.map(({ service, median }) => {
            const name = `code.service.${service}`
            return [{ text: isSentence(name) ? t(name) : service }, { text: inWords(median) }]
          })}
        />
      )}
    </Card>
  )
}

export const AreaReportPage = ({ report }: { report: AreaReport }) => {
  const { t, format } = usePage()
  const { provinceName, coversCountry } = report
  const title =
    provinceName === null
      ? t('reports.area.country')
      : t('reports.area.province', { province: provinceName })
  return (
    <Layout
      title={title}
      breadcrumbs={
        coversCountry && provinceName !== null
          ? [
              { text: t('reports.area.all-provinces'), href: '/reports/area' },
              { text: provinceName },
            ]
          : undefined
      }
    >
      <PageHeader
        title={title}
        meta={[
          t('reports.weeks-until', { date: format.plainDate(report.since) }),
          t('reports.as-of', { time: format.dateTime(report.asOf) }),
        ]}
      />
      <InsetText>{t('reports.area.hidden-note', { largest: smallestShownCount - 1 })}</InsetText>
      {report.rows.length === 0 ? (
        <EmptyState title={t('reports.area.empty.title')}>
          {t('reports.area.empty.text')}
        </EmptyState>
      ) : (
        <Outcomes report={report} />
      )}
      <Answers report={report} />
      <Definitions which={['as-of', 'weeks', 'accepted', 'returned', 'lapsed', 'late', 'median']} />
    </Layout>
  )
}
