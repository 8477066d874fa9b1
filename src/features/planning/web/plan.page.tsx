import type { ComponentChildren } from 'preact'
import {
  Button,
  ButtonGroup,
  Card,
  Clock,
  Details,
  EmptyState,
  InsetText,
  StatusTag,
  SummaryList,
  TaskList,
  Timeline,
  type Tone,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { CasePage, CaseSteps } from '../../cases/index.js'
import { isServiceType } from '../../directory/index.js'
import type { ApprovalKind } from '../domain/approval.js'
import type { Goal, GoalState, Need, NeedPriority, Plan, PlannedAction } from '../domain/plan.js'
import type { ReadPlan } from '../use-cases/read-plan.js'
import type { PlanningOfCase } from '../use-cases/read-plan.js'
import { ContactTimeline } from './contact-timeline.js'
import { planPath } from './planning-frame.js'

const toneOfPriority: Readonly<Record<NeedPriority, Tone>> = {
  urgent: 'danger',
  soon: 'waiting',
  later: 'neutral',
}

const toneOfGoal: Readonly<Record<GoalState, Tone>> = {
  open: 'neutral',
  reached: 'good',
  partly: 'waiting',
  not_reached: 'returned',
}

/** All that is planned in a case: when to see the person, what they need, who does what. */
export const PlanPage = (view: PlanningOfCase) => {
  const { t } = usePage()
  const { row, safeContact, mayChange, mayAsk } = view
  const path = planPath(row.id)
  return (
    <CasePage
      frame={{ caseId: row.id, number: row.number, safeContact }}
      title={t('planning.title')}
      current="plan"
      aside={<Aside {...view} />}
      actions={
        mayChange && (
          <>
            <Button href={`${path}/needs/new`}>{t('planning.need.add')}</Button>
            <Button href={`${path}/contacts/new`} variant="secondary">
              {t('planning.contact.log')}
            </Button>
          </>
        )
      }
    >
      <CaseSteps step={row.step} />
      <NextContact {...view} />
      <Tasks {...view} />
      <Basis {...view} />
      <Needs {...view} />
      <Contacts {...view} />
      {mayAsk && (
        <ButtonGroup>
          <Button href={`${path}/tasks/new`} variant="secondary">
            {t('planning.task.give')}
          </Button>
          <Button href={`${path}/flags/new`} variant="secondary">
            {t('planning.flag.raise')}
          </Button>
        </ButtonGroup>
      )}
    </CasePage>
  )
}

const NextContact = ({ due, isOverdue, row, mayChange }: PlanningOfCase) => {
  const { t, format } = usePage()
  const contactDueAt = due?.contactDueAt ?? null
  const lastContactAt = due?.lastContactAt ?? null
  return (
    <Card
      title={t('planning.next-contact')}
      tag={
        isOverdue && (
          <StatusTag tone="danger" dot>
            {t('cases.task.overdue')}
          </StatusTag>
        )
      }
      action={
        mayChange
          ? { href: `${planPath(row.id)}/contacts/new`, text: t('planning.contact.prepare') }
          : undefined
      }
    >
      {contactDueAt === null ? (
        <p>{t('planning.next-contact.none')}</p>
      ) : (
        <p>
          <Clock state={isOverdue ? 'overdue' : 'open'} due={format.dayAndTime(contactDueAt)} />
        </p>
      )}
      <p>
        {lastContactAt === null
          ? t('planning.last-contact.none')
          : t('planning.last-contact', { when: format.dateTime(lastContactAt) })}
      </p>
    </Card>
  )
}

const Tasks = ({ tasks, flags, row }: PlanningOfCase) => {
  const { t, format } = usePage()
  const path = planPath(row.id)
  const open = tasks.filter(({ state }) => state === 'open')
  const ended = tasks.filter(({ state }) => state !== 'open')
  const up = flags.filter(({ removedAt }) => removedAt === null)
  const late = { tag: { text: t('cases.task.overdue'), classes: 'ba-tag--danger ba-tag--dot' } }
  return (
    <Card title={t('planning.tasks')}>
      {open.length + up.length === 0 ? (
        <p>{t('planning.tasks.none')}</p>
      ) : (
        <TaskList
          items={[
            ...up.map(({ id, message, raiserName, dueOn, isOverdue }) => ({
              title: message,
              href: `${path}/flags/${id}`,
              hint: t('planning.flag.by', { name: raiserName }),
              status: isOverdue ? late : { text: format.plainDate(dueOn) },
            })),
            ...open.map(({ id, title, kind, workerName, dueOn, isOverdue }) => ({
              title: title ?? t(`code.case-task.${kind}`),
              href: `${path}/tasks/${id}`,
              hint: workerName,
              status: isOverdue ? late : { text: format.plainDate(dueOn) },
            })),
          ]}
        />
      )}
      {ended.length > 0 && (
        <Details summaryText={t('planning.tasks.ended', { count: ended.length })}>
          <TaskList
            idPrefix="ended"
            items={ended.map(({ id, title, kind, state }) => ({
              title: title ?? t(`code.case-task.${kind}`),
              href: `${path}/tasks/${id}`,
              status: { text: t(`code.task-state.${state}`) },
            }))}
          />
        </Details>
      )}
    </Card>
  )
}

const Basis = ({ plan: { basis }, row, mayChange }: PlanningOfCase) => {
  const { t, format } = usePage()
  const href = `${planPath(row.id)}/basis`
  return (
    <Card
      title={t('planning.basis')}
      action={
        mayChange
          ? { href, text: t(basis === null ? 'planning.basis.write' : 'planning.change') }
          : undefined
      }
    >
      {basis === null ? (
        <p>{t('planning.basis.none')}</p>
      ) : (
        <SummaryList
          rows={[
            { key: t('planning.part'), value: t(`code.part-taken.${basis.part}`) },
            basis.wishes !== null && { key: t('planning.wishes'), value: basis.wishes },
            basis.bestInterests !== null && {
              key: t('planning.best-interests'),
              value: basis.bestInterests,
            },
            basis.reviewOn !== null && {
              key: t('planning.review-on'),
              value: format.plainDate(basis.reviewOn),
            },
          ]}
        />
      )}
    </Card>
  )
}

const Needs = ({ plan, row, mayChange }: PlanningOfCase) => {
  const { t } = usePage()
  if (plan.needs.length === 0)
    return <EmptyState title={t('planning.needs.none')}>{t('planning.needs.none.text')}</EmptyState>
  return <NeedCards plan={plan} caseId={row.id} mayChange={mayChange} />
}

/** The needs of a plan, as it holds or held. */
export const NeedCards = ({
  plan,
  caseId,
  mayChange,
}: {
  readonly plan: Plan
  readonly caseId: string
  readonly mayChange: boolean
}) => (
  <>
    {plan.needs.map((need) => (
      <NeedCard need={need} caseId={caseId} mayChange={mayChange} />
    ))}
  </>
)

interface Within {
  readonly caseId: string
  readonly mayChange: boolean
}

/** A link whose words say to those who hear the page what it is about. */
const AboutLink = ({ href, text, about }: Record<'href' | 'text' | 'about', string>) => (
  <a class="govuk-link" href={href}>
    {text}
    <span class="govuk-visually-hidden">: {about}</span>
  </a>
)

const NeedCard = ({ need, caseId, mayChange }: Within & { readonly need: Need }) => {
  const { t } = usePage()
  const path = planPath(caseId)
  return (
    <Card
      title={t(`code.need-domain.${need.domain}`)}
      tag={
        <StatusTag tone={toneOfPriority[need.priority]}>
          {t(`code.need-priority.${need.priority}`)}
        </StatusTag>
      }
      action={
        mayChange
          ? {
              href: `${path}/needs/${need.itemId}`,
              text: (
                <>
                  {t('planning.change')}
                  <span class="govuk-visually-hidden">: {need.text}</span>
                </>
              ),
            }
          : undefined
      }
    >
      <p>{need.text}</p>
      {need.ownWords !== null && <InsetText>{need.ownWords}</InsetText>}
      {need.goals.map((goal) => (
        <GoalPart goal={goal} caseId={caseId} mayChange={mayChange} />
      ))}
      {mayChange && (
        <p>
          <AboutLink
            href={`${path}/needs/${need.itemId}/goals/new`}
            text={t('planning.goal.add')}
            about={need.text}
          />
        </p>
      )}
    </Card>
  )
}

const GoalPart = ({ goal, caseId, mayChange }: Within & { readonly goal: Goal }) => {
  const { t, format } = usePage()
  const path = planPath(caseId)
  const links: readonly ComponentChildren[] = mayChange
    ? [
        <AboutLink
          href={`${path}/goals/${goal.itemId}/actions/new`}
          text={t('planning.action.add')}
          about={goal.text}
        />,
        <AboutLink
          href={`${path}/goals/${goal.itemId}/progress`}
          text={t('planning.progress')}
          about={goal.text}
        />,
        <AboutLink
          href={`${path}/goals/${goal.itemId}`}
          text={t('planning.change')}
          about={goal.text}
        />,
      ]
    : []
  return (
    <>
      <h3 class="govuk-heading-s">
        {goal.text}{' '}
        <StatusTag tone={toneOfGoal[goal.state]}>{t(`code.goal-state.${goal.state}`)}</StatusTag>
      </h3>
      {goal.measure !== null && <p>{t('planning.measured-by', { measure: goal.measure })}</p>}
      {goal.dueOn !== null && <p>{t('planning.until', { date: format.plainDate(goal.dueOn) })}</p>}
      {goal.note !== null && <p>{goal.note}</p>}
      {goal.actions.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {goal.actions.map((action) => (
            <ActionLine action={action} caseId={caseId} mayChange={mayChange} />
          ))}
        </ul>
      )}
      {links.length > 0 && (
        <ul class="govuk-list">
          {links.map((link) => (
            <li>{link}</li>
          ))}
        </ul>
      )}
    </>
  )
}

