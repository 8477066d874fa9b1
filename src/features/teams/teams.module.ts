import { Module } from '@nestjs/common'
import { TeamTimelineRows } from './data/team-timeline.js'
import { TeamTimeline } from './use-cases/team-timeline.js'
import { CasesModule } from '../cases/index.js'
import { ConsentsModule } from '../consents/index.js'
import { DirectoryModule } from '../directory/index.js'
import { PlanApi } from './api/plan.controller.js'
import { TeamWorkApi } from './api/team-work.controller.js'
import { TeamsApi } from './api/teams.controller.js'
import { ConferenceRows } from './data/conference-rows.js'
import { PlanRows } from './data/plan-rows.js'
import { TeamsOfToday } from './use-cases/teams-of-today.js'
import { TaskRows } from './data/task-rows.js'
import { TeamRows } from './data/team-rows.js'
import { TeamTexts } from './data/team-texts.js'
import { HearOfTeams } from './jobs/hear-of-teams.js'
import { FollowConsent, LetInvitationRunOut } from './jobs/follow-membership.job.js'
import { AnswerInvitation } from './use-cases/answer-invitation.js'
import { AssignTask } from './use-cases/assign-task.js'
import { CallConference } from './use-cases/call-conference.js'
import { CloseTeam } from './use-cases/close-team.js'
import { EndTask } from './use-cases/end-task.js'
import { FindTask } from './use-cases/find-task.js'
import { InviteUnit } from './use-cases/invite-unit.js'
import { LeaveTeam } from './use-cases/leave-team.js'
import { ListTeams } from './use-cases/list-teams.js'
import { OpenTeam } from './use-cases/open-team.js'
import { ReadConference } from './use-cases/read-conference.js'
import { ReadTask } from './use-cases/read-task.js'
import { ReadTeam } from './use-cases/read-team.js'
import { RecordConference } from './use-cases/record-conference.js'
import { RemoveMember } from './use-cases/remove-member.js'
import { SafetyPlan } from './use-cases/safety-plan.js'
import { TeamAccess } from './use-cases/team-access.js'
import { TeamTasks } from './use-cases/team-tasks.js'
import { ConferencePages } from './web/conferences.controller.js'
import { InvitationPages } from './web/invitations.controller.js'
import { PlanPages } from './web/plan.controller.js'
import { TaskPages } from './web/tasks.controller.js'
import { TeamListPages, TeamPages } from './web/teams.controller.js'

const useCases = [
  OpenTeam,
  CloseTeam,
  InviteUnit,
  AnswerInvitation,
  LeaveTeam,
  RemoveMember,
  ReadTeam,
  ListTeams,
  AssignTask,
  EndTask,
  ReadTask,
  CallConference,
  ReadConference,
  RecordConference,
  SafetyPlan,
]

/** The joint case: several units, one lead, and one page that says who does what next. */
@Module({
  imports: [CasesModule, ConsentsModule, DirectoryModule],
  controllers: [
    TeamListPages,
    TeamPages,
    InvitationPages,
    TaskPages,
    ConferencePages,
    PlanPages,
    TeamsApi,
    TeamWorkApi,
    PlanApi,
  ],
  providers: [
    TeamTimelineRows,
    TeamTimeline,
    TeamRows,
    TaskRows,
    TeamsOfToday,
    ConferenceRows,
    PlanRows,
    TeamTexts,
    TeamAccess,
    TeamTasks,
    FindTask,
    LetInvitationRunOut,
    FollowConsent,
    HearOfTeams,
    ...useCases,
  ],
  exports: useCases,
})
export class TeamsModule {}
