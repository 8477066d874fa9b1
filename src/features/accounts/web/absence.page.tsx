import {
  Button,
  Card,
  DataTable,
  ErrorSummary,
  errorsOf,
  Form,
  Input,
  Layout,
  PageHeader,
  Select,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { Sentence } from '../../../ui/translate.js'
import type { AbsenceRow } from '../use-cases/absences.js'

export type AbsenceField = 'worker' | 'from' | 'until'

export interface AbsencesView {
  readonly absences: readonly AbsenceRow[]
  /** Whom one can write down as away. */
  readonly whom: readonly { readonly id: string; readonly displayName: string }[]
  readonly typed: Readonly<Record<AbsenceField, string>>
  readonly errors: Readonly<Partial<Record<AbsenceField, Sentence>>>
}

/** Who is away when; supervisors write it down for their unit, everybody for themselves. */
export const AbsencesPage = ({ absences, whom, typed, errors }: AbsencesView) => {
  const { t, format } = usePage()
  const said = Object.fromEntries(
    Object.entries(errors).map(([field, sentence]) => [field, t(sentence)]),
  )
  const errorList = errorsOf(said)
  return (
    <Layout
      title={t('accounts.absence.title')}
      errors={errorList.length > 0}
      width="reading"
      back={{ href: '/account', text: t('accounts.account.title') }}
    >
      {errorList.length > 0 && <ErrorSummary errorList={errorList} />}
      <PageHeader title={t('accounts.absence.title')} />
      <p class="govuk-body">{t('accounts.absence.lead')}</p>
      <Form action="/account/absence">
        <Select
          name="worker"
          label={t('accounts.absence.who')}
          errorMessage={said['worker']}
          value={typed.worker}
          items={whom.map(({ id, displayName }) => ({ value: id, text: displayName }))}
        />
        {(['from', 'until'] as const).map((field) => (
          <Input
            name={field}
            type="date"
            label={t(`accounts.absence.${field}`)}
            errorMessage={said[field]}
            value={typed[field]}
            classes="govuk-input--width-10"
          />
        ))}
        <Button preventDoubleClick>{t('accounts.absence.record')}</Button>
      </Form>
      <Card title={t('accounts.absence.title')}>
        {absences.length === 0 ? (
          <p>{t('accounts.absence.none')}</p>
        ) : (
          <DataTable
            plain
            caption={t('accounts.absence.title')}
            head={[
              { text: t('accounts.absence.who') },
              { text: t('accounts.absence.from') },
              { text: t('accounts.absence.until') },
              { text: t('accounts.absence.column.deed') },
            ]}
            rows={absences.map(({ id, displayName, startsAt, endsAt }) => [
              { text: displayName },
              { text: format.shortDate(startsAt) },
              // It ends with the last moment of its last day.
              { text: format.shortDate(new Date(endsAt.getTime() - 1)) },
              {
                text: (
                  <Form action={`/account/absence/${id}/take-back`}>
                    <Button
                      variant="secondary"
                      attributes={{
                        'aria-label': t('accounts.absence.take-back-of', {
                          name: displayName,
                          from: format.shortDate(startsAt),
                        }),
                      }}
                    >
                      {t('accounts.absence.take-back')}
                    </Button>
                  </Form>
                ),
              },
            ])}
          />
        )}
      </Card>
    </Layout>
  )
}
