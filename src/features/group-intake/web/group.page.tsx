import {
  Button,
  Card,
  DataTable,
  EmptyState,
  Layout,
  PageHeader,
  StatusTag,
  SummaryList,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { RiskTag } from '../../cases/index.js'
import type { OneGroup } from '../use-cases/read-groups.js'
import { groupFactRows, type GroupFactsView } from './group-fact-rows.js'
import { Pager } from './groups.page.js'

export interface GroupView extends OneGroup {
  readonly event: GroupFactsView
  readonly firstHref: string | undefined
  readonly nextHref: string | undefined
}

/** A group: what joins its people, and the cases among them that the reader sees. */
export const GroupPage = (view: GroupView) => {
  const { t, format } = usePage()
  const { group, event, counts, mayAdd } = view
  const title = t('groups.one.title', { number: group.number })
  return (
    <Layout
      title={title}
      breadcrumbs={[{ text: t('groups.title'), href: '/groups' }, { text: group.number }]}
    >
      <PageHeader
        title={title}
        meta={[
          t('groups.one.people', { count: group.people }),
          t('groups.one.seen', { count: counts.seen }),
          ...(counts.seen === 0
            ? []
            : [
                t('groups.one.open', { count: counts.open }),
                t('groups.one.high', { count: counts.high }),
              ]),
        ]}
        actions={
          mayAdd && (
            <Button href={`/groups/${group.id}/more`} variant="secondary">
              {t('groups.one.more')}
            </Button>
          )
        }
      />
      <Card title={t('groups.one.about')}>
        <SummaryList
          rows={[
            ...groupFactRows(event, t, format),
            {
              key: t('groups.one.opened'),
              value: `${format.dateTime(group.openedAt)}, ${group.openedByName}`,
            },
          ]}
        />
      </Card>
      <Cases {...view} />
    </Layout>
  )
}

const Cases = ({ cases, firstHref, nextHref }: GroupView) => {
  const { t } = usePage()
  if (cases.items.length === 0)
    return <EmptyState title={t('groups.one.none')}>{t('groups.facts.leads.hint')}</EmptyState>
  return (
    <>
      <h2 class="govuk-heading-m">{t('groups.one.cases')}</h2>
      <DataTable
        caption={t('groups.one.cases')}
        firstCellIsHeader
        head={[
          { text: t('groups.one.case') },
          { text: t('groups.one.risk') },
          { text: t('groups.one.age') },
          { text: t('groups.one.status') },
          { text: t('groups.one.lead') },
        ]}
        rows={cases.items.map((row) => [
          {
            text: (
              <a class="govuk-link" href={`/cases/${row.id}`}>
                {row.number}
              </a>
            ),
          },
          { text: <RiskTag level={row.riskLevel} /> },
          { text: `${t(`code.sex.${row.sex}`)}, ${t(`code.age-band.${row.ageBand}`)}` },
          {
            text: (
              <StatusTag tone={row.status === 'open' ? 'good' : 'neutral'}>
                {t(`code.case-status.${row.status}`)}
              </StatusTag>
            ),
          },
          { text: row.leadName },
        ])}
      />
      <Pager first={firstHref} next={nextHref} />
    </>
  )
}
