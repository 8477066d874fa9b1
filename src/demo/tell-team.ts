import type { Section } from '../platform/access/sections.js'
import { addDays, defaultTimeZone, localTimeOf } from '../platform/clock/local-time.js'
import {
  AnswerInvitation,
  AssignTask,
  CallConference,
  InviteUnit,
  OpenTeam,
  RecordConference,
  SafetyPlan,
} from '../features/teams/index.js'
import { agreeTo, canBeAsked } from './agree-to.js'
import { demoId } from './cast.js'
import { demoStories, type DemoStory } from './stories.js'
import type { Stage } from './tell-referral.js'

const hour = 3_600_000

/** The one story of the fictional world that several units work on together. */
const jointStory = demoStories.find(
  (story) => story.lead.login === 'khue' && story.openedHoursAgo > 72 && canBeAsked(story),
)

export const isJoint = ({ number }: DemoStory): boolean => number === jointStory?.number

/** Child protection leads; women's services and a clinic have joined, police have yet to answer. */
export const tellTeam = async (
  stage: Stage,
  story: DemoStory,
  caseId: string,
  madeAt: Date,
): Promise<void> => {
  const { app, clock, cast } = stage
  const lead = cast.actor(story.lead)
  const find = <UseCase>(type: new (...args: never[]) => UseCase): UseCase =>
    app.get(type, { strict: false })
  const before = (hours: number): Date => new Date(madeAt.getTime() - hours * hour)
  const on = (days: number): string => addDays(localTimeOf(madeAt).date, days)
  const unit = (key: string): string => demoId('unit', key)
  const [women, clinic, police] = [unit('women-dn'), unit('health-dn'), unit('police-dn')]

  const invite = async (
    unitId: string,
    purpose: 'PSS_BASIC' | 'MHPSS_SPECIAL' | 'POLICE',
    sections: readonly Section[],
  ): Promise<string> => {
    await agreeTo(stage, story, caseId, unitId, [...sections, 'safety'], on(170))
    const need = 'Cần phối hợp nhiều bên để bảo vệ và giúp ổn định lâu dài.'
    return find(InviteUnit).run(lead, caseId, {
      unitId,
      purpose,
      urgency: 'normal',
      need,
      sections,
    })
  }

  const invitations = await clock.at(before(60), async () => {
    await find(OpenTeam).run(lead, caseId)
    return {
      women: await invite(women, 'PSS_BASIC', ['identity', 'contact', 'services']),
      clinic: await invite(clinic, 'MHPSS_SPECIAL', ['identity', 'psychosocial', 'health']),
    }
  })
  await clock.at(before(50), async () => {
    for (const [login, id] of [
      ['sam', invitations.women],
      ['an', invitations.clinic],
    ] as const) {
      const worker = cast.named(login)
      await find(AnswerInvitation).join(worker, id, 1, worker.workerId)
    }
  })
  const conference = await clock.at(before(30), async () => {
    await find(AssignTask).run(lead, caseId, {
      kind: 'counselling',
      unitId: clinic,
      section: 'psychosocial',
      dueOn: on(4),
      text: 'Hẹn buổi trị liệu đầu tiên.',
      decisionId: null,
    })
    await find(SafetyPlan).add(lead, caseId, 0, {
      kind: 'warning_sign',
      unitId: null,
      audience: [women],
      text: 'Có tin nhắn lạ hỏi đang ở đâu.',
    })
    await find(SafetyPlan).add(lead, caseId, 1, {
      kind: 'emergency_call',
      unitId: null,
      audience: [women, clinic],
      text: 'Gọi 113; sau đó gọi trực ban của đơn vị chủ trì.',
    })
    return find(CallConference).run(lead, caseId, {
      startsAt: before(1),
      timeZone: defaultTimeZone,
      channel: 'video',
      place: 'Phòng họp trực tuyến của nhóm',
      unitIds: [women, clinic],
    })
  })
  await clock.at(before(28), () => invite(police, 'POLICE', ['identity', 'incident', 'legal']))
  await clock.at(before(20), () =>
    find(RecordConference).answer(cast.named('sam'), conference, 'yes'),
  )
  await clock.at(before(0.5), async () => {
    const record = find(RecordConference)
    const line = (kind: 'agenda' | 'view', section: Section, text: string) =>
      record.add(lead, conference, { kind, section, text, unitId: null })
    await line('agenda', 'services', 'Việc học và chỗ ở sau ba tháng')
    await line('agenda', 'psychosocial', 'Tiến triển của trị liệu')
    await line('view', 'services', 'Muốn đi học lại, chưa muốn gặp người lạ.')
    await record.decide(lead, conference, {
      section: 'services',
      text: 'Hỗ trợ quay lại việc học.',
      task: {
        kind: 'schooling',
        unitId: women,
        dueOn: on(7),
        text: 'Liên hệ trường, hỏi thủ tục nhập học lại.',
      },
    })
  })
}
