import { localTimeOf } from '../platform/clock/local-time.js'
import { OpenCase, RecordSection } from '../features/cases/index.js'
import { fillForms } from './fill-forms.js'
import type { DemoStory } from './stories.js'
import { ToldReferral, type Stage } from './tell-referral.js'
import { tellPapers } from './tell-papers.js'
import { tellPlan } from './tell-plan.js'
import { isJoint, tellTeam } from './tell-team.js'
import { leftTraces, tellTraces } from './tell-traces.js'
import { tellTransfer } from './tell-transfer.js'
import { hasReport, tellReport } from './tell-report.js'
import { Timeline } from './timeline.js'
import type { WorldRecord } from './world.js'

/** Tells one person's story from the intake on, as those who met them did it. */
export const tellStory = async (
  stage: Stage,
  record: WorldRecord,
  story: DemoStory,
  madeAt: Date,
): Promise<void> => {
  const { app, clock, cast } = stage
  const lead = cast.actor(story.lead)
  const timeline = new Timeline(madeAt, story.number)
  const openedAt = timeline.ago(story.openedHoursAgo)
  await record.storyBegins(story, openedAt)

  const opened = await clock.at(openedAt, () =>
    app.get(OpenCase, { strict: false }).run(lead, story.person.intake(localTimeOf(openedAt).date)),
  )
  const caseId = opened.id
  const sections = app.get(RecordSection, { strict: false })
  for (const { section, text } of story.notes)
    await clock.at(timeline.after(openedAt, 0.3, 2), () =>
      sections.notes(lead, caseId, section, 0, text),
    )

  await fillForms(stage, story, caseId, { openedAt, madeAt })

  let before: string | null = null
  for (const referral of story.referrals) {
    const told = new ToldReferral(stage, { story, caseId, openedAt, timeline }, referral)
    before = await told.tell(referral.supersedes ? before : null)
  }
  if (leftTraces(story)) {
    await tellTraces(stage, story, caseId, madeAt)
    await tellPapers(stage, story, caseId, madeAt)
  }
  if (isJoint(story)) await tellTeam(stage, story, caseId, madeAt)
  if (hasReport(story)) await tellReport(stage, { story, caseId, openedAt, timeline })
  await tellPlan(stage, story, caseId, { openedAt, madeAt })
  await tellTransfer(stage, story, opened, madeAt)
  await record.storyEnds(story)
}
