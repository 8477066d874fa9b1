import {
  Button,
  ErrorSummary,
  errorsOf,
  Form,
  Layout,
  Steps,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf, withNames } from './complaints.js'
import { ContactFields } from './contact-fields.js'
import { CallerFields } from './intake-caller-fields.js'
import type { IntakePart } from './intake-field.js'
import { IncidentFields } from './intake-incident-fields.js'
import { CaregiverFields, PerpetratorFields, PersonFields } from './intake-person-fields.js'
import { ImmediateDanger, RiskFields } from './intake-risk-fields.js'
import { fieldsOfSteps, intakeSteps, type IntakeStep } from './intake-steps.js'
import type { IntakeView } from './intake.view.js'

export interface IntakeStepView extends IntakeView {
  readonly intakeId: string
  readonly step: IntakeStep
  /** Where it goes back to. */
  readonly backHref: string
}

/** One step of an intake; what was answered is kept before the next one comes. */
export const IntakeStepPage = (view: IntakeStepView) => {
  const { t } = usePage()
  const { intakeId, step, errors } = view
  const complaints = withNames(complaintsOf(errors, t), view.names, t)
  const hasErrors = Object.keys(errors).length > 0
  const title = t(`cases.intake.step.${step}`)
  return (
    <Layout
      title={`${title} – ${t('cases.intake.title')}`}
      errors={hasErrors}
      back={{ href: view.backHref }}
      width="reading"
    >
      {hasErrors && <ErrorSummary errorList={errorsOf(complaints, fieldsOfSteps[step])} />}
      <IntakeProgress current={intakeSteps.indexOf(step)} />
      <h1>{title}</h1>
      <Form action={`/cases/new/${intakeId}/${step}`}>
        <StepFields step={step} part={{ ...view, complaints }} />
        <Button preventDoubleClick>{t('common.save-and-continue')}</Button>
      </Form>
    </Layout>
  )
}

/** How far the intake has come. */
export const IntakeProgress = ({ current }: { readonly current: number }) => {
  const { t } = usePage()
  return (
    <Steps
      items={[
        ...intakeSteps.map((step) => t(`cases.intake.step.${step}`)),
        t('cases.intake.step.check'),
      ]}
      current={current}
    />
  )
}

const StepFields = ({ step, part }: { readonly step: IntakeStep; readonly part: IntakePart }) => {
  const { t } = usePage()
  switch (step) {
    case 'danger':
      return (
        <>
          <ImmediateDanger {...part} />
          <CallerFields {...part} />
        </>
      )
    case 'person':
      return <PersonFields {...part} />
    case 'contact':
      return <ContactFields {...part} />
    case 'incident':
      return (
        <>
          <IncidentFields {...part} />
          <h2>{t('cases.intake.perpetrator')}</h2>
          <PerpetratorFields {...part} />
        </>
      )
    case 'family':
      return <CaregiverFields {...part} />
    case 'risk':
      return <RiskFields {...part} />
  }
}
