import { typedText, type Typed } from '../../../platform/web/form.js'
import {
  Button,
  Card,
  CharacterCount,
  DataTable,
  ErrorSummary,
  errorsOf,
  Form,
  InsetText,
  PageHeader,
  Radios,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { CasePage, complaintsOf, type FieldErrors } from '../../cases/index.js'
import { adulthoodDecisions, longestNote, personWants } from '../domain/decision.js'
import type { ComingOfAge } from '../use-cases/come-of-age.js'

export interface AdulthoodView extends ComingOfAge {
  readonly values: Typed
  readonly errors: FieldErrors
}

/** What changes when a child becomes an adult, and what is decided with her. */
export const AdulthoodPage = (view: AdulthoodView) => {
  const { t } = usePage()
  const { row, errors } = view
  const complaints = complaintsOf(errors, t)
  const errorList = errorsOf(complaints, ['decision', 'personWants', 'note'])
  return (
    <CasePage
      frame={{ caseId: row.id, number: row.number, safeContact: view.safeContact }}
      title={t('adulthood.title')}
      errors={errorList.length > 0}
      back={{ href: `/cases/${row.id}`, text: row.number }}
    >
      {errorList.length > 0 && <ErrorSummary errorList={errorList} />}
      <PageHeader title={t('adulthood.title')} />
      <When {...view} />
      <Laws {...view} />
      <Consents {...view} />
      <Decided {...view} />
      {view.mayDecide && <Decide {...view} complaints={complaints} />}
    </CasePage>
  )
}

const When = ({ row, adulthood, isAdult }: AdulthoodView) => {
  const { t, format } = usePage()
  if (adulthood === null || !adulthood.isExact)
    return (
      <InsetText>
        {t('adulthood.date-unknown')}{' '}
        <a class="govuk-link" href={`/cases/${row.id}/sections/identity`}>
          {t('adulthood.date-unknown.action')}
        </a>
      </InsetText>
    )
  return (
    <InsetText>
      {t(isAdult ? 'adulthood.since' : 'adulthood.on', { date: format.plainDate(adulthood.on) })}
    </InsetText>
  )
}

const Laws = ({ laws }: AdulthoodView) => {
  const { t } = usePage()
  const word = (child: boolean) => t(child ? 'adulthood.law.child' : 'adulthood.law.adult')
  return (
    <Card title={t('adulthood.laws')}>
      <p class="govuk-body">{t('adulthood.laws.text')}</p>
      <DataTable
        caption={t('adulthood.laws')}
        plain
        firstCellIsHeader
        head={[
          { text: t('adulthood.law') },
          { text: t('adulthood.law.today') },
          { text: t('adulthood.law.then') },
        ]}
        rows={laws.map(({ law, today, then }) => [
          { text: t(`code.child-law.${law}`) },
          { text: word(today) },
          { text: word(then) },
        ])}
      />
    </Card>
  )
}

const Consents = ({ row, consentsOfOthers }: AdulthoodView) => {
  const { t, format } = usePage()
  return (
    <Card title={t('adulthood.consents')}>
      <p class="govuk-body">{t('adulthood.consents.text')}</p>
      {consentsOfOthers.length === 0 ? (
        <p class="govuk-body">{t('adulthood.consents.none')}</p>
      ) : (
        <ul class="govuk-list govuk-list--bullet">
          {consentsOfOthers.map(({ id, recipientUnitId, recipientUnitName, validUntil }) => (
            <li>
              {recipientUnitName},{' '}
              {t('adulthood.consents.until', { date: format.date(validUntil) })}
              {': '}
              <a class="govuk-link" href={`/cases/${row.id}/consents/new?unit=${recipientUnitId}`}>
                {t('adulthood.consents.ask')}
              </a>
              {' · '}
              <a class="govuk-link" href={`/cases/${row.id}/consents/${id}/withdraw`}>
                {t('adulthood.consents.end')}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

const Decided = ({ decisions }: AdulthoodView) => {
  const { t, format } = usePage()
  if (decisions.length === 0) return null
  return (
    <Card title={t('adulthood.decided')}>
      <ul class="govuk-list govuk-list--bullet">
        {decisions.map((one) => (
          <li>
            {t('adulthood.decided.line', {
              date: format.date(one.decidedAt),
              name: one.decidedByName,
              decision: t(`adulthood.decision.${one.decision}`),
              wants: t(`adulthood.wants.${one.personWants}`),
            })}
            {one.note !== null && ` ${one.note}`}
          </li>
        ))}
      </ul>
    </Card>
  )
}

const legend = (text: string) => ({
  legend: { text, classes: 'govuk-fieldset__legend--s' },
})

const Decide = ({
  row,
  values,
  complaints,
}: AdulthoodView & { readonly complaints: Readonly<Record<string, string>> }) => {
  const { t } = usePage()
  return (
    <Form action={`/cases/${row.id}/adult`}>
      <Radios
        name="decision"
        fieldset={legend(t('adulthood.decision'))}
        hint={t('adulthood.decision.hint')}
        errorMessage={complaints['decision']}
        value={typedText(values, 'decision')}
        items={adulthoodDecisions.map((decision) => ({
          value: decision,
          text: t(`adulthood.decision.${decision}`),
        }))}
      />
      <Radios
        name="personWants"
        fieldset={legend(t('adulthood.wants'))}
        errorMessage={complaints['personWants']}
        value={typedText(values, 'personWants')}
        items={personWants.map((wants) => ({ value: wants, text: t(`adulthood.wants.${wants}`) }))}
      />
      <CharacterCount
        name="note"
        label={{ text: t('adulthood.note'), classes: 'govuk-label--s' }}
        errorMessage={complaints['note']}
        value={typedText(values, 'note')}
        rows={3}
        maxlength={longestNote}
      />
      <Button preventDoubleClick>{t('common.save')}</Button>
    </Form>
  )
}
