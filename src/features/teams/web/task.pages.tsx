import { sections } from '../../../platform/access/sections.js'
import { typedText, type Typed } from '../../../platform/web/form.js'
import {
  Button,
  ButtonGroup,
  Card,
  CharacterCount,
  DateInput,
  Form,
  Radios,
  Select,
  SummaryList,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { isSentence } from '../../../ui/translate.js'
import { complaintsOf, type FieldErrors } from '../../cases/index.js'
import { longestNote, longestTask } from '../domain/lengths.js'
import { taskCancelReasons, taskKinds } from '../domain/team-codes.js'
import type { TaskOptions, UnitAtWork } from '../use-cases/assign-task.js'
import type { OneTask } from '../use-cases/read-task.js'
import { Confirm, ReasonFields, teamPath, TeamStep } from './team-frame.js'

/** What each unit sees, for who gives it something to do. */
export const UnitsSee = ({ units }: { units: readonly UnitAtWork[] }) => {
  const { t, format } = usePage()
  return (
    <Card title={t('teams.units-see')} size="small">
      <SummaryList
        rows={units.map(({ unitName, sections: seen }) => ({
          key: unitName,
          value: format.list(seen.map((section) => t(`code.section.${section}`).toLowerCase())),
        }))}
      />
    </Card>
  )
}

interface TaskFieldsProps {
  readonly units: readonly UnitAtWork[]
  readonly values: Typed
  readonly complaints: Readonly<Record<string, string>>
}

/** Which part of the case it belongs to: who sees that part reads it. */
export const SectionField = ({
  values,
  complaints,
  label,
  hint,
}: Omit<TaskFieldsProps, 'units'> & { readonly label: string; readonly hint: string }) => {
  const { t } = usePage()
  return (
    <Select
      name="section"
      label={{ text: label, classes: 'govuk-label--s' }}
      hint={hint}
      errorMessage={complaints['section']}
      value={typedText(values, 'section')}
      items={[
        { value: '', text: t('forms.choose') },
        ...sections.map((section) => ({ value: section, text: t(`code.section.${section}`) })),
      ]}
    />
  )
}

/** Who does what, until when. */
export const TaskFields = ({ units, values, complaints }: TaskFieldsProps) => {
  const { t } = usePage()
  return (
    <>
      <Radios
        name="unit"
        fieldset={{
          legend: { text: t('teams.task.unit'), classes: 'govuk-fieldset__legend--s' },
        }}
        errorMessage={complaints['unit']}
        value={typedText(values, 'unit')}
        items={units.map(({ unitId, unitName, workerName }) => ({
          value: unitId,
          text: unitName,
          hint: workerName ?? t('teams.desk'),
        }))}
      />
      <Select
        name="kind"
        label={{ text: t('teams.task.kind'), classes: 'govuk-label--s' }}
        errorMessage={complaints['kind']}
        value={typedText(values, 'kind')}
        items={[
          { value: '', text: t('forms.choose') },
          ...taskKinds.map((kind) => ({ value: kind, text: t(`code.task.${kind}`) })),
        ]}
      />
      <CharacterCount
        name="text"
        label={{ text: t('teams.task.text'), classes: 'govuk-label--s' }}
        hint={t('teams.task.text.hint')}
        errorMessage={complaints['text']}
        value={typedText(values, 'text')}
        rows={3}
        maxlength={longestTask}
      />
      <DateInput
        id="due"
        namePrefix="due"
        fieldset={{ legend: { text: t('teams.task.due'), classes: 'govuk-fieldset__legend--s' } }}
        hint={t('teams.task.due.hint')}
        errorMessage={complaints['due']}
        values={{
          day: typedText(values, 'due-day'),
          month: typedText(values, 'due-month'),
          year: typedText(values, 'due-year'),
        }}
      />
    </>
  )
}

export interface NewTaskView {
  readonly options: TaskOptions
  readonly values: Typed
  readonly errors: FieldErrors
}

const places = ['section', 'unit', 'kind', 'text', 'due-day']

/** Gives a unit something to do. */
export const NewTaskPage = ({ options, values, errors }: NewTaskView) => {
  const { t } = usePage()
  const complaints = complaintsOf(errors, t)
  const path = teamPath(options.caseId)
  const decision = typedText(values, 'decision')
  return (
    <TeamStep
      frame={options}
      title={t('teams.give-task')}
      errors={errors}
      places={places}
      aside={<UnitsSee units={options.units} />}
    >
      <Form
        action={`${path}/tasks/new`}
        hidden={{ decision: decision === '' ? undefined : decision }}
      >
        <SectionField
          values={values}
          complaints={complaints}
          label={t('teams.task.section')}
          hint={t('teams.task.section.hint')}
        />
        <TaskFields units={options.units} values={values} complaints={complaints} />
        <Confirm deed={t('teams.give-task')} backHref={path} />
      </Form>
    </TeamStep>
  )
}

export interface TaskView extends OneTask {
  readonly note: string
  readonly version: number
  readonly errors: FieldErrors
}

/** One task: what, who, until when, and that it is done. */
export const TaskPage = ({ task, teamNumber, note, version, errors }: TaskView) => {
  const { t, format } = usePage()
  const reason = `code.task-cancel.${task.reason ?? ''}`
  return (
    <TeamStep
      frame={{ caseId: task.caseId, teamNumber, safeContact: null }}
      title={t(`code.task.${task.kind}`)}
      errors={errors}
    >
      <Card title={t('teams.task')}>
        <SummaryList
          rows={[
            { key: t('teams.column.task'), value: task.text },
            {
              key: t('teams.column.who'),
              value: `${task.unitName}, ${task.workerName ?? t('teams.desk')}`,
            },
            { key: t('teams.column.due'), value: format.date(task.dueAt) },
            { key: t('teams.task.about'), value: t(`code.section.${task.section}`) },
            {
              key: t('teams.column.state'),
              value: [
                t(`code.task-state.${task.state}`),
                ...(task.endedAt === null ? [] : [format.date(task.endedAt)]),
                ...(isSentence(reason) ? [t(reason).toLowerCase()] : []),
              ].join(', '),
            },
            task.note !== null && { key: t('teams.task.note'), value: task.note },
          ]}
        />
      </Card>
      {task.mayFinish && (
        <Form id="form" action={`/tasks/${task.id}/finish`} version={version}>
          <CharacterCount
            name="note"
            label={{ text: t('teams.task.finish.note'), classes: 'govuk-label--s' }}
            errorMessage={complaintsOf(errors, t)['note']}
            value={note}
            rows={3}
            maxlength={longestNote}
          />
          <Button preventDoubleClick>{t('teams.task.finish')}</Button>
        </Form>
      )}
      {task.mayCancel && (
        <ButtonGroup>
          <Button href={`/tasks/${task.id}/cancel`} variant="secondary">
            {t('teams.task.cancel')}
          </Button>
        </ButtonGroup>
      )}
    </TeamStep>
  )
}

export interface CancelTaskView extends TaskView {
  readonly reason: string
}

/** The lead takes a task back, with a reason. */
export const CancelTaskPage = (view: CancelTaskView) => {
  const { t } = usePage()
  const { task, teamNumber, version, errors } = view
  return (
    <TeamStep
      frame={{ caseId: task.caseId, teamNumber, safeContact: null }}
      title={t('teams.task.cancel.title')}
      errors={errors}
      back={{ href: `/tasks/${task.id}`, text: t(`code.task.${task.kind}`) }}
    >
      <Form id="form" action={`/tasks/${task.id}/cancel`} version={version}>
        <ReasonFields
          codes={taskCancelReasons}
          sentenceOf={(code) => `code.task-cancel.${code}` as 'code.task-cancel.unit_left'}
          reason={view.reason}
          note={view.note}
          errors={errors}
        />
        <Confirm deed={t('teams.task.cancel')} backHref={`/tasks/${task.id}`} grave />
      </Form>
    </TeamStep>
  )
}
