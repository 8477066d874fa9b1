import { usePage } from '../page-context.js'

/** Where the hidden page lies; says nothing in itself. */
export const hiddenPath = '/blank'

/**
 * Hides the page and locks the session. The browser module blanks the page before the answer comes;
 * without JavaScript the answer itself leads to the hidden page.
 */
export const HidePage = () => {
  const { t, csrfToken } = usePage()
  return (
    <form class="ba-hide" method="post" action="/hide" data-hide-page={hiddenPath}>
      <input type="hidden" name="_csrf" value={csrfToken} />
      <button class="ba-hide__button" type="submit">
        {t('app.hide-page')}
        <span class="govuk-visually-hidden">. {t('app.hide-page.hint')}</span>
      </button>
    </form>
  )
}
