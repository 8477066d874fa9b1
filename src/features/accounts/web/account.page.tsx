import {
  Button,
  Card,
  DataTable,
  ErrorSummary,
  errorsOf,
  Form,
  Layout,
  PageHeader,
  PasswordInput,
  Radios,
  SummaryList,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { Sentence } from '../../../ui/translate.js'

interface ShownSession {
  readonly id: string
  readonly through: 'cookie' | 'bearer'
  readonly createdAt: Date
  readonly lastSeenAt: Date
  readonly isLocked: boolean
  readonly isThisOne: boolean
}

type AccountField = 'locale' | 'current' | 'next' | 'again'

export interface AccountView {
  readonly displayName: string
  readonly login: string
  readonly position: string
  readonly unitName: string
  readonly roles: readonly Sentence[]
  readonly locale: string
  readonly languages: readonly { readonly value: string; readonly text: string }[]
  readonly sessions: readonly ShownSession[]
  readonly errors: Readonly<Partial<Record<AccountField, Sentence>>>
}

export const AccountPage = (view: AccountView) => {
  const { t, format } = usePage()
  const errors = Object.fromEntries(
    Object.entries(view.errors).map(([field, sentence]) => [field, t(sentence)]),
  )
  const errorList = errorsOf(errors)
  return (
    <Layout title={t('accounts.account.title')} errors={errorList.length > 0} width="reading">
      {errorList.length > 0 && <ErrorSummary errorList={errorList} />}
      <PageHeader title={t('accounts.account.title')} />
      <SummaryList
        rows={[
          { key: t('accounts.account.name'), value: view.displayName },
          { key: t('accounts.account.login'), value: view.login },
          view.position !== '' && { key: t('accounts.account.position'), value: view.position },
          { key: t('accounts.account.unit'), value: view.unitName },
          {
            key: t('accounts.account.roles'),
            value: format.list(view.roles.map((role) => t(role))),
          },
        ]}
      />
      <p class="govuk-hint">{t('accounts.account.about')}</p>
      <p>
        <a class="govuk-link" href="/account/absence">
          {t('accounts.absence.title')}
        </a>
      </p>
      <p>
        <a class="govuk-link" href="/conduct">
          {t('conduct.title')}
        </a>
      </p>
      <Card title={t('preferences.title')}>
        <p>{t('preferences.link.text')}</p>
        <p>
          <a class="govuk-link" href="/account/notifications">
            {t('preferences.link')}
          </a>
        </p>
      </Card>
      <Language {...view} error={errors['locale']} />
      <NewPassword errors={errors} />
      <Sessions sessions={view.sessions} />
    </Layout>
  )
}

const Language = ({
  locale,
  languages,
  error,
}: Pick<AccountView, 'locale' | 'languages'> & { error: string | undefined }) => {
  const { t } = usePage()
  return (
    <Card>
      <Form action="/account/language">
        <Radios
          name="locale"
          fieldset={{
            legend: { text: t('accounts.language.title'), classes: 'govuk-fieldset__legend--m' },
          }}
          hint={t('accounts.language.hint')}
          items={languages}
          value={locale}
          errorMessage={error}
        />
        <Button variant="secondary">{t('common.save')}</Button>
      </Form>
    </Card>
  )
}

const NewPassword = ({ errors }: { errors: Readonly<Record<string, string>> }) => {
  const { t } = usePage()
  return (
    <Card title={t('accounts.password.title')}>
      <p>{t('accounts.password.lead')}</p>
      <Form action="/account/password">
        <PasswordInput
          name="current"
          label={t('accounts.password.current')}
          errorMessage={errors['current']}
        />
        <PasswordInput
          name="next"
          label={t('accounts.password.next')}
          hint={t('accounts.password.next.hint')}
          autocomplete="new-password"
          errorMessage={errors['next']}
        />
        <PasswordInput
          name="again"
          label={t('accounts.password.again')}
          autocomplete="new-password"
          errorMessage={errors['again']}
        />
        <Button variant="secondary">{t('accounts.password.action')}</Button>
      </Form>
    </Card>
  )
}

const Sessions = ({ sessions }: { sessions: readonly ShownSession[] }) => {
  const { t, format } = usePage()
  return (
    <Card title={t('accounts.sessions.title')}>
      <p>{t('accounts.sessions.lead')}</p>
      <DataTable
        caption={t('accounts.sessions.title')}
        head={[
          { text: t('accounts.sessions.through') },
          { text: t('accounts.sessions.started') },
          { text: t('accounts.sessions.last-seen') },
          { text: t('accounts.sessions.state') },
        ]}
        rows={sessions.map((session) => [
          { text: t(`accounts.sessions.through.${session.through}`) },
          { text: format.shortDateTime(session.createdAt) },
          { text: format.shortDateTime(session.lastSeenAt) },
          { text: session.isThisOne ? t('accounts.sessions.this-one') : <EndOther {...session} /> },
        ])}
      />
    </Card>
  )
}

const EndOther = ({ id, createdAt, isLocked }: ShownSession) => {
  const { t, format } = usePage()
  const started = format.shortDateTime(createdAt)
  return (
    <Form action={`/account/sessions/${id}/end`}>
      {t(isLocked ? 'accounts.sessions.locked' : 'accounts.sessions.open')}{' '}
      <Button
        variant="secondary"
        attributes={{ 'aria-label': t('accounts.sessions.end-of', { started }) }}
      >
        {t('accounts.sessions.end')}
      </Button>
    </Form>
  )
}
