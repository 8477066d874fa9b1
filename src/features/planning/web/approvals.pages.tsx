import { typedText } from '../../../platform/web/form.js'
import {
  Button,
  Card,
  CharacterCount,
  DataTable,
  EmptyState,
  ErrorSummary,
  errorsOf,
  Form,
  InsetText,
  Layout,
  PageHeader,
  Pagination,
  Radios,
  StatusTag,
  SummaryList,
  type Tone,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf } from '../../cases/index.js'
import { approvalKinds, approvalNeeds, type ApprovalState } from '../domain/approval.js'
import { longestNote } from '../domain/lengths.js'
import type { PlanningFrame } from '../use-cases/case-tasks.js'
import type { OneApproval, WaitingRow } from '../use-cases/read-approvals.js'
import { Deed, planPath, PlanningStep, type FormView } from './planning-frame.js'

const toneOf: Readonly<Record<ApprovalState, Tone>> = {
  requested: 'waiting',
  approved: 'good',
  returned: 'returned',
  withdrawn: 'neutral',
}

export interface WaitingApprovalsView {
  readonly rows: readonly WaitingRow[]
  readonly firstHref: string | undefined
  readonly nextHref: string | undefined
}

/** What waits for the supervisors of a unit, the longest waiting first. */
export const WaitingApprovalsPage = ({ rows, firstHref, nextHref }: WaitingApprovalsView) => {
  const { t, format } = usePage()
  const title = t('approvals.waiting')
  return (
    <Layout title={title} within="/approvals">
      <PageHeader title={title} />
      <p>{t('approvals.waiting.lead')}</p>
      <p>
        <a class="govuk-link" href="/approvals">
          {t('exceptions.approvals.title')}
        </a>
        <br />
        <a class="govuk-link" href="/approvals/rules">
          {t('approvals.rules')}
        </a>
      </p>
      {rows.length === 0 ? (
        <EmptyState title={t('approvals.waiting.none')}>
          {t('approvals.waiting.none.text')}
        </EmptyState>
      ) : (
        <DataTable
          caption={title}
          firstCellIsHeader
          head={[
            { text: t('approvals.kind') },
            { text: t('planning.task.case') },
            { text: t('approvals.asked-by') },
            { text: t('approvals.asked-at') },
          ]}
          rows={rows.map(({ id, kind, caseNumber, requesterName, requestedAt, isOwn }) => [
            {
              text: (
                <a class="govuk-link" href={`/approvals/cases/${id}`}>
                  {t(`code.approval-kind.${kind}`)}
                </a>
              ),
            },
            { text: caseNumber },
            { text: isOwn ? t('approvals.own') : requesterName },
            { text: format.shortDateTime(requestedAt) },
          ])}
        />
      )}
      {(firstHref !== undefined || nextHref !== undefined) && (
        <Pagination
          classes="ba-pager"
          items={[]}
          previous={
            firstHref === undefined
              ? undefined
              : { href: firstHref, text: t('notifications.first-page') }
          }
          next={nextHref === undefined ? undefined : { href: nextHref }}
        />
      )}
    </Layout>
  )
}

export interface ApprovalPageView extends FormView, OneApproval {
  readonly version: number
}

