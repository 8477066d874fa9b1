import { addDays, localTimeOf } from '../platform/clock/local-time.js'
import {
  AnswerApproval,
  CaseTasks,
  ContactLog,
  Flags,
  ReadPlan,
  RequestApproval,
  WritePlan,
} from '../features/planning/index.js'
import type { DemoStory } from './stories.js'
import type { Stage } from './tell-referral.js'

const hour = 3_600_000

/** Cases whose plan is told: those of the worker whose day is shown, and some of others. */
const hasPlan = ({ lead, number }: DemoStory): boolean => lead.login === 'khue' || number % 9 === 4

/** Two needs of everybody in these stories, in words that give nobody away. */
const needs = [
  {
    need: {
      domain: 'digital_safety',
      priority: 'urgent',
      text: 'Không còn bị liên hệ qua các tài khoản đã biết',
      ownWords: 'Mong không phải mở điện thoại trong lo sợ nữa',
    },
    goal: { text: 'Hai tuần không có tin nhắn đe doạ', measure: 'Tự kể lại mỗi lần gặp' },
    actions: [
      { doer: 'person', text: 'Đổi mật khẩu và bật xác thực hai bước', dueInDays: 3 },
      { doer: 'worker', text: 'Cùng lưu lại bằng chứng, không chuyển tiếp hình ảnh', dueInDays: 5 },
    ],
  },
  {
    need: {
      domain: 'schooling',
      priority: 'soon',
      text: 'Trở lại với sinh hoạt hằng ngày',
      ownWords: null,
    },
    goal: { text: 'Đi học hoặc đi làm đều trong một tháng', measure: null },
    actions: [{ doer: 'family', text: 'Đưa đón trong tháng đầu', dueInDays: 14 }],
  },
] as const

/** Contacts in time, and for some cases a plan, tasks, flags and what the supervisor said to it. */
export const tellPlan = async (
  stage: Stage,
  story: DemoStory,
  caseId: string,
  { openedAt, madeAt }: { readonly openedAt: Date; readonly madeAt: Date },
): Promise<void> => {
  const { app, clock, cast } = stage
  const lead = cast.actor(story.lead)
  const find = <UseCase>(type: new (...args: never[]) => UseCase): UseCase =>
    app.get(type, { strict: false })
  const hoursAgo = (hours: number): Date => new Date(madeAt.getTime() - hours * hour)
  const isLater = (moment: Date): boolean => moment.getTime() > openedAt.getTime() + hour

  // The person gets in touch after the intake and again these days; with a few it is overdue.
  const lastSeen = hoursAgo(6 + (story.number % 6) * 20)
  const seen = [
    new Date(openedAt.getTime() + 5 * hour),
    ...(story.number % 8 === 3 ? [] : [lastSeen]),
  ].filter((moment) => isLater(moment) && moment < madeAt)
  for (const at of seen)
    await clock.at(at, () =>
      find(ContactLog).log(lead, caseId, {
        at,
        channel: 'message',
        withRole: 'person',
        fromPerson: true,
        reached: true,
        wasSafe: 'yes',
        note: null,
        knowsRules: false,
      }),
    )

  const plannedAt = hoursAgo(30)
  if (!hasPlan(story) || !isLater(plannedAt)) return
  const inDays = (days: number): string => addDays(localTimeOf(madeAt).date, days)
  await clock.at(plannedAt, async () => {
    const write = find(WritePlan)
    let version = 0
    await write.basis(lead, caseId, version++, {
      part: 'yes',
      wishes: 'Được hỏi trước mỗi bước',
      bestInterests: 'Ở gần người thân tin cậy, đi học và đi làm bình thường.',
      reviewOn: inDays(28),
    })
    for (const { need, goal, actions } of needs) {
      const needId = await write.addNeed(lead, caseId, version++, need)
      const dueOn = inDays(30)
      const goalId = await write.addGoal(lead, caseId, version++, needId, { ...goal, dueOn })
      for (const { doer, text, dueInDays } of actions)
        await write.addAction(lead, caseId, version++, goalId, {
          doer,
          text,
          workerId: doer === 'worker' ? lead.workerId : null,
          service: null,
          referralId: null,
          dueOn: inDays(dueInDays),
        })
    }
    await find(CaseTasks).give(lead, caseId, {
      workerId: lead.workerId,
      dueOn: inDays(1),
      reminds: true,
      title: 'Chuẩn bị buổi gặp tiếp theo',
    })
  })
  if (story.lead.login === 'khue') await tellApproval(stage, story, caseId, madeAt)
}

// One is agreed to, one waits, one is returned, in turn.
const tellApproval = async (
  { app, clock, cast }: Stage,
  story: DemoStory,
  caseId: string,
  madeAt: Date,
): Promise<void> => {
  const lead = cast.actor(story.lead)
  const supervisor = cast.named('diep')
  const find = <UseCase>(type: new (...args: never[]) => UseCase): UseCase =>
    app.get(type, { strict: false })
  const id = await clock.at(new Date(madeAt.getTime() - 20 * hour), async () => {
    const pin = await find(ReadPlan).pin(lead, caseId, 'plan')
    const note = 'Em đã đọc và đồng ý với kế hoạch.'
    return find(RequestApproval).run(lead, caseId, { kind: 'plan', pin, note })
  })
  const turn = story.number % 3
  if (turn === 1) return
  await clock.at(new Date(madeAt.getTime() - 4 * hour), async () => {
    await find(AnswerApproval).run(
      supervisor,
      id,
      1,
      turn === 0
        ? { to: 'approved', reason: null }
        : { to: 'returned', reason: 'Bổ sung ai đưa đón khi gia đình bận.' },
    )
    await find(Flags).raise(supervisor, caseId, {
      message: 'Xem lại việc đưa đón trước kỳ thi',
      dueOn: addDays(localTimeOf(madeAt).date, 6),
    })
  })
}
