import {
  DataTable,
  EmptyState,
  ErrorSummary,
  Layout,
  PageHeader,
  SearchBox,
  StatusTag,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf, RiskTag } from '../../cases/index.js'
import type { FoundRow } from './search.view.js'

export interface SearchView {
  readonly typed: string
  /** Null while nothing was looked for. */
  readonly rows: readonly FoundRow[] | null
  /** Only the likeliest are shown. */
  readonly isCut?: boolean
  readonly error?: string | undefined
}

/** What was found, by number and initials: people pass by behind a screen. */
export const SearchPage = ({ typed, rows, isCut = false, error }: SearchView) => {
  const { t } = usePage()
  const complaint = error === undefined ? undefined : complaintsOf({ q: error }, t)['q']
  return (
    <Layout
      title={t('finding.search')}
      errors={complaint !== undefined}
      breadcrumbs={[{ text: t('cases.mine'), href: '/cases' }, { text: t('finding.search') }]}
    >
      {complaint !== undefined && <ErrorSummary errorList={[{ text: complaint, href: '#q' }]} />}
      <PageHeader title={t('finding.search')} />
      <SearchBox
        action="/cases/search"
        label={t('finding.search.label')}
        hint={t('finding.search.hint')}
        value={typed}
        errorMessage={complaint}
        button={t('finding.search.button')}
      />
      {rows !== null && <Found rows={rows} isCut={isCut} />}
    </Layout>
  )
}

const Found = ({ rows, isCut }: { rows: readonly FoundRow[]; isCut: boolean }) => {
  const { t } = usePage()
  if (rows.length === 0) {
    return <EmptyState title={t('finding.search.none')}>{t('finding.search.none.text')}</EmptyState>
  }
  const heading = t(isCut ? 'finding.search.cut' : 'finding.search.found', { count: rows.length })
  return (
    <section aria-labelledby="found">
      <h2 class="govuk-heading-m" id="found">
        {heading}
      </h2>
      {isCut && <p class="govuk-body">{t('finding.search.cut.text')}</p>}
      <DataTable
        caption={heading}
        firstCellIsHeader
        head={[
          { text: t('cases.list.number') },
          { text: t('cases.list.person') },
          { text: t('finding.search.why') },
          { text: t('cases.list.risk') },
          { text: t('cases.list.place') },
          { text: t('cases.list.lead') },
        ]}
        rows={rows.map((row) => [
          {
            text: (
              <a class="govuk-link" href={row.href}>
                {row.number ?? t('finding.search.shared')}
              </a>
            ),
          },
          {
            text: [
              row.initials === '' ? t('cases.person.unnamed') : row.initials,
              t(`code.age-band.${row.ageBand}`),
              t(`code.sex.${row.sex}`).toLowerCase(),
            ].join(', '),
          },
          { text: row.matches.map((kind) => t(`finding.match.${kind}`)).join(', ') },
          {
            text: (
              <>
                {row.riskLevel !== null && <RiskTag level={row.riskLevel} />}
                {row.status !== null && row.status !== 'open' && (
                  <StatusTag tone="neutral">{t(`code.case-status.${row.status}`)}</StatusTag>
                )}
              </>
            ),
          },
          { text: row.place },
          { text: row.leadName },
        ])}
      />
    </section>
  )
}
