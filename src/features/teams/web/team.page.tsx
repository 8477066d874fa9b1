import type { Section } from '../../../platform/access/sections.js'
import {
  Button,
  ButtonGroup,
  Card,
  Clock,
  Columns,
  DataTable,
  EmptyState,
  Form,
  InsetText,
  Layout,
  PageHeader,
  StatusTag,
  SummaryList,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { isSentence, type Translate } from '../../../ui/translate.js'
import { CasePage, SafeContactNote } from '../../cases/index.js'
import { SharedSections } from '../../referrals/index.js'
import type { CaseToJoin } from '../use-cases/open-team.js'
import type { OneTeam, PastMember, RosterLine, SharedWithMember } from '../use-cases/read-team.js'
import type { HiddenTasks, TaskLine } from '../use-cases/team-tasks.js'
import { teamPath, TeamStep } from './team-frame.js'

/** Who does what next: one page for the lead's unit and for all members. */
export const TeamPage = (view: OneTeam) => {
  const { t } = usePage()
  const { team, caseNumber } = view
  const title = t('teams.one', { number: team.number })
  const content = <Content {...view} />
  // Who manages the case comes by its tabs; a member never sees the case.
  if (caseNumber !== null)
    return (
      <CasePage
        frame={{ caseId: team.caseId, number: caseNumber, safeContact: view.safeContact }}
        title={title}
        current="team"
        aside={<Aside {...view} />}
      >
        {content}
      </CasePage>
    )
  return (
    <Layout
      title={title}
      within="/teams"
      breadcrumbs={[{ text: t('teams.title'), href: '/teams' }, { text: team.number }]}
    >
      <PageHeader title={title} />
      <Columns
        notice={view.safeContact !== null && <SafeContactNote contact={view.safeContact} />}
        aside={<Aside {...view} />}
      >
        {content}
      </Columns>
    </Layout>
  )
}

const Content = (view: OneTeam) => {
  const { t, format } = usePage()
  const { team, mayLead } = view
  const { caseId } = team
  return (
    <>
      {team.status === 'closed' && team.closedAt !== null && (
        <>
          <InsetText>
            {t('teams.is-closed', {
              date: format.date(team.closedAt),
              reason: t(`code.team-close.${team.closeReason ?? 'goals_met'}`).toLowerCase(),
            })}
          </InsetText>
          <Form action={`${teamPath(caseId)}/open`}>
            <Button variant="secondary">{t('teams.reopen')}</Button>
          </Form>
        </>
      )}
      {mayLead && (
        <ButtonGroup>
          <Button href={`${teamPath(caseId)}/tasks/new`}>{t('teams.give-task')}</Button>
          <Button href={`${teamPath(caseId)}/invite`} variant="secondary">
            {t('teams.invite')}
          </Button>
          {view.roster.some(({ status }) => status === 'joined') && (
            <Button href={`${teamPath(caseId)}/conferences/new`} variant="secondary">
              {t('teams.call')}
            </Button>
          )}
        </ButtonGroup>
      )}
      <Next {...view} />
      <Members {...view} />
      <Ended tasks={view.tasks} />
      <Past past={view.past} />
      {view.own !== null && (
        <ButtonGroup>
          <Button href={`${teamPath(caseId)}/shared`} variant="secondary">
            {t('teams.shared.open')}
          </Button>
          <Button href={`${teamPath(caseId)}/hand-over`} variant="secondary">
            {t('teams.hand-over')}
          </Button>
          <Button href={`${teamPath(caseId)}/leave`} variant="secondary">
            {t('teams.leave')}
          </Button>
        </ButtonGroup>
      )}
      {mayLead && (
        <p class="govuk-body">
          <a class="govuk-link" href={`${teamPath(caseId)}/close`}>
            {t('teams.close')}
          </a>
        </p>
      )}
    </>
  )
}

interface Due {
  readonly dueAt: Date
  readonly isOverdue: boolean
}

const DueDay = ({ dueAt, isOverdue }: Due) => {
  const { format } = usePage()
  return <Clock state={isOverdue ? 'overdue' : 'open'} due={format.shortDate(dueAt)} />
}

const Next = ({ tasks, hidden, roster }: OneTeam) => {
  const { t } = usePage()
  const open = tasks.filter(({ state }) => state === 'open')
  const present = new Set(roster.map(({ unitId }) => unitId))
  const lines = [
    ...open.map((task) => ({ dueAt: task.dueAt, row: taskRow(t, task, present) })),
    ...inOne(hidden).map((group) => ({ dueAt: group.dueAt, row: hiddenRow(t, group) })),
  ].sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime())
  return (
    <Card title={t('teams.next')}>
      {lines.length === 0 ? (
        <p>{t('teams.next.none')}</p>
      ) : (
        <DataTable
          caption={t('teams.next')}
          plain
          head={[
            { text: t('teams.column.task') },
            { text: t('teams.column.who') },
            { text: t('teams.column.due') },
          ]}
          rows={lines.map(({ row }) => row)}
        />
      )}
    </Card>
  )
}

