import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide, type CaseFacts } from '../../../platform/access/decide.js'
import { maskOf, type Section } from '../../../platform/access/sections.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf, type LocalDate } from '../../../platform/clock/local-time.js'
import type { CaseRow } from '../data/case-rows.js'
import { FoundCases, type CandidateCase, type SoughtContent } from '../data/found-cases.js'
import { handlesIn, lettersOfHandle } from '../domain/account-handle.js'
import { ageBandOf, ageFrom, type AgeBand } from '../domain/age.js'
import { initialsOf } from '../domain/initials.js'
import { alike, nameLikeness } from '../domain/likeness.js'
import { isOneDigitOff, phonesIn } from '../domain/phone-number.js'
import type { Findable } from '../domain/search-keys.js'
import { readQuery } from '../domain/search-query.js'
import type { Sex } from '../domain/sexes.js'
import { namesIn, spokenName, type KnownWords, type SpokenName } from '../domain/spoken-name.js'

/** Why a case was found. */
export const matchKinds = [
  'number',
  'phone',
  'handle',
  'name',
  'relative',
  'phone-near',
  'handle-near',
  'name-near',
  'relative-near',
] as const

export type MatchKind = (typeof matchKinds)[number]

/** A case that was found: enough to know it by, and no name. */
export interface FoundCase {
  readonly id: string
  /** Null for whom only a part is shared with. */
  readonly row: CaseRow | null
  readonly initials: string
  readonly ageBand: AgeBand
  readonly sex: Sex
  readonly matches: readonly MatchKind[]
}

/** What is known of somebody who may have a case already. */
export interface SimilarAsked {
  readonly name?: string | null | undefined
  readonly phone?: string | null | undefined
  readonly handle?: string | null | undefined
  readonly birthYear?: number | null | undefined
}

/** What was found, and in which sections was looked. */
export interface CasesFound {
  readonly cases: readonly FoundCase[]
  /** Mask of the sections that were opened. */
  readonly sections: number
  /** Is there, or may there be, more that fits? */
  readonly isCut: boolean
}

// Opened and compared in clear; a name that many share brings more than can be.
const mostPlaces = 60
const mostShown = 20
const mostSimilar = 5

// Where it is written decides who may find it.
const searched: readonly Section[] = ['identity', 'contact', 'family', 'incident']

const scores: Readonly<Record<Exclude<MatchKind, `name${string}` | `relative${string}`>, number>> =
  {
    number: 3,
    phone: 2,
    handle: 2,
    'phone-near': 0.75,
    'handle-near': 0.65,
  }

/** What is looked for, made ready once for all that it is compared with. */
interface Asked extends Findable {
  readonly spoken: readonly SpokenName[]
  readonly words: KnownWords
}

interface Match {
  readonly kind: MatchKind
  readonly score: number
}

/**
 * Finds cases for other features, inside their open transaction and never beyond what its actor may
 * see: candidates by keyed tokens, then compared in clear. Recording what was shown stays with who asks.
 */
@Injectable()
export class CaseFinding {
  constructor(
    private readonly found: FoundCases,
    private readonly clock: Clock,
  ) {}

  /** Up to twenty cases for what somebody typed: a number, a name, a telephone number, an account. */
  async search(actor: WorkerActor, typed: string): Promise<CasesFound> {
    const { date } = localTimeOf(this.clock.now())
    const { numbers, findable } = readQuery(typed, Number(date.slice(0, 4)))
    const byNumber = await this.found.byNumbers(numbers)
    return this.compare(actor, findable, new Set(byNumber), mostShown, matchesIn)
  }

  /** Up to five cases of people like this one, for who is about to open another. */
  similar(
    actor: WorkerActor,
    { name = null, phone = null, handle = null, birthYear = null }: SimilarAsked,
  ): Promise<CasesFound> {
    const findable = { names: [name], phones: [phone], handles: [handle] }
    return this.compare(actor, findable, new Set(), mostSimilar, (asked, content) => {
      const year = yearOf(content)
      const isOther = birthYear !== null && year !== null && Math.abs(year - birthYear) > 1
      return matchesIn(asked, content).filter(
        ({ kind, score }) => !isNamed(kind) || (!isOther && score >= 0.75),
      )
    })
  }

  private async compare(
    actor: WorkerActor,
    findable: Findable,
    byNumber: ReadonlySet<string>,
    most: number,
    matches: (asked: Asked, content: SoughtContent) => Match[],
  ): Promise<CasesFound> {
    const words: KnownWords = new Map()
    const spoken = known(findable.names).map((name) => spokenName(name, words))
    const asked = { ...findable, spoken, words }
    const matched = ({ caseId, content }: Pick<CandidateCase, 'caseId' | 'content'>): Match[] => [
      ...(byNumber.has(caseId) ? [{ kind: 'number', score: scores.number } as const] : []),
      ...matches(asked, content),
    ]
    const candidates = await this.found.sought(findable, [...byNumber], {
      most: mostPlaces,
      sure: mostShown,
    })
    const scored = candidates.map((candidate) => {
      const all = matched(candidate)
      return { ...candidate, all, score: sumOf(all) }
    })
    const fitting = scored
      .filter(({ score }) => score > 0)
      .toSorted((one, other) => other.score - one.score)
    const likeliest = new Map(fitting.slice(0, most).map((one) => [one.caseId, one]))
    // As many places as are compared, and the last of them fits as well: another might.
    const places = candidates.reduce((sum, candidate) => sum + candidate.places, 0)
    const mayBeMore = places >= mostPlaces && (scored.at(-1)?.score ?? 0) > 0
    const today = localTimeOf(this.clock.now()).date
    const cases = (await this.found.standing([...likeliest.keys()])).flatMap(
      ({ caseId, row, facts }) => {
        const one = likeliest.get(caseId)
        if (one === undefined) return []
        const content = this.seen(actor, facts, one.content)
        const all = content === one.content ? one.all : matched({ caseId, content })
        return all.length === 0 ? [] : [shownAs(today, caseId, row, content, all)]
      },
    )
    // Who they are stands in a line of its own, by initials.
    const looked = candidates.reduce((mask, { sections }) => mask | sections, maskOf(['identity']))
    return {
      cases,
      sections: cases.length === 0 ? 0 : looked,
      isCut: fitting.length > most || mayBeMore,
    }
  }

