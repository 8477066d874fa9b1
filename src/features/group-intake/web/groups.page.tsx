import {
  Button,
  Card,
  DataTable,
  EmptyState,
  Layout,
  PageHeader,
  Pagination,
  TaskList,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { GroupSummary } from '../use-cases/read-groups.js'
import type { ListInWaiting } from '../use-cases/waiting-lists.js'

export interface GroupsView {
  readonly groups: readonly GroupSummary[]
  readonly waiting: readonly ListInWaiting[]
  readonly mayOpen: boolean
  readonly firstHref: string | undefined
  readonly nextHref: string | undefined
}

/** The groups one works with, and one's own lists that are not finished. */
export const GroupsPage = ({ groups, waiting, mayOpen, firstHref, nextHref }: GroupsView) => {
  const { t, format } = usePage()
  return (
    <Layout
      title={t('groups.title')}
      breadcrumbs={[{ text: t('cases.mine'), href: '/cases' }, { text: t('groups.title') }]}
    >
      <PageHeader
        title={t('groups.title')}
        actions={mayOpen && <Button href="/groups/new">{t('groups.new')}</Button>}
      />
      <p class="govuk-body">{t('groups.lead')}</p>
      {waiting.length > 0 && (
        <Card title={t('groups.waiting')}>
          <p class="govuk-body">{t('groups.waiting.text')}</p>
          <TaskList
            items={waiting.map(({ id, sentAt, expiresAt, step }) => ({
              title: t('groups.waiting.go-on', { time: format.dateTime(sentAt) }),
              href: `/groups/lists/${id}`,
              hint: [
                ...(step === 'left-over' ? [t('groups.waiting.left')] : []),
                t('groups.waiting.until', { time: format.dateTime(expiresAt) }),
              ].join(' · '),
              status: { text: '' },
            }))}
          />
        </Card>
      )}
      {groups.length === 0 ? (
        <EmptyState title={t('groups.empty.title')}>{t('groups.empty.text')}</EmptyState>
      ) : (
        <DataTable
          caption={t('groups.title')}
          firstCellIsHeader
          head={[
            { text: t('groups.column.number') },
            { text: t('groups.column.what') },
            { text: t('groups.column.received') },
            { text: t('groups.column.people') },
          ]}
          rows={groups.map(({ id, number, incidentType, receivedOn, people }) => [
            {
              text: (
                <a class="govuk-link" href={`/groups/${id}`}>
                  {number}
                </a>
              ),
            },
            { text: t(`code.incident.${incidentType}`) },
            { text: format.plainDate(receivedOn) },
            { text: format.number(people) },
          ])}
        />
      )}
      <Pager first={firstHref} next={nextHref} />
    </Layout>
  )
}

/** To the first page and on to the next. */
export const Pager = ({
  first,
  next,
}: {
  readonly first: string | undefined
  readonly next: string | undefined
}) => {
  const { t } = usePage()
  if (first === undefined && next === undefined) return null
  return (
    <Pagination
      classes="ba-pager"
      items={[]}
      previous={first === undefined ? undefined : { href: first, text: t('groups.first') }}
      next={next === undefined ? undefined : { href: next }}
    />
  )
}
