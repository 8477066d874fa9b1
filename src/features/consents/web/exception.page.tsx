import { typedText, type Typed } from '../../../platform/web/form.js'
import {
  Button,
  ButtonGroup,
  Card,
  ErrorSummary,
  errorsOf,
  Form,
  InsetText,
  Layout,
  PageHeader,
  Radios,
  SummaryList,
  Textarea,
  WarningText,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf, phraseOf, type FieldErrors } from '../../cases/index.js'
import { reviewOutcomes } from '../domain/sharing-exception.js'
import type { ExceptionList } from '../use-cases/list-exceptions.js'
import type { OneException } from '../use-cases/read-exception.js'
import { exceptionRows } from './exception-rows.js'
import { ExceptionTag, useRecipient } from './exception-tags.js'

export interface ExceptionPageView extends OneException {
  readonly list: ExceptionList
  /** The version that was seen. */
  readonly version: number
  readonly values: Typed
  readonly errors: FieldErrors
}

/** Everything that was said for sharing without consent, and the answer to it. */
export const ExceptionPage = (view: ExceptionPageView) => {
  const page = usePage()
  const { t, format } = page
  const { exception, list, errors } = view
  const recipient = useRecipient()
  const title = t(`exceptions.${list}.one`)
  const complaints = complaintsOf(errors, t)
  const hasErrors = Object.keys(errors).length > 0
  return (
    <Layout
      title={title}
      width="reading"
      errors={hasErrors}
      back={{ href: `/${list}`, text: t(`exceptions.${list}.title`) }}
    >
      {hasErrors && <ErrorSummary errorList={errorsOf(complaints, ['outcome', 'note'])} />}
      <PageHeader
        title={title}
        tag={<ExceptionTag exception={exception} />}
        meta={[
          view.case !== null && (
            <a class="govuk-link" href={`/cases/${view.case.id}`}>
              {view.case.number}
            </a>
          ),
        ]}
      />
      {view.case === null && <InsetText>{t('exceptions.no-case-content')}</InsetText>}
      <Card title={t(`exceptions.kind.${exception.kind}`, { to: recipient(exception) })}>
        <SummaryList
          rows={[
            { key: t('exceptions.field.unit'), value: exception.unitName },
            { key: t('consents.field.basis'), value: t(`code.basis.${exception.basis}`) },
            exception.duty !== null && {
              key: t('reports-by-duty.field.duty'),
              value: t(`code.duty.${exception.duty}`),
            },
            {
              key: t('consents.field.sections'),
              value: phraseOf(
                format,
                exception.sections.map((section) => t(`code.section.${section}`)),
              ),
            },
            {
              key: t('exceptions.field.recorded'),
              value: t('consents.recorded-by', {
                date: format.dateTime(exception.recordedAt),
                name: exception.recorderName,
              }),
            },
            ...exceptionRows(exception, page),
            exception.reviewDueAt !== null && {
              key: t('exceptions.field.review-due'),
              value: format.dateTime(exception.reviewDueAt),
            },
          ]}
        />
      </Card>
      {list === 'approvals' ? (
        view.mayApprove && <Answer view={view} complaints={complaints} />
      ) : (
        <Review view={view} complaints={complaints} />
      )}
    </Layout>
  )
}

interface PartProps {
  readonly view: ExceptionPageView
  readonly complaints: Readonly<Record<string, string>>
}

const Note = ({ view, complaints }: PartProps) => {
  const { t } = usePage()
  return (
    <Textarea
      label={t('exceptions.note')}
      hint={t('exceptions.note.hint')}
      name="note"
      rows={3}
      value={typedText(view.values, 'note')}
      errorMessage={complaints['note']}
    />
  )
}

const Answer = ({ view, complaints }: PartProps) => {
  const { t } = usePage()
  return (
    <Form action={`/approvals/${view.exception.id}`} version={view.version}>
      <p>{t('exceptions.approvals.ask')}</p>
      <Radios
        name="outcome"
        fieldset={{
          legend: {
            text: t('exceptions.approvals.question'),
            classes: 'govuk-fieldset__legend--s',
          },
        }}
        errorMessage={complaints['outcome']}
        value={typedText(view.values, 'outcome')}
        items={[
          { value: 'approved', text: t('exceptions.approve'), hint: t('exceptions.approve.hint') },
          { value: 'declined', text: t('exceptions.decline'), hint: t('exceptions.decline.hint') },
        ]}
      />
      <Note view={view} complaints={complaints} />
      <ButtonGroup>
        <Button preventDoubleClick>{t('exceptions.answer')}</Button>
        <Button variant="secondary" href="/approvals">
          {t('common.back')}
        </Button>
      </ButtonGroup>
    </Form>
  )
}

const Review = ({ view, complaints }: PartProps) => {
  const { t } = usePage()
  if (!view.mayReview) return null
  return (
    <Form action={`/reviews/${view.exception.id}`} version={view.version}>
      {view.exception.isReviewOverdue && <WarningText>{t('exceptions.overdue.text')}</WarningText>}
      <Radios
        name="outcome"
        fieldset={{
          legend: { text: t('exceptions.reviews.question'), classes: 'govuk-fieldset__legend--s' },
        }}
        errorMessage={complaints['outcome']}
        value={typedText(view.values, 'outcome')}
        items={reviewOutcomes.map((outcome) => ({
          value: outcome,
          text: t(`code.review.${outcome}`),
          ...(outcome === 'not_justified' ? { hint: t('exceptions.not-justified.hint') } : {}),
        }))}
      />
      <Note view={view} complaints={complaints} />
      <ButtonGroup>
        <Button preventDoubleClick>{t('exceptions.answer')}</Button>
        <Button variant="secondary" href="/reviews">
          {t('common.back')}
        </Button>
      </ButtonGroup>
    </Form>
  )
}
