import { Button, Card, EmptyState, Form, Layout, PageHeader } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { DraftLine } from '../use-cases/own-drafts.js'

/** What the reader wrote and has not sent; of which page, never what stands in it. */
export const DraftsPage = ({ drafts }: { readonly drafts: readonly DraftLine[] }) => {
  const { t, format } = usePage()
  const title = t('drafts.title')
  return (
    <Layout title={title} width="reading">
      <PageHeader title={title} />
      <p>{t('drafts.lead')}</p>
      {drafts.length === 0 && (
        <EmptyState title={t('drafts.empty.title')}>{t('drafts.empty.text')}</EmptyState>
      )}
      {drafts.map(({ id, title: about, href, begunAt, updatedAt }) => (
        <Card title={about}>
          <p>{t('drafts.updated', { at: format.dateTime(updatedAt) })}</p>
          <div class="govuk-button-group">
            <Button
              href={href}
              attributes={{ 'aria-label': t('drafts.go-on.which', { title: about }) }}
            >
              {t('drafts.go-on')}
            </Button>
            <Form action={`/drafts/${id}/discard`}>
              <Button variant="secondary">
                {t('drafts.discard')}
                <span class="govuk-visually-hidden">
                  {' '}
                  {t('drafts.discard.which', { since: format.dateTime(begunAt) })}
                </span>
              </Button>
            </Form>
          </div>
        </Card>
      ))}
    </Layout>
  )
}