const ActionLine = ({ action, caseId, mayChange }: Within & { readonly action: PlannedAction }) => {
  const { t, format } = usePage()
  const path = `${planPath(caseId)}/actions/${action.itemId}`
  const { service, reason } = action
  const who =
    action.doer === 'worker' && action.workerName !== null
      ? action.workerName
      : service !== null && isServiceType(service)
        ? t(`code.service.${service}`)
        : t(`code.doer.${action.doer}`)
  const facts = [
    who,
    action.dueOn === null ? null : t('planning.until', { date: format.plainDate(action.dueOn) }),
    action.state === 'open' ? null : t(`code.action-state.${action.state}`),
    reason === null ? null : t(`code.drop-reason.${reason}`),
    action.note,
  ].filter((part) => part !== null)
  const isOpen = action.state === 'open'
  return (
    <li>
      {action.text}
      <br />
      {facts.join(' · ')}
      {action.referralId !== null && (
        <>
          <br />
          <AboutLink
            href={`/referrals/${action.referralId}`}
            text={t('planning.referral.open')}
            about={action.text}
          />
        </>
      )}
      {mayChange && isOpen && (
        <>
          {action.doer === 'service' && action.referralId === null && (
            <>
              <br />
              <AboutLink
                href={`/cases/${caseId}/referrals/new${service === null ? '' : `?service=${service}`}`}
                text={t('planning.referral.start')}
                about={action.text}
              />
            </>
          )}
          <br />
          <AboutLink href={`${path}/end`} text={t('planning.end')} about={action.text} />
          {' · '}
          <AboutLink href={path} text={t('planning.change')} about={action.text} />
        </>
      )}
    </li>
  )
}

