import {
  Button,
  CaseTabs,
  DataTable,
  Details,
  EmptyState,
  FilterPanel,
  Form,
  Input,
  Layout,
  PageHeader,
  Pagination,
  RowChoice,
  SearchBox,
  Select,
  Checkboxes,
  StatusTag,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { ageBands } from '../domain/age.js'
import { caseStatuses, caseSteps } from '../domain/case-status.js'
import { incidentFamilies } from '../domain/incident-families.js'
import { riskLevels } from '../domain/risk.js'
import { sexes } from '../domain/sexes.js'
import { listSorts, type ListSort } from '../use-cases/list-cases.js'
import { listPath, queryOf } from '../use-cases/list-query.js'
import type { CaseListView } from './case-list.view.js'
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
      {view.saved.length > 0 && (
        <nav class="ba-saved" aria-label={t('cases.filters')}>
          <ul>
            {view.saved.map(({ name, href }) => (
              <li>
                <a class="govuk-link" href={href}>
                  {name}
                </a>
              </li>
            ))}
            <li>
              <a class="govuk-link ba-quiet" href="/cases/filters">
                {t('cases.filters.manage')}
              </a>
            </li>
          </ul>
        </nav>
      )}
      <FilterPanel
        action="/cases"
        chips={useChips(view)}
        clearHref={listPath(all)}
        results={
          <>
            <Results {...view} title={title} />
            <KeepFilter {...view} />
          </>
        }
      >
        <Fields {...view} />
      </FilterPanel>
    </Layout>
  )
}

const Fields = ({ asked, colleagues, provinces }: CaseListView) => {
  const { t } = usePage()
  const { filter, scope, sort } = asked
  const any = { value: '', text: t('cases.filter.any') }
  return (
    <>
      {scope === 'unit' && <input type="hidden" name="scope" value="unit" />}
      <Select
        label={t('cases.filter.sort')}
        name="sort"
        value={sort}
        items={listSorts.map((one) => ({ value: one, text: t(`cases.sort.${one}`) }))}
      />
      <Select
        label={t('cases.filter.status')}
        name="status"
        value={filter.status}
        items={[
          any,
          ...caseStatuses.map((code) => ({ value: code, text: t(`code.case-status.${code}`) })),
        ]}
      />
      <Select
        label={t('cases.filter.risk')}
        name="risk"
        value={filter.risk}
        items={[any, ...riskLevels.map((code) => ({ value: code, text: t(`code.risk.${code}`) }))]}
      />
      {scope === 'unit' && (
        <Select
          label={t('cases.filter.lead')}
          name="lead"
          value={filter.leadWorkerId}
          items={[
            any,
            ...colleagues.map(({ id, displayName }) => ({ value: id, text: displayName })),
          ]}
        />
      )}
      <Checkboxes
        name="overdue"
        values={filter.overdue === true ? ['yes'] : []}
        items={[{ value: 'yes', text: t('cases.filter.overdue') }]}
      />
      <Details
        summaryText={t('cases.filter.more')}
        open={
          filter.step !== undefined ||
          filter.ageBand !== undefined ||
          filter.sex !== undefined ||
          filter.provinceCode !== undefined ||
          filter.family !== undefined ||
          filter.since !== undefined
        }
      >
        <Select
          label={t('cases.filter.step')}
          name="step"
          value={filter.step}
          items={[
            any,
            ...caseSteps.map((code) => ({ value: code, text: t(`code.case-step.${code}`) })),
          ]}
        />
        <Select
          label={t('cases.filter.age')}
          name="age"
          value={filter.ageBand}
          items={[
            any,
            ...ageBands.map((code) => ({ value: code, text: t(`code.age-band.${code}`) })),
          ]}
        />
        <Select
          label={t('cases.filter.sex')}
          name="sex"
          value={filter.sex}
          items={[any, ...sexes.map((code) => ({ value: code, text: t(`code.sex.${code}`) }))]}
        />
        <Select
          label={t('cases.filter.family')}
          name="family"
          value={filter.family}
          items={[
            any,
            ...incidentFamilies.map((code) => ({
              value: code,
              text: t(`code.family.${code}`),
            })),
          ]}
        />
        <Select
          label={t('cases.filter.province')}
          name="province"
          value={filter.provinceCode}
          items={[any, ...provinces.map(({ code, name }) => ({ value: code, text: name }))]}
        />
        <Input label={t('cases.filter.since')} name="since" type="date" value={filter.since} />
      </Details>
    </>
  )
}

