import { sections as allTheSections } from '../../../platform/access/sections.js'
import { Button, Card, EmptyState, StatusTag, SummaryList } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { CasePage, phraseOf, type CaseFrameView } from '../../cases/index.js'
import type { ConsentView } from '../use-cases/consent-view.js'
import type { DutyReportView } from '../use-cases/duty-reports.js'
import type { OneConsent } from '../use-cases/list-consents.js'
import { detailRows } from './detail-rows.js'
import { exceptionRows } from './exception-rows.js'
import { reportState } from './report-state.js'

export interface ConsentsView {
  readonly frame: CaseFrameView
  readonly consents: readonly OneConsent[]
  readonly reports: readonly DutyReportView[]
  readonly mayRecord: boolean
  readonly mayWithdraw: boolean
}

/** All that was agreed in a case, the newest first. */
export const ConsentsPage = ({
  frame,
  consents,
  reports,
  mayRecord,
  mayWithdraw,
}: ConsentsView) => {
  const { t } = usePage()
  const newHref = `/cases/${frame.caseId}/consents/new`
  return (
    <CasePage
      frame={frame}
      title={t('consents.title')}
      current="consents"
      actions={mayRecord && <Button href={newHref}>{t('consents.new')}</Button>}
    >
      {consents.length === 0 && (
        <EmptyState
          title={t('consents.none')}
          action={mayRecord ? { href: newHref, text: t('consents.new') } : undefined}
        >
          {t('consents.none.text')}
        </EmptyState>
      )}
      {consents.map((consent) => (
        <ConsentCard consent={consent} mayWithdraw={mayWithdraw} />
      ))}
      <Reports caseId={frame.caseId} reports={reports} mayReport={mayRecord} />
    </CasePage>
  )
}

/** What the law obliged to report, and the way to another report. */
const Reports = ({
  caseId,
  reports,
  mayReport,
}: {
  caseId: string
  reports: readonly DutyReportView[]
  mayReport: boolean
}) => {
  const { t } = usePage()
  if (reports.length === 0 && !mayReport) return null
  return (
    <Card title={t('reports-by-duty.title')}>
      {reports.length === 0 && <p>{t('reports-by-duty.none')}</p>}
      {reports.length > 0 && (
        <SummaryList
          rows={reports.map((report) => ({
            key: report.number,
            value: t(reportState(report)),
            actions: [
              {
                href: `/cases/${caseId}/reports/${report.id}`,
                text: t('reports-by-duty.open'),
                visuallyHiddenText: report.number,
              },
            ],
          }))}
        />
      )}
      {mayReport && (
        <Button href={`/cases/${caseId}/reports/new`} variant="secondary">
          {t('reports-by-duty.new')}
        </Button>
      )}
    </Card>
  )
}

const ConsentCard = ({ consent, mayWithdraw }: { consent: OneConsent; mayWithdraw: boolean }) => {
  const { t } = usePage()
  const unit = consent.recipientUnitName
  return (
    <Card
      title={unit}
      tag={<ConsentTag consent={consent} />}
      action={
        mayWithdraw && consent.withdrawnAt === null
          ? {
              href: `/cases/${consent.caseId}/consents/${consent.id}/withdraw`,
              text: (
                <>
                  {t('consents.withdraw')}
                  <span class="govuk-visually-hidden"> {t('consents.withdraw-of', { unit })}</span>
                </>
              ),
            }
          : undefined
      }
    >
      <ConsentFacts consent={consent} />
      {consent.isLive && consent.legalBasis === 'consent' && (
        <p>
          <a class="govuk-link" href={`/cases/${consent.caseId}/consents/${consent.id}/print`}>
            {t('consents.print')}
            <span class="govuk-visually-hidden"> {t('consents.withdraw-of', { unit })}</span>
          </a>
        </p>
      )}
      {mayWithdraw && consent.isLive && consent.legalBasis === 'consent' && (
        <p>
          <a class="govuk-link" href={`/cases/${consent.caseId}/consents/${consent.id}/narrow`}>
            {t('consents.narrow')}
            <span class="govuk-visually-hidden"> {t('consents.withdraw-of', { unit })}</span>
          </a>
        </p>
      )}
      <Notices consent={consent} />
    </Card>
  )
}

