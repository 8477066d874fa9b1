import {
  Button,
  ButtonGroup,
  ErrorSummary,
  errorsOf,
  Form,
  InsetText,
  PageHeader,
  PasswordInput,
  SignedOutLayout,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { Sentence } from '../../../ui/translate.js'

export interface LockView {
  /** Where to go afterwards. */
  readonly next: string
  /** The form that waits for the password. */
  readonly held: string | undefined
  readonly error?: Sentence
}

/** Says neither who works here nor on what: whoever looks over the shoulder learns nothing. */
export const LockPage = ({ next, held, error }: LockView) => {
  const { t } = usePage()
  const passwordError = error && t(error)
  return (
    <SignedOutLayout title={t('accounts.lock.title')} errors={error !== undefined}>
      {error !== undefined && <ErrorSummary errorList={errorsOf({ password: passwordError })} />}
      <PageHeader title={t('accounts.lock.title')} meta={[t('accounts.lock.lead')]} />
      {held !== undefined && <InsetText>{t('accounts.lock.held')}</InsetText>}
      <Form action="/lock" hidden={{ next, held }}>
        <PasswordInput
          name="password"
          label={t('accounts.sign-in.password')}
          errorMessage={passwordError}
        />
        <ButtonGroup>
          <Button>{t('accounts.lock.action')}</Button>
        </ButtonGroup>
      </Form>
      <Form action="/sign-out">
        <p class="govuk-body">{t('accounts.lock.someone-else')}</p>
        <Button variant="secondary">{t('app.sign-out')}</Button>
      </Form>
    </SignedOutLayout>
  )
}
