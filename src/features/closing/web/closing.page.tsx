import { typedText, type Typed } from '../../../platform/web/form.js'
import {
  Button,
  ButtonGroup,
  Card,
  CharacterCount,
  ErrorSummary,
  errorsOf,
  Form,
  Input,
  InsetText,
  PageHeader,
  Radios,
  SummaryList,
  WarningText,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { CasePage, complaintsOf, type FieldErrors } from '../../cases/index.js'
import {
  chosenReasons,
  endings,
  goalsReached,
  longestText,
  reopenReasons,
} from '../domain/closure.js'
import type { OpenEndView } from '../use-cases/open-ends.js'
import type { ClosingView, ClosureView } from '../use-cases/read-closing.js'

export interface ClosingPageView extends ClosingView {
  /** What is filled in: a form to close with, one to open again, or what was prepared. */
  readonly shows: 'form' | 'prepared' | 'closed'
  readonly version: number
  readonly values: Typed
  readonly errors: FieldErrors
}

const legend = (text: string) => ({
  legend: { text, classes: 'govuk-fieldset__legend--s' },
})
const label = (text: string) => ({ text, classes: 'govuk-label--s' })

/** How a case is closed, and opened again. */
export const ClosingPage = (view: ClosingPageView) => {
  const { t } = usePage()
  const { row, errors, shows, past } = view
  const complaints = complaintsOf(errors, t)
  const withTitles = useTitledEnds()
  const errorList = errorsOf(withTitles(complaints, view.open.ends), [
    'reason',
    'goals',
    'feedback',
    'note',
  ])
  const title = t(shows === 'closed' ? 'closing.title.closed' : 'closing.title')
  return (
    <CasePage
      frame={{ caseId: row.id, number: row.number, safeContact: view.safeContact }}
      title={title}
      errors={errorList.length > 0}
      back={{ href: `/cases/${row.id}`, text: row.number }}
    >
      {errorList.length > 0 && <ErrorSummary errorList={errorList} />}
      <PageHeader title={title} />
      {shows === 'form' && <ToClose {...view} complaints={complaints} />}
      {shows === 'prepared' && <Prepared {...view} />}
      {shows === 'closed' && <Closed {...view} complaints={complaints} />}
      {shows !== 'closed' && past.map((closure) => <Past closure={closure} />)}
    </CasePage>
  )
}

type Complaints = Readonly<Record<string, string>>

const ToClose = (view: ClosingPageView & { readonly complaints: Complaints }) => {
  const { t } = usePage()
  const { row, heldBy, open, attempts, mayClose, values, complaints, version } = view
  const { count, needed, areEnough } = attempts
  const isCalledLost = typedText(values, 'reason') === 'contact_lost'
  if (heldBy !== null)
    return (
      <>
        <WarningText>{t(`closing.held.${heldBy}`)}</WarningText>
        <ul class="govuk-list govuk-list--bullet">
          {open.referrals.map(({ href, service, unitName }) => (
            <li>
              <a class="govuk-link" href={href}>
                {t(service)}
                {unitName !== null && `, ${unitName}`}
              </a>
            </li>
          ))}
          {heldBy === 'team-open' && (
            <li>
              <a class="govuk-link" href={`/cases/${row.id}/team`}>
                {t('cases.tab.team')}
              </a>
            </li>
          )}
          {heldBy === 'offered' && (
            <li>
              <a class="govuk-link" href={`/cases/${row.id}/transfer`}>
                {t('transfers.case.action')}
              </a>
            </li>
          )}
        </ul>
      </>
    )
  if (!mayClose) return <p class="govuk-body">{t('closing.open')}</p>
  return (
    <>
      <p class="govuk-body">{t('closing.lead')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={`/cases/${row.id}/merge`}>
          {t('closing.duplicate')}
        </a>
      </p>
      <Form action={`/cases/${row.id}/closing`} version={version}>
        <Radios
          name="reason"
          fieldset={legend(t('closing.reason'))}
          errorMessage={complaints['reason']}
          value={typedText(values, 'reason')}
          items={chosenReasons.map((reason) => ({
            value: reason,
            text: t(`code.closure.${reason}`),
            hint:
              reason === 'contact_lost'
                ? t('closing.reason.contact-lost.hint', { count, needed })
                : undefined,
          }))}
        />
        {isCalledLost && !areEnough && (
          <InsetText>
            {t('closing.attempts.lacking', { count, needed })}{' '}
            <a class="govuk-link" href={`/cases/${row.id}/plan/contacts`}>
              {t('closing.attempts.log')}
            </a>
          </InsetText>
        )}
        <Radios
          name="goals"
          fieldset={legend(t('closing.goals'))}
          errorMessage={complaints['goals']}
          value={typedText(values, 'goals')}
          items={goalsReached.map((goals) => ({ value: goals, text: t(`closing.goals.${goals}`) }))}
        />
        <CharacterCount
          name="feedback"
          label={label(t('closing.feedback'))}
          hint={t('closing.feedback.hint')}
          errorMessage={complaints['feedback']}
          value={typedText(values, 'feedback')}
          rows={4}
          maxlength={longestText}
        />
        {open.ends.length > 0 && (
          <>
            <h2 class="govuk-heading-m">{t('closing.ends')}</h2>
            <p class="govuk-body">{t('closing.ends.text')}</p>
            {open.ends.map((end) => (
              <End end={end} values={values} complaints={complaints} />
            ))}
          </>
        )}
        <CharacterCount
          name="note"
          label={label(t('closing.note'))}
          errorMessage={complaints['note']}
          value={typedText(values, 'note')}
          rows={3}
          maxlength={longestText}
        />
        <ButtonGroup>
          <Button preventDoubleClick>{t('common.continue')}</Button>
          <Button variant="secondary" href={`/cases/${row.id}`}>
            {t('common.cancel')}
          </Button>
        </ButtonGroup>
      </Form>
    </>
  )
}

const useEndWords = () => {
  const { t } = usePage()
  return ({ title, facts, about }: OpenEndView): string =>
    [t(title, facts), about].filter((part) => part !== null).join(', ')
}

/** In the summary of what does not fit, each open end is called by its title: they all lack the same. */
const useTitledEnds = () => {
  const words = useEndWords()
  return (complaints: Complaints, ends: readonly OpenEndView[]): Complaints => ({
    ...complaints,
    ...Object.fromEntries(
      ends.flatMap((end) =>
        [`end-${end.id}`, `text-${end.id}`].flatMap((field) => {
          const complaint = complaints[field]
          return complaint === undefined ? [] : [[field, `${words(end)}: ${complaint}`]]
        }),
      ),
    ),
  })
}

const End = ({
  end,
  values,
  complaints,
}: {
  readonly end: OpenEndView
  readonly values: Typed
  readonly complaints: Complaints
}) => {
  const { t } = usePage()
  const words = useEndWords()
  return (
    <>
      <Radios
        name={`end-${end.id}`}
        fieldset={legend(words(end))}
        errorMessage={complaints[`end-${end.id}`]}
        value={typedText(values, `end-${end.id}`)}
        items={endings.map((how) => ({ value: how, text: t(`closing.end.${how}`) }))}
      />
      <Input
        name={`text-${end.id}`}
        label={t('closing.end.text')}
        errorMessage={complaints[`text-${end.id}`]}
        value={typedText(values, `text-${end.id}`)}
      />
    </>
  )
}

/**
 * The rows of a closing: why, what was reached, what the person says. An open end has its title for as
 * long as it is open; afterwards a number.
 */
const ClosureRowsOf = ({
  closure,
  open = [],
}: {
  readonly closure: ClosureView
  readonly open?: readonly OpenEndView[]
}) => {
  const { t } = usePage()
  const words = useEndWords()
  const { texts } = closure
  return (
    <SummaryList
      rows={[
        { key: t('closing.reason'), value: t(`code.closure.${closure.reason}`) },
        { key: t('closing.goals'), value: t(`closing.goals.${closure.goals}`) },
        { key: t('closing.feedback'), value: texts?.feedback ?? t('closing.feedback.none') },
        ...(texts === null || texts.note === null
          ? []
          : [{ key: t('closing.note'), value: texts.note }]),
        ...(texts?.ends ?? []).map(({ id, how, text }, at) => {
          const end = open.find((one) => one.id === id)
          return {
            key: end === undefined ? t('closing.end.number', { number: at + 1 }) : words(end),
            value: [t(`closing.end.${how}`), text].filter((part) => part !== null).join(': '),
          }
        }),
      ]}
    />
  )
}

const Prepared = ({ row, open, prepared, approval, mayClose }: ClosingPageView) => {
  const { t } = usePage()
  if (prepared === null || approval === null) return null
  const path = `/cases/${row.id}/closing`
  const isWaiting = approval.latest?.state === 'requested' && !approval.isOutdated
  return (
    <>
      <Card title={t('closing.prepared')}>
        <ClosureRowsOf closure={prepared} open={open.ends} />
      </Card>
      <InsetText>{t(waitingFor(approval, isWaiting))}</InsetText>
      {mayClose && (
        <>
          {approval.isSatisfied && (
            <Form action={`${path}/close`} version={prepared.version}>
              <Button variant="warning" preventDoubleClick>
                {t('closing.close')}
              </Button>
            </Form>
          )}
          {!approval.isSatisfied && !isWaiting && approval.latest?.state !== 'requested' && (
            <Form action={`${path}/ask`} version={prepared.version}>
              <Button preventDoubleClick>{t('closing.ask')}</Button>
            </Form>
          )}
          <Button variant="secondary" href={`${path}?change=yes`}>
            {t('closing.change')}
          </Button>
        </>
      )}
    </>
  )
}

const waitingFor = (
  approval: NonNullable<ClosingPageView['approval']>,
  isWaiting: boolean,
):
  | 'closing.approval.ready'
  | 'closing.approval.waits'
  | 'closing.approval.outdated'
  | 'closing.approval.returned'
  | 'closing.approval.needed' => {
  if (approval.isSatisfied) return 'closing.approval.ready'
  if (isWaiting) return 'closing.approval.waits'
  if (approval.isOutdated) return 'closing.approval.outdated'
  return approval.latest?.state === 'returned'
    ? 'closing.approval.returned'
    : 'closing.approval.needed'
}

const Closed = (view: ClosingPageView & { readonly complaints: Complaints }) => {
  const { t } = usePage()
  const { row, past, mayReopen, values, complaints, version } = view
  return (
    <>
      {past.map((closure) => (
        <Past closure={closure} />
      ))}
      {mayReopen && (
        <Card title={t('closing.reopen')}>
          <p class="govuk-body">{t('closing.reopen.text')}</p>
          <Form action={`/cases/${row.id}/closing/reopen`} version={version}>
            <Radios
              name="reason"
              fieldset={legend(t('closing.reopen.reason'))}
              errorMessage={complaints['reason']}
              value={typedText(values, 'reason')}
              items={reopenReasons.map((reason) => ({
                value: reason,
                text: t(`closing.reopen.${reason}`),
              }))}
            />
            <CharacterCount
              name="note"
              label={label(t('closing.note'))}
              errorMessage={complaints['note']}
              value={typedText(values, 'note')}
              rows={3}
              maxlength={longestText}
            />
            <Button preventDoubleClick>{t('closing.reopen')}</Button>
          </Form>
        </Card>
      )}
    </>
  )
}

const Past = ({ closure }: { readonly closure: ClosureView }) => {
  const { t, format } = usePage()
  if (closure.closedAt === null) return null
  return (
    <Card title={t('closing.past', { date: format.date(closure.closedAt) })}>
      <ClosureRowsOf closure={closure} />
      {closure.reopenedAt !== null && closure.reopenReason !== null && (
        <p class="govuk-body">
          {t('closing.reopened', {
            date: format.date(closure.reopenedAt),
            reason: t(`closing.reopen.${closure.reopenReason}`),
          })}
          {closure.reopenNote !== null && ` ${closure.reopenNote}`}
        </p>
      )}
    </Card>
  )
}