const Contacts = ({ contacts, row }: PlanningOfCase) => {
  const { t } = usePage()
  return (
    <Card
      title={t('planning.contacts')}
      action={{ href: `${planPath(row.id)}/contacts`, text: t('planning.contacts.all') }}
    >
      {contacts.length === 0 ? (
        <p>{t('planning.contacts.none')}</p>
      ) : (
        <ContactTimeline contacts={contacts} />
      )}
    </Card>
  )
}

const kinds = ['assessment', 'plan', 'closing'] as const satisfies readonly ApprovalKind[]

const Aside = ({ approvals, row, plan, mayChange }: PlanningOfCase) => {
  const { t } = usePage()
  const path = planPath(row.id)
  return (
    <>
      <Card title={t('approvals.title')} size="small">
        <SummaryList
          classes="govuk-summary-list--no-border"
          rows={kinds.map((kind) => ({
            key: t(`code.approval-kind.${kind}`),
            value: (
              <ApprovalLine
                standing={approvals[kind]}
                askHref={mayChange && kind !== 'closing' ? `${path}/approvals/${kind}` : undefined}
              />
            ),
          }))}
        />
      </Card>
      <Card title={t('planning.versions')} size="small">
        <p>
          {plan.version === 0
            ? t('planning.version.none')
            : t('planning.version', { version: plan.version })}
        </p>
        {plan.version > 0 && (
          <p>
            <a class="govuk-link" href={`${path}/history`}>
              {t('planning.history')}
            </a>
          </p>
        )}
      </Card>
    </>
  )
}

