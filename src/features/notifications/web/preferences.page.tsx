import { typedList, typedText, type Typed } from '../../../platform/web/form.js'
import {
  Button,
  Card,
  Checkboxes,
  ErrorSummary,
  errorsOf,
  Fieldset,
  Form,
  Input,
  InsetText,
  Layout,
  PageHeader,
  Select,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { isSentence } from '../../../ui/translate.js'
import { weights } from '../domain/concern.js'
import { timeText } from '../domain/mail-choice.js'

export interface PreferencesView {
  readonly isMailThere: boolean
  readonly address: { readonly text: string; readonly isConfirmed: boolean } | null
  readonly version: number
  readonly values: Typed
  readonly errors: Readonly<Record<string, string>>
}

type Complaints = Readonly<Record<string, string>>

/** How one is told: always here, and by mail as one likes. */
export const PreferencesPage = (view: PreferencesView) => {
  const { t } = usePage()
  const complaints = Object.fromEntries(
    Object.entries(view.errors).map(([field, key]) => [
      field,
      t(isSentence(key) ? key : 'error.invalid-input'),
    ]),
  )
  const errorList = errorsOf(complaints)
  const title = t('preferences.title')
  return (
    <Layout
      title={title}
      errors={errorList.length > 0}
      width="reading"
      back={{ href: '/account', text: t('accounts.account.title') }}
    >
      {errorList.length > 0 && <ErrorSummary errorList={errorList} />}
      <PageHeader title={title} />
      <Card title={t('preferences.inside.title')}>
        <p>{t('preferences.inside.text')}</p>
      </Card>
      {view.isMailThere ? (
        <>
          <Address {...view} complaints={complaints} />
          <Choice {...view} complaints={complaints} />
        </>
      ) : (
        <InsetText>{t('mail.none')}</InsetText>
      )}
    </Layout>
  )
}

const Address = ({
  address,
  values,
  complaints,
}: PreferencesView & { readonly complaints: Complaints }) => {
  const { t } = usePage()
  return (
    <Card title={t('preferences.address.title')}>
      <p>{t('preferences.address.lead')}</p>
      {address !== null && (
        <p>
          {t(
            address.isConfirmed ? 'preferences.address.confirmed' : 'preferences.address.waiting',
            { address: address.text },
          )}
        </p>
      )}
      {address !== null && !address.isConfirmed && (
        <Form action="/account/notifications/code">
          <Input
            label={t('preferences.code.label')}
            hint={t('preferences.code.hint')}
            name="code"
            inputmode="numeric"
            autocomplete="one-time-code"
            classes="govuk-input--width-10"
            errorMessage={complaints['code']}
          />
          <Button>{t('preferences.code.action')}</Button>
        </Form>
      )}
      <Form action="/account/notifications/address">
        <Input
          label={t(address === null ? 'preferences.address.label' : 'preferences.address.other')}
          hint={t('preferences.address.hint')}
          name="address"
          type="email"
          autocomplete="email"
          spellcheck={false}
          value={typedText(values, 'address')}
          errorMessage={complaints['address']}
        />
        <Button variant="secondary">{t('preferences.address.send')}</Button>
      </Form>
      {address !== null && (
        <Form action="/account/notifications/address/forget">
          <Button variant="secondary">{t('preferences.address.forget')}</Button>
        </Form>
      )}
    </Card>
  )
}

const Choice = ({
  version,
  values,
  complaints,
}: PreferencesView & { readonly complaints: Complaints }) => {
  const { t } = usePage()
  return (
    <Card title={t('preferences.choice.title')}>
      <Form action="/account/notifications" version={version}>
        <Checkboxes
          name="mailed"
          fieldset={{
            legend: { text: t('preferences.mailed'), classes: 'govuk-fieldset__legend--s' },
          }}
          items={weights.map((weight) => ({
            value: weight,
            text: t(`preferences.mailed.${weight}`),
          }))}
          values={typedList(values, 'mailed')}
          errorMessage={complaints['mailed']}
        />
        <Fieldset legend={{ text: t('preferences.quiet'), classes: 'govuk-fieldset__legend--s' }}>
          <p class="govuk-hint">{t('preferences.quiet.hint')}</p>
          <TimeOfDay
            name="quietFrom"
            label={t('preferences.quiet.from')}
            values={values}
            complaints={complaints}
          />
          <TimeOfDay
            name="quietUntil"
            label={t('preferences.quiet.until')}
            values={values}
            complaints={complaints}
          />
        </Fieldset>
        <TimeOfDay
          name="digestAt"
          label={t('preferences.digest')}
          hint={t('preferences.digest.hint')}
          values={values}
          complaints={complaints}
        />
        <Button>{t('common.save')}</Button>
      </Form>
    </Card>
  )
}

const halfHours = Array.from({ length: 48 }, (_, index) => timeText(index * 30))

interface TimeOfDayProps {
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly values: Typed
  readonly complaints: Complaints
}

const TimeOfDay = ({ name, label, hint, values, complaints }: TimeOfDayProps) => {
  const { t } = usePage()
  const chosen = typedText(values, name)
  // Another system may have chosen any minute.
  const times = [...new Set(chosen === '' ? halfHours : [...halfHours, chosen])].sort()
  return (
    <Select
      name={name}
      label={label}
      hint={hint}
      value={chosen}
      items={[
        { value: '', text: t('preferences.time.none') },
        ...times.map((time) => ({ value: time, text: time })),
      ]}
      errorMessage={complaints[name]}
    />
  )
}
