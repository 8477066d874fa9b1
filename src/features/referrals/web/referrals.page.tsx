import {
  CaseTabs,
  Checkboxes,
  DataTable,
  EmptyState,
  FilterPanel,
  Input,
  Layout,
  PageHeader,
  Pagination,
  Radios,
  Select,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { isSentence, type Translate } from '../../../ui/translate.js'
import { serviceTypes } from '../../directory/index.js'
import { urgencies } from '../domain/urgency.js'
import {
  directions,
  listedStatuses,
  mostCounted,
  type DeskCount,
  type ListedReferral,
} from '../use-cases/list-referrals.js'
import { DueClock, StatusOf, UrgencyTag } from './due-clock.js'
import { listPath, type ReferralFilter } from './referral-filter.js'
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
  readonly desk: DeskCount | null
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
              {isInbox && row.status === 'requested' && row.claimedByName !== null && (
                <>
                  <br />
                  <span class="ba-clock__note">
                    {t('referrals.claimed-by', { name: row.claimedByName })}
                  </span>
                </>
              )}
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
    [filter.urgency, filter.service, filter.number].some((part) => part !== undefined)
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

const Filters = ({ filter }: { filter: ReferralFilter }) => {
  const { t } = usePage()
  const statuses = listedStatuses(filter.direction).filter(
    (status) => status !== 'entered_in_error',
  )
  return (
    <>
      <input type="hidden" name="direction" value={filter.direction} />
      <Input
        label={t('referrals.filter.number')}
        name="number"
        value={filter.number}
        spellcheck={false}
        autocomplete="off"
      />
      <Checkboxes
        name="status"
        classes="govuk-checkboxes--small"
        fieldset={{ legend: t('referrals.filter.status') }}
        values={filter.statuses}
        items={statuses.map((status) => ({ value: status, text: t(`code.status.${status}`) }))}
      />
      <Radios
        name="urgency"
        classes="govuk-radios--small"
        fieldset={{ legend: t('referrals.filter.urgency') }}
        value={filter.urgency}
        items={[
          {
            value: '',
            text: t('referrals.filter.any-urgency'),
            checked: filter.urgency === undefined,
          },
          ...urgencies.map((urgency) => ({ value: urgency, text: t(`code.urgency.${urgency}`) })),
        ]}
      />
      <Select
        label={t('referrals.filter.service')}
        name="service"
        value={filter.service}
        items={[
          { value: '', text: t('referrals.filter.any-service') },
          ...serviceTypes.map((service) => ({
            value: service,
            text: t(`code.service.${service}`),
          })),
        ]}
      />
    </>
  )
}

const chipsOf = (t: Translate, filter: ReferralFilter) => [
  ...filter.statuses.map((status) => ({
    text: t(`code.status.${status}`),
    removeHref: listPath({
      ...filter,
      statuses: filter.statuses.filter((other) => other !== status),
    }),
  })),
  ...(filter.urgency === undefined
    ? []
    : [
        {
          text: t(`code.urgency.${filter.urgency}`),
          removeHref: listPath({ ...filter, urgency: undefined }),
        },
      ]),
  ...(filter.service === undefined
    ? []
    : [
        {
          text: t(`code.service.${filter.service}`),
          removeHref: listPath({ ...filter, service: undefined }),
        },
      ]),
  ...(filter.number === undefined
    ? []
    : [{ text: filter.number, removeHref: listPath({ ...filter, number: undefined }) }]),
]

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
              ...desk,
              more: desk.waiting >= mostCounted ? t('referrals.count.more') : '',
            }),
        ]}
      />
      <CaseTabs
        label={t('referrals.directions')}
        items={directions.map((direction) => ({
          href: `/referrals?direction=${direction}`,
          text: t(`referrals.${direction}.tab`),
          current: direction === filter.direction,
        }))}
      />
      <FilterPanel
        action="/referrals"
        chips={chipsOf(t, filter)}
        clearHref={`/referrals?direction=${filter.direction}`}
        results={<Results {...view} />}
      >
        <Filters filter={filter} />
      </FilterPanel>
    </Layout>
  )
}
