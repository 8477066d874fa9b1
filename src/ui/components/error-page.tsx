import { isForOutsiders } from '../../platform/web/own-origin.js'
import { usePage } from '../page-context.js'
import { Button } from './button.js'
import { Layout, SignedOutLayout } from './layout.js'
import { PlainLayout } from './plain-layout.js'

export type ErrorKind =
  | 'not-found'
  | 'forbidden'
  | 'failure'
  | 'unavailable'
  | 'too-many'
  | 'session-ended'
  | 'conflict'
  | 'elsewhere'

interface ErrorPageProps {
  readonly kind: ErrorKind
  /** What exactly happened, where it is known; replaces the general sentence. */
  readonly message?: string | undefined
  /** What the reader can quote; leads to the log entry and says nothing by itself. */
  readonly errorId?: string | undefined
  readonly retryAfterSeconds?: number | undefined
  /** Where what was typed can be gone on with. */
  readonly keptHref?: string | undefined
  /** Where what was wanted can be done instead. */
  readonly onwardHref?: string | undefined
}

/** Something did not go as wished, said calmly and without blame. */
export const ErrorPage = ({
  kind,
  message,
  errorId,
  retryAfterSeconds,
  keptHref,
  onwardHref,
}: ErrorPageProps) => {
  const { t, format, actor, path } = usePage()
  const title = t(`error.${kind}.title`)
  // Whoever has no account here has nowhere else to go, and need not learn where they are.
  const isOutside = isForOutsiders({ url: path })
  const Frame = isOutside ? PlainLayout : actor === null ? SignedOutLayout : Layout
  return (
    <Frame title={title}>
      <div class="ba-error-page">
        <h1 class="govuk-heading-l">{title}</h1>
        <p>{message ?? t(`error.${kind}.text`)}</p>
        {retryAfterSeconds !== undefined && (
          <p>{t('error.retry-in', { duration: format.duration(retryAfterSeconds * 1000) })}</p>
        )}
        {onwardHref !== undefined && (
          <Button href={onwardHref}>{t('error.elsewhere.action')}</Button>
        )}
        {keptHref !== undefined && (
          <p>
            {t('drafts.kept-after-error')}{' '}
            <a class="govuk-link" href={keptHref}>
              {t('drafts.go-on')}
            </a>
          </p>
        )}
        {errorId !== undefined && <p class="ba-error-page__id">{t('error.id', { id: errorId })}</p>}
        {isOutside ? null : kind === 'session-ended' ? (
          <Button href="/sign-in">{t('error.session-ended.action')}</Button>
        ) : (
          <a class="govuk-link" href="/">
            {t('error.home')}
          </a>
        )}
      </div>
    </Frame>
  )
}
