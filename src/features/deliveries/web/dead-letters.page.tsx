import type { DeadLetter, DeadLetterCount } from '../../../platform/outbox/index.js'
import {
  Button,
  Card,
  DataTable,
  EmptyState,
  Form,
  Layout,
  PageHeader,
  Pagination,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'

export interface DeadLettersView {
  readonly counts: readonly DeadLetterCount[]
  readonly rows: readonly DeadLetter[]
  readonly firstHref: string | undefined
  readonly nextHref: string | undefined
}

/** What could not be delivered: type, cause, tries and age. */
export const DeadLettersPage = ({ counts, rows, firstHref, nextHref }: DeadLettersView) => {
  const { t } = usePage()
  const title = t('deliveries.title')
  return (
    <Layout title={title}>
      <PageHeader
        title={title}
        actions={
          counts.length > 1 && (
            <Form action="/admin/dead-letters/replay">
              <Button variant="secondary">{t('deliveries.replay.all')}</Button>
            </Form>
          )
        }
      />
      <p>{t('deliveries.lead')}</p>
      {counts.length === 0 ? (
        <EmptyState title={t('deliveries.empty.title')}>{t('deliveries.empty.text')}</EmptyState>
      ) : (
        <>
          {counts.map((count) => (
            <OfType {...count} />
          ))}
          <Letters rows={rows} />
        </>
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

const OfType = ({ type, count, since }: DeadLetterCount) => {
  const { t, format } = usePage()
  return (
    <Card size="small" title={type}>
      <p>{t('deliveries.count', { count, since: format.shortDateTime(since) })}</p>
      <Form action="/admin/dead-letters/replay">
        <input type="hidden" name="type" value={type} />
        <Button variant="secondary">{t('deliveries.replay.type', { type })}</Button>
      </Form>
    </Card>
  )
}

const Letters = ({ rows }: { rows: readonly DeadLetter[] }) => {
  const { t, format } = usePage()
  return (
    <DataTable
      caption={t('deliveries.title')}
      head={[
        { text: t('deliveries.field.type') },
        { text: t('deliveries.field.cause') },
        { text: t('deliveries.field.attempts') },
        { text: t('deliveries.field.since') },
        { text: t('deliveries.field.subject') },
        { text: t('deliveries.field.again') },
      ]}
      rows={rows.map(({ id, type, cause, attempts, failedAt, subjectId }) => [
        { text: type },
        { text: cause ?? t('deliveries.cause.unknown') },
        { text: format.number(attempts) },
        { text: format.shortDateTime(failedAt) },
        { text: <code>{subjectId}</code> },
        {
          text: (
            <Form action={`/admin/dead-letters/${id}/replay`}>
              <Button
                variant="secondary"
                attributes={{ 'aria-label': t('deliveries.replay.one', { type }) }}
              >
                {t('deliveries.replay')}
              </Button>
            </Form>
          ),
        },
      ])}
    />
  )
}
