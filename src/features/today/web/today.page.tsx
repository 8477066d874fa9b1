import {
  Button,
  Card,
  Details,
  Layout,
  PageHeader,
  Pair,
  SearchBox,
  TaskList,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { Sentence } from '../../../ui/translate.js'
import type { Day, DayItem } from '../use-cases/read-today.js'

export interface TodayView {
  readonly day: Day
  readonly mayOpen: boolean
}

// What fits a laptop at one look; the rest opens where it stands.
const atOneLook = 5

/** A worker's day: what is to be done first, then what came in. No names, people pass by. */
export const TodayPage = ({ day, mayOpen }: TodayView) => {
  const { t, format } = usePage()
  return (
    <Layout title={t('today.title')}>
      <PageHeader
        title={t('today.title')}
        meta={[format.dayAndTime(day.now)]}
        actions={
          <>
            <SearchBox
              action="/cases/search"
              label={t('finding.search.label')}
              button={t('finding.search.button')}
            />
            {mayOpen && <Button href="/cases/new">{t('cases.open-new')}</Button>}
          </>
        }
      />
      <Pair>
        <div>
          <List title="today.due" none="today.due.none" items={day.due} limit={atOneLook} />
          {day.highRisk.length > 0 && (
            <List
              title="today.high-risk"
              none="today.due.none"
              items={day.highRisk}
              limit={3}
              action={{ href: '/cases?risk=high', text: t('today.high-risk.all') }}
            />
          )}
        </div>
        <div>
          <List title="today.answers" none="today.answers.none" items={day.answers} limit={3} />
          <List title="today.news" none="today.news.none" items={day.news} limit={3} />
          {day.drafts.length > 0 && (
            <List title="today.drafts" none="today.news.none" items={day.drafts} limit={3} />
          )}
        </div>
      </Pair>
    </Layout>
  )
}

interface ListProps {
  readonly title: Sentence
  readonly none: Sentence
  readonly items: readonly DayItem[]
  readonly limit: number
  readonly action?: { readonly href: string; readonly text: string }
}

const List = ({ title, none, items, limit, action }: ListProps) => {
  const { t } = usePage()
  const [first, rest] = [items.slice(0, limit), items.slice(limit)]
  return (
    <Card title={t(title)} size="small" action={action}>
      {first.length === 0 ? <p>{t(none)}</p> : <Lines items={first} of={title} />}
      {rest.length > 0 && (
        <Details summaryText={t('today.more', { count: rest.length })}>
          <Lines items={rest} of={`${title}-rest`} />
        </Details>
      )}
    </Card>
  )
}

const Lines = ({ items, of }: { items: readonly DayItem[]; of: string }) => {
  const { t } = usePage()
  const statusOf = useStatus()
  const hintOf = useHint()
  return (
    <TaskList
      idPrefix={of.replaceAll('.', '-')}
      classes="ba-task-list--dense"
      items={items.map((item) => ({
        title: t(item.title, item.facts ?? {}),
        href: item.href,
        hint: hintOf(item),
        status: statusOf(item),
      }))}
    />
  )
}

// The case, then what tells one line from another that says the same: the day it was given and, where the
// mark says only that it is too late, the day it was due. In the list of high risks the risk goes without
// saying.
const useHint = () => {
  const { t, format } = usePage()
  return ({ about, isHighRisk, isOverdue, kind, due, givenAt }: DayItem): string | undefined =>
    [
      about,
      givenAt === undefined ? null : t('today.given', { date: format.date(givenAt) }),
      isOverdue && due !== null ? t('today.was-due', { date: format.date(due) }) : null,
      isHighRisk && kind !== 'high-risk' ? t('today.high-risk.mark') : null,
    ]
      .filter((part) => part !== null)
      .join(' · ') || undefined
}

const useStatus = () => {
  const { t, format } = usePage()
  return ({ due, since, isOverdue }: DayItem) => {
    if (isOverdue) {
      return { tag: { text: t('cases.task.overdue'), classes: 'ba-tag--danger ba-tag--dot' } }
    }
    const at = due ?? since
    return { text: at === null ? '' : format.shortDateTime(at) }
  }
}
