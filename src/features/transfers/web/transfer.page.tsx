import {
  Button,
  Card,
  Columns,
  Form,
  InsetText,
  Layout,
  PageHeader,
  Select,
  StatusTag,
  Timeline,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { isSentence } from '../../../ui/translate.js'
import { SafeContactNote } from '../../cases/index.js'
import { SharedSections, UrgencyTag } from '../../referrals/index.js'
import type { OneTransfer } from '../use-cases/read-transfer.js'
import { PreviewRows, type PreviewView } from './preview-rows.js'
import { reasonOfTransfer, toneOfTransfer } from './transfer-words.js'

export interface TransferView extends Omit<OneTransfer, 'preview'> {
  /** While it is offered. */
  readonly preview: PreviewView | null
  /** Last day on which something is kept. */
  readonly keptLastDay: Date | null
  readonly readerId: string
  readonly readerIsCaseworker: boolean
}

/** One transfer: who acts now, what is offered, what can be done, and the receipt that stays. */
export const TransferPage = (view: TransferView) => {
  const { t } = usePage()
  const { transfer, side, caseNumber, hasCase, safeContact, kept } = view
  const title = t('transfers.one.title', { number: transfer.number })
  const direction = side === 'to' ? 'in' : 'out'
  const { status } = transfer
  return (
    <Layout
      title={title}
      breadcrumbs={[
        { text: t(`transfers.title.${direction}`), href: `/transfers?direction=${direction}` },
        { text: transfer.number },
      ]}
    >
      <PageHeader
        title={title}
        tag={
          <>
            <StatusTag tone={toneOfTransfer[status]} dot={status === 'expired'}>
              {t(`code.transfer-status.${status}`)}
            </StatusTag>{' '}
            <UrgencyTag urgency={status === 'offered' ? transfer.urgency : null} />
          </>
        }
        meta={[
          t('transfers.one.from-to', { from: transfer.fromUnitName, to: transfer.toUnitName }),
          caseNumber !== null && (
            <>
              {t('transfers.one.case')}{' '}
              {hasCase ? (
                <a class="govuk-link" href={`/cases/${transfer.caseId}`}>
                  {caseNumber}
                </a>
              ) : (
                <strong>{caseNumber}</strong>
              )}
            </>
          ),
        ]}
      />
      <Columns
        notice={safeContact !== null && <SafeContactNote contact={safeContact} />}
        aside={<Waiting {...view} />}
      >
        {status === 'accepted' && side === 'from' && !hasCase && (
          <InsetText>
            {t('transfers.one.receipt', { number: caseNumber ?? '', to: transfer.toUnitName })}
          </InsetText>
        )}
        {view.preview !== null && (
          <Card title={t('transfers.one.preview')}>
            <PreviewRows {...view.preview} />
          </Card>
        )}
        <Moves {...view} />
        {kept !== null && (
          <>
            <SharedSections title={t('transfers.one.kept')} views={kept.content} />
            {view.keptLastDay !== null && <KeptUntil day={view.keptLastDay} />}
          </>
        )}
        <Card title={t('transfers.one.story')}>
          <Story {...view} />
        </Card>
      </Columns>
    </Layout>
  )
}

const KeptUntil = ({ day }: { readonly day: Date }) => {
  const { t, format } = usePage()
  return <InsetText>{t('transfers.one.kept.until', { date: format.date(day) })}</InsetText>
}

const Waiting = ({ transfer, leadName }: TransferView) => {
  const { t, format } = usePage()
  const { status, fromUnitName: from, toUnitName: to, endedAt, firstContactAt } = transfer
  const sentence = (): string => {
    if (status === 'offered') return t('transfers.one.waiting.offered', { from, to })
    if (status !== 'accepted' || endedAt === null) return t('transfers.one.waiting.stays', { from })
    return firstContactAt === null
      ? t('transfers.one.waiting.accepted', { to, date: format.date(endedAt) })
      : t('transfers.one.waiting.contacted', { to, date: format.date(firstContactAt) })
  }
  return (
    <Card title={t('transfers.one.waiting')} size="small">
      <p>{sentence()}</p>
      {leadName !== null && <p>{t('transfers.one.waiting.lead', { name: leadName })}</p>}
      {status === 'offered' && (
        <p>
          {t('transfers.one.due')} <strong>{format.dayAndTime(transfer.answerDueAt)}</strong>
          <br />
          {t('transfers.one.expires')} <strong>{format.dayAndTime(transfer.expiresAt)}</strong>
        </p>
      )}
    </Card>
  )
}

const Moves = (view: TransferView) => {
  const { t } = usePage()
  const { transfer, moves, side, hasCase } = view
  const path = `/transfers/${transfer.id}`
  const mayTryAnother =
    side === 'from' && hasCase && ['rejected', 'expired', 'withdrawn'].includes(transfer.status)
  const leadsOn = transfer.status === 'accepted' && hasCase
  if (moves.length === 0 && !mayTryAnother && !leadsOn) return null
  return (
    <Card title={t('transfers.one.moves')}>
      {moves.includes('accept') && (
        <Form action={`${path}/accept`} version={transfer.version} classes="govuk-form-group">
          <Lead {...view} />
          <p class="govuk-hint">{t('transfers.accept.hint')}</p>
          <Button preventDoubleClick>{t('transfers.move.accept')}</Button>
        </Form>
      )}
      {moves.includes('contact') && (
        <Form action={`${path}/contact`} version={transfer.version} classes="govuk-form-group">
          <p class="govuk-hint">{t('transfers.move.contact.hint')}</p>
          <Button preventDoubleClick>{t('transfers.move.contact')}</Button>
        </Form>
      )}
      <div class="govuk-button-group">
        {moves.includes('reject') && (
          <Button href={`${path}/reject`} variant="secondary">
            {t('transfers.move.reject')}
          </Button>
        )}
        {moves.includes('withdraw') && (
          <Button href={`${path}/withdraw`} variant="secondary">
            {t('transfers.move.withdraw')}
          </Button>
        )}
        {leadsOn && (
          <Button href={`/cases/${transfer.caseId}`} variant="secondary">
            {t('transfers.one.open-case')}
          </Button>
        )}
        {mayTryAnother && (
          <Button href={`/cases/${transfer.caseId}/transfer`}>
            {t('transfers.one.try-another')}
          </Button>
        )}
      </div>
    </Card>
  )
}

// A caseworker takes the case on; who supervises names somebody.
const Lead = ({ leads, readerId, readerIsCaseworker }: TransferView) => {
  const { t } = usePage()
  if (leads.length === 0) return null
  return (
    <Select
      name="leadId"
      label={{ text: t('transfers.accept.lead'), classes: 'govuk-label--s' }}
      value={readerIsCaseworker ? readerId : ''}
      items={[
        { value: '', text: t('transfers.accept.lead.choose') },
        ...leads.map(({ id, displayName }) => ({
          value: id,
          text:
            id === readerId
              ? t('transfers.accept.lead.myself', { name: displayName })
              : displayName,
        })),
      ]}
    />
  )
}

const Story = ({ story, suggestedUnitName }: TransferView) => {
  const { t, format } = usePage()
  const titleOf = (kind: string): string => {
    const key = `transfers.story.${kind}`
    return t(isSentence(key) ? key : 'transfers.story.other')
  }
  return (
    <Timeline
      items={[...story].reverse().map(({ kind, at, byName, byUnitName, reason, note }) => {
        const sentence = reasonOfTransfer(kind, reason)
        const text = [
          sentence === null ? null : t('transfers.one.reason', { reason: t(sentence) }),
          note,
          kind === 'rejected' && suggestedUnitName !== null
            ? t('transfers.one.suggested', { unit: suggestedUnitName })
            : null,
        ].filter((part) => part !== null)
        return {
          title: titleOf(kind),
          at: format.dayAndTime(at),
          by:
            [byName, byUnitName].filter((part) => part !== null).join(', ') ||
            t('transfers.story.system'),
          text: text.length === 0 ? null : text.join('. '),
          strong: kind === 'rejected' || kind === 'expired',
        }
      })}
    />
  )
}
