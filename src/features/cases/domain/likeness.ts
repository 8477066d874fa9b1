import { isCommonName } from './search-keys.js'
import type { SpokenName } from './spoken-name.js'

/** How much of a name that is looked for another one holds. */
export interface NameLikeness {
  /** 0–1; below `alike` it is somebody else. */
  readonly score: number
  /** Each word is there as it was typed; tones count where some were typed. */
  readonly isSame: boolean
}

/** From here on two names may be of one person. */
export const alike = 0.6

// Two people may share a family name; a given name says more.
const commonCounts = 0.4
const missingGivenName = 0.1
const extraWord = 0.02

/** Compares in clear; the order of the words does not matter. */
export const nameLikeness = (asked: SpokenName, kept: SpokenName): NameLikeness => {
  const none = { score: 0, isSame: false }
  if (asked.plain.length === 0 || kept.plain.length === 0) return none
  const typedTones = asked.toned.some((word, at) => word !== asked.plain[at])
  const left = new Set(kept.plain.keys())
  const open = new Set(asked.plain.keys())
  let reached = 0
  let same = true
  // What is most alike belongs together, and of that what tells most: `thi toi` is not `toi` for `thi`.
  for (const { at, word, likeness } of pairsOf(asked, kept)) {
    if (!open.has(at) || !left.has(word)) continue
    open.delete(at)
    left.delete(word)
    reached += weightOf(asked, at) * likeness
    if (likeness < (typedTones ? 1 : toneless)) same = false
  }
  if (open.size > 0) same = false
  const possible = [...asked.plain.keys()].reduce((sum, at) => sum + weightOf(asked, at), 0)
  const given = left.has(kept.plain.length - 1) ? missingGivenName : 0
  const score = reached / possible - given - extraWord * left.size
  return { score: Math.max(0, score), isSame: same }
}

const pairsOf = (asked: SpokenName, kept: SpokenName) =>
  asked.plain
    .flatMap((_, at) =>
      kept.plain.flatMap((_, word) => {
        const likeness = wordLikeness(asked, at, kept, word)
        return likeness === 0 ? [] : [{ at, word, likeness, weight: weightOf(asked, at) }]
      }),
    )
    .sort((one, other) => other.likeness - one.likeness || other.weight - one.weight)

const weightOf = ({ plain }: SpokenName, at: number): number =>
  isCommonName(plain[at] ?? '') ? commonCounts : 1

const toneless = 0.92

const wordLikeness = (asked: SpokenName, one: number, kept: SpokenName, other: number): number => {
  if (asked.toned[one] === kept.toned[other]) return 1
  const [typed = '', stands = ''] = [asked.plain[one], kept.plain[other]]
  if (typed === stands) return toneless
  if (asked.sound[one] === kept.sound[other]) return 0.8
  return isOneSlip(typed, stands) ? (Math.min(typed.length, stands.length) < 2 ? 0.4 : 0.7) : 0
}

/** A letter left out, put in, taken for another, or two neighbours swapped. */
const isOneSlip = (one: string, other: string): boolean => {
  if (Math.abs(one.length - other.length) > 1) return false
  const shorter = Math.min(one.length, other.length)
  let from = 0
  while (from < shorter && one[from] === other[from]) from += 1
  let same = 0
  while (same < shorter - from && one.at(-1 - same) === other.at(-1 - same)) same += 1
  const [left, right] = [one.length - same - from, other.length - same - from]
  if (left <= 1 && right <= 1) return true
  const areTwo = left === 2 && right === 2
  return areTwo && one[from] === other[from + 1] && one[from + 1] === other[from]
}
