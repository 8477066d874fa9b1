import { StatusTag, SummaryList, type Tone } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { LinkState } from '../domain/external-link.js'
import type { LinkStanding } from '../use-cases/read-link.js'

const tones: Readonly<Record<LinkState, Tone>> = {
  waiting: 'waiting',
  opened: 'good',
  answered: 'good',
  locked: 'danger',
  expired: 'returned',
  revoked: 'neutral',
}

/** How far a link has come. */
export const LinkTag = ({ state }: { readonly state: LinkState }) => {
  const { t } = usePage()
  return <StatusTag tone={tones[state]}>{t(`exchange.link.state.${state}`)}</StatusTag>
}

/** When it was made, opened and answered, when it ends, and how many wrong codes it still bears. */
export const LinkFacts = ({ link }: Pick<LinkStanding, 'link'>) => {
  const { t, format } = usePage()
  if (link === null) return <p class="govuk-body">{t('exchange.link.none')}</p>
  const when = (at: Date | null): string =>
    at === null ? t('exchange.link.not-yet') : format.dayAndTime(at)
  return (
    <SummaryList
      rows={[
        { key: t('exchange.link.state'), value: <LinkTag state={link.state} /> },
        { key: t('exchange.link.made'), value: when(link.createdAt) },
        { key: t('exchange.link.opened'), value: when(link.openedAt) },
        { key: t('exchange.link.answered'), value: when(link.answeredAt) },
        { key: t('exchange.link.expires'), value: when(link.expiresAt) },
        { key: t('exchange.link.tries-left'), value: String(link.triesLeft) },
      ]}
    />
  )
}
