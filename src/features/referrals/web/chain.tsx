import { Card, DataTable } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { ChainLink } from '../use-cases/read-referral.js'
import { StatusOf } from './due-clock.js'
import { reasonSentence } from './reason-words.js'
import { statusViewOf } from './referral-due.js'

interface ChainProps {
  readonly chain: readonly ChainLink[]
  /** The one whose page this is. */
  readonly currentId: string
}

/** Every attempt to find help for one need: where it was sent, and what came of it. */
export const Chain = ({ chain, currentId }: ChainProps) => {
  const { t, format } = usePage()
  if (chain.length < 2) return null
  return (
    <Card title={t('referrals.chain.title')}>
      <p>{t('referrals.chain.lead', { count: chain.length })}</p>
      <DataTable
        plain
        caption={t('referrals.chain.title')}
        firstCellIsHeader
        head={[
          { text: t('referrals.column.referral') },
          { text: t('referrals.column.to') },
          { text: t('referrals.column.status') },
          { text: t('referrals.chain.reason') },
          { text: t('referrals.chain.since') },
        ]}
        rows={chain.map((link) => [
          { text: <Number link={link} isCurrent={link.id === currentId} /> },
          { text: link.unitName ?? t('referrals.no-unit-yet') },
          { text: <StatusOf status={statusViewOf({ ...link, claimedBy: null }, 'sender')} /> },
          { text: <Reason link={link} /> },
          { text: format.shortDate(link.endedAt ?? link.sentAt ?? link.createdAt) },
        ])}
      />
    </Card>
  )
}

const Number = ({ link, isCurrent }: { link: ChainLink; isCurrent: boolean }) => {
  const { t } = usePage()
  if (!isCurrent)
    return (
      <a class="govuk-link" href={`/referrals/${link.id}`}>
        {link.number}
      </a>
    )
  return (
    <>
      <strong aria-current="true">{link.number}</strong>
      <br />
      <span class="ba-clock__note">{t('referrals.chain.this-one')}</span>
    </>
  )
}

const Reason = ({ link }: { link: ChainLink }) => {
  const { t } = usePage()
  const sentence = reasonSentence(link.status, link.reason)
  return <>{sentence === null ? t('referrals.chain.no-reason') : t(sentence)}</>
}
