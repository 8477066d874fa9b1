import { withDraft, type FormDraft } from '../../platform/web/form-drafts.js'
import { usePage } from '../page-context.js'
import { Button } from './button.js'

interface BegunFormsProps {
  readonly begun: readonly FormDraft[]
  /** The one the form below is filled in with. */
  readonly open: FormDraft | undefined
  /** The version of what the form changes now. */
  readonly version: string | number | undefined
}

/** What the reader began to write in a form and did not send. */
export const BegunForms = ({ begun, open, version }: BegunFormsProps) => {
  const { t, format, page } = usePage()
  const isOutdated =
    open !== undefined &&
    open.version !== null &&
    version !== undefined &&
    open.version !== String(version)
  return (
    <section class="ba-begun" aria-label={t('drafts.begun')}>
      {begun.map((draft) => {
        const since = format.shortDateTime(draft.begunAt)
        const isOpen = draft === open
        return (
          <div class="ba-begun__one">
            <p>{t(isOpen ? 'drafts.open' : 'drafts.begun-since', { since })}</p>
            {!isOpen && (
              <a class="govuk-link" href={withDraft(page, draft.id)}>
                {t('drafts.go-on')}
              </a>
            )}
            <DiscardDraft id={draft.id} since={since} />
          </div>
        )
      })}
      {isOutdated && (
        <p>
          {t('drafts.outdated')}{' '}
          <a class="govuk-link" href={page}>
            {t('drafts.see-newest')}
          </a>
        </p>
      )}
    </section>
  )
}

// Not our Form, in which this stands.
const DiscardDraft = ({ id, since }: { id: string; since: string }) => {
  const { t, csrfToken, page } = usePage()
  return (
    <form method="post" action={`/drafts/${id}/discard`}>
      <input type="hidden" name="_csrf" value={csrfToken} />
      <input type="hidden" name="_page" value={page} />
      <Button variant="secondary" classes="ba-begun__discard">
        {t('drafts.discard')}
        <span class="govuk-visually-hidden"> {t('drafts.discard.which', { since })}</span>
      </Button>
    </form>
  )
}
