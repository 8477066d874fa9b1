import { formFields } from '../../platform/web/form-drafts.js'
import { usePage } from '../page-context.js'
import { useForm, usePageTitle } from '../typed-form.js'

/** Where the browser module keeps what is typed, and where the button without JavaScript does. */
export const draftsPath = '/drafts'

/**
 * Stands last in a form, when it is known what there is to type. The browser module keeps it by itself
 * and says so; without JavaScript there is a button.
 */
export const KeepForm = ({ action }: { action: string }) => {
  const { t, actor } = usePage()
  const form = useForm()
  const title = usePageTitle()
  if (actor === null || form?.isWorthKeeping !== true || title === '') return null
  return (
    <div
      class="ba-keep"
      data-keep={draftsPath}
      data-kept={t('drafts.kept-at', { time: '%{time}' })}
      data-unkept={t('drafts.not-kept')}
      data-waiting={t('drafts.waiting')}
      data-not-sent={t('drafts.not-sent')}
    >
      <input type="hidden" name={formFields.title} value={title} />
      {form.left.map((text) => (
        <div class="govuk-inset-text">
          <p>{t('drafts.left')}</p>
          <p class="ba-keep__left">{text}</p>
        </div>
      ))}
      <button
        class="govuk-button govuk-button--secondary ba-keep__button"
        type="submit"
        formaction={`${draftsPath}/keep?form=${encodeURIComponent(action)}`}
        formenctype="application/x-www-form-urlencoded"
      >
        {t('drafts.keep')}
      </button>
      <p class="ba-keep__status" hidden />
      <p class="ba-keep__alert" role="alert" />
    </div>
  )
}
