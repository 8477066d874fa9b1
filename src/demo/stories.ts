import type { cancelReasons, failReasons, rejectionReasons } from '../features/referrals/index.js'
import {
  holdReasons,
  referralOutcomes,
  type Feedback,
  type Urgency,
} from '../features/referrals/index.js'
import type { ServiceType } from '../features/directory/index.js'
import { Names } from './names.js'
import { demoNotes, noteOf, type DemoKind, type DemoNote } from './narratives.js'
import { turnFor } from './needs.js'
import { Phones, sentencesOf, somebody, type DemoPerson } from './people.js'
import { demoUnits, type DemoUnit } from './places.js'
import { Chance } from './random.js'
import { needText, outcomeText } from './referral-texts.js'
import { demoStaff, type DemoWorker } from './staff.js'
import { sentHoursAgo, shuffled, threads, type DemoState, type Thread } from './threads.js'

/** A referral as it will have gone. */
export interface DemoReferral {
  readonly state: DemoState
  readonly sentHoursAgo: number
  readonly service: ServiceType
  readonly urgency: Urgency
  readonly to: DemoUnit
  readonly handler: DemoWorker
  readonly need: string
  readonly outcomeText: string
  readonly outcome: (typeof referralOutcomes)[number]
  readonly feedback: Feedback
  readonly rejection: (typeof rejectionReasons)[number]
  readonly cancellation: (typeof cancelReasons)[number]
  readonly failure: (typeof failReasons)[number]
  readonly pause: (typeof holdReasons)[number]
  /** It takes the place of the one before it. */
  readonly supersedes: boolean
  /** Named by the unit that declines: who is asked next. */
  readonly suggests: DemoUnit | null
  /** Somebody at the desk has taken it in hand, where it is not yet answered. */
  readonly isClaimed: boolean
}

/** One person's way through the fictional world. */
export interface DemoStory {
  readonly number: number
  readonly kind: DemoKind
  readonly openedHoursAgo: number
  readonly lead: DemoWorker
  readonly unit: DemoUnit
  readonly person: DemoPerson
  readonly notes: readonly { readonly section: DemoNote; readonly text: string }[]
  readonly referrals: readonly DemoReferral[]
}

const seed = 48_01_2026
const caseCount = 60
const withoutReferral = 4

// Which units lead the cases of each kind, in turn.
const leaders: readonly (readonly [
  DemoKind,
  readonly (readonly [unit: string, cases: number])[],
])[] = [
  [
    'sextortion',
    [
      ['child-dn', 10],
      ['child-hn', 5],
      ['hotline-hn', 3],
    ],
  ],
  [
    'images',
    [
      ['women-dn', 6],
      ['women-hn', 5],
      ['hotline-hn', 2],
    ],
  ],
  [
    'scam-centre',
    [
      ['return-hn', 9],
      ['legal-dn', 1],
      ['police-hn', 1],
      ['health-hn', 1],
    ],
  ],
  [
    'partner',
    [
      ['women-dn', 5],
      ['women-hn', 3],
      ['health-dn', 2],
      ['shelter-dn', 1],
    ],
  ],
  [
    'trafficking',
    [
      ['return-hn', 3],
      ['shelter-dn', 2],
      ['police-dn', 1],
    ],
  ],
]

/** A unit by its key. @throws RangeError */
export const demoUnit = (key: string): DemoUnit => {
  const unit = demoUnits.find((each) => each.key === key)
  if (unit === undefined) throw new RangeError(`no unit ${key}`)
  return unit
}

const caseworkersOf = ({ key }: DemoUnit): DemoWorker[] =>
  demoStaff.filter(({ unit, roles }) => unit === key && roles.includes('caseworker'))

const told = (): Omit<DemoStory, 'number'>[] => {
  const chance = new Chance(seed)
  const names = new Names(demoStaff.map(({ name }) => name))
  const phones = new Phones()
  const all = threads(chance)
  const first = caseCount - withoutReferral
  const leads = shuffled(
    leaders.flatMap(([kind, units]) =>
      units.flatMap(([unit, cases]) => Array.from({ length: cases }, () => ({ kind, unit }))),
    ),
    chance,
  )
  return leads.map(({ kind, unit: key }, at) => {
    const unit = demoUnit(key)
    const person = somebody(kind, unit.province, { names, phones, chance })
    const ofCase = at < first ? [all[at], all[at + first]].filter((each) => each !== undefined) : []
    const referrals = ofCase.flatMap((thread) =>
      referralsOf(thread, { kind, unit, person, chance }),
    )
    const notes = demoNotes
      .filter(() => chance.happens(0.35))
      .map((section) => ({ section, text: noteOf(section, person.who, chance) }))
    const before = chance.between(4, 60)
    return {
      kind,
      unit,
      person,
      notes,
      referrals,
      lead: chance.oneOf(caseworkersOf(unit)),
      openedHoursAgo: Math.max(0, ...referrals.map(({ sentHoursAgo: ago }) => ago)) + before,
    }
  })
}