/** Who was told to stop, and whether they said that they understood. */
const Notices = ({ consent }: { consent: OneConsent }) => {
  const { t, format } = usePage()
  if (consent.notices.length === 0) return null
  return (
    <ul class="govuk-list govuk-list--bullet">
      {consent.notices.map((notice) => (
        <li>
          {t(notice.isOutside ? 'consents.notice.to-call' : 'consents.notice.told', {
            unit: notice.unitName,
            number: notice.number,
            at: format.dateTime(notice.toldAt),
          })}{' '}
          {notice.acknowledgedAt === null
            ? t(notice.isOutside ? 'consents.notice.not-called' : 'consents.notice.waiting')
            : t(notice.isOutside ? 'consents.notice.called' : 'consents.notice.understood', {
                name: notice.acknowledgedByName ?? '',
                at: format.dateTime(notice.acknowledgedAt),
              })}
        </li>
      ))}
    </ul>
  )
}

const ConsentTag = ({ consent }: { consent: OneConsent }) => {
  const { t } = usePage()
  if (consent.withdrawnAt === null && consent.approval === 'pending')
    return <StatusTag tone="waiting">{t('code.approval.pending')}</StatusTag>
  if (consent.approval === 'declined')
    return <StatusTag tone="returned">{t('code.approval.declined')}</StatusTag>
  if (consent.isLive) return <StatusTag tone="good">{t('consents.live')}</StatusTag>
  return consent.withdrawnAt === null ? (
    <StatusTag tone="neutral">{t('consents.expired')}</StatusTag>
  ) : (
    <StatusTag tone="returned">{t('consents.withdrawn')}</StatusTag>
  )
}

/** What a consent says, in the reader's words. */
const ConsentFacts = ({ consent }: { consent: OneConsent }) => {
  const page = usePage()
  const { t, format } = page
  const named = (some: ConsentView['sections']) =>
    phraseOf(
      format,
      some.map((section) => t(`code.section.${section}`)),
    )
  const withheld = allTheSections.filter((section) => !consent.sections.includes(section))
  // It ends with the first instant it no longer covers: the day before is its last.
  const lastInstant = new Date(consent.validUntil.getTime() - 1)
  const { approval } = consent
  const wasOpen = approval === 'not_needed' || approval === 'approved'
  return (
    <SummaryList
      rows={[
        {
          key: t(
            wasOpen && !consent.isLive
              ? 'consents.field.sections.ended'
              : 'consents.field.sections',
          ),
          value: named(consent.sections),
        },
        withheld.length > 0 && { key: t('consents.field.withheld'), value: named(withheld) },
        {
          key: t('consents.field.purposes'),
          value: phraseOf(
            format,
            consent.purposes.map((purpose) => t(`code.purpose.${purpose}`)),
          ),
        },
        { key: t('consents.field.basis'), value: t(`code.basis.${consent.legalBasis}`) },
        {
          key: t('consents.field.given-by'),
          value:
            consent.givenBy.length === 0
              ? t('consents.nobody')
              : phraseOf(
                  format,
                  consent.givenBy.map((giver) => t(`code.consent-giver.${giver}`)),
                ),
        },
        consent.mode !== null && {
          key: t('consents.field.mode'),
          value: t(`code.consent-mode.${consent.mode}`),
        },
        consent.childAssents !== null && {
          key: t('consents.field.assent'),
          value: t(consent.childAssents ? 'consents.assents' : 'consents.assents-not'),
        },
        {
          key: t('consents.field.statistics'),
          value: t(consent.consentsToStatistics ? 'common.yes' : 'common.no'),
        },
        {
          key: t('consents.field.given-at'),
          value: t('consents.recorded-by', {
            date: format.dateTime(consent.givenAt),
            name: consent.recordedBy,
          }),
        },
        { key: t('consents.field.until'), value: format.date(lastInstant) },
        consent.withdrawnAt !== null && {
          key: t('consents.field.withdrawn-at'),
          value: format.dateTime(consent.withdrawnAt),
        },
        consent.withdrawnReason !== null && {
          key: t('consents.field.withdrawn-why'),
          value: t(`code.withdrawal.${consent.withdrawnReason}`),
        },
        consent.withdrawalNote !== null && {
          key: t('consents.field.withdrawn-note'),
          value: consent.withdrawalNote,
        },
        ...detailRows(consent.detail, page),
        ...exceptionRows(consent.exception, page),
      ]}
    />
  )
}
