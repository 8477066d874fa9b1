import {
  Button,
  Card,
  Columns,
  DataTable,
  Layout,
  PageHeader,
  StatusTag,
  TaskList,
  Timeline,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { CaseAside } from './case-aside.js'
import { CaseTabBar } from './case-frame.js'
import { CaseSteps } from './case-steps.js'
import type { CaseView } from './case.view.js'
import { RiskTag } from './risk-tag.js'
import { SafeContactNote } from './safe-contact-note.js'

/** A case at a glance: what to do, who was asked to help, what happened, how to reach the person. */
export const CasePage = (view: CaseView) => {
  const { t, format } = usePage()
  const { row, heading } = view
  return (
    <Layout
      title={`${t('cases.meta.case')} ${row.number}`}
      breadcrumbs={[{ text: t('cases.mine'), href: '/cases' }, { text: row.number }]}
    >
      <PageHeader
        title={t(heading.sentence, { initials: heading.initials })}
        tag={
          <>
            <RiskTag level={row.riskLevel} />
            {row.immediateDanger && (
              <StatusTag tone="danger" dot>
                {t('cases.danger')}
              </StatusTag>
            )}
          </>
        }
        meta={[
          <>
            {t('cases.meta.case')} <strong>{row.number}</strong>
          </>,
          view.ageInYears === null
            ? t(`code.age-band.${row.ageBand}`)
            : t('cases.meta.age', { age: view.ageInYears }),
          <>
            {t('cases.meta.lead')} <strong>{row.leadName}</strong>
          </>,
          <>
            {t('cases.meta.opened')} <strong>{format.date(row.openedAt)}</strong>
          </>,
        ]}
        actions={
          <>
            {view.mayChange && (
              <>
                <Button href={`/cases/${row.id}/referrals/new`}>{t('cases.refer')}</Button>
                <Button href={`/cases/${row.id}/consents/new`} variant="secondary">
                  {t('cases.consent.record')}
                </Button>
                <Button href={`/cases/${row.id}/notes/new`} variant="secondary">
                  {t('cases.write-note')}
                </Button>
              </>
            )}
            {row.status === 'open' && (
              <Button href={`/cases/${row.id}/transfer`} variant="secondary">
                {t('transfers.case.action')}
              </Button>
            )}
            <Button href={`/cases/${row.id}/closing`} variant="secondary">
              {t(row.status === 'closed' ? 'closing.link.reopen' : 'closing.link')}
            </Button>
          </>
        }
      />
      <CaseSteps step={row.step} />
      <CaseTabBar caseId={row.id} current="overview" />
      <Columns
        notice={<SafeContactNote contact={view.safeContact} />}
        aside={<CaseAside {...view} />}
      >
        <Tasks {...view} />
        <ToOffer {...view} />
        <OpenReferrals {...view} />
        <Events {...view} />
      </Columns>
    </Layout>
  )
}

const Tasks = ({ tasks }: CaseView) => {
  const { t, format } = usePage()
  return (
    <Card title={t('cases.tasks')}>
      {tasks.length === 0 ? (
        <p>{t('cases.tasks.none')}</p>
      ) : (
        <TaskList
          items={tasks.map(({ title, facts = {}, href, about, due, isOverdue }) => ({
            title: t(title, facts),
            href,
            hint: about,
            status: isOverdue
              ? { tag: { text: t('cases.task.overdue'), classes: 'ba-tag--danger ba-tag--dot' } }
              : { text: due === null ? '' : format.shortDateTime(due) },
          }))}
        />
      )}
    </Card>
  )
}

const ToOffer = ({ sectorsToOffer, isBetweenLaws }: CaseView) => {
  const { t } = usePage()
  return (
    <Card title={t('cases.offer')}>
      <p>{t('cases.offer.text')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {sectorsToOffer.map((sector) => (
          <li>
            <a class="govuk-link" href={`/directory?sector=${sector}`}>
              {t(`code.sector.${sector}`)}
            </a>
          </li>
        ))}
      </ul>
      {isBetweenLaws && <p>{t('cases.offer.between-laws')}</p>}
    </Card>
  )
}

const OpenReferrals = ({ openReferrals, row }: CaseView) => {
  const { t, format } = usePage()
  return (
    <Card
      title={t('cases.referrals')}
      action={{ href: '/referrals?direction=out', text: t('cases.referrals.all') }}
    >
      {openReferrals.length === 0 ? (
        <p>{t('cases.referrals.none')}</p>
      ) : (
        <DataTable
          caption={`${t('cases.referrals')}, ${row.number}`}
          plain
          firstCellIsHeader
          head={[
            { text: t('cases.referrals.service') },
            { text: t('cases.referrals.unit') },
            { text: t('cases.referrals.status') },
            { text: t('cases.referrals.due') },
          ]}
          rows={openReferrals.map(({ href, service, unitName, status, tone, due, isOverdue }) => [
            {
              text: (
                <a class="govuk-link" href={href}>
                  {t(service)}
                </a>
              ),
            },
            { text: unitName ?? '–' },
            { text: <StatusTag tone={tone}>{t(status)}</StatusTag> },
            {
              text: isOverdue ? (
                <StatusTag tone="danger" dot>
                  {t('cases.task.overdue')}
                </StatusTag>
              ) : due === null ? (
                '–'
              ) : (
                format.shortDateTime(due)
              ),
            },
          ])}
        />
      )}
    </Card>
  )
}

const Events = ({ events, row }: CaseView) => {
  const { t, format } = usePage()
  return (
    <Card
      title={t('cases.events')}
      action={{ href: `/cases/${row.id}/timeline`, text: t('cases.events.all') }}
    >
      <Timeline
        items={events.map(({ title, facts = {}, at, by, isStrong }) => ({
          title: t(title, facts),
          at: format.dayAndTime(at),
          by,
          strong: isStrong,
        }))}
      />
    </Card>
  )
}
