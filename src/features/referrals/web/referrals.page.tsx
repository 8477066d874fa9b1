import {
  CaseTabs,
  DataTable,
  EmptyState,
  FilterPanel,
  Layout,
  PageHeader,
  Pagination,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { isSentence, type Translate } from '../../../ui/translate.js'
import {
  directions,
  mostCounted,
  type DeskCount,
  type LaneCounts,
  type ListedReferral,
} from '../use-cases/list-referrals.js'
import { isOpen, isUnderWay } from '../domain/referral-status.js'
import { DueClock, StatusOf, UrgencyTag } from './due-clock.js'
import { chipsOf, ListFilters } from './list-filters.js'
import type { ReferralFilter } from './referral-filter.js'
import type { DueView, StatusView } from './referral-due.js'

interface ListedView {
  readonly row: ListedReferral
  readonly status: StatusView
  readonly due: DueView
}

export interface ReferralsView {
  readonly filter: ReferralFilter
  readonly rows: readonly ListedView[]
  /** Of the desk; null in the outbox. */
  readonly desk: (DeskCount & { readonly lanes: LaneCounts }) | null
  readonly firstHref: string | undefined
  readonly nextHref: string | undefined
}

const wordsOf = (t: Translate, list: string, code: string | null): string | null => {
  const key = `code.${list}.${code ?? ''}`
  return isSentence(key) ? t(key) : null
}

const Service = ({ row }: { row: ListedReferral }) => {
  const { t } = usePage()
  const person = [wordsOf(t, 'sex', row.sex), wordsOf(t, 'age-band', row.ageBand)]
  return (
    <>
      {row.service === null ? t('referrals.no-service-yet') : t(`code.service.${row.service}`)}
      <br />
      <span class="ba-clock__note">{person.filter((part) => part !== null).join(', ')}</span>
    </>
  )
}

const handOf = (t: Translate, row: ListedReferral): string | null => {
  const name = row.status === 'requested' ? row.claimedByName : row.handlerName
  if (name === null || !isOpen(row.status)) return null
  if (row.isOrphaned) return t('referrals.away', { name })
  return t(row.status === 'requested' ? 'referrals.claimed-by' : 'referrals.handled-by', { name })
}

// Who has it, and what stands in the way: a line each under the state.
const InWhoseHands = ({ row, isInbox }: { row: ListedReferral; isInbox: boolean }) => {
  const { t } = usePage()
  const lines = [
    isInbox ? handOf(t, row) : null,
    row.questionAt !== null && isOpen(row.status)
      ? t(isInbox ? 'referrals.question.waits' : 'referrals.question.asked-of-us')
      : null,
    row.cancelAskedAt !== null && isUnderWay(row.status) ? t('referrals.cancel-asked') : null,
  ]
  return (
    <>
      {lines
        .filter((line) => line !== null)
        .map((line) => (
          <>
            <br />
            <span class="ba-clock__note">{line}</span>
          </>
        ))}
    </>
  )
}

const Rows = ({ filter, rows }: ReferralsView) => {
  const { t } = usePage()
  const isInbox = filter.direction === 'in'
  return (
    <DataTable
      caption={t(`referrals.${filter.direction}.title`)}
      firstCellIsHeader
      head={[
        { text: t('referrals.column.referral') },
        { text: t('referrals.column.service') },
        { text: t(isInbox ? 'referrals.column.from' : 'referrals.column.to') },
        { text: t('referrals.column.status') },
        { text: t('referrals.column.due') },
      ]}
      rows={rows.map(({ row, status, due }) => [
        {
          text: (
            <>
              <a class="govuk-link" href={`/referrals/${row.id}`}>
                {row.number}
              </a>{' '}
              <UrgencyTag urgency={row.urgency} />
            </>
          ),
        },
        { text: <Service row={row} /> },
        { text: isInbox ? row.fromUnitName : (row.toUnitName ?? t('referrals.no-unit-yet')) },
        {
          text: (
            <>
              <StatusOf status={status} />
              <InWhoseHands row={row} isInbox={isInbox} />
            </>
          ),
        },
        { text: <DueClock due={due} /> },
      ])}
    />
  )
}

const Results = (view: ReferralsView) => {
  const { t } = usePage()
  const { filter, rows, firstHref, nextHref } = view
  const isNarrowed =
    filter.statuses.length > 0 ||
    [filter.urgency, filter.service, filter.number, filter.lane].some((part) => part !== undefined)
  if (rows.length === 0)
    return isNarrowed ? (
      <EmptyState title={t('referrals.none-found.title')}>
        {t('referrals.none-found.text')}
      </EmptyState>
    ) : (
      <EmptyState title={t(`referrals.${filter.direction}.empty.title`)}>
        {t(`referrals.${filter.direction}.empty.text`)}
      </EmptyState>
    )
  return (
    <>
      <Rows {...view} />
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
    </>
  )
}

/** What came to the unit's desk, or what was sent from it: previews without a name. */
export const ReferralsPage = (view: ReferralsView) => {
  const { t } = usePage()
  const { filter, desk } = view
  const title = t(`referrals.${filter.direction}.title`)
  return (
    <Layout title={title}>
      <PageHeader
        title={title}
        meta={[
          desk &&
            t('referrals.in.summary', {
              waiting: desk.waiting,
              overdue: desk.overdue,
              more: desk.waiting >= mostCounted ? t('referrals.count.more') : '',
            }),
          desk && (
            <a class="govuk-link" href="/account/absence">
              {t('referrals.absences')}
            </a>
          ),
        ]}
      />
      <CaseTabs
        label={t('referrals.directions')}
        items={[
          ...directions.map((direction) => ({
            href: `/referrals?direction=${direction}`,
            text: t(`referrals.${direction}.tab`),
            current: direction === filter.direction,
          })),
          { href: '/transfers', text: t('transfers.link'), current: false },
        ]}
      />
      <FilterPanel
        action="/referrals"
        chips={chipsOf(t, filter)}
        clearHref={`/referrals?direction=${filter.direction}`}
        results={<Results {...view} />}
      >
        <ListFilters filter={filter} lanes={desk?.lanes ?? null} />
      </FilterPanel>
    </Layout>
  )
}