  // The database has already left out what is hidden; this holds where the two walls ever differ.
  private seen(actor: WorkerActor, facts: CaseFacts, content: SoughtContent): SoughtContent {
    const now = this.clock.now()
    const may = (section: Section): boolean =>
      decide(actor, 'section.read', { now, case: facts, section }).allowed
    const open = searched.filter(may)
    if (open.length === searched.length) return content
    return {
      victim: open.includes('identity') ? content.victim : null,
      related: content.related.filter(({ section }) => open.includes(section)),
      contact: open.includes('contact') ? content.contact : null,
      incidents: open.includes('incident') ? content.incidents : [],
    }
  }
}

const sumOf = (matches: readonly Match[]): number =>
  matches.reduce((sum, { score }) => sum + score, 0)

const shownAs = (
  today: LocalDate,
  id: string,
  row: CaseRow | null,
  { victim }: SoughtContent,
  matches: readonly Match[],
): FoundCase => {
  const age =
    victim === null
      ? null
      : ageFrom({ birthDate: victim.birthDate, stated: victim.statedAge }, today)
  return {
    id,
    row,
    initials: initialsOf(victim?.name ?? ''),
    ageBand: row?.ageBand ?? ageBandOf(age),
    sex: row?.sex ?? 'unknown',
    matches: matchKinds.filter((kind) => matches.some((match) => match.kind === kind)),
  }
}

const isNamed = (kind: MatchKind): boolean => kind.startsWith('name') || kind.startsWith('relative')

const yearOf = ({ victim }: SoughtContent): number | null => {
  if (victim === null) return null
  if (victim.birthDate !== null) return Number(victim.birthDate.slice(0, 4))
  const { statedAge } = victim
  return statedAge === null ? null : Number(statedAge.on.slice(0, 4)) - statedAge.years
}

const namesOf = ({ victim }: SoughtContent): Texts => {
  if (victim === null) return []
  const others = victim.more?.['otherNames']
  return [victim.name, typeof others === 'string' ? others : null]
}

const matchesIn = (asked: Asked, content: SoughtContent): Match[] => [
  ...nameMatches(asked, namesOf(content), 'name'),
  ...nameMatches(
    asked,
    content.related.map(({ name }) => name),
    'relative',
  ),
  ...phoneMatches(asked, [
    content.contact?.phone ?? null,
    ...content.related.flatMap(({ phone, accounts }) => [phone, accounts]),
    ...content.incidents.map(({ accounts }) => accounts),
  ]),
  ...handleMatches(asked, [
    ...content.related.map(({ accounts }) => accounts),
    ...content.incidents.map(({ accounts }) => accounts),
  ]),
]

type Texts = readonly (string | null)[]

const known = (texts: Texts | undefined): string[] => (texts ?? []).filter((text) => text !== null)

const best = (matches: readonly Match[]): Match[] =>
  matches.toSorted((one, other) => other.score - one.score).slice(0, 1)

const nameMatches = ({ spoken, words }: Asked, kept: Texts, kind: 'name' | 'relative'): Match[] => {
  if (spoken.length === 0) return []
  const names = known(kept)
    .flatMap(namesIn)
    .map((name) => spokenName(name, words))
  return best(
    spoken.flatMap((asked) =>
      names.flatMap((name): Match[] => {
        const { score, isSame } = nameLikeness(asked, name)
        // Whom one looks for is the person rather than somebody beside them.
        const counts = kind === 'name' ? score : score * 0.9
        return score < alike ? [] : [{ kind: isSame ? kind : `${kind}-near`, score: counts }]
      }),
    ),
  )
}

const phoneMatches = ({ phones }: Findable, kept: Texts): Match[] =>
  best(
    known(phones)
      .flatMap(phonesIn)
      .flatMap((asked) =>
        known(kept)
          .flatMap(phonesIn)
          .flatMap((phone): Match[] => {
            if (phone === asked) return [{ kind: 'phone', score: scores.phone }]
            return isOneDigitOff(phone, asked)
              ? [{ kind: 'phone-near', score: scores['phone-near'] }]
              : []
          }),
      ),
  )

const handleMatches = ({ handles }: Findable, kept: Texts): Match[] =>
  best(
    known(handles)
      .flatMap(handlesIn)
      .flatMap((asked) =>
        known(kept)
          .flatMap(handlesIn)
          .flatMap((handle): Match[] => {
            if (handle === asked) return [{ kind: 'handle', score: scores.handle }]
            const letters = lettersOfHandle(asked)
            return letters !== null && letters === lettersOfHandle(handle)
              ? [{ kind: 'handle-near', score: scores['handle-near'] }]
              : []
          }),
      ),
  )
