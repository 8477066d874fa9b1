import {
  Button,
  ErrorSummary,
  errorsOf,
  Form,
  Input,
  InsetText,
  PageHeader,
  PasswordInput,
  SignedOutLayout,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { Sentence } from '../../../ui/translate.js'

export interface SignInView {
  readonly login: string
  /** Where to go afterwards. */
  readonly next: string
  /** The form that waits for the sign-in. */
  readonly held: string | undefined
  readonly errors: { readonly login?: Sentence; readonly password?: Sentence }
}

export const SignInPage = ({ login, next, held, errors }: SignInView) => {
  const { t, demo } = usePage()
  const loginError = errors.login && t(errors.login)
  const passwordError = errors.password && t(errors.password)
  const errorList = errorsOf({ login: loginError, password: passwordError })
  return (
    <SignedOutLayout title={t('accounts.sign-in.title')} errors={errorList.length > 0}>
      {errorList.length > 0 && <ErrorSummary errorList={errorList} />}
      <PageHeader title={t('accounts.sign-in.title')} meta={[t('accounts.sign-in.lead')]} />
      {held !== undefined && <InsetText>{t('accounts.sign-in.held')}</InsetText>}
      {demo && <InsetText>{t('accounts.sign-in.demo')}</InsetText>}
      <Form action="/sign-in" hidden={{ next, held }}>
        <Input
          name="login"
          label={t('accounts.sign-in.login')}
          value={login}
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          errorMessage={loginError}
        />
        <PasswordInput
          name="password"
          label={t('accounts.sign-in.password')}
          hint={
            errors.password === 'accounts.sign-in.wrong'
              ? t('accounts.sign-in.wrong.hint')
              : undefined
          }
          errorMessage={passwordError}
        />
        <Button>{t('accounts.sign-in.action')}</Button>
      </Form>
    </SignedOutLayout>
  )
}
