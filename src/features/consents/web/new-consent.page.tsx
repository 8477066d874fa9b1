import { typedList, typedText, type Typed } from '../../../platform/web/form.js'
import { sectorDefault } from '../../../platform/access/sector-defaults.js'
import { sections, type Section } from '../../../platform/access/sections.js'
import { sectors } from '../../../platform/access/sectors.js'
import {
  Button,
  Checkboxes,
  DateInput,
  Details,
  ErrorSummary,
  errorsOf,
  Form,
  InsetText,
  Select,
  WarningText,
} from '../../../ui/components/index.js'
import { usePage, type PageContext } from '../../../ui/page-context.js'
import { CasePage, complaintsOf, type CaseFrameView, type FieldErrors } from '../../cases/index.js'
import { consentPurposes } from '../domain/consent.js'
import type { ConsentQuestions } from '../use-cases/list-consents.js'
import { ConsentAnswers, OtherBasis } from './consent-answers.js'
import { Explained, Limits, Withheld } from './consent-words.js'

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
  ...['explained', 'explainedOn-day', 'explainedLanguage', 'explainedBy', 'interpreter'],
  ...['recipientUnitId', 'sections', 'purposes', 'selfAnswer', 'childView'],
  ...['representativeAnswer', 'representativeName', 'representativeRelation', 'mode'],
  ...['withheld', 'withheldReason', 'until-day', 'basis', 'reason'],
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
      <Limits {...view} />
      <WhoMustAnswer {...view} />
      <Form
        action={`${consents}/new`}
        hidden={{
          return: returnTo,
          whole: typedText(values, 'whole') || undefined,
          limits: typedText(values, 'limits') || undefined,
        }}
      >
        <Explained {...view} complaints={complaints} />
        <Scope {...view} complaints={complaints} />
        <ConsentAnswers {...view} complaints={complaints} />
        <Withheld {...view} complaints={complaints} />
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

const WhoMustAnswer = ({ questions }: NewConsentView) => {
  const { t, format } = usePage()
  const { person, required, isRuleVerified, bases, assent } = questions
  const who = format.list(required.map((giver) => t(`code.consent-giver.${giver}`).toLowerCase()))
  return (
    <>
      <InsetText>
        {person.ageInYears === null && <>{t('consents.age-unknown')} </>}
        {t('consents.who-must', { who })}
        {!isRuleVerified && <> {t('consents.who-must.unverified')}</>}
        {assent !== null && (
          <> {t('consents.practice', { what: t(`code.assent.${assent}`).toLowerCase() })}</>
        )}
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

const Scope = ({ questions, values, complaints, returnTo }: ConsentPart) => {
  const page = usePage()
  const { t } = page
  const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })
  const { unit } = questions
  // The whole case is to move to this unit, and it will see all that is recorded.
  const isWhole = typedText(values, 'whole') === 'yes'
  return (
    <>
      {unit === null ? (
        <Select
          label={{ text: t('consents.form.unit'), classes: 'govuk-label--s' }}
          hint={t('consents.form.unit.hint')}
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
      ) : (
        <ChosenUnit caseId={questions.caseId} returnTo={returnTo} unit={unit} />
      )}
      <Checkboxes
        name="sections"
        fieldset={legend(t('consents.form.sections'))}
        hint={t('consents.form.sections.hint')}
        errorMessage={complaints['sections']}
        values={typedList(values, 'sections')}
        items={sections
          .filter(
            (section) => unit === null || isWhole || sectorDefault(unit.sector).includes(section),
          )
          .map((section) => ({
            value: section,
            text: t(`code.section.${section}`),
            ...(unit === null ? { hint: whoMaySee(section, page) } : {}),
          }))}
      />
      {unit !== null && !isWhole && <NeverShown unit={unit} />}
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

type ChosenUnitView = NonNullable<ConsentQuestions['unit']>

// The unit decides which sections can be asked for at all, so it is chosen before them.
const ChosenUnit = ({
  caseId,
  returnTo,
  unit,
}: {
  caseId: string
  returnTo: string | undefined
  unit: ChosenUnitView
}) => {
  const { t } = usePage()
  const query = returnTo === undefined ? '' : `?${new URLSearchParams({ return: returnTo })}`
  return (
    <div class="govuk-form-group">
      <input type="hidden" name="recipientUnitId" value={unit.id} />
      <p class="govuk-body">
        <strong>{t('consents.form.unit')}</strong> {unit.name} (
        {t(`code.sector.${unit.sector}`).toLowerCase()}){' '}
        <a class="govuk-link" href={`/cases/${caseId}/consents/new${query}`}>
          {t('consents.form.unit.another')}
        </a>
      </p>
    </div>
  )
}

/** What a unit of this sector never sees, and why. */
const NeverShown = ({ unit }: { unit: ChosenUnitView }) => {
  const { t } = usePage()
  const never = sections.filter((section) => !sectorDefault(unit.sector).includes(section))
  return (
    <div class="govuk-form-group">
      <Details summaryText={t('consents.form.never')}>
        <p>
          {t('consents.form.never.why', { sector: t(`code.sector.${unit.sector}`).toLowerCase() })}
        </p>
        <ul class="govuk-list govuk-list--bullet">
          {never.map((section) => (
            <li>{t(`code.section.${section}`)}</li>
          ))}
        </ul>
      </Details>
    </div>
  )
}

// Said in the shorter way: to whom a section goes, or to whom it never does.
const whoMaySee = (section: Section, { t, format }: PageContext): string | undefined => {
  const may = sectors.filter((sector) => sectorDefault(sector).includes(section))
  const never = sectors.filter((sector) => !may.includes(sector))
  if (never.length === 0) return undefined
  const named = (some: typeof sectors | typeof may) =>
    format.list(some.map((sector) => t(`code.sector.${sector}`).toLowerCase()))
  return may.length <= never.length
    ? t('consents.form.only-for', { sectors: named(may) })
    : t('consents.form.never-for', { sectors: named(never) })
}
