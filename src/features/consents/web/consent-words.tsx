import { locales } from '../../../platform/i18n/index.js'
import { typedList, typedText } from '../../../platform/web/form.js'
import {
  Card,
  Checkboxes,
  DateInput,
  Details,
  Input,
  Radios,
  Select,
  Textarea,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { translate } from '../../../ui/translate.js'
import { languages } from '../../cases/index.js'
import { withheldReasons } from '../domain/consent-detail.js'
import { paperLanguage } from '../use-cases/consent-paper.js'
import type { ConsentPart, NewConsentView } from './new-consent.page.js'

const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })

/** Where confidentiality ends, to be read out in the person's language, whatever the worker reads. */
export const Limits = ({ frame, questions, values, returnTo }: NewConsentView) => {
  const { t } = usePage()
  const language = paperLanguage(typedText(values, 'limits'), questions.language)
  const theirs = translate(language)
  const hrefOf = (other: string): string => {
    const query = new URLSearchParams({ language: other })
    const unitId = typedText(values, 'recipientUnitId')
    if (unitId !== '') query.set('unit', unitId)
    if (typedText(values, 'whole') === 'yes') query.set('whole', 'yes')
    if (returnTo !== undefined) query.set('return', returnTo)
    return `/cases/${frame.caseId}/consents/new?${query}`
  }
  return (
    <Card title={t('consents.limits')}>
      <ul class="govuk-list govuk-list--bullet" lang={language}>
        <li>{theirs('consents.limits.1')}</li>
        <li>{theirs('consents.limits.2')}</li>
        <li>{theirs('consents.limits.3')}</li>
      </ul>
      {paperLanguage(questions.language, null) !== questions.language && (
        <p>{t('consents.limits.not-theirs')}</p>
      )}
      <p class="ba-no-print">
        {t('consents.limits.language')}{' '}
        {locales
          .filter((other) => other !== language)
          .map((other, at) => (
            <>
              {at > 0 && ' · '}
              <a class="govuk-link" href={hrefOf(other)}>
                {t(`code.language.${other}`)}
              </a>
            </>
          ))}
      </p>
    </Card>
  )
}

/** That it was explained, when, in which language and by whom: nothing is recorded without. */
export const Explained = ({ values, complaints }: ConsentPart) => {
  const { t } = usePage()
  const isOpen =
    ['explainedBy', 'interpreter'].some(
      (field) => field in complaints || typedText(values, field) !== '',
    ) || undefined
  return (
    <>
      <Checkboxes
        name="explained"
        errorMessage={complaints['explained']}
        values={typedList(values, 'explained')}
        items={[{ value: 'yes', text: t('consents.explained') }]}
      />
      <DateInput
        id="explainedOn"
        namePrefix="explainedOn"
        fieldset={legend(t('consents.form.explained-on'))}
        errorMessage={complaints['explainedOn']}
        values={{
          day: typedText(values, 'explainedOn-day'),
          month: typedText(values, 'explainedOn-month'),
          year: typedText(values, 'explainedOn-year'),
        }}
      />
      <Select
        label={t('consents.form.explained-in')}
        name="explainedLanguage"
        value={typedText(values, 'explainedLanguage')}
        errorMessage={complaints['explainedLanguage']}
        items={languages.map((language) => ({
          value: language,
          text: t(`code.language.${language}`),
        }))}
      />
      <Details summaryText={t('consents.form.explained-by.more')} open={isOpen}>
        <Input
          label={t('consents.form.explained-by')}
          name="explainedBy"
          autocomplete="off"
          value={typedText(values, 'explainedBy')}
          errorMessage={complaints['explainedBy']}
        />
        <Input
          label={t('consents.form.interpreter')}
          hint={t('consents.form.interpreter.hint')}
          name="interpreter"
          autocomplete="off"
          value={typedText(values, 'interpreter')}
          errorMessage={complaints['interpreter']}
        />
      </Details>
    </>
  )
}

/** What is not to be passed on, whatever the sections say, and why. */
export const Withheld = ({ values, complaints }: ConsentPart) => {
  const { t } = usePage()
  const isOpen =
    ['withheld', 'withheldReason'].some(
      (field) => field in complaints || typedText(values, field) !== '',
    ) || undefined
  return (
    <Details summaryText={t('consents.form.withheld.more')} open={isOpen}>
      <Textarea
        label={t('consents.form.withheld')}
        hint={t('consents.form.withheld.hint')}
        name="withheld"
        rows={3}
        value={typedText(values, 'withheld')}
        errorMessage={complaints['withheld']}
      />
      <Radios
        name="withheldReason"
        fieldset={legend(t('consents.form.withheld.why'))}
        errorMessage={complaints['withheldReason']}
        value={typedText(values, 'withheldReason')}
        items={withheldReasons.map((reason) => ({
          value: reason,
          text: t(`code.withheld-reason.${reason}`),
        }))}
      />
    </Details>
  )
}
