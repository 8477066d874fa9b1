import { Tag, type TagProps } from './tag.js'
import {
  classNames,
  idList,
  isPresent,
  worded,
  type Absent,
  type Attributes,
  type Text,
  type Words,
} from './text.js'

export interface TaskStatus {
  readonly text?: Text
  readonly tag?: (Omit<TagProps, 'children'> & { readonly text: Text }) | undefined
  readonly classes?: string | undefined
}

export interface Task {
  readonly title: Words
  readonly href?: string | undefined
  readonly hint?: Words | undefined
  readonly status: TaskStatus
  readonly classes?: string | undefined
}

interface TaskListProps {
  readonly items: readonly (Task | Absent)[]
  readonly idPrefix?: string | undefined
  readonly classes?: string | undefined
  readonly attributes?: Attributes | undefined
}

const TaskItem = ({ task, idPrefix }: { task: Task; idPrefix: string }) => {
  const { href, status } = task
  const title = worded(task.title)
  const hintId = isPresent(task.hint) && `${idPrefix}-hint`
  const statusId = `${idPrefix}-status`
  return (
    <li
      class={classNames(
        'govuk-task-list__item',
        href !== undefined && 'govuk-task-list__item--with-link',
        task.classes,
      )}
    >
      <div class="govuk-task-list__name-and-hint">
        {href === undefined ? (
          <div class={title.classes}>{title.text}</div>
        ) : (
          <a
            class={classNames('govuk-link govuk-task-list__link', title.classes)}
            href={href}
            aria-describedby={idList(hintId, statusId)}
          >
            {title.text}
          </a>
        )}
        {hintId && (
          <div id={hintId} class="govuk-task-list__hint">
            {worded(task.hint).text}
          </div>
        )}
      </div>
      <div class={classNames('govuk-task-list__status', status.classes)} id={statusId}>
        {status.tag ? <Tag {...status.tag}>{status.tag.text}</Tag> : status.text}
      </div>
    </li>
  )
}

/** What is to be done, and how far each thing is. Port of `govukTaskList`. */
export const TaskList = ({ items, idPrefix = 'task-list', classes, attributes }: TaskListProps) => (
  <ul class={classNames('govuk-task-list', classes)} {...attributes}>
    {items.map(
      (task, index) =>
        isPresent(task) && <TaskItem task={task} idPrefix={`${idPrefix}-${index + 1}`} />,
    )}
  </ul>
)
