import { typedList, typedText, type Typed } from '../../../platform/web/form.js'
import {
  Button,
  ButtonGroup,
  Card,
  CharacterCount,
  Checkboxes,
  Form,
  InsetText,
  Radios,
  Select,
  SummaryList,
  Timeline,
  WarningText,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf, type FieldErrors } from '../../cases/index.js'
import { longestStep } from '../domain/lengths.js'
import { planStepKinds } from '../domain/team-codes.js'
import type { UnitAtWork } from '../use-cases/assign-task.js'
import type { PlanStep, SharedPlan } from '../use-cases/safety-plan.js'
import { Confirm, teamPath, TeamStep } from './team-frame.js'

export interface PlanView {
  readonly plan: SharedPlan
  /** As typed. */
  readonly proposal: string
  readonly errors: FieldErrors
}

const planPath = (caseId: string): string => `${teamPath(caseId)}/plan`

/** The shared safety plan: what it says, who has read it, what is proposed, and its versions. */
export const PlanPage = ({ plan, proposal, errors }: PlanView) => {
  const { t, format } = usePage()
  const { caseId, version, current } = plan
  const path = planPath(caseId)
  const isOld = version !== current
  return (
    <TeamStep frame={plan} title={t('teams.plan')} errors={errors} aside={<Versions plan={plan} />}>
      {isOld && (
        <InsetText>
          {t('teams.plan.old')}{' '}
          <a class="govuk-link" href={path}>
            {t('teams.plan.to-current')}
          </a>
        </InsetText>
      )}
      {version > 0 && <p>{t('teams.plan.version', { version })}</p>}
      {plan.steps.length === 0 && <p>{t('teams.plan.none')}</p>}
      {planStepKinds.map((kind) => (
        <Steps plan={plan} steps={plan.steps.filter((step) => step.kind === kind)} kind={kind} />
      ))}
      {!isOld && plan.mayChange && (
        <>
          <WarningText>{t('teams.plan.place-warning')}</WarningText>
          <ButtonGroup>
            <Button href={`${path}/steps/new`}>{t('teams.plan.add')}</Button>
          </ButtonGroup>
        </>
      )}
      {!isOld && current > 0 && !plan.hasRead && (
        <Form action={`${path}/read`} version={current}>
          <Button variant="secondary">{t('teams.plan.acknowledge')}</Button>
        </Form>
      )}
      {current > 0 && (
        <Card title={t('teams.plan.readings')} size="small">
          {plan.readings.length === 0 ? (
            <p>{t('teams.plan.readings.none')}</p>
          ) : (
            <SummaryList
              rows={plan.readings.map(({ unitName, workerName, readAt }) => ({
                key: unitName,
                value: `${workerName}, ${format.shortDateTime(readAt)}`,
              }))}
            />
          )}
        </Card>
      )}
      <Proposals plan={plan} />
      {!isOld && plan.mayPropose && (
        <Form action={`${path}/proposals`} id="form">
          <CharacterCount
            name="text"
            label={{ text: t('teams.plan.propose'), classes: 'govuk-label--m' }}
            hint={t('teams.plan.place-warning')}
            errorMessage={complaintsOf(errors, t)['text']}
            value={proposal}
            rows={3}
            maxlength={longestStep}
          />
          <Button variant="secondary" preventDoubleClick>
            {t('teams.plan.propose.send')}
          </Button>
        </Form>
      )}
    </TeamStep>
  )
}

interface StepsProps {
  readonly plan: SharedPlan
  readonly steps: readonly PlanStep[]
  readonly kind: PlanStep['kind']
}

const Steps = ({ plan, steps, kind }: StepsProps) => {
  const { t, format } = usePage()
  if (steps.length === 0) return null
  const nameOf = (unitId: string): string[] =>
    plan.units.filter((unit) => unit.unitId === unitId).map(({ unitName }) => unitName)
  const mayChange = plan.mayChange && plan.version === plan.current
  return (
    <Card title={t(`code.plan-step.${kind}`)}>
      {steps.map((step) => {
        const readers = step.audience.flatMap(nameOf)
        return (
          <p>
            {step.unitName !== null && <strong>{step.unitName}: </strong>}
            {step.text}
            <br />
            <span class="ba-clock__note">
              {readers.length === 0
                ? t('teams.plan.only-lead')
                : t('teams.plan.read-by', { units: format.list(readers) })}
            </span>
            {mayChange && (
              <>
                {' '}
                <a class="govuk-link" href={`${planPath(plan.caseId)}/steps/${step.id}`}>
                  {t('teams.plan.change')}
                  <span class="govuk-visually-hidden">: {step.text}</span>
                </a>
              </>
            )}
          </p>
        )
      })}
    </Card>
  )
}

