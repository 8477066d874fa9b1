import { typedList, typedText, type Typed } from '../../../platform/web/form.js'
import { sections } from '../../../platform/access/sections.js'
import {
  Button,
  Card,
  Checkboxes,
  DateInput,
  ErrorSummary,
  errorsOf,
  Form,
  InsetText,
  Select,
  WarningText,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { CasePage, complaintsOf, type CaseFrameView, type FieldErrors } from '../../cases/index.js'
import { consentPurposes } from '../domain/consent.js'
import type { ConsentQuestions } from '../use-cases/list-consents.js'
import { ConsentAnswers, OtherBasis } from './consent-answers.js'

export interface NewConsentView {
  readonly frame: CaseFrameView
  readonly questions: ConsentQuestions
  readonly values: Typed
  readonly errors: FieldErrors
  /** Where to go on afterwards: a path of ours, or nothing. */
  readonly returnTo: string | undefined
}

// Where each answer is given, in the order of the page.
const places = [
  ...['explained', 'recipientUnitId', 'sections', 'purposes', 'selfAnswer'],
  ...['representativeAnswer', 'mode', 'until-day', 'basis', 'reason', 'approvedBy', 'article'],
]

/** Explain, ask, record: in this order. */
export const NewConsentPage = (view: NewConsentView) => {
  const { t } = usePage()
  const { frame, values, errors, returnTo } = view
  const complaints = complaintsOf(errors, t)
  const hasErrors = Object.keys(errors).length > 0
  const consents = `/cases/${frame.caseId}/consents`
  return (
    <CasePage
      frame={frame}
      title={t('consents.new')}
      errors={hasErrors}
      back={{ href: returnTo ?? consents, text: t('common.back') }}
    >
      {hasErrors && <ErrorSummary errorList={errorsOf(complaints, places)} />}
      <h1>{t('consents.new')}</h1>
      <Limits />
      <WhoMustAnswer {...view} />
      <Form action={`${consents}/new`} hidden={{ return: returnTo }}>
        <Checkboxes
          name="explained"
          errorMessage={complaints['explained']}
          values={typedList(values, 'explained')}
          items={[{ value: 'yes', text: t('consents.explained') }]}
        />
        <Scope {...view} complaints={complaints} />
        <ConsentAnswers {...view} complaints={complaints} />
        <DateInput
          id="until"
          namePrefix="until"
          fieldset={{
            legend: { text: t('consents.form.until'), classes: 'govuk-fieldset__legend--s' },
          }}
          hint={t('consents.form.until.hint')}
          errorMessage={complaints['until']}
          values={{
            day: typedText(values, 'until-day'),
            month: typedText(values, 'until-month'),
            year: typedText(values, 'until-year'),
          }}
        />
        <OtherBasis {...view} complaints={complaints} />
        <Button preventDoubleClick>{t('consents.form.submit')}</Button>
      </Form>
    </CasePage>
  )
}

const Limits = () => {
  const { t } = usePage()
  return (
    <Card title={t('consents.limits')}>
      <ul class="govuk-list govuk-list--bullet">
        <li>{t('consents.limits.1')}</li>
        <li>{t('consents.limits.2')}</li>
        <li>{t('consents.limits.3')}</li>
      </ul>
    </Card>
  )
}

const WhoMustAnswer = ({ questions }: NewConsentView) => {
  const { t, format } = usePage()
  const { person, required, isRuleVerified, bases } = questions
  const who = format.list(required.map((giver) => t(`code.consent-giver.${giver}`).toLowerCase()))
  return (
    <>
      <InsetText>
        {person.ageInYears === null && <>{t('consents.age-unknown')} </>}
        {t('consents.who-must', { who })}
        {!isRuleVerified && <> {t('consents.who-must.unverified')}</>}
      </InsetText>
      {!bases.includes('consent') && (
        <WarningText>
          {t(person.representative === 'suspected' ? 'consents.suspected' : 'consents.absent')}
        </WarningText>
      )}
    </>
  )
}

/** What each group of fields takes. */
export interface ConsentPart extends NewConsentView {
  readonly complaints: Readonly<Record<string, string>>
}

const Scope = ({ questions, values, complaints }: ConsentPart) => {
  const { t } = usePage()
  const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })
  return (
    <>
      <Select
        label={{ text: t('consents.form.unit'), classes: 'govuk-label--s' }}
        name="recipientUnitId"
        errorMessage={complaints['recipientUnitId']}
        value={typedText(values, 'recipientUnitId')}
        items={[
          { value: '', text: t('consents.form.unit.choose') },
          ...questions.units.map(({ id, name, sector }) => ({
            value: id,
            text: `${name} (${t(`code.sector.${sector}`).toLowerCase()})`,
          })),
        ]}
      />
      <Checkboxes
        name="sections"
        fieldset={legend(t('consents.form.sections'))}
        hint={t('consents.form.sections.hint')}
        errorMessage={complaints['sections']}
        values={typedList(values, 'sections')}
        items={sections.map((section) => ({ value: section, text: t(`code.section.${section}`) }))}
      />
      <Checkboxes
        name="purposes"
        fieldset={legend(t('consents.form.purposes'))}
        errorMessage={complaints['purposes']}
        values={typedList(values, 'purposes')}
        items={consentPurposes.map((purpose) => ({
          value: purpose,
          text:
            purpose === 'reporting' ? t('consents.form.statistics') : t(`code.purpose.${purpose}`),
        }))}
      />
    </>
  )
}