/** One approval: what was asked, and the answer. */
export const ApprovalPage = (view: ApprovalPageView) => {
  const { t, format } = usePage()
  const { approval, row, safeContact, mayAnswer, mayWithdraw, version, values, errors } = view
  const complaints = complaintsOf(errors, t)
  const path = `/approvals/cases/${approval.id}`
  return (
    <PlanningStep
      frame={{ row, safeContact }}
      title={t(`code.approval-kind.${approval.kind}`)}
      errors={errors}
      places={['answer', 'reason']}
    >
      <Card
        title={t('approvals.one')}
        tag={
          <StatusTag tone={toneOf[approval.state]}>
            {t(`code.approval-state.${approval.state}`)}
          </StatusTag>
        }
        action={
          approval.kind === 'closing'
            ? { href: `/cases/${row.id}/closing`, text: t('approvals.see-closing') }
            : { href: planPath(row.id), text: t('approvals.see-plan') }
        }
      >
        <SummaryList
          rows={[
            { key: t('approvals.asked-by'), value: approval.requesterName },
            { key: t('approvals.asked-at'), value: format.dateTime(approval.requestedAt) },
            approval.note !== null && { key: t('planning.note'), value: approval.note },
            approval.deciderName !== null &&
              approval.decidedAt !== null && {
                key: t('approvals.answered-by'),
                value: `${approval.deciderName}, ${format.dateTime(approval.decidedAt)}`,
              },
            approval.reason !== null && { key: t('approvals.reason'), value: approval.reason },
          ]}
        />
      </Card>
      {approval.kind === 'assessment' && (
        <p>
          <a class="govuk-link" href={`/cases/${row.id}/sections`}>
            {t('approvals.see-sections')}
          </a>
        </p>
      )}
      {mayAnswer && (
        <Form action={path} version={version}>
          <Radios
            name="answer"
            fieldset={{
              legend: { text: t('approvals.answer'), classes: 'govuk-fieldset__legend--s' },
            }}
            errorMessage={complaints['answer']}
            value={typedText(values, 'answer')}
            items={[
              { value: 'approved', text: t('approvals.answer.approve') },
              { value: 'returned', text: t('approvals.answer.return') },
            ]}
          />
          <CharacterCount
            name="reason"
            label={{ text: t('approvals.reason'), classes: 'govuk-label--s' }}
            hint={t('approvals.reason.hint')}
            errorMessage={complaints['reason']}
            value={typedText(values, 'reason')}
            rows={3}
            maxlength={longestNote}
          />
          <Deed text={t('approvals.answer.send')} backHref="/approvals/cases" />
        </Form>
      )}
      {mayWithdraw && (
        <Form action={`${path}/withdraw`} version={version}>
          <Button variant="secondary" preventDoubleClick>
            {t('approvals.withdraw')}
          </Button>
        </Form>
      )}
    </PlanningStep>
  )
}

export interface AskApprovalView extends FormView, PlanningFrame {
  readonly kind: 'assessment' | 'plan'
}

/** Asks the supervisors to agree. */
export const AskApprovalPage = ({ kind, values, errors, ...frame }: AskApprovalView) => {
  const { t } = usePage()
  const path = planPath(frame.row.id)
  return (
    <PlanningStep
      frame={frame}
      title={t(`approvals.ask.${kind}`)}
      errors={errors}
      places={['note']}
    >
      <InsetText>{t('approvals.ask.text')}</InsetText>
      <Form action={`${path}/approvals/${kind}`}>
        <CharacterCount
          name="note"
          label={{ text: t('approvals.ask.note'), classes: 'govuk-label--s' }}
          hint={t('planning.no-health')}
          errorMessage={complaintsOf(errors, t)['note']}
          value={typedText(values, 'note')}
          rows={3}
          maxlength={longestNote}
        />
        <Deed text={t('approvals.ask')} backHref={path} />
      </Form>
    </PlanningStep>
  )
}

/** When the unit wants which approval. */
export const ApprovalRulesPage = ({ values, errors }: FormView) => {
  const { t } = usePage()
  const complaints = complaintsOf(errors, t)
  const list = errorsOf(complaints, [...approvalKinds])
  const title = t('approvals.rules')
  return (
    <Layout
      title={title}
      width="reading"
      within="/approvals"
      errors={list.length > 0}
      back={{ href: '/approvals/cases', text: t('approvals.waiting') }}
    >
      {list.length > 0 && <ErrorSummary errorList={list} />}
      <PageHeader title={title} />
      <p>{t('approvals.rules.lead')}</p>
      <Form action="/approvals/rules">
        {approvalKinds.map((kind) => (
          <Radios
            name={kind}
            fieldset={{
              legend: {
                text: t(`code.approval-kind.${kind}`),
                classes: 'govuk-fieldset__legend--s',
              },
            }}
            errorMessage={complaints[kind]}
            value={typedText(values, kind)}
            items={approvalNeeds.map((need) => ({
              value: need,
              text: t(`code.approval-need.${need}`),
            }))}
          />
        ))}
        <Deed text={t('common.save')} backHref="/approvals/cases" />
      </Form>
    </Layout>
  )
}
