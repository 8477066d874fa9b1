import type { LocalDate } from '../../../platform/clock/local-time.js'
import { fullNameOf, plainName, standsOn, type Commune, type CommuneKind } from './commune.js'

/** What a typed name means among the communes of an area. */
export type Understood =
  /** Nothing to hold it against: no list has been imported for the area. */
  | { readonly is: 'as-typed' }
  /** One commune, written out; of one that is gone, the one that holds its area, with the old name behind. */
  | { readonly is: 'known'; readonly name: string }
  /** None, and what it may have meant. */
  | { readonly is: 'unknown'; readonly names: readonly string[] }
  /** Several of that name. */
  | { readonly is: 'several'; readonly names: readonly string[] }
  /** One that was divided: each of these holds a part of it. */
  | { readonly is: 'divided'; readonly names: readonly string[] }

const mostNames = 5

/**
 * Understands the name of a commune as people write it: with or without tones, kind or what follows a
 * comma. What stood on that day comes first, then what became of those gone by then, then what came
 * later: of an older event people often name the place as it is called today.
 */
export const understandPlace = (
  communes: readonly Commune[],
  typed: string,
  on: LocalDate,
): Understood => {
  if (communes.length === 0) return { is: 'as-typed' }
  if (isWrittenOut(communes, typed, on)) return { is: 'known', name: typed }
  const meant = narrowed(communes, readingsOf(typed))
  const standing = oneName(meant.filter((commune) => standsOn(commune, on)))
  if (standing !== null) return standing
  const gone = meant.filter(({ validUntil }) => validUntil !== null && validUntil < on)
  if (gone.length > 0) return successorOf(communes, gone, on)
  return oneName(meant) ?? { is: 'unknown', names: closeTo(communes, typed, on) }
}

/** The communes that stood on that day, as people write them, in the order of their names. */
export const namesOn = (communes: readonly Commune[], on: LocalDate): string[] =>
  namesOf(communes.filter((commune) => standsOn(commune, on)))

/** A commune that is gone is kept in sight behind the one that holds its area. */
const withFormer = (name: string, former: string): string => `${name} (${former} cũ)`

// What was understood once is understood the same again, with the former name behind it.
const isWrittenOut = (communes: readonly Commune[], typed: string, on: LocalDate): boolean =>
  communes.some(
    (now) =>
      standsOn(now, on) &&
      typed.startsWith(`${fullNameOf(now)} (`) &&
      communes.some((before) => typed === withFormer(fullNameOf(now), fullNameOf(before))),
  )

const namesOf = (communes: readonly Commune[]): string[] =>
  [...new Set(communes.map(fullNameOf))].sort((one, other) => one.localeCompare(other, 'vi'))

const oneName = (communes: readonly Commune[]): Understood | null => {
  const names = namesOf(communes)
  const [name] = names
  if (name === undefined) return null
  return names.length === 1 ? { is: 'known', name } : { is: 'several', names }
}

const successorOf = (
  communes: readonly Commune[],
  gone: readonly Commune[],
  on: LocalDate,
): Understood => {
  const [former = ''] = namesOf(gone)
  const names = namesOf(gone.flatMap((commune) => holdersOf(communes, commune, on, new Set())))
  const [name] = names
  // The list does not say what became of it: the name is right all the same.
  if (name === undefined) return { is: 'known', name: former }
  if (names.length > 1) return { is: 'divided', names }
  return { is: 'known', name: name === former ? name : withFormer(name, former) }
}

// A commune may have been replaced more than once until that day, and its code may go on.
const holdersOf = (
  communes: readonly Commune[],
  { code, validUntil, replacedBy }: Commune,
  on: LocalDate,
  seen: Set<string>,
): Commune[] =>
  (replacedBy.length === 0 ? [code] : replacedBy).flatMap((next) => {
    const later = communes
      .filter((one) => one.code === next && validUntil !== null && one.validFrom > validUntil)
      .toSorted((one, other) => one.validFrom.localeCompare(other.validFrom))
    const standing = later.find((one) => standsOn(one, on))
    if (standing !== undefined) return [standing]
    const [first] = later
    if (first === undefined || seen.has(`${first.code} ${first.validFrom}`)) return []
    return holdersOf(communes, first, on, seen.add(`${first.code} ${first.validFrom}`))
  })

