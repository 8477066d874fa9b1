import { Button, Card, Form, StatusTag, WarningText } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { Section } from '../../../platform/access/sections.js'
import { phraseOf } from '../../cases/index.js'
import { isUnderWay } from '../domain/referral-status.js'
import type { OneReferral } from '../use-cases/read-referral.js'
import type { StopNoticeView } from '../use-cases/sharing-life.js'

type Part = Pick<OneReferral, 'referral' | 'side' | 'life'>

const useNamed = (): ((some: readonly Section[]) => string) => {
  const { t, format } = usePage()
  return (some) =>
    phraseOf(
      format,
      some.map((section) => t(`code.section.${section}`)),
    )
}

const isPending = ({ side, life }: Part, { acknowledgedAt }: StopNoticeView): boolean =>
  acknowledgedAt === null && (side === 'receiver' || life.byPhone !== null)

/** What the receiver has yet to stop, or has to be told by phone: said before anything else. */
export const PendingStops = ({ view }: { view: Part }) => (
  <>
    {view.life.notices
      .filter((notice) => isPending(view, notice))
      .map((notice) =>
        view.side === 'receiver' ? (
          <ToStop notice={notice} referralId={view.referral.id} />
        ) : (
          <ToCall notice={notice} view={view} />
        ),
      )}
  </>
)

/** What the receiver was told to stop, and who of them understood it. */
export const StopNotices = ({ view }: { view: Part }) => (
  <>
    {view.life.notices
      .filter((notice) => !isPending(view, notice))
      .map((notice) =>
        view.side === 'receiver' ? (
          <ToStop notice={notice} referralId={view.referral.id} />
        ) : (
          <Told notice={notice} view={view} />
        ),
      )}
  </>
)

const ToStop = ({ notice, referralId }: { notice: StopNoticeView; referralId: string }) => {
  const { t, format } = usePage()
  const named = useNamed()
  const { acknowledgedAt } = notice
  return (
    <Card
      title={t('referrals.stop.title')}
      tag={
        acknowledgedAt === null ? (
          <StatusTag tone="danger" dot>
            {t('referrals.stop.new')}
          </StatusTag>
        ) : undefined
      }
    >
      <WarningText>
        {t(`code.stop.${notice.why}`)}.{' '}
        {t('referrals.stop.lost', { sections: named(notice.sections) })}
      </WarningText>
      <ul class="govuk-list govuk-list--bullet">
        <li>{t('referrals.stop.1')}</li>
        <li>{t('referrals.stop.2')}</li>
        <li>{t('referrals.stop.3')}</li>
        <li>{t('referrals.stop.4')}</li>
      </ul>
      {acknowledgedAt === null ? (
        <Form action={`/referrals/${referralId}/stop/${notice.id}`}>
          <Button preventDoubleClick>{t('referrals.stop.understood')}</Button>
          <p class="govuk-hint">{t('referrals.stop.understood.hint')}</p>
        </Form>
      ) : (
        <p>
          {t('referrals.stop.said', {
            name: notice.acknowledgedByName ?? '',
            at: format.dateTime(acknowledgedAt),
          })}
        </p>
      )}
    </Card>
  )
}

// The sender's own task: nobody there reads anything here.
const ToCall = ({ notice, view: { referral, life } }: { notice: StopNoticeView; view: Part }) => {
  const { t } = usePage()
  const named = useNamed()
  const unit = referral.toUnitName ?? ''
  const phone = life.byPhone?.phone ?? null
  return (
    <Card
      title={t('referrals.stop.call.title')}
      tag={
        <StatusTag tone="danger" dot>
          {t('referrals.stop.call.new')}
        </StatusTag>
      }
    >
      <WarningText>
        {t(`code.stop.${notice.why}`)}.{' '}
        {t('referrals.stop.lost', { sections: named(notice.sections) })}
      </WarningText>
      <p>
        {phone === null
          ? t('referrals.stop.call.no-number', { unit })
          : t('referrals.stop.call', { unit, phone })}
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <li>{t('referrals.stop.call.1')}</li>
        <li>{t('referrals.stop.call.2')}</li>
        <li>{t('referrals.stop.call.3')}</li>
      </ul>
      {life.byPhone?.mayTell === true && (
        <Form action={`/referrals/${referral.id}/stop/${notice.id}/told`}>
          <Button preventDoubleClick>{t('referrals.stop.call.done')}</Button>
          <p class="govuk-hint">{t('referrals.stop.call.done.hint')}</p>
        </Form>
      )}
    </Card>
  )
}

const Told = ({ notice, view: { referral, life } }: { notice: StopNoticeView; view: Part }) => {
  const { t, format } = usePage()
  const named = useNamed()
  const unit = referral.toUnitName ?? ''
  return (
    <Card title={t('referrals.stop.told.title')} size="small">
      <p>
        {t(`code.stop.${notice.why}`)}.{' '}
        {t('referrals.stop.lost', { sections: named(notice.sections) })}
      </p>
      {life.byPhone === null ? (
        <p>
          {t('referrals.stop.told', { unit, at: format.dateTime(notice.toldAt) })}{' '}
          {notice.acknowledgedAt === null
            ? t('consents.notice.waiting')
            : t('consents.notice.understood', {
                name: notice.acknowledgedByName ?? '',
                at: format.dateTime(notice.acknowledgedAt),
              })}
        </p>
      ) : (
        <p>
          {t('referrals.stop.call.said', {
            unit,
            name: notice.acknowledgedByName ?? '',
            at: notice.acknowledgedAt === null ? '' : format.dateTime(notice.acknowledgedAt),
          })}
        </p>
      )}
    </Card>
  )
}

/** To show more, or to ask to see more; and what was answered. */
export const MoreSharing = ({ view }: { view: Part }) => {
  const { t, format } = usePage()
  const named = useNamed()
  const { referral, life } = view
  const open = life.requests.find(({ answer }) => answer === null)
  const last = life.requests.find(({ answer }) => answer !== null)
  if (!isUnderWay(referral.status)) return null
  const isSilent = open === undefined && last?.answer !== 'declined'
  if (isSilent && !life.mayShareMore && !life.mayAskForMore) return null
  return (
    <Card title={t('referrals.more.title')}>
      {open !== undefined && (
        <p>
          {t('referrals.more.asked', {
            name: open.askedByName,
            at: format.dateTime(open.askedAt),
            sections: named(open.sections),
          })}{' '}
          {open.reason}
        </p>
      )}
      {open === undefined && last?.answer === 'declined' && (
        <p>
          {t('referrals.more.declined', {
            name: last.answeredByName ?? '',
            sections: named(last.sections),
          })}{' '}
          {last.answerText}
        </p>
      )}
      <div class="govuk-button-group">
        {life.mayShareMore && (
          <Button
            href={`/referrals/${referral.id}/share-more`}
            variant={open === undefined ? 'secondary' : undefined}
          >
            {t(open === undefined ? 'referrals.more.share' : 'referrals.more.answer')}
          </Button>
        )}
        {life.mayAskForMore && open === undefined && (
          <Button href={`/referrals/${referral.id}/ask-for-more`} variant="secondary">
            {t('referrals.more.ask')}
          </Button>
        )}
      </div>
    </Card>
  )
}
