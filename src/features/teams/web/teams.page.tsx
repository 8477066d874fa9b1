import { Card, Clock, DataTable, Layout, PageHeader } from '../../../ui/components/index.js'
import { usePage } from '../../../ui/page-context.js'
import { isSentence } from '../../../ui/translate.js'
import { UrgencyTag } from '../../referrals/index.js'
import type { ListedInvitation, ListedTeam } from '../use-cases/list-teams.js'
import { teamPath } from './team-frame.js'

export interface TeamsView {
  readonly invited: readonly (ListedInvitation & { readonly isOverdue: boolean })[]
  readonly teams: readonly (ListedTeam & { readonly isOverdue: boolean })[]
}

/** Where one works together, and what waits for an answer: without a name. */
export const TeamsPage = ({ invited, teams }: TeamsView) => {
  const { t } = usePage()
  return (
    <Layout title={t('teams.title')}>
      <PageHeader title={t('teams.title')} />
      <p class="govuk-body">{t('teams.lead')}</p>
      <Card title={t('teams.invited')}>
        {invited.length === 0 ? <p>{t('teams.invited.none')}</p> : <Invited invited={invited} />}
      </Card>
      <Card title={t('teams.mine')}>
        {teams.length === 0 ? <p>{t('teams.mine.none')}</p> : <Mine teams={teams} />}
      </Card>
    </Layout>
  )
}

const Invited = ({ invited }: Pick<TeamsView, 'invited'>) => {
  const { t, format } = usePage()
  const person = (list: string, code: string | null): string[] => {
    const key = `code.${list}.${code ?? ''}`
    return isSentence(key) ? [t(key)] : []
  }
  return (
    <DataTable
      caption={t('teams.invited')}
      plain
      firstCellIsHeader
      head={[
        { text: t('teams.column.team') },
        { text: t('teams.column.purpose') },
        { text: t('teams.column.from') },
        { text: t('teams.column.answer') },
      ]}
      rows={invited.map((one) => [
        {
          text: (
            <>
              <a class="govuk-link" href={`/invitations/${one.id}`}>
                {one.teamNumber}
              </a>{' '}
              <UrgencyTag urgency={one.urgency} />
            </>
          ),
        },
        {
          text: (
            <>
              {t(`code.service.${one.purpose}`)}
              <br />
              <span class="ba-clock__note">
                {[...person('sex', one.sex), ...person('age-band', one.ageBand)].join(', ')}
              </span>
            </>
          ),
        },
        { text: one.fromUnitName },
        {
          text: (
            <Clock
              state={one.isOverdue ? 'overdue' : 'open'}
              due={format.shortDateTime(one.answerDueAt)}
            />
          ),
        },
      ])}
    />
  )
}

const Mine = ({ teams }: Pick<TeamsView, 'teams'>) => {
  const { t, format } = usePage()
  return (
    <DataTable
      caption={t('teams.mine')}
      plain
      firstCellIsHeader
      head={[
        { text: t('teams.column.team') },
        { text: t('teams.column.role') },
        { text: t('teams.column.open') },
        { text: t('teams.column.next') },
      ]}
      rows={teams.map(({ caseId, number, isLed, openTasks, nextDue, isOverdue }) => [
        {
          text: (
            <a class="govuk-link" href={teamPath(caseId)}>
              {number}
            </a>
          ),
        },
        { text: t(isLed ? 'teams.role.lead' : 'teams.role.member') },
        { text: format.number(openTasks) },
        {
          text:
            nextDue === null ? (
              '–'
            ) : (
              <Clock state={isOverdue ? 'overdue' : 'open'} due={format.shortDate(nextDue)} />
            ),
        },
      ])}
    />
  )
}
