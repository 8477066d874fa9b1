import type { ComponentChildren } from 'preact'
import { Layout, SummaryList, WarningText } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import type { Sentence } from '../../../ui/translate.js'
import { DeskPreviewRows, referralOutcomes, type DeskPreviewView } from '../../referrals/index.js'
import type { PaperForm } from '../use-cases/print-form.js'
import { Qr } from './qr.js'

export interface PaperView extends Omit<PaperForm, 'preview'> {
  readonly preview: DeskPreviewView
}

/** The inter-agency referral form for paper, folded in behind an outside that says nothing. */
export const FormPage = (view: PaperView) => {
  const { t, format } = usePage()
  const { referralId, number, to, qr, printedAt } = view
  const title = t('exchange.form.title', { number })
  return (
    <Layout
      title={title}
      width="reading"
      back={{ href: `/referrals/${referralId}`, text: t('referrals.one.title', { number }) }}
    >
      <div class="ba-no-print">
        <h1 class="govuk-heading-l">{title}</h1>
        <p>{t('exchange.form.how')}</p>
        <WarningText>{t('exchange.form.copies')}</WarningText>
      </div>
      <div class="ba-paper">
        <div class="ba-paper__outside">
          <p>
            {t('exchange.form.to')}: <strong>{to.name}</strong>
          </p>
          <p>{number}</p>
          <p>{t('exchange.form.outside')}</p>
        </div>
        <h2>{title}</h2>
        <Sender {...view} />
        <h2>{t('exchange.form.person')}</h2>
        <SummaryList
          rows={[
            { key: t('exchange.form.person.code'), value: number },
            { key: t('exchange.form.person.who'), value: t('exchange.form.person.elsewhere') },
            { key: t('exchange.form.safety'), value: t('exchange.form.safety.text') },
          ]}
        />
        <h2>{t('referrals.one.preview')}</h2>
        <DeskPreviewRows preview={view.preview} />
        <Agreed {...view} />
        <Blank
          title="exchange.form.receiver"
          lines={[
            'exchange.form.receiver.at',
            'exchange.form.receiver.by',
            'exchange.form.receiver.decision',
            'exchange.form.receiver.reason',
            'exchange.form.receiver.appointment',
            'exchange.form.receiver.remarks',
          ]}
        />
        <Blank
          title="exchange.form.feedback"
          lines={[
            'exchange.form.feedback.services',
            'exchange.form.feedback.date',
            'exchange.form.feedback.needed',
            'exchange.form.feedback.satisfaction',
            'exchange.form.feedback.by',
          ]}
        >
          <p>
            {t('exchange.form.feedback.outcome')}:{' '}
            {referralOutcomes.map((outcome) => `☐ ${t(`code.outcome.${outcome}`)}`).join('   ')}
          </p>
        </Blank>
        <h2>{t(`exchange.form.qr.${qr.kind}`)}</h2>
        {qr.kind === 'link' && <p>{t('exchange.form.qr.code')}</p>}
        <Qr squares={qr.squares} label={t(`exchange.form.qr.${qr.kind}`)} />
        <p>{t('exchange.form.printed', { at: format.dayAndTime(printedAt) })}</p>
      </div>
    </Layout>
  )
}

const Line = () => <span class="ba-paper__blank" />

const Sender = ({ from, to, sentAt }: PaperView) => {
  const { t, format } = usePage()
  const none = t('common.not-recorded')
  return (
    <SummaryList
      rows={[
        {
          key: t('exchange.form.sent'),
          value: sentAt === null ? none : format.dayAndTime(sentAt),
        },
        {
          key: t('exchange.form.from'),
          value: `${from.name}, ${from.agencyName}. ${from.phone ?? none}`,
        },
        { key: t('exchange.form.from.worker'), value: <Line /> },
        { key: t('exchange.form.to'), value: `${to.name}, ${to.agencyName}. ${to.phone ?? none}` },
        { key: t('exchange.form.delivery'), value: <Line /> },
      ]}
    />
  )
}

// What may be shared, and what is held back and why: the one who reads the paper is bound by it too.
const Agreed = ({ consent, shared }: PaperView) => {
  const { t, format } = usePage()
  const named = (sections: PaperView['shared']['sections']): string =>
    sections.length === 0
      ? t('exchange.form.consent.nothing')
      : format.list(sections.map((section) => t(`code.section.${section}`)))
  return (
    <>
      <h2>{t('exchange.form.consent')}</h2>
      <SummaryList
        rows={[
          consent !== null && {
            key: t('exchange.form.consent.basis'),
            value: [
              t(`code.basis.${consent.legalBasis}`),
              consent.mode !== null && t(`code.consent-mode.${consent.mode}`),
              format.dayAndTime(consent.givenAt),
            ]
              .filter((part) => part !== false)
              .join(', '),
          },
          consent !== null &&
            consent.givenBy.length > 0 && {
              key: t('exchange.form.consent.by'),
              value: format.list(consent.givenBy.map((giver) => t(`code.consent-giver.${giver}`))),
            },
          { key: t('exchange.form.consent.items'), value: named(shared.sections) },
          shared.withheld.length > 0 && {
            key: t('exchange.form.consent.withheld'),
            value: shared.withheld
              .map(
                ({ section, why }) =>
                  `${t(`code.section.${section}`)}: ${t(`code.withheld.${why}`)}`,
              )
              .join('; '),
          },
          consent !== null && {
            key: t('exchange.form.consent.until'),
            value: format.dayAndTime(consent.validUntil),
          },
        ]}
      />
    </>
  )
}

interface BlankProps {
  readonly title: Sentence
  readonly lines: readonly Sentence[]
  readonly children?: ComponentChildren
}

/** A part that the other side fills in by hand. */
const Blank = ({ title, lines, children }: BlankProps) => {
  const { t } = usePage()
  return (
    <>
      <h2>{t(title)}</h2>
      {children}
      <SummaryList rows={lines.map((line) => ({ key: t(line), value: <Line /> }))} />
    </>
  )
}
