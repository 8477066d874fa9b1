import { addDays, localTimeOf } from '../platform/clock/local-time.js'
import { sections } from '../platform/access/sections.js'
import type { OpenedCaseId } from '../features/cases/index.js'
import {
  AcceptTransfer,
  AskForTransfer,
  OfferTransfer,
  RejectTransfer,
  type OfferInput,
} from '../features/transfers/index.js'
import { agreeTo, canBeAsked } from './agree-to.js'
import { demoId } from './cast.js'
import { demoStories, type DemoStory } from './stories.js'
import type { Stage } from './tell-referral.js'
import { isJoint } from './tell-team.js'

interface Offer {
  /** Unit that has the case, and the one that is to have it. */
  readonly from: string
  /** Whose case it is, where that matters. */
  readonly by?: string
  readonly to: string
  readonly why: OfferInput['why']
  readonly need: string
  readonly hoursAgo: number
  /** Who takes or declines it; nobody yet where it still waits. */
  readonly answer?: { readonly by: string; readonly takes: boolean }
}

const offers: readonly Offer[] = [
  {
    from: 'child-hn',
    by: 'vy',
    to: 'child-dn',
    why: 'person_moves',
    need: 'Gia đình chuyển vào Đà Nẵng, cần người ở gần gặp trực tiếp và theo dõi lâu dài.',
    hoursAgo: 3,
  },
  {
    from: 'women-dn',
    by: 'sam',
    to: 'women-hn',
    why: 'person_moves',
    need: 'Chuyển ra Hà Nội trong tháng này, muốn được hỗ trợ tiếp ở đó.',
    hoursAgo: 5,
  },
  {
    from: 'women-hn',
    to: 'women-dn',
    why: 'person_asked',
    need: 'Đã về Đà Nẵng ở với người thân, muốn có người hỗ trợ ở gần.',
    hoursAgo: 60,
    answer: { by: 'lieu', takes: true },
  },
  {
    from: 'return-hn',
    to: 'legal-dn',
    why: 'legal_competence',
    need: 'Việc còn lại chủ yếu là giấy tờ và khiếu nại.',
    hoursAgo: 56,
    answer: { by: 'hoach', takes: false },
  },
]

const hour = 3_600_000

// The newest story of each unit whose person can be asked, old enough for all of this to have happened.
const storyOf = ({ from, by, hoursAgo }: Offer): DemoStory | undefined =>
  demoStories.findLast(
    (story) =>
      story.lead.unit === from &&
      (by === undefined || story.lead.login === by) &&
      story.openedHoursAgo > hoursAgo + 24 &&
      canBeAsked(story) &&
      !isJoint(story),
  )

const offered = new Map(offers.map((offer) => [storyOf(offer)?.number, offer]))

/** The one case that another unit asks to take over. */
const wanted = demoStories.findLast(
  (story) => story.lead.login === 'khue' && story.openedHoursAgo > 48 && !offered.has(story.number),
)

/** Tells, last of all, of a case that goes or is to go to another unit. */
export const tellTransfer = async (
  stage: Stage,
  story: DemoStory,
  { id: caseId, number }: OpenedCaseId,
  madeAt: Date,
): Promise<void> => {
  const { app, clock, cast } = stage
  const before = (hours: number): Date => new Date(madeAt.getTime() - hours * hour)
  const lead = cast.actor(story.lead)
  if (story.number === wanted?.number) {
    await clock.at(before(7), () =>
      app.get(AskForTransfer, { strict: false }).run(cast.named('vy'), {
        case: { caseNumber: number },
        why: 'person_lives_here',
        text: 'Người này đang ở địa bàn của chúng tôi và muốn được hỗ trợ ở đây.',
      }),
    )
  }
  const offer = offered.get(story.number)
  if (offer === undefined) return
  const { to, why, need, hoursAgo, answer } = offer
  const toUnitId = demoId('unit', to)
  const id = await clock.at(before(hoursAgo), async () => {
    await agreeTo(stage, story, caseId, toUnitId, sections, addDays(localTimeOf(madeAt).date, 170))
    return app.get(OfferTransfer, { strict: false }).run(lead, caseId, {
      toUnitId,
      urgency: 'normal',
      why,
      need,
      keeping: null,
      requestId: null,
    })
  })
  if (answer === undefined) return
  await clock.at(before(hoursAgo - 2), () =>
    answer.takes
      ? app.get(AcceptTransfer, { strict: false }).run(cast.named(answer.by), id, 1)
      : app.get(RejectTransfer, { strict: false }).run(cast.named(answer.by), id, 1, {
          reason: 'no_capacity',
          note: null,
          suggestedUnitId: null,
        }),
  )
}
