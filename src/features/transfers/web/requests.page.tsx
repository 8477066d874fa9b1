import {
  Button,
  ButtonGroup,
  Card,
  CharacterCount,
  DataTable,
  ErrorSummary,
  errorsOf,
  Form,
  InsetText,
  Input,
  Layout,
  PageHeader,
  Radios,
  StatusTag,
  SummaryList,
  WarningText,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { isSentence } from '../../../ui/translate.js'
import { complaintsOf, type FieldErrors } from '../../cases/index.js'
import { longestNote } from '../domain/lengths.js'
import { askReasons, declineReasons } from '../domain/transfer-reasons.js'
import type { RequestView } from '../use-cases/transfer-requests.js'
import { toneOfRequest } from './transfer-words.js'
import { TransferTabs } from './transfers.page.js'

export interface RequestsView {
  readonly toAnswer: readonly RequestView[]
  readonly asked: readonly RequestView[]
}

/** What others ask of the unit's cases, and what the unit asked of others. */
export const RequestsPage = ({ toAnswer, asked }: RequestsView) => {
  const { t } = usePage()
  const title = t('transfers.title.asks')
  return (
    <Layout title={title}>
      <PageHeader
        title={title}
        actions={
          <Button href="/transfers/ask" variant="secondary">
            {t('transfers.ask.link')}
          </Button>
        }
      />
      <TransferTabs current="asks" />
      <Card title={t('transfers.asks.to-answer')}>
        {toAnswer.length === 0 ? (
          <p>{t('transfers.asks.to-answer.none')}</p>
        ) : (
          <Requests caption={t('transfers.asks.to-answer')} rows={toAnswer} names="unit" />
        )}
      </Card>
      <Card title={t('transfers.asks.asked')}>
        {asked.length === 0 ? (
          <p>{t('transfers.asks.asked.none')}</p>
        ) : (
          <Requests caption={t('transfers.asks.asked')} rows={asked} names="worker" />
        )}
      </Card>
    </Layout>
  )
}

const Requests = ({
  caption,
  rows,
  names,
}: {
  readonly caption: string
  readonly rows: readonly RequestView[]
  readonly names: 'unit' | 'worker'
}) => {
  const { t, format } = usePage()
  return (
    <DataTable
      caption={caption}
      plain
      firstCellIsHeader
      head={[
        { text: t('transfers.asks.column.case') },
        { text: t('transfers.asks.column.who') },
        { text: t('transfers.asks.column.why') },
        { text: t('transfers.asks.column.status') },
        { text: t('transfers.asks.column.date') },
      ]}
      rows={rows.map((row) => [
        {
          text: (
            <a class="govuk-link" href={`/transfers/asks/${row.id}`}>
              {row.caseNumber ?? t('transfers.asks.through-referral')}
            </a>
          ),
        },
        { text: names === 'unit' ? row.fromUnitName : row.askerName },
        { text: t(`code.asking.${row.why}`) },
        {
          text: (
            <StatusTag tone={toneOfRequest[row.status]}>
              {t(`code.request-status.${row.status}`)}
            </StatusTag>
          ),
        },
        { text: format.shortDate(row.askedAt) },
      ])}
    />
  )
}

export interface RequestPageView {
  readonly request: RequestView
  readonly reason: string
  readonly errors: FieldErrors
}

/** One request: what is asked, and for who has the case the answer. */
export const RequestPage = ({ request, reason, errors }: RequestPageView) => {
  const { t, format } = usePage()
  const title = t('transfers.request.title')
  const complaints = complaintsOf(errors, t)
  const errorList = errorsOf(complaints)
  const declined = `code.declining.${request.reason ?? ''}`
  return (
    <Layout
      title={title}
      errors={errorList.length > 0}
      breadcrumbs={[{ text: t('transfers.title.asks'), href: '/transfers/asks' }, { text: title }]}
    >
      {errorList.length > 0 && <ErrorSummary errorList={errorList} />}
      <PageHeader
        title={title}
        tag={
          <StatusTag tone={toneOfRequest[request.status]}>
            {t(`code.request-status.${request.status}`)}
          </StatusTag>
        }
      />
      <Card title={request.fromUnitName}>
        <SummaryList
          rows={[
            {
              key: t('transfers.asks.column.case'),
              value: request.caseNumber ?? t('transfers.asks.through-referral'),
            },
            { key: t('transfers.asks.column.who'), value: request.askerName },
            { key: t('transfers.asks.column.why'), value: t(`code.asking.${request.why}`) },
            ...(request.text === null
              ? []
              : [{ key: t('referrals.note.label'), value: request.text }]),
            { key: t('transfers.asks.column.date'), value: format.dayAndTime(request.askedAt) },
            { key: t('transfers.request.lapses'), value: format.dayAndTime(request.lapsesAt) },
          ]}
        />
      </Card>
      {request.status === 'declined' && isSentence(declined) && (
        <InsetText>{t('transfers.request.declined-with', { reason: t(declined) })}</InsetText>
      )}
      {request.transferId !== null && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/transfers/${request.transferId}`}>
            {t('transfers.request.see-transfer')}
          </a>
        </p>
      )}
      {request.mayAnswer && request.caseId !== null && (
        <Card title={t('transfers.request.answer')}>
          <Button href={`/cases/${request.caseId}/transfer?request=${request.id}`}>
            {t('transfers.request.offer', { unit: request.fromUnitName })}
          </Button>
          <Form
            id="form"
            action={`/transfers/asks/${request.id}/decline`}
            version={request.version}
          >
            <WarningText>{t('transfers.request.decline.warning')}</WarningText>
            <Radios
              name="reason"
              fieldset={{
                legend: {
                  text: t('transfers.request.decline.reason'),
                  classes: 'govuk-fieldset__legend--s',
                },
              }}
              errorMessage={complaints['reason']}
              value={reason}
              items={declineReasons.map((code) => ({
                value: code,
                text: t(`code.declining.${code}`),
              }))}
            />
            <Button variant="secondary" preventDoubleClick>
              {t('transfers.request.decline')}
            </Button>
          </Form>
        </Card>
      )}
    </Layout>
  )
}

export interface AskPageView {
  /** Where a referral brought the case. */
  readonly referralId: string | null
  readonly number: string
  readonly why: string
  readonly text: string
  readonly errors: FieldErrors
}

/** Asks to take a case over. */
export const AskPage = (view: AskPageView) => {
  const { t } = usePage()
  const complaints = complaintsOf(view.errors, t)
  const errorList = errorsOf(complaints, ['number', 'why', 'text'])
  const title = t('transfers.ask.title')
  return (
    <Layout
      title={title}
      width="reading"
      errors={errorList.length > 0}
      back={{ href: '/transfers/asks', text: t('transfers.title.asks') }}
    >
      {errorList.length > 0 && <ErrorSummary errorList={errorList} />}
      <PageHeader title={title} />
      <p class="govuk-body">{t('transfers.ask.lead')}</p>
      <Form id="form" action="/transfers/ask" hidden={{ referral: view.referralId ?? undefined }}>
        {view.referralId === null ? (
          <Input
            name="number"
            id="number"
            label={{ text: t('transfers.ask.number'), classes: 'govuk-label--s' }}
            hint={t('transfers.ask.number.hint')}
            errorMessage={complaints['number']}
            value={view.number}
            autocomplete="off"
          />
        ) : (
          <InsetText>{t('transfers.asks.through-referral')}</InsetText>
        )}
        <Radios
          name="why"
          fieldset={{
            legend: { text: t('transfers.ask.why'), classes: 'govuk-fieldset__legend--s' },
          }}
          errorMessage={complaints['why']}
          value={view.why}
          items={askReasons.map((reason) => ({ value: reason, text: t(`code.asking.${reason}`) }))}
        />
        <CharacterCount
          name="text"
          label={{ text: t('transfers.ask.text'), classes: 'govuk-label--s' }}
          hint={t('transfers.ask.text.hint')}
          errorMessage={complaints['text']}
          value={view.text}
          rows={4}
          maxlength={longestNote}
        />
        <ButtonGroup>
          <Button preventDoubleClick>{t('transfers.ask.submit')}</Button>
          <Button variant="secondary" href="/transfers/asks">
            {t('common.cancel')}
          </Button>
        </ButtonGroup>
      </Form>
    </Layout>
  )
}
