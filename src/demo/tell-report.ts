import { AnswerException, DutyReports } from '../features/consents/index.js'
import { demoStaff } from './staff.js'
import { demoStories, type DemoStory } from './stories.js'
import type { Stage, Teller } from './tell-referral.js'

// Children whom the same worker met: the report about the first is through, the second still waits
// for its approval.
const reported = demoStories
  .filter(({ lead, person }) => lead.login === 'khue' && person.age < 16)
  .slice(0, 2)
  .map(({ number }) => number)

/** Whether the story has a report that the law obliges to. */
export const hasReport = ({ number }: DemoStory): boolean => reported.includes(number)

/** Tells of a report to the authorities: written by the lead, approved by her supervisor, made. */
export const tellReport = async (
  { app, clock, cast }: Stage,
  { story, caseId, openedAt, timeline }: Teller,
): Promise<void> => {
  const reports = app.get(DutyReports, { strict: false })
  const lead = cast.actor(story.lead)
  const waits = story.number !== reported[0]
  const at = waits ? timeline.ago(3) : timeline.after(openedAt, 2, 3)
  const { id } = await clock.at(at, () =>
    reports.write(lead, caseId, {
      duty: 'child_abuse',
      authority: 'hotline_111',
      article: 'Luật Trẻ em 102/2016/QH13, điều 51',
      sections: ['identity', 'incident'],
      reason: 'Trẻ dưới 16 tuổi bị xâm hại qua mạng.',
      facts: 'Một người lạ đe doạ phát tán hình ảnh của trẻ.',
      personInformed: true,
      emergency: false,
    }),
  )
  if (waits) return
  const supervisor = demoStaff.find(
    ({ unit, roles }) => unit === story.lead.unit && roles.includes('supervisor'),
  )
  if (supervisor === undefined) return
  await clock.at(timeline.after(at, 1, 2), () =>
    app
      .get(AnswerException, { strict: false })
      .run(cast.actor(supervisor), id, 1, { approved: true, note: null }),
  )
  await clock.at(timeline.after(at, 3, 4), () => reports.made(lead, caseId, id, 1, 'phone'))
  await clock.at(timeline.after(at, 5, 6), () =>
    reports.acknowledged(lead, caseId, id, 2, 'Trực ban tổng đài 111 (hư cấu), số 2026/118'),
  )
}
