import { CasePapers } from '../features/papers/index.js'
import { WatchSections } from '../features/watching/index.js'
import type { DemoStory } from './stories.js'
import type { Stage } from './tell-referral.js'

const hour = 3_600_000

const letter = Buffer.from(
  'Trường Bến Sông (hư cấu): nhà trường đồng ý để em học bù trong tháng này.\n',
)

/** A letter that was brought along, and the sections of which the lead wants to hear. */
export const tellPapers = async (
  { app, clock, cast }: Stage,
  story: DemoStory,
  caseId: string,
  madeAt: Date,
): Promise<void> => {
  const lead = cast.actor(story.lead)
  await clock.at(new Date(madeAt.getTime() - 36 * hour), async () => {
    await app.get(CasePapers, { strict: false }).add(lead, caseId, {
      section: 'services',
      title: 'Thư của nhà trường (hư cấu)',
      bytes: letter,
      isTooBig: false,
    })
    await app.get(WatchSections, { strict: false }).run(lead, caseId, ['contact', 'safety'])
  })
}
