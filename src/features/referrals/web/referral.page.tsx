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
import { inOneLine, type Alike } from './in-one-line.js'
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
  // Who is asked reads the need first, then decides; who waits has no need to be shown a way out first.
  const readsFirst = (side === 'receiver' && referral.status === 'requested') || !isTheirTurn(view)
  // Nobody there is told by itself: giving them the link comes first.
  const isOutside = referral.toUnitOnBenAn === false
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
        lead={<Waiting {...view} />}
        aside={
          <>
            <Told {...view} />
            {side === 'receiver' && isUnderWay(referral.status) && (
              <p class="govuk-body">
                <a class="govuk-link" href={`/transfers/ask?referral=${referral.id}`}>
                  {t('transfers.case.ask')}
                </a>
              </p>
            )}
            {!isOutside && view.panel}
          </>
        }
      >
        <PendingStops view={view} />
        <FollowUp {...view} />
        <SendAgain {...view} />
        {isOutside && view.panel}
        {!readsFirst && <Moves {...view} />}
        <Card title={t('referrals.one.preview')}>
          <DeskPreviewRows preview={view.preview} />
        </Card>
        {readsFirst && <Moves {...view} />}
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

const Waiting = ({ waiting, due, referral }: ReferralView) => {
  const { t, format } = usePage()
  return (
    <Card title={t('referrals.one.waiting')} size="small">
      <p>
        {t(waiting.sentence, {
          unit: waiting.unit,
          name: waiting.name ?? t('referrals.waiting.somebody'),
        })}
      </p>
      {due.kind === 'running' && <p>{t(`referrals.preview.${due.what}-due`)}</p>}
      <DueClock due={due} />
      {referral.appointmentAt !== null && (
        <p>{t('referrals.appointment.is', { when: format.dayAndTime(referral.appointmentAt) })}</p>
      )}
      {referral.status === 'requested' && referral.expiresAt !== null && (
        <p>{t('referrals.expires', { time: format.dateTime(referral.expiresAt) })}</p>
      )}
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

// What ends or undoes is never what the page proposes to do next.
const backsOut: ReadonlySet<MoveName> = new Set<MoveName>([
  'release',
  'no-show',
  'reject',
  'fail',
  'cancel',
  'ask-to-cancel',
  'enter-in-error',
])

const hints: Partial<Record<MoveName, Sentence>> = {
  claim: 'referrals.move.claim.hint',
  release: 'referrals.move.release.hint',
  accept: 'referrals.move.accept.hint',
  'take-over': 'referrals.move.take-over.hint',
  'confirm-cancel': 'referrals.move.confirm-cancel.hint',
  'no-show': 'referrals.move.no-show.hint',
}

// Where the person is not safe, it stands with the warning; where another took its place, there.
const mayTryAnotherUnit = ({ referral, mayBeFollowed, chain }: ReferralView): boolean =>
  mayBeFollowed &&
  referral.status !== 'confirmed' &&
  !chain.some(
    ({ supersedesId, status }) =>
      supersedesId === referral.id && status !== 'cancelled' && status !== 'entered_in_error',
  )

// Whether the reader has something to do, or waits for others.
const isTheirTurn = (view: ReferralView): boolean =>
  mayTryAnotherUnit(view) || view.moves.some((move) => !backsOut.has(move))

const Moves = (view: ReferralView) => {
  const { referral, moves, time } = view
  const { t } = usePage()
  const mayTryAnother = mayTryAnotherUnit(view)
  if (moves.length === 0 && !mayTryAnother) return null
  // What opens the sharing comes before what only says that somebody looks.
  const simple = moves
    .filter(isAtOnce)
    .sort((one, other) => Number(other === 'accept') - Number(one === 'accept'))
  const worded = moves.filter((move) => !isAtOnce(move))
  const main = [...simple, ...worded].find((move) => !backsOut.has(move))
  return (
    <Card title={t(isTheirTurn(view) ? 'referrals.one.moves' : 'referrals.one.moves.back')}>
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
        {mayTryAnother && (
          <Button
            href={`/cases/${referral.caseId}/referrals/new?after=${referral.id}`}
            variant={time.nextUnits?.length ? 'secondary' : undefined}
          >
            {t('referrals.one.try-another')}
          </Button>
        )}
        {worded.map((move) => (
          <Button
            href={`/referrals/${referral.id}/${move}`}
            variant={move === main ? undefined : 'secondary'}
          >
            {t(`referrals.move.${move}`)}
          </Button>
        ))}
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
  const clockOf = ({ toStatus, reason }: StoryLine): string | null => {
    const clock = `code.clock.${reason}`
    return toStatus === null && isSentence(clock) ? t(clock) : null
  }
  const textOf = ([line, ...others]: Alike<StoryLine>): string | null => {
    const { kind, toStatus, reason, note } = line
    const clocks = [line, ...others].map(clockOf).filter((clock) => clock !== null)
    if (clocks.length > 0) return t('referrals.story.of-clock', { clock: format.list(clocks) })
    // What the sender asks to stop is not stopped yet: its reason is of the list it would lead to.
    const sentence = reasonSentence(kind === 'cancel-asked' ? 'cancelled' : toStatus, reason)
    const parts = [
      sentence === null ? null : t('referrals.one.reason', { reason: t(sentence) }),
      note,
    ].filter((part) => part !== null)
    return parts.length === 0 ? null : parts.join('. ')
  }
  // Clocks that ran out at one time, with one effect, are one line.
  const lines = inOneLine(story, (line) =>
    clockOf(line) === null ? line.id : `${line.kind} ${format.dateTime(line.at)}`,
  )
  return (
    <Timeline
      items={lines.reverse().map(([line, ...others]) => ({
        title: titleOf(line.kind),
        at: format.dayAndTime(line.at),
        by:
          [line.byName, line.byUnitName].filter((part) => part !== null).join(', ') ||
          t('referrals.story.by-itself'),
        text: textOf([line, ...others]),
        strong: ['rejected', 'failed', 'expired'].includes(line.kind),
      }))}
    />
  )
}
