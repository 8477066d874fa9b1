import { typedText, type Typed } from '../../../platform/web/form.js'
import {
  Button,
  Card,
  ErrorSummary,
  errorsOf,
  Form,
  Input,
  InsetText,
  Radios,
  SummaryList,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import {
  CasePage,
  complaintsOf,
  phraseOf,
  SectionRows,
  type CaseFrameView,
  type FieldErrors,
} from '../../cases/index.js'
import { reportChannels } from '../domain/duty-report.js'
import type { OneDutyReport } from '../use-cases/duty-reports.js'
import { exceptionRows } from './exception-rows.js'
import { reportState } from './report-state.js'

export interface ReportView extends OneDutyReport {
  readonly frame: CaseFrameView
  readonly version: number
  readonly values: Typed
  readonly errors: FieldErrors
}

/** One report by duty: what it says, who approved it, when it was made and acknowledged. */
export const ReportPage = (view: ReportView) => {
  const page = usePage()
  const { t, format } = page
  const { frame, report, errors } = view
  const { exception } = report
  const complaints = complaintsOf(errors, t)
  const hasErrors = Object.keys(errors).length > 0
  const title = t('reports-by-duty.one', { number: report.number })
  return (
    <CasePage
      frame={frame}
      title={title}
      errors={hasErrors}
      back={{ href: `/cases/${frame.caseId}/consents`, text: t('consents.title') }}
    >
      {hasErrors && <ErrorSummary errorList={errorsOf(complaints)} />}
      <h1>{title}</h1>
      <InsetText>{t(reportState(report))}</InsetText>
      <Steps view={view} complaints={complaints} />
      <Card title={t('reports-by-duty.what')}>
        <SummaryList
          rows={[
            exception.authority !== null && {
              key: t('reports-by-duty.field.authority'),
              value: t(`code.authority.${exception.authority}`),
            },
            exception.duty !== null && {
              key: t('reports-by-duty.field.duty'),
              value: t(`code.duty.${exception.duty}`),
            },
            {
              key: t('reports-by-duty.field.sections'),
              value: phraseOf(
                format,
                exception.sections.map((section) => t(`code.section.${section}`)),
              ),
            },
            { key: t('reports-by-duty.field.facts'), value: report.facts },
            {
              key: t('reports-by-duty.field.informed'),
              value: t(
                report.personInformed
                  ? 'reports-by-duty.informed.yes'
                  : 'reports-by-duty.informed.no',
              ),
            },
            ...exceptionRows(exception, page),
            report.toldAt !== null &&
              report.channel !== null && {
                key: t('reports-by-duty.field.made'),
                value: t('reports-by-duty.made-by', {
                  at: format.dateTime(report.toldAt),
                  name: report.toldBy ?? '',
                  channel: t(`code.report-channel.${report.channel}`).toLowerCase(),
                }),
              },
            report.acknowledgedAt !== null && {
              key: t('reports-by-duty.field.acknowledged'),
              value: format.dateTime(report.acknowledgedAt),
            },
            report.acknowledgement !== null && {
              key: t('reports-by-duty.field.acknowledgement'),
              value: report.acknowledgement,
            },
          ]}
        />
      </Card>
      {view.content.map((section) => (
        <Card title={t(`code.section.${section.section}`)}>
          <SectionRows view={section} />
        </Card>
      ))}
    </CasePage>
  )
}

const Steps = ({
  view,
  complaints,
}: {
  view: ReportView
  complaints: Readonly<Record<string, string>>
}) => {
  const { t } = usePage()
  const { frame, report, mayMake, version } = view
  const { approval } = report.exception
  const path = `/cases/${frame.caseId}/reports/${report.id}`
  if (!mayMake || report.acknowledgedAt !== null) return null
  if (report.toldAt !== null)
    return (
      <Form action={`${path}/acknowledged`} version={version}>
        <Input
          label={{
            text: t('reports-by-duty.field.acknowledgement'),
            classes: 'govuk-label--s',
          }}
          hint={t('reports-by-duty.acknowledgement.hint')}
          name="acknowledgement"
          value={typedText(view.values, 'acknowledgement')}
          errorMessage={complaints['acknowledgement']}
        />
        <Button preventDoubleClick>{t('reports-by-duty.acknowledge')}</Button>
      </Form>
    )
  if (approval !== 'approved' && approval !== 'not_needed') return null
  return (
    <Form action={`${path}/made`} version={version}>
      <Radios
        name="channel"
        fieldset={{
          legend: { text: t('reports-by-duty.channel'), classes: 'govuk-fieldset__legend--s' },
        }}
        errorMessage={complaints['channel']}
        value={typedText(view.values, 'channel')}
        items={reportChannels.map((channel) => ({
          value: channel,
          text: t(`code.report-channel.${channel}`),
        }))}
      />
      <Button preventDoubleClick>{t('reports-by-duty.make')}</Button>
    </Form>
  )
}