interface Setting {
  readonly kind: DemoKind
  readonly unit: DemoUnit
  readonly person: DemoPerson
  readonly chance: Chance
}

const referralsOf = (thread: Thread, { kind, unit, person, chance }: Setting): DemoReferral[] => {
  const needy = { kind, sex: person.sex, age: person.age, province: unit.province, unit: unit.key }
  const { service, units } = turnFor(needy, thread.length, chance)
  const hours = sentHoursAgo(thread, chance)
  return thread.flatMap((state, at) => {
    const [to, ago] = [units[at], hours[at]]
    if (to === undefined || ago === undefined) return []
    return [
      {
        state,
        service,
        to: state === 'requested' ? askedInstead(to) : to,
        sentHoursAgo: ago,
        urgency: urgencyOf(state, chance),
        handler: chance.oneOf(caseworkersOf(to)),
        need: needText(to.sector, chance),
        outcomeText: outcomeText(chance),
        outcome: chance.oneOf(referralOutcomes),
        feedback: chance.oneOf(feedbacks),
        rejection: chance.oneOf([
          'no_capacity',
          'outside_area',
          'service_suspended',
          'not_eligible',
        ]),
        cancellation: chance.oneOf(['person_declined', 'no_longer_needed', 'consent_withdrawn']),
        failure: chance.oneOf(['contact_lost', 'person_left', 'person_declined']),
        pause: chance.oneOf(holdReasons),
        supersedes: at > 0,
        suggests: units[at + 1] === to ? null : (units[at + 1] ?? null),
        isClaimed: chance.happens(0.4) && askedInstead(to) === to,
      },
    ]
  })
}

// What still waits for an answer of the clinic is asked of the post next door, which has no computer
// of ours.
const askedInstead = (unit: DemoUnit): DemoUnit =>
  unit.key === 'health-dn' ? demoUnit('health-post-dn') : unit

const feedbacks: readonly Feedback[] = [
  { received: 'yes', safe: 'yes', helpful: 'yes' },
  { received: 'yes', safe: 'yes', helpful: 'yes' },
  { received: 'yes', safe: 'yes', helpful: 'partly' },
  { received: 'partly', safe: 'yes', helpful: 'partly' },
  { received: 'yes', safe: 'partly', helpful: 'yes' },
  { received: 'yes', safe: 'not_asked', helpful: 'yes' },
]

// Whether something is late depends on it.
const urgencyOf = (state: DemoState, chance: Chance): Urgency => {
  if (state === 'requested-late' || state === 'accepted-late' || state === 'expired')
    return 'urgent'
  if (state === 'requested') return chance.happens(0.4) ? 'urgent' : 'normal'
  return chance.oneOf(['normal', 'normal', 'urgent', 'urgent', 'emergency'])
}

/** All stories, oldest first: the same each time. */
export const demoStories: readonly DemoStory[] = told()
  .sort((one, other) => other.openedHoursAgo - one.openedHoursAgo)
  .map((story, at) => ({ ...story, number: at + 1 }))

/** So many of them, spread over the whole time. */
export const someStories = (count: number): readonly DemoStory[] => {
  const step = Math.max(1, demoStories.length / Math.max(1, count))
  return demoStories.filter((_, at) => Math.floor(at / step) < count && at % step < 1)
}

/**
 * Everything about the fictional people that must never lie anywhere in clear: names, telephone
 * numbers, addresses, narratives.
 */
export const demoSecrets = (stories: readonly DemoStory[] = demoStories): readonly string[] => [
  ...new Set(
    stories.flatMap(({ person, notes, referrals }) => [
      ...person.secrets,
      ...notes.flatMap(({ text }) => sentencesOf(text)),
      ...referrals.flatMap(({ need, outcomeText: text }) => [need, text].flatMap(sentencesOf)),
    ]),
  ),
]