const Proposals = ({ plan }: { plan: SharedPlan }) => {
  const { t } = usePage()
  if (plan.proposals.length === 0) return null
  return (
    <Card title={t('teams.plan.proposals')}>
      {plan.proposals.map(({ id, unitName, text, answer }) => (
        <>
          <p>
            <strong>{unitName}: </strong>
            {text}
            {answer !== null && (
              <>
                <br />
                <span class="ba-clock__note">{t(`code.plan-answer.${answer}`)}</span>
              </>
            )}
          </p>
          {answer === null && plan.mayChange && (
            <Form action={`${planPath(plan.caseId)}/proposals/${id}`}>
              <ButtonGroup>
                <Button name="answer" value="taken_up" variant="secondary">
                  {t('code.plan-answer.taken_up')}
                </Button>
                <Button name="answer" value="not_taken_up" variant="secondary">
                  {t('code.plan-answer.not_taken_up')}
                </Button>
              </ButtonGroup>
            </Form>
          )}
        </>
      ))}
    </Card>
  )
}

const Versions = ({ plan }: { plan: SharedPlan }) => {
  const { t, format } = usePage()
  if (plan.versions.length === 0) return null
  return (
    <Card title={t('teams.plan.history')} size="small">
      <Timeline
        items={plan.versions.map(({ version, change, changedAt, changedBy }) => ({
          title: (
            <a class="govuk-link" href={`${planPath(plan.caseId)}?version=${version}`}>
              {t('teams.plan.history.line', {
                version,
                change: t(`code.plan-change.${change}`).toLowerCase(),
              })}
            </a>
          ),
          at: format.shortDateTime(changedAt),
          by: changedBy,
        }))}
      />
    </Card>
  )
}

export interface StepView {
  readonly plan: SharedPlan
  /** Units that can act. */
  readonly units: readonly UnitAtWork[]
  readonly stepId: string | null
  readonly version: number
  readonly values: Typed
  readonly errors: FieldErrors
}

/** One step: what, who acts, and who reads it. */
export const StepPage = ({ plan, units, stepId, version, values, errors }: StepView) => {
  const { t } = usePage()
  const complaints = complaintsOf(errors, t)
  const path = planPath(plan.caseId)
  const action = `${path}/steps/${stepId ?? 'new'}`
  return (
    <TeamStep
      frame={plan}
      title={t(stepId === null ? 'teams.plan.add' : 'teams.plan.change')}
      errors={errors}
      places={['kind', 'text', 'unit', 'audience']}
      back={{ href: path, text: t('teams.plan') }}
    >
      <WarningText>{t('teams.plan.place-warning')}</WarningText>
      <Form action={action} version={version} id="form">
        <Radios
          name="kind"
          fieldset={{
            legend: { text: t('teams.plan.kind'), classes: 'govuk-fieldset__legend--s' },
          }}
          errorMessage={complaints['kind']}
          value={typedText(values, 'kind')}
          items={planStepKinds.map((kind) => ({
            value: kind,
            text: t(`code.plan-step.${kind}`),
          }))}
        />
        <CharacterCount
          name="text"
          label={{ text: t('teams.plan.text'), classes: 'govuk-label--s' }}
          errorMessage={complaints['text']}
          value={typedText(values, 'text')}
          rows={3}
          maxlength={longestStep}
        />
        <Select
          name="unit"
          label={{ text: t('teams.plan.unit'), classes: 'govuk-label--s' }}
          hint={t('teams.plan.unit.hint')}
          errorMessage={complaints['unit']}
          value={typedText(values, 'unit')}
          items={[
            { value: '', text: t('teams.plan.unit.none') },
            ...units.map(({ unitId, unitName }) => ({ value: unitId, text: unitName })),
          ]}
        />
        {plan.units.length === 0 ? (
          <InsetText>{t('teams.plan.audience.nobody')}</InsetText>
        ) : (
          <Checkboxes
            name="audience"
            fieldset={{
              legend: { text: t('teams.plan.audience'), classes: 'govuk-fieldset__legend--s' },
            }}
            hint={t('teams.plan.audience.hint')}
            errorMessage={complaints['audience']}
            values={typedList(values, 'audience')}
            items={plan.units.map(({ unitId, unitName }) => ({ value: unitId, text: unitName }))}
          />
        )}
        <Confirm deed={t('common.save')} backHref={path} />
      </Form>
      {stepId !== null && (
        <Form action={`${action}/remove`} version={version}>
          <Button variant="warning">{t('teams.plan.remove')}</Button>
        </Form>
      )}
    </TeamStep>
  )
}
