import { Form, InsetText, Radios } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { complaintsOf, type FieldErrors } from '../../cases/index.js'
import { closeReasons, leavingReasons } from '../domain/team-codes.js'
import type { OwnMembership } from '../use-cases/leave-team.js'
import { Confirm, ReasonFields, teamPath, TeamStep, type TeamFrameView } from './team-frame.js'

interface Reasoned {
  readonly version: number
  readonly reason: string
  readonly note: string
  readonly errors: FieldErrors
}

const leaving = (code: string) => `code.leaving.${code}` as 'code.leaving.work_done'

const frameOf = ({ caseId, number }: Pick<OwnMembership, 'caseId' | 'number'>): TeamFrameView => ({
  caseId,
  teamNumber: number,
  safeContact: null,
})

export interface LeaveView extends Reasoned {
  readonly own: OwnMembership
}

/** A member goes. */
export const LeavePage = ({ own, version, reason, note, errors }: LeaveView) => {
  const { t } = usePage()
  const path = teamPath(own.caseId)
  return (
    <TeamStep
      frame={frameOf(own)}
      title={t('teams.leave.title', { number: own.number })}
      errors={errors}
    >
      <InsetText>{t('teams.leave.effect')}</InsetText>
      <Form id="form" action={`${path}/leave`} version={version}>
        <ReasonFields
          codes={leavingReasons}
          sentenceOf={leaving}
          reason={reason}
          note={note}
          errors={errors}
        />
        <Confirm deed={t('teams.leave')} backHref={path} grave />
      </Form>
    </TeamStep>
  )
}

export interface HandOverView {
  readonly own: OwnMembership
  readonly version: number
  readonly worker: string
  readonly errors: FieldErrors
}

/** A member hands over to a colleague or to the desk. */
export const HandOverPage = ({ own, version, worker, errors }: HandOverView) => {
  const { t } = usePage()
  const path = teamPath(own.caseId)
  return (
    <TeamStep frame={frameOf(own)} title={t('teams.hand-over.title')} errors={errors}>
      <InsetText>{t('teams.hand-over.effect')}</InsetText>
      <Form id="form" action={`${path}/hand-over`} version={version}>
        <Radios
          name="worker"
          fieldset={{ legend: t('teams.join.who') }}
          errorMessage={complaintsOf(errors, t)['worker']}
          value={worker}
          items={[
            ...own.colleagues.map(({ id, displayName }) => ({ value: id, text: displayName })),
            { value: '', text: t('teams.join.desk') },
          ]}
        />
        <Confirm deed={t('teams.hand-over')} backHref={path} />
      </Form>
    </TeamStep>
  )
}

export interface RemoveView extends Reasoned {
  readonly caseId: string
  readonly teamNumber: string
  readonly memberId: string
  readonly unitName: string
  readonly isInvited: boolean
}

/** The lead asks a member to go, or takes an invitation back. */
export const RemovePage = (view: RemoveView) => {
  const { t } = usePage()
  const path = teamPath(view.caseId)
  const key = view.isInvited ? 'teams.take-back' : 'teams.remove'
  return (
    <TeamStep
      frame={{ ...view, safeContact: null }}
      title={t(`${key}.title`, { unit: view.unitName })}
      errors={view.errors}
    >
      <InsetText>{t('teams.remove.effect')}</InsetText>
      <Form id="form" action={`${path}/members/${view.memberId}/remove`} version={view.version}>
        <ReasonFields
          codes={leavingReasons}
          sentenceOf={leaving}
          reason={view.reason}
          note={view.note}
          errors={view.errors}
        />
        <Confirm deed={t(key)} backHref={path} grave />
      </Form>
    </TeamStep>
  )
}

export interface CloseView {
  readonly caseId: string
  readonly teamNumber: string
  readonly version: number
  readonly reason: string
  readonly errors: FieldErrors
}

/** The lead ends the work as a team. */
export const ClosePage = (view: CloseView) => {
  const { t } = usePage()
  const path = teamPath(view.caseId)
  return (
    <TeamStep
      frame={{ ...view, safeContact: null }}
      title={t('teams.close.title')}
      errors={view.errors}
    >
      <InsetText>{t('teams.close.effect')}</InsetText>
      <Form id="form" action={`${path}/close`} version={view.version}>
        <ReasonFields
          codes={closeReasons}
          sentenceOf={(code) => `code.team-close.${code}` as 'code.team-close.goals_met'}
          reason={view.reason}
          errors={view.errors}
        />
        <Confirm deed={t('teams.close')} backHref={path} grave />
      </Form>
    </TeamStep>
  )
}