const useChips = ({ asked, colleagues, provinces }: CaseListView) => {
  const { t, format } = usePage()
  const { filter } = asked
  const chip = (part: keyof typeof filter, text: string) => ({
    text,
    removeHref: listPath({ ...asked, after: undefined, filter: { ...filter, [part]: undefined } }),
  })
  const chips = {
    status: filter.status && t(`code.case-status.${filter.status}`),
    step: filter.step && t(`code.case-step.${filter.step}`),
    risk: filter.risk && t(`code.risk.${filter.risk}`),
    ageBand: filter.ageBand && t(`code.age-band.${filter.ageBand}`),
    sex: filter.sex && t(`code.sex.${filter.sex}`),
    family: filter.family && t(`code.family.${filter.family}`),
    provinceCode: provinces.find(({ code }) => code === filter.provinceCode)?.name,
    overdue: filter.overdue === true ? t('cases.filter.overdue') : undefined,
    since: filter.since && t('cases.filter.since.chip', { date: format.plainDate(filter.since) }),
    leadWorkerId: colleagues.find(({ id }) => id === filter.leadWorkerId)?.displayName,
  }
  return Object.entries(chips).flatMap(([part, text]) =>
    text === undefined ? [] : [chip(part as keyof typeof filter, text)],
  )
}

const KeepFilter = ({ asked }: CaseListView) => {
  const { t } = usePage()
  return (
    <Details summaryText={t('cases.filters.keep')}>
      <Form action="/cases/filters" hidden={queryOf(asked)}>
        <Input
          label={t('cases.filters.name')}
          hint={t('cases.filters.name.hint')}
          id="filter-name"
          name="name"
        />
        <Button variant="secondary" preventDoubleClick>
          {t('cases.filters.keep')}
        </Button>
      </Form>
    </Details>
  )
}

const Results = ({ title, ...view }: CaseListView & { title: string }) => {
  const { t } = usePage()
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
  const table = <CaseTable {...view} title={title} />
  return (
    <>
      {isOfUnit ? (
        <Form action="/cases/reassign">
          {table}
          <div class="govuk-button-group">
            <Button variant="secondary">{t('finding.reassign.choose')}</Button>
            <a
              class="govuk-link"
              href={listPath({
                ...view.asked,
                after: undefined,
                size: view.asked.size === 25 ? 100 : 25,
              })}
            >
              {t(view.asked.size === 25 ? 'cases.list.longer' : 'cases.list.shorter')}
            </a>
          </div>
        </Form>
      ) : (
        table
      )}
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

const CaseTable = ({ title, asked, rows }: CaseListView & { title: string }) => {
  const { t, format } = usePage()
  const isOfUnit = asked.scope === 'unit'
  const sorted = (by: ListSort, direction: 'ascending' | 'descending') => ({
    href: listPath({ ...asked, sort: by, after: undefined }),
    direction: asked.sort === by ? direction : undefined,
  })
  return (
    <DataTable
      caption={title}
      firstCellIsHeader
      head={[
        { text: t('cases.list.number') },
        { text: t('cases.list.person') },
        { text: t('cases.list.incident') },
        { text: t('cases.list.risk'), sort: sorted('risk', 'descending') },
        { text: t('cases.list.due'), sort: sorted('due', 'ascending') },
        { text: t('cases.list.place') },
        ...(isOfUnit ? [{ text: t('cases.list.lead') }] : []),
        { text: t('cases.list.updated'), sort: sorted('updated', 'descending') },
      ]}
      rows={rows.map((row) => [
        {
          text: (
            <>
              {isOfUnit && (
                <RowChoice
                  name="case"
                  value={row.id}
                  label={t('finding.reassign.row', { number: row.number })}
                />
              )}
              <a class="govuk-link" href={`/cases/${row.id}`}>
                {row.number}
              </a>
            </>
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
        {
          text: (
            <>
              {row.nextDueAt !== null && format.shortDate(row.nextDueAt)}
              {row.isOverdue && <StatusTag tone="danger">{t('cases.task.overdue')}</StatusTag>}
            </>
          ),
        },
        // Not the commune: a list lies open on a shared desk.
        { text: row.provinceName ?? '' },
        ...(isOfUnit ? [{ text: row.leadName }] : []),
        { text: format.shortDateTime(row.updatedAt) },
      ])}
    />
  )
}
