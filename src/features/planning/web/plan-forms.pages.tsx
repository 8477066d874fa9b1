import { typedText, type Typed } from '../../../platform/web/form.js'
import { CharacterCount, Form, InsetText, Radios, Select } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf } from '../../cases/index.js'
import { serviceTypes } from '../../directory/index.js'
import { longestLine, longestNote } from '../domain/lengths.js'
import {
  doers,
  dropReasons,
  goalStates,
  needDomains,
  needPriorities,
  partsTaken,
  type Goal,
  type PlannedAction,
} from '../domain/plan.js'
import type { PlanOptions } from '../use-cases/read-plan.js'
import { DayField, Deed, planPath, PlanningStep, type FormView } from './planning-frame.js'

/** A form about the plan of a case. */
export interface PlanFormView extends FormView {
  readonly options: PlanOptions
  /** Where it is sent. */
  readonly action: string
  readonly version: number
}

interface TextFieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: string | undefined
  readonly values: Typed
  readonly complaints: Readonly<Record<string, string>>
  readonly rows?: number
  readonly maxlength?: number
}

const TextField = ({ name, label, hint, values, complaints, ...size }: TextFieldProps) => (
  <CharacterCount
    name={name}
    label={{ text: label, classes: 'govuk-label--s' }}
    hint={hint}
    errorMessage={complaints[name]}
    value={typedText(values, name)}
    rows={size.rows ?? 3}
    maxlength={size.maxlength ?? longestLine}
  />
)

const small = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } })

/** How the person took part, and what is best for them. */
export const BasisPage = ({ options, action, version, values, errors }: PlanFormView) => {
  const { t } = usePage()
  const complaints = complaintsOf(errors, t)
  const field = { values, complaints }
  return (
    <PlanningStep
      frame={options}
      title={t('planning.basis')}
      errors={errors}
      places={['part', 'wishes', 'bestInterests', 'review']}
    >
      <Form action={action} version={version}>
        <Radios
          name="part"
          fieldset={small(t('planning.part'))}
          hint={t('planning.part.hint')}
          errorMessage={complaints['part']}
          value={typedText(values, 'part')}
          items={partsTaken.map((part) => ({ value: part, text: t(`code.part-taken.${part}`) }))}
        />
        <TextField name="wishes" label={t('planning.wishes')} maxlength={longestNote} {...field} />
        <TextField
          name="bestInterests"
          label={t('planning.best-interests')}
          hint={t('planning.best-interests.hint')}
          maxlength={longestNote}
          {...field}
        />
        <DayField
          name="review"
          legend={t('planning.review-on')}
          hint={t('planning.review-on.hint')}
          {...field}
        />
        <Deed text={t('common.save')} backHref={planPath(options.row.id)} />
      </Form>
    </PlanningStep>
  )
}

/** What the person needs, and how urgently. */
export const NeedPage = ({ options, action, version, values, errors }: PlanFormView) => {
  const { t } = usePage()
  const complaints = complaintsOf(errors, t)
  const field = { values, complaints }
  return (
    <PlanningStep
      frame={options}
      title={t('planning.need')}
      errors={errors}
      places={['domain', 'text', 'ownWords', 'priority']}
    >
      <Form action={action} version={version}>
        <Select
          name="domain"
          label={{ text: t('planning.domain'), classes: 'govuk-label--s' }}
          errorMessage={complaints['domain']}
          value={typedText(values, 'domain')}
          items={[
            { value: '', text: t('forms.choose') },
            ...needDomains.map((domain) => ({
              value: domain,
              text: t(`code.need-domain.${domain}`),
            })),
          ]}
        />
        <TextField
          name="text"
          label={t('planning.need.text')}
          hint={t('planning.no-health')}
          {...field}
        />
        <TextField
          name="ownWords"
          label={t('planning.own-words')}
          hint={t('planning.own-words.hint')}
          maxlength={longestNote}
          {...field}
        />
        <Radios
          name="priority"
          fieldset={small(t('planning.priority'))}
          errorMessage={complaints['priority']}
          value={typedText(values, 'priority')}
          items={needPriorities.map((priority) => ({
            value: priority,
            text: t(`code.need-priority.${priority}`),
          }))}
        />
        <Deed text={t('common.save')} backHref={planPath(options.row.id)} />
      </Form>
    </PlanningStep>
  )
}

/** What is to be reached, and how one will know. */
export const GoalPage = ({
  options,
  action,
  version,
  values,
  errors,
  about,
}: PlanFormView & { readonly about: string }) => {
  const { t } = usePage()
  const complaints = complaintsOf(errors, t)
  const field = { values, complaints }
  return (
    <PlanningStep
      frame={options}
      title={t('planning.goal')}
      errors={errors}
      places={['text', 'measure', 'due']}
    >
      <InsetText>{t('planning.goal.of', { need: about })}</InsetText>
      <Form action={action} version={version}>
        <TextField
          name="text"
          label={t('planning.goal.text')}
          hint={t('planning.goal.hint')}
          {...field}
        />
        <TextField
          name="measure"
          label={t('planning.measure')}
          hint={t('planning.measure.hint')}
          rows={2}
          {...field}
        />
        <DayField name="due" legend={t('planning.goal.due')} {...field} />
        <Deed text={t('common.save')} backHref={planPath(options.row.id)} />
      </Form>
    </PlanningStep>
  )
}