const taskRow = (t: Translate, task: TaskLine, present: ReadonlySet<string>) => [
  {
    text: (
      <>
        <a class="govuk-link" href={`/tasks/${task.id}`}>
          {t(`code.task.${task.kind}`)}
        </a>
        <br />
        {task.text}
      </>
    ),
  },
  {
    text: (
      <>
        {task.unitName}
        <br />
        <span class="ba-clock__note">
          {present.has(task.unitId) ? (task.workerName ?? t('teams.desk')) : t('teams.next.orphan')}
        </span>
      </>
    ),
  },
  { text: <DueDay {...task} /> },
]

interface HiddenGroup extends HiddenTasks {
  readonly count: number
}

// Tasks of one unit on one day become one line.
const inOne = (hidden: readonly HiddenTasks[]): HiddenGroup[] => {
  const groups = new Map<string, HiddenGroup>()
  for (const task of hidden) {
    const key = `${task.unitId} ${task.dueAt.toISOString()}`
    groups.set(key, { ...task, count: (groups.get(key)?.count ?? 0) + 1 })
  }
  return [...groups.values()]
}

const hiddenRow = (t: Translate, group: HiddenGroup) => [
  {
    text: (
      <>
        {t('teams.next.hidden', { count: group.count, unit: group.unitName })}
        <br />
        <span class="ba-clock__note">{t('teams.next.hidden.note')}</span>
      </>
    ),
  },
  { text: group.unitName },
  { text: <DueDay {...group} /> },
]

/** The sections of a mask as people read them. */
const SectionList = ({ sections, plan }: { sections: readonly Section[]; plan: boolean }) => {
  const { t, format } = usePage()
  const names = sections.map((section) => t(`code.section.${section}`).toLowerCase())
  return <>{format.list(plan ? [...names, t('teams.sees.plan')] : names)}</>
}

const Members = ({ roster, mayLead, team }: OneTeam) => {
  const { t } = usePage()
  return (
    <Card title={t('teams.members')}>
      <DataTable
        caption={t('teams.members')}
        plain
        firstCellIsHeader
        head={[
          { text: t('teams.column.unit') },
          { text: t('teams.column.person') },
          { text: t('teams.column.sees') },
          ...(mayLead ? [{ text: '' }] : []),
        ]}
        rows={roster.map((line) => [
          { text: <UnitOf line={line} /> },
          { text: line.status === 'invited' ? '–' : (line.workerName ?? t('teams.desk')) },
          {
            text:
              line.status === 'lead' ? (
                t('teams.sees.all')
              ) : line.status === 'joined' ? (
                <SectionList sections={line.sections} plan={line.sharesThePlan} />
              ) : (
                '–'
              ),
          },
          ...(mayLead
            ? [
                {
                  text: line.memberId !== null && (
                    <a
                      class="govuk-link"
                      href={`${teamPath(team.caseId)}/members/${line.memberId}/remove`}
                    >
                      {t(line.status === 'invited' ? 'teams.take-back' : 'teams.remove')}
                      <span class="govuk-visually-hidden">
                        {t('teams.of-unit', { unit: line.unitName })}
                      </span>
                    </a>
                  ),
                },
              ]
            : []),
        ])}
      />
    </Card>
  )
}