const ApprovalLine = ({
  standing,
  askHref,
}: {
  readonly standing: PlanningOfCase['approvals'][ApprovalKind]
  readonly askHref: string | undefined
}) => {
  const { t } = usePage()
  const { latest, isNeeded, isOutdated, isGiven } = standing
  const waits = latest?.state === 'requested'
  return (
    <>
      {latest === null ? (
        t(isNeeded ? 'approvals.needed' : 'approvals.not-needed')
      ) : (
        <a class="govuk-link" href={`/approvals/cases/${latest.id}`}>
          {t(`code.approval-state.${latest.state}`)}
        </a>
      )}
      {isOutdated && (
        <>
          <br />
          {t('approvals.outdated')}
        </>
      )}
      {askHref !== undefined && !waits && !isGiven && (
        <>
          <br />
          <a class="govuk-link" href={askHref}>
            {t(latest === null ? 'approvals.ask' : 'approvals.ask-anew')}
          </a>
        </>
      )}
    </>
  )
}

type HistoryView = Awaited<ReturnType<ReadPlan['history']>>

/** What was changed when, and the plan as it was with a version. */
export const PlanHistoryPage = ({ row, safeContact, plan, versions }: HistoryView) => {
  const { t, format } = usePage()
  const path = planPath(row.id)
  return (
    <CasePage
      frame={{ caseId: row.id, number: row.number, safeContact }}
      title={t('planning.history')}
      back={{ href: path, text: t('planning.back') }}
    >
      <h1>{t('planning.history')}</h1>
      <Card title={t('planning.version', { version: plan.version })}>
        {plan.basis !== null && (
          <SummaryList
            rows={[
              { key: t('planning.part'), value: t(`code.part-taken.${plan.basis.part}`) },
              plan.basis.bestInterests !== null && {
                key: t('planning.best-interests'),
                value: plan.basis.bestInterests,
              },
            ]}
          />
        )}
        {plan.needs.length === 0 && <p>{t('planning.needs.none')}</p>}
      </Card>
      <NeedCards plan={plan} caseId={row.id} mayChange={false} />
      <Card title={t('planning.versions')}>
        <Timeline
          items={versions.map(({ version, change, changedBy, changedAt }) => ({
            title: (
              <a class="govuk-link" href={`${path}/history?version=${version}`}>
                {t('planning.version', { version })}: {t(`code.plan-history.${change}`)}
              </a>
            ),
            at: format.dateTime(changedAt),
            by: changedBy,
          }))}
        />
      </Card>
    </CasePage>
  )
}
