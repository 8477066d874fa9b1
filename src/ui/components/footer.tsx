import { usePage } from '../page-context.js'

/** What holds for every page, and where help is. */
export const Footer = () => {
  const { t, demo, actor, csrfToken } = usePage()
  return (
    <footer class="ba-footer">
      <div class="ba-width">
        <div class="ba-footer__inner">
          <span>
            {demo && `${t('app.footer.demo')} `}
            {t('app.footer.audit')}
          </span>
          <a class="govuk-link" href="/help">
            {t('app.footer.help')}
          </a>
          <a class="govuk-link" href="/accessibility">
            {t('app.footer.accessibility')}
          </a>
          {actor && (
            <form method="post" action="/sign-out">
              <input type="hidden" name="_csrf" value={csrfToken} />
              <button class="ba-link-button" type="submit">
                {t('app.sign-out')}
              </button>
            </form>
          )}
        </div>
      </div>
    </footer>
  )
}
