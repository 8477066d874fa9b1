import {
  Card,
  EmptyState,
  Layout,
  PageHeader,
  Pagination,
  SummaryList,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { phraseOf } from '../../cases/index.js'
import type { ExceptionList } from '../use-cases/list-exceptions.js'
import type { ExceptionView } from '../use-cases/exception-view.js'
import { ExceptionTag, useRecipient } from './exception-tags.js'

export interface ExceptionsView {
  readonly list: ExceptionList
  readonly rows: readonly ExceptionView[]
  readonly firstHref: string | undefined
  readonly nextHref: string | undefined
  /** Supervisors agree to assessments, plans and closings as well, on a page of its own. */
  readonly mayApproveCases: boolean
}

/** What is shared, or waits to be shared, without consent; the longest waiting first. */
export const ExceptionsPage = (view: ExceptionsView) => {
  const { list, rows, firstHref, nextHref, mayApproveCases } = view
  const { t } = usePage()
  const title = t(`exceptions.${list}.title`)
  const other = list === 'approvals' ? 'reviews' : 'approvals'
  return (
    <Layout title={title} width="reading">
      <PageHeader title={title} />
      <p>{t(`exceptions.${list}.lead`)}</p>
      <p>
        <a class="govuk-link" href={`/${other}`}>
          {t(`exceptions.${other}.title`)}
        </a>
        {list === 'approvals' && mayApproveCases && (
          <>
            <br />
            <a class="govuk-link" href="/approvals/cases">
              {t('approvals.waiting')}
            </a>
          </>
        )}
      </p>
      {rows.length === 0 ? (
        <EmptyState title={t(`exceptions.${list}.none`)}>
          {t(`exceptions.${list}.none.text`)}
        </EmptyState>
      ) : (
        rows.map((row) => <Row row={row} list={list} />)
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

const Row = ({ row, list }: { row: ExceptionView; list: ExceptionList }) => {
  const { t, format } = usePage()
  const recipient = useRecipient()
  return (
    <Card
      size="small"
      title={t(`exceptions.kind.${row.kind}`, { to: recipient(row) })}
      tag={<ExceptionTag exception={row} />}
      action={{
        href: `/${list}/${row.id}`,
        text: (
          <>
            {t(`exceptions.${list}.open`)}
            <span class="govuk-visually-hidden"> {recipient(row)}</span>
          </>
        ),
      }}
    >
      <SummaryList
        rows={[
          { key: t('exceptions.field.unit'), value: row.unitName },
          { key: t('consents.field.basis'), value: t(`code.basis.${row.basis}`) },
          {
            key: t('consents.field.sections'),
            value: phraseOf(
              format,
              row.sections.map((section) => t(`code.section.${section}`)),
            ),
          },
          {
            key: t('exceptions.field.recorded'),
            value: t('consents.recorded-by', {
              date: format.dateTime(row.recordedAt),
              name: row.recorderName,
            }),
          },
          row.reviewDueAt !== null && {
            key: t('exceptions.field.review-due'),
            value: format.dateTime(row.reviewDueAt),
          },
        ]}
      />
    </Card>
  )
}
