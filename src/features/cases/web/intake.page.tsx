import {
  Button,
  ErrorSummary,
  errorsOf,
  Form,
  InsetText,
  Layout,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf, withNames } from './complaints.js'
import { ContactFields } from './contact-fields.js'
import { CallerFields } from './intake-caller-fields.js'
import { IncidentFields } from './intake-incident-fields.js'
import { CaregiverFields, PerpetratorFields, PersonFields } from './intake-person-fields.js'
import { ImmediateDanger, RiskFields } from './intake-risk-fields.js'
import type { IntakeView } from './intake.view.js'

// Where each answer is given, in the order of the page.
const places = [
  ...['immediateDanger', 'danger', 'caller', 'callerAnonymous', 'callerName', 'callerRelationship'],
  ...['callerCallBack', 'callerPhone', 'name', 'ageKind', 'birth-day', 'age', 'sex', 'language'],
  ...['province', 'commune', 'address', 'channels', 'phone', 'when', 'codeWord', 'whoMayAnswer'],
  ...['contactNotes', 'family', 'type-csea', 'type-ncii', 'type-tfgbv', 'type-gbv', 'type-tip'],
  ...['type-cp', 'otherType', 'occurred-day', 'ongoing', 'facts', 'platform', 'accounts'],
  ...['narrative', 'perpetratorName', 'perpetratorRelationship', 'perpetratorAccounts'],
  ...['caregiver', 'caregiverName', 'caregiverRelationship', 'caregiverPhone', 'informed'],
  ...['suspected', 'reasons', 'risk'],
]

/** Takes a person in, on one calm page: ask only what can be asked safely now. */
export const IntakePage = (view: IntakeView) => {
  const { t } = usePage()
  const complaints = withNames(complaintsOf(view.errors, t), view.names, t)
  const hasErrors = Object.keys(view.errors).length > 0
  const part = { ...view, complaints }
  return (
    <Layout
      title={t('cases.intake.title')}
      errors={hasErrors}
      back={{ href: '/cases', text: t('cases.mine') }}
      width="reading"
    >
      {hasErrors && <ErrorSummary errorList={errorsOf(complaints, places)} />}
      <h1>{t('cases.intake.title')}</h1>
      <InsetText>{t('cases.intake.note')}</InsetText>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          <a class="govuk-link" href="/cases/new?path=short">
            {t('cases.intake.short')}
          </a>
        </li>
        <li>
          <a class="govuk-link" href={`/cases/new/${view.startsAs}/danger`}>
            {t('cases.intake.steps')}
          </a>
        </li>
      </ul>
      <Form action="/cases/new">
        <ImmediateDanger {...part} />
        <CallerFields {...part} />
        <h2>{t('cases.intake.who')}</h2>
        <PersonFields {...part} />
        <h2>{t('cases.intake.contact')}</h2>
        <ContactFields {...part} />
        <h2>{t('cases.intake.incident')}</h2>
        <IncidentFields {...part} />
        <h2>{t('cases.intake.perpetrator')}</h2>
        <PerpetratorFields {...part} />
        <h2>{t('cases.intake.caregiver')}</h2>
        <CaregiverFields {...part} />
        <h2>{t('cases.intake.risk')}</h2>
        <RiskFields {...part} />
        <Button preventDoubleClick>{t('cases.intake.submit')}</Button>
      </Form>
    </Layout>
  )
}