/** A way to read what was typed: `Xà Bang` may be a name, or the commune Bang. */
interface Reading {
  readonly kind: CommuneKind | null
  readonly name: string
}

const kindsTyped: readonly (readonly [RegExp, CommuneKind])[] = [
  [/^(xa|x|commune de|commune) (?=.)/, 'xa'],
  [/^(phuong|p|ward) (?=.)/, 'phuong'],
  [/^p(?=\d)/, 'phuong'],
  [/^(dac khu|dk) (?=.)/, 'dac-khu'],
  [/^(thi tran|tt) (?=.)/, 'thi-tran'],
]

const readingsOf = (typed: string): Reading[] => {
  // The former name behind one that is written out, and the province behind a comma, say nothing new.
  const [head = ''] = typed.normalize('NFC').split(/[,(]/, 1)
  const words = head.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const name = words.join(' ').toLowerCase()
  const plain = plainName(name)
  const readings: Reading[] = [{ kind: null, name }]
  for (const [pattern, kind] of kindsTyped) {
    const [found] = pattern.exec(plain) ?? []
    // Letter for letter as long as the plain one: tones and đ are one letter each in NFC.
    if (found !== undefined) readings.push({ kind, name: name.slice(found.length) })
  }
  return readings
}

// The more exactly it was typed, the less it may mean: tones and kind count where they tell apart.
const narrowed = (communes: readonly Commune[], readings: readonly Reading[]): Commune[] => {
  const meant = communes.filter((commune) => readings.some((reading) => isNamed(commune, reading)))
  const ofKind = meant.filter((commune) =>
    readings.some((reading) => reading.kind === commune.kind && isNamed(commune, reading)),
  )
  const left = ofKind.length > 0 ? ofKind : meant
  const exact = left.filter(({ name }) => {
    const written = name.normalize('NFC').toLowerCase()
    return readings.some((reading) => reading.name === written)
  })
  return exact.length > 0 ? exact : left
}

const isNamed = ({ name, nameEn }: Commune, reading: Reading): boolean => {
  const plain = plainName(reading.name)
  return plain === plainName(name) || (nameEn !== null && plain === plainName(nameEn))
}

const closeTo = (communes: readonly Commune[], typed: string, on: LocalDate): string[] => {
  const asked = readingsOf(typed).map(({ name }) => plainName(name))
  const near = communes
    .filter((commune) => standsOn(commune, on))
    .map((commune) => {
      const name = plainName(commune.name)
      return { name: fullNameOf(commune), far: Math.min(...asked.map((one) => farFrom(one, name))) }
    })
    .filter(({ far }) => far <= mostLettersOff)
    .toSorted((one, other) => one.far - other.far || one.name.localeCompare(other.name, 'vi'))
  return [...new Set(near.map(({ name }) => name))].slice(0, mostNames)
}

const mostLettersOff = 3

// A part of the name is nearer than three wrong letters.
const farFrom = (asked: string, name: string): number =>
  asked.length >= 3 && (name.includes(asked) || asked.includes(name))
    ? 1
    : lettersOff(asked, name) * (Math.min(asked.length, name.length) < 5 ? 2 : 1)

/** How many letters have to be changed, added or left out (Levenshtein). */
const lettersOff = (one: string, other: string): number => {
  let before = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (const [row, letter] of Array.from(one).entries()) {
    const now = [row + 1]
    for (const [at, wanted] of Array.from(other).entries()) {
      const kept = (before[at] ?? 0) + (letter === wanted ? 0 : 1)
      now.push(Math.min(kept, (before[at + 1] ?? 0) + 1, (now[at] ?? 0) + 1))
    }
    before = now
  }
  return before[other.length] ?? 0
}
