import { Button, ButtonGroup, Card, DataTable, StatusTag } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { Sentence } from '../../../ui/translate.js'
import type { ListOutcome, RowOutcome } from '../domain/assess-list.js'
import { DropList } from './drop-list.js'
import { ListFrame } from './list-frame.js'
import { problemSentence } from './problem-words.js'

export interface RowsView {
  readonly listId: string
  readonly outcome: ListOutcome
}

// A page for a phone: who wants to see all has the list itself.
const mostProblems = 40
const firstPeople = 15

const tones = { new: 'good', known: 'neutral', wrong: 'danger' } as const

/** What becomes of each row, before anything is done. */
export const RowsPage = ({ listId, outcome }: RowsView) => {
  const { t } = usePage()
  const path = `/groups/lists/${listId}`
  return (
    <ListFrame
      title={t('groups.rows.title')}
      step="rows"
      back={{ href: `${path}/columns`, text: t('groups.rows.columns') }}
    >
      <Counts outcome={outcome} />
      {outcome.wrong > 0 && <ToMend listId={listId} outcome={outcome} />}
      <FirstPeople rows={outcome.rows} />
      <ButtonGroup>
        {outcome.people.length > 0 && (
          <Button href={`${path}/facts`}>{t('common.continue')}</Button>
        )}
        <Button href={`${path}/columns`} variant="secondary">
          {t('groups.rows.columns')}
        </Button>
      </ButtonGroup>
      <DropList listId={listId} />
    </ListFrame>
  )
}

/** How many of each kind. */
export const Counts = ({ outcome }: { readonly outcome: ListOutcome }) => {
  const { t } = usePage()
  return (
    <ul class="govuk-list govuk-list--bullet">
      <li>
        {outcome.people.length === 0
          ? t('groups.rows.nobody')
          : t('groups.rows.new', { count: outcome.people.length })}
      </li>
      {outcome.known > 0 && <li>{t('groups.rows.known', { count: outcome.known })}</li>}
      {outcome.wrong > 0 && <li>{t('groups.rows.wrong', { count: outcome.wrong })}</li>}
    </ul>
  )
}

/** The rows that could not be understood, each with what to do about it. */
export const ToMend = ({
  listId,
  outcome,
  text = 'groups.rows.to-mend.text',
}: RowsView & { readonly text?: Sentence }) => {
  const { t } = usePage()
  const wrong = outcome.rows.filter((row) => row.kind === 'wrong')
  const shown = wrong.slice(0, mostProblems)
  return (
    <Card title={t('groups.rows.to-mend')}>
      <p class="govuk-body">{t(text)}</p>
      <ul class="govuk-list govuk-list--bullet">
        {shown.flatMap(({ line, problems }) =>
          problems.map((problem) => <li>{problemSentence(t, line, problem)}</li>),
        )}
        {wrong.length > shown.length && (
          <li>{t('groups.rows.to-mend.more', { count: wrong.length - shown.length })}</li>
        )}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={`/groups/lists/${listId}/to-mend`}>
          {t('groups.rows.to-mend.download')}
        </a>
      </p>
    </Card>
  )
}

const FirstPeople = ({ rows }: { readonly rows: readonly RowOutcome[] }) => {
  const { t, format } = usePage()
  const people = rows.flatMap((row) => (row.kind === 'wrong' ? [] : [row])).slice(0, firstPeople)
  if (people.length === 0) return null
  return (
    <Card title={t('groups.rows.people')}>
      <p class="govuk-body">{t('groups.rows.people.text')}</p>
      <DataTable
        caption={t('groups.rows.people')}
        plain
        firstCellIsHeader
        head={[
          { text: t('groups.field.name') },
          { text: t('groups.rows.line') },
          { text: t('groups.field.birthDate') },
          { text: t('groups.field.sex') },
          { text: t('groups.field.document') },
          { text: t('groups.rows.outcome') },
        ]}
        rows={people.map(({ line, kind, person }) => [
          { text: person.name },
          { text: line },
          {
            text:
              person.birthDate !== null
                ? format.plainDate(person.birthDate)
                : person.statedAge !== null
                  ? t('cases.meta.age', { age: person.statedAge })
                  : '–',
          },
          { text: t(`code.sex.${person.sex}`) },
          { text: person.document ?? '–' },
          { text: <StatusTag tone={tones[kind]}>{t(`groups.rows.outcome.${kind}`)}</StatusTag> },
        ])}
      />
    </Card>
  )
}
