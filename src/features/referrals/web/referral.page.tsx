import {
  Button,
  Card,
  Columns,
  Form,
  InsetText,
  Layout,
  PageHeader,
  SummaryList,
  Timeline,
  WarningText,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { isSentence, type Sentence } from '../../../ui/translate.js'
import { SafeContactNote } from '../../cases/index.js'
import type { VNode } from 'preact'
import { feedbackQuestions, needsFollowUp } from '../domain/outcomes.js'
import type { MoveName } from '../domain/open-moves.js'
import { isUnderWay } from '../domain/referral-status.js'
import type { OneReferral, StoryLine } from '../use-cases/read-referral.js'
import type { DeskPreviewView } from './desk-preview.view.js'
import { DeskPreviewRows } from './desk-preview-rows.js'
import { Chain } from './chain.js'
import { DueClock, StatusOf, UrgencyTag } from './due-clock.js'
import { reasonSentence } from './reason-words.js'
import type { DueView, StatusView } from './referral-due.js'
import { MoreSharing, PendingStops, StopNotices } from './sharing-life.js'
import { SharedSections } from './shared-sections.js'
import { SendAgain, Told } from './told.js'
import type { WaitingView } from './waiting.view.js'

export interface ReferralView extends Omit<OneReferral, 'preview'> {
  readonly preview: DeskPreviewView
  readonly status: StatusView
  readonly due: DueView
  readonly waiting: WaitingView
  /** Of the exchange with units that do not use the service. */
  readonly panel: VNode | null
}

/** One referral: who is waited for, what is asked, what is shared, what can be done, what happened. */
export const ReferralPage = (view: ReferralView) => {
  const { t } = usePage()
  const { referral, side, safeContact } = view
  const title = t('referrals.one.title', { number: referral.number })
  // Who is asked reads the need first, then decides.
  const isAsked = side === 'receiver' && referral.status === 'requested'
  const direction = side === 'sender' ? 'out' : 'in'
  return (
    <Layout
      title={title}
      breadcrumbs={[
        { text: t(`referrals.${direction}.title`), href: `/referrals?direction=${direction}` },
        { text: referral.number },
      ]}
    >
      <PageHeader
        title={title}
        tag={
          <>
            <StatusOf status={view.status} /> <UrgencyTag urgency={referral.urgency} />
          </>
        }
        meta={[
          referral.service && t(`code.service.${referral.service}`),
          t('referrals.one.from-to', {
            from: referral.fromUnitName,
            to: referral.toUnitName ?? t('referrals.no-unit-yet'),
          }),
          view.caseNumber !== null && (
            <>
              {t('referrals.one.case')}{' '}
              <a class="govuk-link" href={`/cases/${referral.caseId}`}>
                {view.caseNumber}
              </a>
            </>
          ),
        ]}
      />
      <Columns
        notice={
          safeContact !== null && <SafeContactNote contact={safeContact} answer={view.contactNow} />
        }
        aside={
          <>
            <Waiting {...view} />
            {side === 'receiver' && isUnderWay(referral.status) && (
              <p class="govuk-body">
                <a class="govuk-link" href={`/transfers/ask?referral=${referral.id}`}>
                  {t('transfers.case.ask')}
                </a>
              </p>
            )}
            {view.panel}
          </>
        }
      >
        <PendingStops view={view} />
        <FollowUp {...view} />
        <SendAgain {...view} />
        {!isAsked && <Moves {...view} />}
        <Card title={t('referrals.one.preview')}>
          <DeskPreviewRows preview={view.preview} />
        </Card>
        {isAsked && <Moves {...view} />}
        <StopNotices view={view} />
        <Sharing {...view} />
        <MoreSharing view={view} />
        <Outcome {...view} />
        <Chain chain={view.chain} currentId={referral.id} />
        <Card title={t('referrals.one.story')}>
          <Story story={view.story} />
        </Card>
      </Columns>
    </Layout>
  )
}

// The loop is closed, but the person is not safe or not helped: said first, with where to go on.
const FollowUp = ({ referral, side, feedback }: ReferralView) => {
  const { t } = usePage()
  if (side !== 'sender' || feedback === null || !needsFollowUp(feedback)) return null
  return (
    <Card title={t('referrals.one.moves')}>
      <WarningText>{t('referrals.confirm.follow-up')}</WarningText>
      <div class="govuk-button-group">
        <Button href={`/cases/${referral.caseId}/risk`}>{t('cases.facts.change-risk')}</Button>
        <Button
          href={`/cases/${referral.caseId}/referrals/new?after=${referral.id}`}
          variant="secondary"
        >
          {t('referrals.one.try-another')}
        </Button>
      </div>
    </Card>
  )
}

const Waiting = (view: ReferralView) => {
  const { waiting, due, referral } = view
  const { t, format } = usePage()
  return (
    <Card title={t('referrals.one.waiting')} size="small">
      <p>
        {t(waiting.sentence, {
          unit: waiting.unit,
          name: waiting.name ?? t('referrals.waiting.somebody'),
        })}
      </p>
      {due.kind === 'running' && <p>{t(`referrals.due.${due.what}`)}</p>}
      <DueClock due={due} />
      {referral.appointmentAt !== null && (
        <p>{t('referrals.appointment.is', { when: format.dayAndTime(referral.appointmentAt) })}</p>
      )}
      <Told {...view} />
    </Card>
  )
}

// Moves that need no words are one button; the others have a page that asks for them.
const atOnce = [
  'claim',
  'release',
  'take-over',
  'accept',
  'confirm-cancel',
  'start',
  'resume',
  'no-show',
] as const

const isAtOnce = (move: MoveName): move is (typeof atOnce)[number] =>
  atOnce.some((one) => one === move)

const hints: Partial<Record<MoveName, Sentence>> = {
  claim: 'referrals.move.claim.hint',
  release: 'referrals.move.release.hint',
  accept: 'referrals.move.accept.hint',
  'take-over': 'referrals.move.take-over.hint',
  'confirm-cancel': 'referrals.move.confirm-cancel.hint',
  'no-show': 'referrals.move.no-show.hint',
}

const Moves = ({ referral, moves, mayBeFollowed, chain, time }: ReferralView) => {
  const { t } = usePage()
  // Where the person is not safe, it stands with the warning; where another took its place, there.
  const mayTryAnother =
    mayBeFollowed &&
    referral.status !== 'confirmed' &&
    !chain.some(
      ({ supersedesId, status }) =>
        supersedesId === referral.id && status !== 'cancelled' && status !== 'entered_in_error',
    )
  if (moves.length === 0 && !mayTryAnother) return null
  const simple = moves.filter(isAtOnce)
  const worded = moves.filter((move) => !isAtOnce(move))
  const main = simple.includes('accept') ? 'accept' : simple[0]
  return (
    <Card title={t('referrals.one.moves')}>
      {simple.map((move) => {
        const hint = hints[move]
        return (
          <Form
            action={`/referrals/${referral.id}/${move}`}
            version={referral.version}
            classes="govuk-form-group"
          >
            <Button variant={move === main ? undefined : 'secondary'} preventDoubleClick>
              {t(`referrals.move.${move}`)}
            </Button>
            {hint !== undefined && <p class="govuk-hint">{t(hint)}</p>}
          </Form>
        )
      })}
      <div class="govuk-button-group">
        {worded.map((move, index) => (
          <Button
            href={`/referrals/${referral.id}/${move}`}
            variant={
              simple.length === 0 && index === 0 && move !== 'cancel' ? undefined : 'secondary'
            }
          >
            {t(`referrals.move.${move}`)}
          </Button>
        ))}
        {mayTryAnother && (
          <Button
            href={`/cases/${referral.caseId}/referrals/new?after=${referral.id}`}
            variant={time.nextUnits?.length ? 'secondary' : undefined}
          >
            {t('referrals.one.try-another')}
          </Button>
        )}
      </div>
    </Card>
  )
}

const Sharing = ({ sharing, side, referral }: ReferralView) => {
  const { t, format } = usePage()
  if (sharing === null)
    return side === 'receiver' && referral.answeredAt !== null && referral.status !== 'rejected' ? (
      <InsetText>{t('referrals.one.ended')}</InsetText>
    ) : null
  const { sections, content } = sharing
  if (content === null)
    return (
      <Card title={t('referrals.one.shared.sender')}>
        <p>
          {sections.length === 0
            ? t('referrals.one.shared.sender.none')
            : format.list(sections.map((section) => t(`code.section.${section}`)))}
        </p>
      </Card>
    )
  if (content.length === 0)
    return (
      <Card title={t('referrals.one.shared')}>
        <p>{t('referrals.one.shared.none')}</p>
      </Card>
    )
  return <SharedSections title={t('referrals.one.shared')} views={content} />
}

const Outcome = ({ referral, outcomeText, names, feedback }: ReferralView) => {
  const { t } = usePage()
  const rows = [
    referral.outcome !== null && {
      key: t('referrals.complete.outcome'),
      value: t(`code.outcome.${referral.outcome}`),
    },
    outcomeText !== null && { key: t('referrals.complete.text'), value: outcomeText },
    names.suggestedUnitName !== null && {
      key: t('referrals.one.suggested'),
      value: names.suggestedUnitName,
    },
    ...(feedback === null
      ? []
      : feedbackQuestions.map((question) => ({
          key: t(`code.feedback.${question}`),
          value: t(`code.feedback-answer.${feedback[question]}`),
        }))),
  ].filter((row) => row !== false)
  if (rows.length === 0) return null
  return (
    <Card title={t('referrals.one.outcome')}>
      <SummaryList rows={rows} />
    </Card>
  )
}

const Story = ({ story }: { story: readonly StoryLine[] }) => {
  const { t, format } = usePage()
  const titleOf = (kind: string): string => {
    const key = `referrals.story.${kind}`
    return t(isSentence(key) ? key : 'referrals.story.other')
  }
  const textOf = ({ kind, toStatus, reason, note }: StoryLine): string | null => {
    const clock = `code.clock.${reason}`
    if (toStatus === null && isSentence(clock))
      return t('referrals.story.of-clock', { clock: t(clock) })
    // What the sender asks to stop is not stopped yet: its reason is of the list it would lead to.
    const sentence = reasonSentence(kind === 'cancel-asked' ? 'cancelled' : toStatus, reason)
    const parts = [
      sentence === null ? null : t('referrals.one.reason', { reason: t(sentence) }),
      note,
    ].filter((part) => part !== null)
    return parts.length === 0 ? null : parts.join('. ')
  }
  return (
    <Timeline
      items={[...story].reverse().map((line) => ({
        title: titleOf(line.kind),
        at: format.dayAndTime(line.at),
        by:
          [line.byName, line.byUnitName].filter((part) => part !== null).join(', ') ||
          t('referrals.story.by-itself'),
        text: textOf(line),
        strong: ['rejected', 'failed', 'expired'].includes(line.kind),
      }))}
    />
  )
}
