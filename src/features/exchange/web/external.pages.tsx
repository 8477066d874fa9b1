import {
  ErrorSummary,
  errorsOf,
  Form,
  Input,
  PlainLayout,
  Radios,
  Textarea,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { Sentence } from '../../../ui/translate.js'
import { complaintsOf, type FieldErrors } from '../../cases/index.js'
import {
  DeskPreviewRows,
  failReasons,
  longestNote,
  longestOutcome,
  reasonSentence,
  referralOutcomes,
  rejectionReasons,
  type DeskPreviewView,
} from '../../referrals/index.js'
import type { ExternalMove } from '../domain/external-link.js'
import type { OpenReferral } from '../use-cases/external-referral.js'

/** The address leads nowhere (any more). One page for every reason. */
export const ClosedPage = () => {
  const { t } = usePage()
  return (
    <PlainLayout title={t('exchange.external.title')}>
      <h1>{t('exchange.external.closed.title')}</h1>
      <p>{t('exchange.external.closed.text')}</p>
    </PlainLayout>
  )
}

export interface CodeView {
  readonly token: string
  readonly error: Sentence | null
}

/** Asks for the code; says nothing else. */
export const CodePage = ({ token, error }: CodeView) => {
  const { t } = usePage()
  const errorMessage = error === null ? undefined : t(error)
  return (
    <PlainLayout title={t('exchange.external.title')} errors={error !== null}>
      {error !== null && <ErrorSummary errorList={errorsOf({ code: errorMessage })} />}
      <h1>{t('exchange.external.code.title')}</h1>
      <p>{t('exchange.external.code.text')}</p>
      <Form action={`/x/${token}`}>
        <Input
          name="code"
          label={t('exchange.external.code.label')}
          hint={t('exchange.external.code.hint')}
          errorMessage={errorMessage}
          inputmode="numeric"
          autocomplete="one-time-code"
          classes="ba-code"
        />
        <button type="submit">{t('exchange.external.code.action')}</button>
      </Form>
    </PlainLayout>
  )
}

export interface OpenView extends Omit<OpenReferral, 'preview'> {
  readonly token: string
  readonly preview: DeskPreviewView
  /** Somebody else's answer came first. */
  readonly wasAnswered: boolean
}

/** What is asked, and what can be answered. */
export const OpenPage = ({ token, preview, moves, status, sender, wasAnswered }: OpenView) => {
  const { t } = usePage()
  const isAsked = status === 'requested'
  return (
    <PlainLayout title={t('exchange.external.title')}>
      <h1>{t(isAsked ? 'exchange.external.asked' : 'exchange.external.accepted')}</h1>
      {wasAnswered && <p class="ba-plain-note">{t('exchange.external.was-answered')}</p>}
      {!isAsked && (
        <p class="ba-plain-note">
          {sender.phone === null
            ? t('exchange.external.call-whom-you-know', { unit: sender.name })
            : t('exchange.external.call', { unit: sender.name, phone: sender.phone })}
        </p>
      )}
      <DeskPreviewRows preview={preview} />
      <h2>{t('exchange.external.answer')}</h2>
      <p>
        {moves.map((move, index) => (
          <a
            class={`govuk-button${index === 0 ? '' : ' govuk-button--secondary'}`}
            href={`/x/${token}/${move}`}
          >
            {t(`exchange.external.move.${move}`)}
          </a>
        ))}
      </p>
      <p>{t('exchange.external.no-name')}</p>
    </PlainLayout>
  )
}

/** All is said; the link leads nowhere else. */
export const DonePage = () => {
  const { t } = usePage()
  return (
    <PlainLayout title={t('exchange.external.title')}>
      <h1>{t('exchange.external.done.title')}</h1>
      <p>{t('exchange.external.done.text')}</p>
    </PlainLayout>
  )
}

export interface AnswerView {
  readonly token: string
  readonly formToken: string
  readonly move: ExternalMove
  /** As typed, by field. */
  readonly typed: Readonly<Record<string, string>>
  readonly errors: FieldErrors
}

const reasonsOf = { reject: rejectionReasons, fail: failReasons } as const
const leadsTo = { reject: 'rejected', fail: 'failed' } as const

/** What an answer needs to know. */
export const AnswerPage = ({ token, formToken, move, typed, errors }: AnswerView) => {
  const { t } = usePage()
  const complaints = complaintsOf(errors, t)
  const errorList = errorsOf(complaints)
  return (
    <PlainLayout title={t('exchange.external.title')} errors={errorList.length > 0}>
      {errorList.length > 0 && <ErrorSummary errorList={errorList} />}
      <h1>{t(`exchange.external.move.${move}`)}</h1>
      <Form action={`/x/${token}/${move}`} hidden={{ form: formToken }}>
        {(move === 'reject' || move === 'fail') && (
          <Radios
            name="reason"
            fieldset={{ legend: t('referrals.reason.label') }}
            errorMessage={complaints['reason']}
            value={typed['reason']}
            items={reasonsOf[move].flatMap((reason) => {
              const sentence = reasonSentence(leadsTo[move], reason)
              return sentence === null ? [] : [{ value: reason, text: t(sentence) }]
            })}
          />
        )}
        {move === 'complete' && (
          <>
            <Radios
              name="outcome"
              fieldset={{ legend: t('referrals.complete.outcome') }}
              errorMessage={complaints['outcome']}
              value={typed['outcome']}
              items={referralOutcomes.map((value) => ({ value, text: t(`code.outcome.${value}`) }))}
            />
            <Textarea
              name="text"
              label={t('referrals.complete.text')}
              hint={t('referrals.complete.text.hint')}
              errorMessage={complaints['text']}
              value={typed['text']}
              attributes={{ maxlength: longestOutcome }}
            />
          </>
        )}
        {(move === 'reject' || move === 'fail') && (
          <Textarea
            name="note"
            label={t('referrals.note.label')}
            hint={t('referrals.note.hint')}
            errorMessage={complaints['note']}
            value={typed['note']}
            attributes={{ maxlength: longestNote }}
          />
        )}
        <Input
          name="name"
          label={t('exchange.external.name')}
          errorMessage={complaints['name']}
          value={typed['name']}
          autocomplete="off"
        />
        <Input
          name="position"
          label={t('exchange.external.position')}
          hint={t('exchange.external.position.hint')}
          errorMessage={complaints['position']}
          value={typed['position']}
          autocomplete="off"
        />
        <button type="submit">{t(`exchange.external.move.${move}`)}</button>
        <a href={`/x/${token}`}>{t('common.back')}</a>
      </Form>
    </PlainLayout>
  )
}