const UnitOf = ({ line }: { line: RosterLine }) => {
  const { t } = usePage()
  return (
    <>
      {line.unitName}
      <br />
      <span class="ba-clock__note">
        {line.purpose === null ? t('teams.role.lead') : t(`code.service.${line.purpose}`)}
      </span>
      {line.status === 'invited' && (
        <>
          <br />
          <StatusTag tone="waiting">{t('code.member-status.invited')}</StatusTag>
        </>
      )}
    </>
  )
}

const Ended = ({ tasks }: { tasks: readonly TaskLine[] }) => {
  const { t, format } = usePage()
  const ended = tasks.filter(({ state }) => state !== 'open')
  if (ended.length === 0) return null
  return (
    <Card title={t('teams.ended-tasks')}>
      <SummaryList
        rows={ended.map((task) => ({
          key: (
            <a class="govuk-link" href={`/tasks/${task.id}`}>
              {t(`code.task.${task.kind}`)}
            </a>
          ),
          value: [
            t(`code.task-state.${task.state}`),
            task.unitName,
            task.endedAt === null ? '' : format.shortDate(task.endedAt),
          ].join(', '),
        }))}
      />
    </Card>
  )
}

const Past = ({ past }: { past: readonly PastMember[] }) => {
  const { t, format } = usePage()
  if (past.length === 0) return null
  return (
    <Card title={t('teams.past')}>
      <SummaryList
        rows={past.map(({ unitName, status, reason, endedAt, note }) => ({
          key: unitName,
          value: (
            <>
              {[
                t(`code.member-status.${status}`),
                reasonOf(t, status, reason),
                endedAt === null ? null : format.shortDate(endedAt),
              ]
                .filter((part) => part !== null)
                .join(', ')}
              {note !== null && <p>{note}</p>}
            </>
          ),
        }))}
      />
    </Card>
  )
}

const reasonOf = (t: Translate, status: PastMember['status'], reason: string | null) => {
  const list = status === 'declined' ? 'rejection' : status === 'ended' ? 'team-ending' : 'leaving'
  const key = `code.${list}.${reason ?? ''}`
  return isSentence(key) ? t(key).toLowerCase() : null
}

const Aside = ({ team, next, plan, conferences }: OneTeam) => {
  const { t, format } = usePage()
  const others = conferences.filter(({ id }) => id !== next?.id).slice(0, 5)
  return (
    <>
      <Card title={t('teams.conference.next')} size="small">
        {next === null ? (
          <p>{t('teams.conference.none')}</p>
        ) : (
          <p>
            <a class="govuk-link" href={`/conferences/${next.id}`}>
              {format.dayAndTime(next.startsAt)}
            </a>
            <br />
            {t(`code.conference-channel.${next.channel}`)}
          </p>
        )}
        {others.map(({ id, startsAt, status }) => (
          <p>
            <a class="govuk-link" href={`/conferences/${id}`}>
              {format.date(startsAt)}
            </a>
            , {t(`code.conference-status.${status}`).toLowerCase()}
          </p>
        ))}
      </Card>
      {plan !== null && (
        <Card title={t('teams.plan')} size="small">
          <p>
            {plan.version === 0
              ? t('teams.plan.none')
              : t('teams.plan.version', { version: plan.version })}
          </p>
          {plan.version > 0 && !plan.hasRead && <p>{t('teams.plan.unread')}</p>}
          <p>
            <a class="govuk-link" href={`${teamPath(team.caseId)}/plan`}>
              {t('teams.plan.open')}
            </a>
          </p>
        </Card>
      )}
    </>
  )
}

/** A case that is not joint yet, for those who manage it. */
export const NoTeamPage = ({ caseId, number, safeContact, mayOpen }: CaseToJoin) => {
  const { t } = usePage()
  return (
    <CasePage frame={{ caseId, number, safeContact }} title={t('teams.title')} current="team">
      <EmptyState title={t('teams.not-yet')}>{t('teams.not-yet.text')}</EmptyState>
      {mayOpen && (
        <Form action={`${teamPath(caseId)}/open`}>
          <Button preventDoubleClick>{t('teams.open')}</Button>
        </Form>
      )}
    </CasePage>
  )
}

/** What a member sees of the case, part by part. */
export const SharedPage = ({ views, ...frame }: SharedWithMember) => {
  const { t } = usePage()
  return (
    <TeamStep frame={frame} title={t('teams.shared')}>
      <SharedSections title={t('cases.sections')} views={views} />
    </TeamStep>
  )
}
