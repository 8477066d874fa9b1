import {
  Button,
  CaseTabs,
  DataTable,
  EmptyState,
  FilterPanel,
  Layout,
  PageHeader,
  Pagination,
  SearchBox,
  Select,
  StatusTag,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { caseStatuses } from '../domain/case-status.js'
import { riskLevels } from '../domain/risk.js'
import { listPath, type CaseListView } from './case-list.view.js'
import { RiskTag } from './risk-tag.js'

/** The work list: whose turn it is at a glance, and no names. */
export const CasesPage = (view: CaseListView) => {
  const { t } = usePage()
  const { asked } = view
  const title = t(asked.scope === 'unit' ? 'cases.of-unit' : 'cases.mine')
  const all = { ...asked, after: undefined, filter: {} }
  return (
    <Layout title={title}>
      <PageHeader
        title={title}
        actions={
          view.mayOpen && (
            <>
              <Button href="/cases/new">{t('cases.open-new')}</Button>
              <Button href="/groups" variant="secondary">
                {t('groups.link')}
              </Button>
              <Button href="/drafts" variant="secondary">
                {t('drafts.title')}
              </Button>
            </>
          )
        }
      />
      <SearchBox
        action="/cases/search"
        label={t('finding.search.label')}
        button={t('finding.search.button')}
      />
      {view.maySeeUnit && (
        <CaseTabs
          label={t('cases.scope')}
          items={[
            { href: '/cases', text: t('cases.mine'), current: asked.scope === 'mine' },
            {
              href: '/cases?scope=unit',
              text: t('cases.of-unit'),
              current: asked.scope === 'unit',
            },
          ]}
        />
      )}
      <FilterPanel
        action="/cases"
        chips={useChips(view)}
        clearHref={listPath(all)}
        results={<Results {...view} title={title} />}
      >
        {asked.scope === 'unit' && <input type="hidden" name="scope" value="unit" />}
        <Select
          label={t('cases.filter.status')}
          name="status"
          value={asked.filter.status}
          items={[
            { value: '', text: t('cases.filter.any') },
            ...caseStatuses.map((status) => ({
              value: status,
              text: t(`code.case-status.${status}`),
            })),
          ]}
        />
        <Select
          label={t('cases.filter.risk')}
          name="risk"
          value={asked.filter.risk}
          items={[
            { value: '', text: t('cases.filter.any') },
            ...riskLevels.map((risk) => ({ value: risk, text: t(`code.risk.${risk}`) })),
          ]}
        />
      </FilterPanel>
    </Layout>
  )
}

const useChips = ({ asked }: CaseListView) => {
  const { t } = usePage()
  const { status, risk } = asked.filter
  const without = (part: 'status' | 'risk') =>
    listPath({ ...asked, after: undefined, filter: { ...asked.filter, [part]: undefined } })
  return [
    ...(status === undefined
      ? []
      : [{ text: t(`code.case-status.${status}`), removeHref: without('status') }]),
    ...(risk === undefined ? [] : [{ text: t(`code.risk.${risk}`), removeHref: without('risk') }]),
  ]
}

const Results = ({ title, ...view }: CaseListView & { title: string }) => {
  const { t, format } = usePage()
  if (view.rows.length === 0) {
    return (
      <EmptyState
        title={t('cases.list.empty')}
        action={view.mayOpen ? { href: '/cases/new', text: t('cases.open-new') } : undefined}
      >
        {t('cases.list.empty.text')}
      </EmptyState>
    )
  }
  const isOfUnit = view.asked.scope === 'unit'
  return (
    <>
      <DataTable
        caption={title}
        firstCellIsHeader
        head={[
          { text: t('cases.list.number') },
          { text: t('cases.list.person') },
          { text: t('cases.list.incident') },
          { text: t('cases.list.risk') },
          { text: t('cases.list.place') },
          ...(isOfUnit ? [{ text: t('cases.list.lead') }] : []),
          { text: t('cases.list.updated') },
        ]}
        rows={view.rows.map((row) => [
          {
            text: (
              <a class="govuk-link" href={`/cases/${row.id}`}>
                {row.number}
              </a>
            ),
          },
          {
            text: `${t(`code.age-band.${row.ageBand}`)}, ${t(`code.sex.${row.sex}`).toLowerCase()}`,
          },
          { text: row.incidentType === null ? '' : t(`code.incident.${row.incidentType}`) },
          {
            text: (
              <>
                <RiskTag level={row.riskLevel} />
                {row.immediateDanger && (
                  <StatusTag tone="danger" dot>
                    {t('cases.danger')}
                  </StatusTag>
                )}
              </>
            ),
          },
          { text: [row.commune, row.provinceName].filter((part) => part !== null).join(', ') },
          ...(isOfUnit ? [{ text: row.leadName }] : []),
          { text: format.shortDateTime(row.updatedAt) },
        ])}
      />
      <Pagination
        classes="ba-pager"
        items={[]}
        previous={
          view.firstHref === undefined
            ? undefined
            : { href: view.firstHref, text: t('cases.list.first') }
        }
        next={
          view.nextHref === undefined
            ? undefined
            : { href: view.nextHref, text: t('cases.list.next') }
        }
      />
    </>
  )
}
