import {
  Button,
  Card,
  DataTable,
  Layout,
  MiniBar,
  PageHeader,
  Pair,
  StackedColumns,
  StatCard,
  StatCards,
  TargetBars,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { isSentence } from '../../../ui/translate.js'
import { shareInTime } from '../domain/answer-times.js'
import { sundayOf } from '../domain/weeks.js'
import type { UnitReport } from '../use-cases/read-unit-report.js'
import { Definitions } from './definitions.js'

interface UnitReportView {
  readonly report: UnitReport
  /** The reader may go on to the figures of an area. */
  readonly coordinatesToo: boolean
}

const Figures = ({ report }: { report: UnitReport }) => {
  const { t, format } = usePage()
  const { open, workload, answers, promisedHours, now } = report
  const inTime = shareInTime(answers)
  return (
    <StatCards>
      <StatCard
        label={t('reports.open-cases')}
        value={format.number(workload.openCases)}
        note={t('reports.high-risk', { count: workload.highRisk })}
      />
      <StatCard
        label={t('reports.open-in')}
        value={format.number(open.in.waiting + open.in.underWay)}
        note={t('reports.open-in.note', {
          waiting: open.in.waiting,
          underWay: open.in.underWay,
        })}
      />
      <StatCard
        label={t('reports.late')}
        value={format.number(open.in.late)}
        alert={open.in.late > 0}
        note={
          open.in.longestDueAt === null
            ? t('reports.late.none')
            : t('reports.late.longest', {
                duration: format.duration(now.getTime() - open.in.longestDueAt.getTime()),
              })
        }
      />
      <StatCard
        label={t('reports.in-time', { hours: promisedHours })}
        value={inTime.share === null ? '–' : format.percent(inTime.share)}
        note={
          inTime.share === null
            ? t('reports.in-time.none')
            : t('reports.in-time.note', { count: inTime.counted })
        }
      />
      <StatCard
        label={t('reports.open-out')}
        value={format.number(open.out.waiting + open.out.underWay)}
        note={t('reports.open-out.note', { late: open.out.late })}
      />
    </StatCards>
  )
}

const Weeks = ({ report: { weeks, direction } }: { report: UnitReport }) => {
  const { t, format } = usePage()
  const title = t(`reports.weeks.${direction}`)
  const other = direction === 'in' ? 'out' : 'in'
  const total = weeks.reduce(
    (sum, { accepted, waiting, returned, lapsed }) => sum + accepted + waiting + returned + lapsed,
    0,
  )
  const description = t('reports.weeks.description', {
    total,
    waiting: weeks.reduce((sum, { waiting }) => sum + waiting, 0),
  })
  return (
    <Card
      title={title}
      action={{ href: `/reports?direction=${other}`, text: t(`reports.weeks.show-${other}`) }}
    >
      <p>{description}</p>
      <StackedColumns
        title={title}
        description={description}
        series={[
          { label: t('reports.outcome.accepted'), tone: 'good' },
          { label: t('reports.outcome.waiting'), tone: 'waiting' },
          { label: t('reports.outcome.returned'), tone: 'returned' },
          { label: t('reports.outcome.lapsed'), tone: 'late' },
        ]}
        columns={weeks.map(({ week, accepted, waiting, returned, lapsed }) => ({
          label: format.shortDate(`${sundayOf(week)}T12:00:00Z`),
          values: [accepted, waiting, returned, lapsed],
        }))}
      />
    </Card>
  )
}

const Answers = ({ report: { answers, promisedHours } }: { report: UnitReport }) => {
  const { t } = usePage()
  const rows = answers.flatMap(({ service, medianHours }) => {
    if (medianHours === null) return []
    const name = `reports.service.${service}`
    return [
      {
        label: isSentence(name) ? t(name) : service,
        value: medianHours,
        valueText: t('reports.hours', { hours: Math.round(medianHours) }),
      },
    ]
  })
  return (
    <Card title={t('reports.answers.title')}>
      {rows.length === 0 ? (
        <p>{t('reports.answers.empty')}</p>
      ) : (
        <>
          <p>{t('reports.answers.description')}</p>
          <TargetBars
            title={t('reports.answers.title')}
            description={t('reports.answers.description')}
            rows={rows.sort((one, other) => one.value - other.value)}
            target={{
              value: promisedHours,
              text: t('reports.answers.target', { hours: promisedHours }),
            }}
          />
        </>
      )}
    </Card>
  )
}

const WorkloadTable = ({ report: { workload } }: { report: UnitReport }) => {
  const { t, format } = usePage()
  const most = Math.max(0, ...workload.workers.map(({ openCases }) => openCases))
  const title = t('reports.workload.title')
  return (
    <Card title={title}>
      {workload.workers.length === 0 ? (
        <p>{t('reports.workload.empty')}</p>
      ) : (
        <DataTable
          caption={title}
          plain
          firstCellIsHeader
          head={[
            { text: t('reports.workload.worker') },
            { text: t('reports.workload.cases') },
            { text: t('reports.workload.high-risk') },
            { text: t('reports.workload.serving') },
            { text: t('reports.workload.late') },
          ]}
          rows={workload.workers.map(({ displayName, openCases, highRisk, serving, late }) => [
            { text: displayName },
            { text: <MiniBar value={openCases} max={most} text={format.number(openCases)} /> },
            { text: format.number(highRisk) },
            { text: format.number(serving) },
            { text: late > 0 ? <strong>{format.number(late)}</strong> : format.number(late) },
          ])}
        />
      )}
      <p>
        {t('reports.workload.unclaimed', {
          count: workload.unclaimed,
          late: workload.unclaimedLate,
        })}
      </p>
    </Card>
  )
}

export const UnitReportPage = ({ report, coordinatesToo }: UnitReportView) => {
  const { t, format } = usePage()
  return (
    <Layout title={t('reports.title')}>
      <PageHeader
        title={report.unitName}
        meta={[
          t('reports.weeks-until', { date: format.plainDate(report.since) }),
          t('reports.as-of', { time: format.dateTime(report.asOf) }),
          t('reports.no-person'),
        ]}
        actions={
          coordinatesToo && (
            <Button variant="secondary" href="/reports/area">
              {t('reports.area.all-provinces')}
            </Button>
          )
        }
      />
      <Figures report={report} />
      <Pair>
        <Weeks report={report} />
        <Answers report={report} />
      </Pair>
      <WorkloadTable report={report} />
      <Definitions
        hours={report.promisedHours}
        which={[
          'as-of',
          'weeks',
          'accepted',
          'returned',
          'lapsed',
          'late',
          'in-time',
          'median',
          'cases',
        ]}
      />
    </Layout>
  )
}
