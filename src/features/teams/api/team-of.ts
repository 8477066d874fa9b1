import type { Locale } from '../../../platform/i18n/index.js'
import { saySectionRow } from '../../cases/index.js'
import type { OneConference } from '../use-cases/read-conference.js'
import type { OneInvitation } from '../use-cases/answer-invitation.js'
import type { Teams } from '../use-cases/list-teams.js'
import type { OneTeam, SharedWithMember } from '../use-cases/read-team.js'
import type { SharedPlan } from '../use-cases/safety-plan.js'
import type { TaskLine } from '../use-cases/team-tasks.js'
import type {
  ConferenceDto,
  InvitationDto,
  ListedConferenceDto,
  PlanDto,
  SharedDto,
  TaskDto,
  TeamDto,
  TeamsDto,
} from './team.dto.js'

export const taskOf = (task: TaskLine): TaskDto => ({
  id: task.id,
  kind: task.kind,
  unitId: task.unitId,
  unit: task.unitName,
  worker: task.workerName,
  section: task.section,
  text: task.text,
  dueAt: task.dueAt.toISOString(),
  isOverdue: task.isOverdue,
  state: task.state,
  reason: task.reason,
  note: task.note,
  decisionId: task.decisionId,
  version: task.version,
})

const listedPartOf = ({
  id,
  startsAt,
  timeZone,
  channel,
  status,
}: OneTeam['conferences'][number]): Pick<ListedConferenceDto, keyof ListedConferenceDto> => ({
  id,
  startsAt: startsAt.toISOString(),
  timeZone,
  channel,
  status,
})

export const teamOf = (view: OneTeam): TeamDto => ({
  caseId: view.team.caseId,
  number: view.team.number,
  status: view.team.status,
  caseNumber: view.caseNumber,
  members: view.roster.map((line) => ({
    id: line.memberId,
    unitId: line.unitId,
    unit: line.unitName,
    worker: line.workerName,
    purpose: line.purpose,
    status: line.status,
    sections: line.sections,
    sharesThePlan: line.sharesThePlan,
  })),
  own: view.own === null ? null : { id: view.own.id, version: view.own.version },
  tasks: view.tasks.map(taskOf),
  hiddenTasks: view.hidden.map(({ unitId, unitName, dueAt, isOverdue }) => ({
    unitId,
    unit: unitName,
    dueAt: dueAt.toISOString(),
    isOverdue,
  })),
  conferences: view.conferences.map(listedPartOf),
  planVersion: view.plan?.version ?? null,
  version: view.team.version,
})

export const teamsOf = ({ invited, teams }: Teams): TeamsDto => ({
  invited: invited.map(({ id, teamNumber, fromUnitName, purpose, urgency, answerDueAt }) => ({
    id,
    number: teamNumber,
    from: fromUnitName,
    purpose,
    urgency,
    answerDueAt: answerDueAt.toISOString(),
  })),
  teams: teams.map(({ caseId, number, isLed, openTasks, nextDue }) => ({
    caseId,
    number,
    isLed,
    openTasks,
    nextDue: nextDue?.toISOString() ?? null,
  })),
})

export const invitationOf = ({ id, version, preview, sections }: OneInvitation): InvitationDto => ({
  id,
  number: preview.number,
  from: preview.fromUnitName,
  purpose: preview.purpose,
  urgency: preview.urgency,
  need: preview.need,
  ageBand: preview.ageBand,
  sex: preview.sex,
  language: preview.language,
  provinceCode: preview.provinceCode,
  commune: preview.commune,
  answerDueAt: preview.answerDueAt.toISOString(),
  sections,
  version,
})

/** @param locale of the words for labels and codes */
export const sharedOf = ({ views }: SharedWithMember, locale: Locale): SharedDto => ({
  sections: views.map(({ section, rows }) => ({
    section,
    rows: rows.map((row) => saySectionRow(row, locale)),
  })),
})

export const conferenceOf = (one: OneConference): ConferenceDto => ({
  ...listedPartOf(one.conference),
  place: one.place,
  invitees: one.invitees.map(({ unitId, unitName, answer, attended }) => ({
    unitId,
    unit: unitName,
    answer,
    attended,
  })),
  lines: one.entries.map(({ id, kind, section, text, unitName }) => ({
    id,
    kind,
    section,
    text,
    unit: unitName,
  })),
  hiddenLines: one.hidden,
  tasks: one.tasks.map(taskOf),
  version: one.conference.version,
})

export const planOf = (plan: SharedPlan): PlanDto => ({
  version: plan.version,
  steps: plan.steps.map(({ id, kind, unitName, text, audience }) => ({
    id,
    kind,
    unit: unitName,
    text,
    audience,
  })),
  versions: plan.versions.map(({ version, change, changedBy, changedAt }) => ({
    version,
    change,
    by: changedBy,
    at: changedAt.toISOString(),
  })),
  readings: plan.readings.map(({ unitName, workerName, readAt }) => ({
    unit: unitName,
    worker: workerName,
    at: readAt.toISOString(),
  })),
  proposals: plan.proposals.map(({ id, unitName, text, answer }) => ({
    id,
    unit: unitName,
    text,
    answer,
  })),
})
