import {
  Button,
  CaseTabs,
  DataTable,
  EmptyState,
  Layout,
  PageHeader,
  Pagination,
  StatusTag,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { Direction, TransferLine } from '../use-cases/list-transfers.js'
import { toneOfTransfer } from './transfer-words.js'
import { UrgencyTag } from '../../referrals/index.js'

/** The lists that stand side by side. */
export const TransferTabs = ({ current }: { readonly current: Direction | 'asks' }) => {
  const { t } = usePage()
  return (
    <CaseTabs
      label={t('transfers.tabs')}
      items={[
        { href: '/referrals?direction=in', text: t('referrals.in.tab'), current: false },
        { href: '/referrals?direction=out', text: t('referrals.out.tab'), current: false },
        ...(['in', 'out', 'asks'] as const).map((tab) => ({
          href: tab === 'asks' ? '/transfers/asks' : `/transfers?direction=${tab}`,
          text: t(`transfers.tab.${tab}`),
          current: tab === current,
        })),
      ]}
    />
  )
}

export interface TransfersView {
  readonly direction: Direction
  readonly rows: readonly TransferLine[]
  readonly firstHref: string | undefined
  readonly nextHref: string | undefined
}

/** What was offered to the unit, or handed over by it: numbers, units and dates. */
export const TransfersPage = ({ direction, rows, firstHref, nextHref }: TransfersView) => {
  const { t } = usePage()
  const title = t(`transfers.title.${direction}`)
  return (
    <Layout title={title}>
      <PageHeader
        title={title}
        actions={
          <Button href="/transfers/ask" variant="secondary">
            {t('transfers.ask.link')}
          </Button>
        }
      />
      <TransferTabs current={direction} />
      {rows.length === 0 ? (
        <EmptyState title={t(`transfers.${direction}.empty.title`)}>
          {t(`transfers.${direction}.empty.text`)}
        </EmptyState>
      ) : (
        <>
          <Rows direction={direction} rows={rows} title={title} />
          {(firstHref !== undefined || nextHref !== undefined) && (
            <Pagination
              classes="ba-pager"
              items={[]}
              previous={
                firstHref === undefined
                  ? undefined
                  : { href: firstHref, text: t('transfers.list.first') }
              }
              next={nextHref === undefined ? undefined : { href: nextHref }}
            />
          )}
        </>
      )}
    </Layout>
  )
}

const Rows = ({
  direction,
  rows,
  title,
}: Pick<TransfersView, 'direction' | 'rows'> & { readonly title: string }) => {
  const { t, format } = usePage()
  const when = ({ status, answerDueAt, endedAt }: TransferLine): string => {
    if (endedAt === null)
      return t('transfers.list.due', { date: format.shortDateTime(answerDueAt) })
    const date = format.shortDate(endedAt)
    return t(status === 'accepted' ? 'transfers.list.moved' : 'transfers.list.ended', { date })
  }
  return (
    <DataTable
      caption={title}
      firstCellIsHeader
      head={[
        { text: t('transfers.column.number') },
        { text: t('transfers.column.case') },
        { text: t(direction === 'in' ? 'transfers.column.from' : 'transfers.column.to') },
        { text: t('transfers.column.status') },
        { text: t('transfers.column.when') },
      ]}
      rows={rows.map((row) => [
        {
          text: (
            <>
              <a class="govuk-link" href={`/transfers/${row.id}`}>
                {row.number}
              </a>{' '}
              <UrgencyTag urgency={row.status === 'offered' ? row.urgency : null} />
            </>
          ),
        },
        { text: row.caseNumber ?? '–' },
        { text: direction === 'in' ? row.fromUnitName : row.toUnitName },
        {
          text: (
            <>
              <StatusTag tone={toneOfTransfer[row.status]} dot={row.status === 'expired'}>
                {t(`code.transfer-status.${row.status}`)}
              </StatusTag>
              {row.firstContactAt !== null && (
                <>
                  <br />
                  <span class="ba-clock__note">{t('transfers.list.contacted')}</span>
                </>
              )}
            </>
          ),
        },
        { text: when(row) },
      ])}
    />
  )
}
