import {
  Button,
  ButtonGroup,
  Card,
  ErrorSummary,
  errorsOf,
  Form,
  Layout,
  PageHeader,
  Radios,
} from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf, type FieldErrors } from '../../cases/index.js'
import { rejectionReasons } from '../../referrals/index.js'
import type { OneInvitation } from '../use-cases/answer-invitation.js'
import { PreviewRows, type PreviewView } from './preview-rows.js'
import { Confirm, ReasonFields } from './team-frame.js'

export interface InvitationView extends Omit<OneInvitation, 'preview'> {
  readonly preview: PreviewView
  readonly worker: string
  readonly errors: FieldErrors
}

/** What a desk is asked for: read first, then join or decline. */
export const InvitationPage = (view: InvitationView) => {
  const { t, format } = usePage()
  const { id, version, preview, errors } = view
  const title = t('teams.one', { number: preview.number })
  const complaints = complaintsOf(errors, t)
  const list = errorsOf(complaints)
  return (
    <Layout
      title={title}
      width="reading"
      within="/teams"
      errors={list.length > 0}
      back={{ href: '/teams', text: t('teams.title') }}
    >
      {list.length > 0 && <ErrorSummary errorList={list} />}
      <PageHeader title={title} />
      <Card title={t('teams.preview')}>
        <PreviewRows preview={preview} />
        <p>
          {t('teams.preview.sections')}:{' '}
          {format.list(view.sections.map((section) => t(`code.section.${section}`).toLowerCase()))}
        </p>
      </Card>
      <Form id="form" action={`/invitations/${id}/join`} version={version}>
        <Radios
          name="worker"
          fieldset={{
            legend: { text: t('teams.join.who'), classes: 'govuk-fieldset__legend--m' },
          }}
          hint={t('teams.join.who.hint')}
          errorMessage={complaints['worker']}
          value={view.worker}
          items={[
            ...view.colleagues.map((colleague) => ({
              value: colleague.id,
              text: colleague.displayName,
            })),
            { value: '', text: t('teams.join.desk') },
          ]}
        />
        <ButtonGroup>
          <Button preventDoubleClick>{t('teams.join')}</Button>
          <Button href={`/invitations/${id}/decline`} variant="secondary">
            {t('teams.decline')}
          </Button>
        </ButtonGroup>
      </Form>
    </Layout>
  )
}

export interface DeclineView {
  readonly id: string
  readonly version: number
  readonly number: string
  readonly reason: string
  readonly note: string
  readonly errors: FieldErrors
}

/** Declining, with a reason. */
export const DeclinePage = ({ id, version, number, reason, note, errors }: DeclineView) => {
  const { t } = usePage()
  const list = errorsOf(complaintsOf(errors, t))
  const title = t('teams.decline.title')
  return (
    <Layout
      title={title}
      width="reading"
      within="/teams"
      errors={list.length > 0}
      back={{ href: `/invitations/${id}`, text: t('teams.one', { number }) }}
    >
      {list.length > 0 && <ErrorSummary errorList={list} />}
      <PageHeader title={title} />
      <Form id="form" action={`/invitations/${id}/decline`} version={version}>
        <ReasonFields
          codes={rejectionReasons}
          sentenceOf={(code) => `code.rejection.${code}` as 'code.rejection.no_capacity'}
          reason={reason}
          note={note}
          errors={errors}
        />
        <Confirm deed={t('teams.decline')} backHref={`/invitations/${id}`} grave />
      </Form>
    </Layout>
  )
}
