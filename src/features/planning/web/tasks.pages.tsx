import { typedText } from '../../../platform/web/form.js'
import {
  Button,
  ButtonGroup,
  Card,
  CharacterCount,
  Checkboxes,
  DataTable,
  EmptyState,
  Form,
  Input,
  Layout,
  PageHeader,
  Pagination,
  Radios,
  StatusTag,
  SummaryList,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { isSentence } from '../../../ui/translate.js'
import { complaintsOf } from '../../cases/index.js'
import { longestNote, longestTitle } from '../domain/lengths.js'
import { caseTaskCancelReasons } from '../domain/tasks.js'
import type { Carrier, PlanningFrame } from '../use-cases/case-tasks.js'
import type { FlagView } from '../use-cases/flags.js'
import type { CaseTaskView } from '../use-cases/task-views.js'
import { DayField, Deed, planPath, PlanningStep, type FormView } from './planning-frame.js'

export interface NewTaskView extends FormView, PlanningFrame {
  readonly carriers: readonly Carrier[]
}

/** Gives somebody who answers for the case something to do. */
export const NewTaskPage = ({ values, errors, carriers, ...frame }: NewTaskView) => {
  const { t } = usePage()
  const complaints = complaintsOf(errors, t)
  const path = planPath(frame.row.id)
  return (
    <PlanningStep
      frame={frame}
      title={t('planning.task.give')}
      errors={errors}
      places={['title', 'worker', 'due']}
    >
      <Form action={`${path}/tasks/new`}>
        <Input
          name="title"
          label={{ text: t('planning.task.title'), classes: 'govuk-label--s' }}
          hint={t('planning.no-health')}
          errorMessage={complaints['title']}
          value={typedText(values, 'title')}
        />
        <Radios
          name="worker"
          fieldset={{
            legend: { text: t('planning.task.worker'), classes: 'govuk-fieldset__legend--s' },
          }}
          hint={t('planning.task.worker.hint')}
          errorMessage={complaints['worker']}
          value={typedText(values, 'worker')}
          items={carriers.map(({ workerId, name, isLead }) => ({
            value: workerId,
            text: name,
            hint: t(isLead ? 'planning.carrier.lead' : 'planning.carrier.supervisor'),
          }))}
        />
        <DayField
          name="due"
          legend={t('planning.task.due')}
          values={values}
          complaints={complaints}
        />
        <Checkboxes
          name="reminds"
          values={[typedText(values, 'reminds')]}
          items={[{ value: 'yes', text: t('planning.task.reminds') }]}
        />
        <Deed text={t('planning.task.give')} backHref={path} />
      </Form>
    </PlanningStep>
  )
}

export interface TaskPageView extends FormView, PlanningFrame {
  readonly task: CaseTaskView
  readonly version: number
}

/** One task: what, who, until when, and that it is done. */
export const CaseTaskPage = ({ task, version, values, errors, ...frame }: TaskPageView) => {
  const { t, format } = usePage()
  const path = planPath(frame.row.id)
  const reason = `code.case-task-ending.${task.reason ?? ''}`
  return (
    <PlanningStep
      frame={frame}
      title={t(`code.case-task.${task.kind}`)}
      errors={errors}
      places={['note']}
    >
      <Card title={t('planning.task')}>
        <SummaryList
          rows={[
            task.title !== null && { key: t('planning.task.title'), value: task.title },
            { key: t('planning.task.worker'), value: task.workerName },
            {
              key: t('planning.task.due'),
              value: (
                <>
                  {format.plainDate(task.dueOn)}{' '}
                  {task.isOverdue && (
                    <StatusTag tone="danger" dot>
                      {t('cases.task.overdue')}
                    </StatusTag>
                  )}
                </>
              ),
            },
            { key: t('planning.task.given-by'), value: task.createdByName },
            {
              key: t('planning.task.state'),
              value: [
                t(`code.task-state.${task.state}`),
                ...(task.endedAt === null ? [] : [format.date(task.endedAt)]),
                ...(isSentence(reason) ? [t(reason)] : []),
              ].join(', '),
            },
            task.note !== null && { key: t('planning.note'), value: task.note },
          ]}
        />
      </Card>
      {task.itemId !== null && task.state === 'open' && (
        <p>
          <a class="govuk-link" href={`${path}/actions/${task.itemId}/end`}>
            {t('planning.task.of-plan')}
          </a>
        </p>
      )}
      {task.mayEnd && (
        <>
          <Form action={`${path}/tasks/${task.id}/finish`} version={version}>
            <CharacterCount
              name="note"
              label={{ text: t('planning.note'), classes: 'govuk-label--s' }}
              hint={t('planning.no-health')}
              errorMessage={complaintsOf(errors, t)['note']}
              value={typedText(values, 'note')}
              rows={3}
              maxlength={longestNote}
            />
            <Button preventDoubleClick>{t('planning.task.finish')}</Button>
          </Form>
          <ButtonGroup>
            <Button href={`${path}/tasks/${task.id}/cancel`} variant="secondary">
              {t('planning.task.cancel')}
            </Button>
          </ButtonGroup>
        </>
      )}
    </PlanningStep>
  )
}

/** A task is not to be done after all. */
export const CancelTaskPage = ({ task, version, values, errors, ...frame }: TaskPageView) => {
  const { t } = usePage()
  const complaints = complaintsOf(errors, t)
  const back = `${planPath(frame.row.id)}/tasks/${task.id}`
  return (
    <PlanningStep
      frame={frame}
      title={t('planning.task.cancel')}
      errors={errors}
      places={['reason', 'note']}
      back={{ href: back, text: t('planning.task') }}
    >
      <Form action={`${back}/cancel`} version={version}>
        <Radios
          name="reason"
          fieldset={{
            legend: { text: t('planning.reason'), classes: 'govuk-fieldset__legend--s' },
          }}
          errorMessage={complaints['reason']}
          value={typedText(values, 'reason')}
          items={caseTaskCancelReasons.map((reason) => ({
            value: reason,
            text: t(`code.case-task-ending.${reason}`),
          }))}
        />
        <CharacterCount
          name="note"
          label={{ text: t('planning.note'), classes: 'govuk-label--s' }}
          hint={t('planning.no-health')}
          errorMessage={complaints['note']}
          value={typedText(values, 'note')}
          rows={3}
          maxlength={longestNote}
        />
        <Deed text={t('planning.task.cancel')} backHref={back} grave />
      </Form>
    </PlanningStep>
  )
}

export interface MyTasksView {
  readonly tasks: readonly CaseTaskView[]
  readonly firstHref: string | undefined
  readonly nextHref: string | undefined
}

/** What one has to do in all cases, the most pressing first. */
export const MyTasksPage = ({ tasks, firstHref, nextHref }: MyTasksView) => {
  const { t, format } = usePage()
  const title = t('planning.my-tasks')
  return (
    <Layout title={title} within="/today">
      <PageHeader title={title} />
      {tasks.length === 0 ? (
        <EmptyState title={t('planning.my-tasks.none')}>
          {t('planning.my-tasks.none.text')}
        </EmptyState>
      ) : (
        <DataTable
          caption={title}
          firstCellIsHeader
          head={[
            { text: t('planning.task') },
            { text: t('planning.task.case') },
            { text: t('planning.task.due') },
          ]}
          rows={tasks.map(({ id, caseId, caseNumber, kind, title: words, dueOn, isOverdue }) => [
            {
              text: (
                <a class="govuk-link" href={`${planPath(caseId)}/tasks/${id}`}>
                  {words ?? t(`code.case-task.${kind}`)}
                </a>
              ),
            },
            { text: caseNumber },
            {
              text: isOverdue ? (
                <StatusTag tone="danger" dot>
                  {t('cases.task.overdue')}
                </StatusTag>
              ) : (
                format.plainDate(dueOn)
              ),
            },
          ])}
        />
      )}
      {(firstHref !== undefined || nextHref !== undefined) && (
        <Pagination
          classes="ba-pager"
          items={[]}
          previous={
            firstHref === undefined
              ? undefined
              : { href: firstHref, text: t('notifications.first-page') }
          }
          next={nextHref === undefined ? undefined : { href: nextHref }}
        />
      )}
    </Layout>
  )
}

/** Raises a flag. */
export const NewFlagPage = ({ values, errors, ...frame }: FormView & PlanningFrame) => {
  const { t } = usePage()
  const complaints = complaintsOf(errors, t)
  const path = planPath(frame.row.id)
  return (
    <PlanningStep
      frame={frame}
      title={t('planning.flag.raise')}
      errors={errors}
      places={['message', 'due']}
    >
      <Form action={`${path}/flags/new`}>
        <CharacterCount
          name="message"
          label={{ text: t('planning.flag.message'), classes: 'govuk-label--s' }}
          hint={t('planning.flag.message.hint')}
          errorMessage={complaints['message']}
          value={typedText(values, 'message')}
          rows={2}
          maxlength={longestTitle}
        />
        <DayField
          name="due"
          legend={t('planning.flag.due')}
          hint={t('planning.flag.due.hint')}
          values={values}
          complaints={complaints}
        />
        <Deed text={t('planning.flag.raise')} backHref={path} />
      </Form>
    </PlanningStep>
  )
}

export interface FlagPageView extends FormView, PlanningFrame {
  readonly flag: FlagView
  readonly version: number
}

/** One flag, and how it is taken down. */
export const FlagPage = ({ flag, version, values, errors, ...frame }: FlagPageView) => {
  const { t, format } = usePage()
  const path = planPath(frame.row.id)
  return (
    <PlanningStep frame={frame} title={t('planning.flag')} errors={errors} places={['reason']}>
      <Card title={flag.message}>
        <SummaryList
          rows={[
            { key: t('planning.flag.due'), value: format.plainDate(flag.dueOn) },
            {
              key: t('planning.flag.raised'),
              value: `${flag.raiserName}, ${format.date(flag.raisedAt)}`,
            },
            flag.removedAt !== null && {
              key: t('planning.flag.removed'),
              value: `${flag.removerName ?? ''}, ${format.date(flag.removedAt)}`,
            },
            flag.reason !== null && { key: t('planning.flag.reason'), value: flag.reason },
          ]}
        />
      </Card>
      {flag.removedAt === null && (
        <Form action={`${path}/flags/${flag.id}`} version={version}>
          <CharacterCount
            name="reason"
            label={{ text: t('planning.flag.reason'), classes: 'govuk-label--s' }}
            errorMessage={complaintsOf(errors, t)['reason']}
            value={typedText(values, 'reason')}
            rows={2}
            maxlength={longestNote}
          />
          <Deed text={t('planning.flag.remove')} backHref={path} />
        </Form>
      )}
    </PlanningStep>
  )
}
