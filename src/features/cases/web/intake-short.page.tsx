import {
  Button,
  CommuneInput,
  ErrorSummary,
  errorsOf,
  Form,
  InsetText,
  Input,
  Layout,
  Radios,
  Textarea,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { typedText, type Typed } from '../../../platform/web/form.js'
import { complaintsOf, withNames } from './complaints.js'
import { CallerFields } from './intake-caller-fields.js'
import { IncidentType } from './intake-incident-fields.js'
import { LanguageField, ProvinceField } from './intake-person-fields.js'
import { ImmediateDanger } from './intake-risk-fields.js'
import { communeField, question, typedField } from './intake-field.js'
import { ReachFields } from './contact-fields.js'
import type { IntakeView } from './intake.view.js'

const places = [
  ...['immediateDanger', 'danger', 'caller', 'callerRelationship', 'callerAnonymous', 'callerName'],
  ...['callerCallBack', 'callerPhone', 'family', 'type-csea', 'type-ncii', 'type-tfgbv'],
  ...['type-gbv', 'type-tip', 'type-cp', 'ongoing', 'age', 'province', 'commune', 'channels'],
  ...['phone', 'language', 'narrative'],
]

/** A call of two minutes: danger first, then only what has to be known to go on; the rest stays open. */
export const ShortIntakePage = (view: IntakeView) => {
  const { t } = usePage()
  const complaints = withNames(complaintsOf(view.errors, t), view.names, t)
  const hasErrors = Object.keys(view.errors).length > 0
  const part = { ...view, complaints }
  const title = t('cases.intake.short')
  return (
    <Layout
      title={title}
      errors={hasErrors}
      back={{ href: '/cases/new', text: t('cases.intake.title') }}
      width="reading"
    >
      {hasErrors && <ErrorSummary errorList={errorsOf(complaints, places)} />}
      <h1>{title}</h1>
      <InsetText>{t('cases.intake.short.note')}</InsetText>
      <Form action="/cases/new?path=short">
        <ImmediateDanger {...part} />
        <IncidentType {...part} withOther={false} />
        <Radios
          name="ongoing"
          fieldset={question(t('cases.intake.ongoing'))}
          errorMessage={complaints['ongoing']}
          value={typedText(view.values, 'ongoing')}
          classes="govuk-radios--inline"
          items={[
            { value: 'yes', text: t('common.yes') },
            { value: 'no', text: t('common.no') },
          ]}
        />
        <ProvinceField {...part} />
        <CommuneInput {...communeField(part)} label={t('cases.intake.commune')} />
        <ReachFields {...part} />
        <CallerFields {...part} />
        <Input
          {...typedField(part, 'age')}
          label={t('cases.intake.short.age')}
          hint={t('cases.intake.age.hint')}
          inputmode="numeric"
          classes="govuk-input--width-3"
        />
        <LanguageField {...part} />
        <Textarea
          {...typedField(part, 'narrative')}
          label={t('cases.intake.short.narrative')}
          hint={t('cases.section.notes.hint')}
          rows={4}
        />
        <Button preventDoubleClick>{t('cases.intake.submit')}</Button>
      </Form>
    </Layout>
  )
}

/** Where no age was told, none is taken for answered: every kind of trouble stays on offer. */
export const leftOpen = (values: Typed): Typed => ({
  ...values,
  ageKind: typedText(values, 'age').trim() === '' ? '' : 'stated',
})

/** Short questions left out are answered as not known; the risk stands until somebody assesses it. */
export const filledUp = (body: unknown): Record<string, unknown> => {
  const typed = typeof body === 'object' && body !== null ? { ...body } : {}
  const text = (name: string): unknown => Reflect.get(typed, name)
  const age = text('age')
  return {
    ...typed,
    ageKind: typeof age === 'string' && age.trim() !== '' ? 'stated' : 'unknown',
    sex: 'unknown',
    caregiver: 'unknown',
    risk: text('immediateDanger') === 'yes' ? 'high' : 'medium',
  }
}
