import { localTimeOf } from '../platform/clock/local-time.js'
import { WriteNote } from '../features/notes/index.js'
import { MoveTakedown, NoteTakedowns } from '../features/takedown/index.js'
import { demoStories, type DemoStory } from './stories.js'
import type { Stage } from './tell-referral.js'

const hour = 3_600_000

/** The story of the fictional world in which a girl's pictures were put on the net. */
const tracedStory = demoStories.find(
  (story) =>
    story.lead.login === 'khue' && story.kind === 'sextortion' && story.openedHoursAgo > 90,
)

export const leftTraces = ({ number }: DemoStory): boolean => number === tracedStory?.number

/** Two addresses: one is removed, at the other the platform has not answered. And what was noted. */
export const tellTraces = async (
  { app, clock, cast }: Stage,
  story: DemoStory,
  caseId: string,
  madeAt: Date,
): Promise<void> => {
  const lead = cast.actor(story.lead)
  const find = <UseCase>(type: new (...args: never[]) => UseCase): UseCase =>
    app.get(type, { strict: false })
  const before = (hours: number): Date => new Date(madeAt.getTime() - hours * hour)
  const on = (hours: number): string => localTimeOf(before(hours)).date

  const [removed, waiting] = await clock.at(before(80), () =>
    find(NoteTakedowns).run(lead, caseId, {
      kind: 'url',
      targets: ['https://mang-xa-hoi.example/p/1001', 'https://mang-xa-hoi.example/p/1002'].map(
        (target, index) => ({ line: index + 1, target }),
      ),
      platform: 'other',
      platformName: 'Mạng Sóng (hư cấu)',
      askedBy: 'unit',
      takenUnder18: 'yes',
    }),
  )
  if (removed === undefined || waiting === undefined) return
  const move = find(MoveTakedown)
  await clock.at(before(78), async () => {
    for (const { id } of [removed, waiting])
      await move.preserve(lead, caseId, id, 1, { basis: 'hanoi_25', until: on(-24 * 86) })
  })
  await clock.at(before(76), async () => {
    for (const { id } of [removed, waiting])
      await move.run(lead, caseId, id, 2, {
        to: 'requested',
        on: on(76),
        bases: ['hanoi_34_6', 'platform_terms'],
        unpreserved: false,
      })
  })
  await clock.at(before(60), () =>
    move.run(lead, caseId, removed.id, 3, {
      to: 'acknowledged',
      on: on(60),
      reference: 'MS-2081',
    }),
  )
  await clock.at(before(40), () =>
    move.run(lead, caseId, removed.id, 4, { to: 'removed', on: on(40) }),
  )
  const notes = find(WriteNote)
  await clock.at(before(38), async () => {
    const id = await notes.run(lead, caseId, {
      section: 'services',
      happenedAt: before(39),
      hourKnown: true,
      text: 'Gọi cho nhà trường: cô chủ nhiệm sẽ để ý trong giờ ra chơi.',
    })
    await notes.correct(
      lead,
      caseId,
      id,
      1,
      'Gọi cho nhà trường: cô chủ nhiệm sẽ để ý trong giờ ra chơi và lúc tan trường.',
    )
  })
}