/** How far a goal has come. */
export const ProgressPage = ({
  options,
  action,
  version,
  values,
  errors,
  goal,
}: PlanFormView & { readonly goal: Goal }) => {
  const { t } = usePage()
  const complaints = complaintsOf(errors, t)
  return (
    <PlanningStep
      frame={options}
      title={t('planning.progress')}
      errors={errors}
      places={['state', 'note']}
    >
      <InsetText>
        <p>{goal.text}</p>
        {goal.measure !== null && <p>{t('planning.measured-by', { measure: goal.measure })}</p>}
      </InsetText>
      <Form action={action} version={version}>
        <Radios
          name="state"
          fieldset={small(t('planning.progress.state'))}
          errorMessage={complaints['state']}
          value={typedText(values, 'state')}
          items={goalStates.map((state) => ({ value: state, text: t(`code.goal-state.${state}`) }))}
        />
        <TextField
          name="note"
          label={t('planning.note')}
          hint={t('planning.no-health')}
          maxlength={longestNote}
          values={values}
          complaints={complaints}
        />
        <Deed text={t('common.save')} backHref={planPath(options.row.id)} />
      </Form>
    </PlanningStep>
  )
}

/** Who does what until when. */
export const ActionPage = ({
  options,
  action,
  version,
  values,
  errors,
  about,
}: PlanFormView & { readonly about: string }) => {
  const { t } = usePage()
  const complaints = complaintsOf(errors, t)
  const field = { values, complaints }
  const within = {
    worker: (
      <Select
        name="worker"
        label={t('planning.worker')}
        hint={t('planning.worker.hint')}
        errorMessage={complaints['worker']}
        value={typedText(values, 'worker')}
        items={[
          { value: '', text: t('forms.choose') },
          ...options.workers.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
    ),
    service: (
      <>
        <Select
          name="service"
          label={t('planning.service')}
          errorMessage={complaints['service']}
          value={typedText(values, 'service')}
          items={[
            { value: '', text: t('forms.choose') },
            ...serviceTypes.map((service) => ({
              value: service,
              text: t(`code.service.${service}`),
            })),
          ]}
        />
        <Select
          name="referral"
          label={t('planning.referral')}
          hint={t('planning.referral.hint')}
          errorMessage={complaints['referral']}
          value={typedText(values, 'referral')}
          items={[
            { value: '', text: t('planning.referral.none') },
            ...options.referrals.map(({ id, number, unitName }) => ({
              value: id,
              text: unitName === null ? number : `${number}, ${unitName}`,
            })),
          ]}
        />
      </>
    ),
    person: undefined,
    family: undefined,
  }
  return (
    <PlanningStep
      frame={options}
      title={t('planning.action')}
      errors={errors}
      places={['text', 'doer', 'worker', 'service', 'referral', 'due']}
    >
      <InsetText>{t('planning.action.of', { goal: about })}</InsetText>
      <Form action={action} version={version}>
        <TextField
          name="text"
          label={t('planning.action.text')}
          hint={t('planning.no-health')}
          rows={2}
          {...field}
        />
        <Radios
          name="doer"
          fieldset={small(t('planning.doer'))}
          errorMessage={complaints['doer']}
          value={typedText(values, 'doer')}
          items={doers.map((doer) => ({
            value: doer,
            text: t(`code.doer.${doer}`),
            conditional: within[doer],
          }))}
        />
        <DayField
          name="due"
          legend={t('planning.action.due')}
          hint={t('planning.action.due.hint')}
          {...field}
        />
        <Deed text={t('common.save')} backHref={planPath(options.row.id)} />
      </Form>
    </PlanningStep>
  )
}

/** An action is done, or is not to be done after all. */
export const EndActionPage = ({
  options,
  action,
  version,
  values,
  errors,
  planned,
}: PlanFormView & { readonly planned: PlannedAction }) => {
  const { t } = usePage()
  const complaints = complaintsOf(errors, t)
  return (
    <PlanningStep
      frame={options}
      title={t('planning.end')}
      errors={errors}
      places={['state', 'reason', 'note']}
    >
      <InsetText>{planned.text}</InsetText>
      <Form action={action} version={version}>
        <Radios
          name="state"
          fieldset={small(t('planning.end.state'))}
          errorMessage={complaints['state']}
          value={typedText(values, 'state')}
          items={[
            { value: 'done', text: t('code.action-state.done') },
            {
              value: 'dropped',
              text: t('code.action-state.dropped'),
              conditional: (
                <Radios
                  name="reason"
                  fieldset={small(t('planning.reason'))}
                  errorMessage={complaints['reason']}
                  value={typedText(values, 'reason')}
                  items={dropReasons.map((reason) => ({
                    value: reason,
                    text: t(`code.drop-reason.${reason}`),
                  }))}
                />
              ),
            },
          ]}
        />
        <TextField
          name="note"
          label={t('planning.note')}
          hint={t('planning.no-health')}
          maxlength={longestNote}
          values={values}
          complaints={complaints}
        />
        <Deed text={t('common.save')} backHref={planPath(options.row.id)} />
      </Form>
    </PlanningStep>
  )
}
