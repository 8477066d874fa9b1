import {
  Button,
  Card,
  CaseTabs,
  EmptyState,
  Form,
  Layout,
  PageHeader,
  Pagination,
  StatCard,
  StatCards,
  StatusTag,
  SummaryList,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { coordinationDeeds, type CoordinationDeed, type LateList } from '../domain/late.js'
import type { Escalations, LateRow } from '../use-cases/list-escalations.js'

/** A late referral in a list: its number, its units and its clock. */
export interface LateView extends Pick<
  LateRow,
  'id' | 'number' | 'service' | 'urgency' | 'clock' | 'escalatedAt'
> {
  readonly from: string
  readonly to: string
  /** Milliseconds. */
  readonly lateBy: number
}

/** For coordinators: what was done about it, and what can be. */
interface EscalatedView extends LateView {
  readonly deed: CoordinationDeed | null
  readonly deedAt: Date | null
  readonly mayRemind: boolean
}

/** For supervisors: who is waited for. */
interface LateOfUnitView extends LateView {
  readonly href: string
  readonly waitsFor: string | null
  readonly escalationLevel: 'supervisor' | 'coordination' | null
}

interface EscalationsView {
  readonly lists: readonly LateList[]
  readonly list: LateList
  readonly figures: Pick<Escalations, 'provinceName' | 'total' | 'units' | 'byClock'> | null
  readonly rows: readonly (EscalatedView | LateOfUnitView)[]
  readonly firstHref: string | undefined
  readonly nextHref: string | undefined
}

/** Who waits too long, the longest first. */
export const EscalationsPage = (view: EscalationsView) => {
  const { t } = usePage()
  const { lists, list, figures, rows, firstHref, nextHref } = view
  const title = t('escalations.title')
  return (
    <Layout title={title}>
      <PageHeader
        title={title}
        meta={[
          figures !== null &&
            (figures.provinceName === null
              ? t('escalations.country')
              : t('escalations.province', { province: figures.provinceName })),
        ]}
      />
      {lists.length > 1 && (
        <CaseTabs
          label={t('escalations.lists')}
          items={lists.map((one) => ({
            href: `/escalations?list=${one}`,
            text: t(`escalations.list.${one}`),
            current: one === list,
          }))}
        />
      )}
      {figures !== null && <Figures figures={figures} />}
      <p>
        {t(`escalations.${list}.lead`)}{' '}
        <a class="govuk-link" href="/calendar">
          {t('calendar.link')}
        </a>
      </p>
      {rows.length === 0 ? (
        <EmptyState title={t('escalations.none')}>{t(`escalations.${list}.none`)}</EmptyState>
      ) : (
        rows.map((row) => <Row row={row} />)
      )}
      {(firstHref !== undefined || nextHref !== undefined) && (
        <Pagination
          classes="ba-pager"
          items={[]}
          previous={
            firstHref === undefined
              ? undefined
              : { href: firstHref, text: t('referrals.first-page') }
          }
          next={nextHref === undefined ? undefined : { href: nextHref }}
        />
      )}
    </Layout>
  )
}

const Figures = ({ figures }: { figures: NonNullable<EscalationsView['figures']> }) => {
  const { t, format } = usePage()
  return (
    <StatCards>
      <StatCard
        label={t('escalations.total')}
        value={format.number(figures.total)}
        note={t('escalations.units', { count: figures.units })}
        alert={figures.total > 0}
      />
      {figures.byClock.map(({ clock, count }) => (
        <StatCard label={t(`escalations.clock.${clock}`)} value={format.number(count)} />
      ))}
    </StatCards>
  )
}

const Row = ({ row }: { row: EscalatedView | LateOfUnitView }) => {
  const { t, format } = usePage()
  return (
    <Card
      size="small"
      title={row.number}
      tag={
        <StatusTag tone="danger" dot={row.urgency === 'emergency'}>
          {t('common.clock.overdue', { duration: format.duration(row.lateBy) })}
        </StatusTag>
      }
      action={
        'href' in row
          ? {
              href: row.href,
              text: (
                <>
                  {t('escalations.open')}
                  <span class="govuk-visually-hidden"> {row.number}</span>
                </>
              ),
            }
          : undefined
      }
    >
      <SummaryList
        rows={[
          { key: t('escalations.field.clock'), value: t(`escalations.clock.${row.clock}`) },
          { key: t('referrals.column.from'), value: row.from },
          { key: t('referrals.column.to'), value: row.to },
          {
            key: t('referrals.column.service'),
            value: `${t(`code.service.${row.service}`)}, ${t(`code.urgency.${row.urgency}`)}`,
          },
          ...('href' in row ? ofUnit(row, t) : []),
          row.escalatedAt !== null && {
            key: t('escalations.field.since'),
            value: format.dateTime(row.escalatedAt),
          },
          'deed' in row &&
            row.deed !== null && {
              key: t('escalations.field.deed'),
              value: t(`escalations.done.${row.deed}`, {
                time: row.deedAt === null ? '' : format.dateTime(row.deedAt),
              }),
            },
        ]}
      />
      {'deed' in row && <Deeds row={row} />}
    </Card>
  )
}

const ofUnit = (row: LateOfUnitView, t: ReturnType<typeof usePage>['t']) => [
  {
    key: t('escalations.field.waits-for'),
    value: row.waitsFor ?? t('escalations.desk-of', { unit: row.to }),
  },
  row.escalationLevel !== null && {
    key: t('referrals.told.title'),
    value: t(`code.escalation.${row.escalationLevel}`),
  },
]

const Deeds = ({ row }: { row: EscalatedView }) => {
  const { t } = usePage()
  return (
    <div class="govuk-button-group">
      {coordinationDeeds
        .filter((deed) => deed !== 'reminded' || row.mayRemind)
        .map((deed) => (
          <Form action={`/escalations/${row.id}/${deed}`}>
            <Button variant={deed === 'reminded' ? undefined : 'secondary'} preventDoubleClick>
              {t(`escalations.do.${deed}`)}
              <span class="govuk-visually-hidden"> ({row.number})</span>
            </Button>
          </Form>
        ))}
    </div>
  )
}
