import {
  Button,
  Card,
  EmptyState,
  Form,
  Layout,
  PageHeader,
  Pagination,
  StatusTag,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { kindSentence } from './kind-sentence.js'
import type { NotificationRow } from '../use-cases/list-notifications.js'

export interface NotificationsView {
  readonly rows: readonly NotificationRow[]
  readonly now: Date
  readonly hasUnread: boolean
  readonly firstHref: string | undefined
  readonly nextHref: string | undefined
}

const Row = ({ row, now }: { row: NotificationRow; now: Date }) => {
  const { t, format } = usePage()
  return (
    <Card
      size="small"
      title={kindSentence(t, row)}
      tag={
        row.readAt === null ? <StatusTag tone="new">{t('notifications.new')}</StatusTag> : undefined
      }
    >
      <p>
        {row.referral && (
          <>
            {row.referral.number} · {t(`code.status.${row.referral.status}`)} ·{' '}
          </>
        )}
        <time datetime={row.createdAt.toISOString()}>{format.relative(row.createdAt, now)}</time>
      </p>
      <Form action={`/notifications/${row.id}/read`}>
        <button class="ba-link-button">
          {row.referral === null
            ? t('notifications.open-it')
            : t('notifications.open', { number: row.referral.number })}
        </button>
      </Form>
    </Card>
  )
}

/** What one was told: of which thing, never of whom. */
export const NotificationsPage = (view: NotificationsView) => {
  const { t } = usePage()
  const { rows, firstHref, nextHref } = view
  const title = t('notifications.title')
  return (
    <Layout title={title} width="reading">
      <PageHeader
        title={title}
        actions={
          <>
            <a class="govuk-link" href="/notifications">
              {t('notifications.refresh')}
            </a>
            {view.hasUnread && (
              <Form action="/notifications/read">
                <Button variant="secondary">{t('notifications.read-all')}</Button>
              </Form>
            )}
          </>
        }
      />
      {rows.length === 0 ? (
        <EmptyState title={t('notifications.empty.title')}>
          {t('notifications.empty.text')}
        </EmptyState>
      ) : (
        rows.map((row) => <Row row={row} now={view.now} />)
      )}
      {(firstHref !== undefined || nextHref !== undefined) && (
        <Pagination
          classes="ba-pager"
          items={[]}
          previous={
            firstHref === undefined
              ? undefined
              : { href: firstHref, text: t('notifications.first-page') }
          }
          next={nextHref === undefined ? undefined : { href: nextHref }}
        />
      )}
    </Layout>
  )
}
