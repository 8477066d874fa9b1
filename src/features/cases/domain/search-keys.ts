import { handlesIn, lettersOfHandle } from './account-handle.js'
import { phonesIn, withoutAThird } from './phone-number.js'
import { namesIn, oneLetterLess, spokenName, type SpokenName } from './spoken-name.js'

/** What is known of somebody or something and can be found again. */
export interface Findable {
  /** Names and nicknames, each in the forms people use. */
  readonly names?: readonly (string | null)[]
  /** Texts with telephone numbers. */
  readonly phones?: readonly (string | null)[]
  /** Texts with names of accounts. */
  readonly handles?: readonly (string | null)[]
}

/** A text of which a keyed token is made; the same text of another kind has another token. */
export interface KeyText {
  readonly kind: string
  readonly text: string
}

/** A token that is asked for, with what it counts when it is found. */
export interface AskedKey extends KeyText {
  readonly weight: number
}

// Words so many people have in their names that they tell nobody apart: family names and what stands
// between. No key is made of them alone nor of two of them: it would be long to read, and the most
// frequent keys of a stolen table could be guessed.
const common = new Set([
  'nguyen',
  'tran',
  'le',
  'pham',
  'hoang',
  'huynh',
  'phan',
  'vu',
  'vo',
  'dang',
  'bui',
  'do',
  'ho',
  'ngo',
  'duong',
  'ly',
  'dinh',
  'doan',
  'trinh',
  'truong',
  'thi',
  'van',
])

/** Is the word one that tells nobody apart? */
export const isCommonName = (plain: string): boolean => common.has(plain)

// Unlike a space it stands in no word.
const joined = (words: readonly string[]): string => [...words].sort().join('|')

const near = (partner: string, word: string): KeyText[] =>
  [word, ...oneLetterLess(word)]
    .filter((variant) => variant !== '')
    .map((variant) => ({ kind: 'name-near', text: `${partner}|${variant}` }))

const nearAlone = (word: string): KeyText[] =>
  [word, ...oneLetterLess(word)]
    .filter((variant) => variant.length > 1)
    .map((text) => ({ kind: 'name-near-alone', text }))

const at = (words: readonly string[], index: number): string => words[index] ?? ''

const keysOfName = ({ toned, plain, sound }: SpokenName): KeyText[] => {
  const last = plain.length - 1
  if (last < 0) return []
  // A given name is one's own even where others have it as a family name.
  const tells = (index: number): boolean => index === last || !common.has(at(plain, index))
  const positions = plain.map((_, index) => index)
  const telling = positions.filter(tells)
  return [
    { kind: 'name-whole', text: joined(toned) },
    { kind: 'name-sound', text: joined(sound) },
    ...telling.map((index) => ({ kind: 'name-one', text: at(sound, index) })),
    ...nearAlone(at(plain, last)),
    ...positions.flatMap((one) =>
      positions
        .filter((other) => other > one && (tells(one) || tells(other)))
        .map((other) => ({ kind: 'name-pair', text: joined([at(sound, one), at(sound, other)]) })),
    ),
    // A slip in a word is found beside a word without one: the first beside the given name, what tells
    // beside the first, and where only the given name tells, that beside each.
    ...(last === 0 ? [] : near(at(sound, last), at(plain, 0))),
    ...telling
      .filter((index) => index !== 0)
      .flatMap((index) =>
        positions
          .filter((partner) => partner !== index && (partner === 0 || telling.length === 1))
          .flatMap((partner) => near(at(sound, partner), at(plain, index))),
      ),
  ]
}

const keysOfPhone = (digits: string): KeyText[] => [
  { kind: 'phone', text: digits },
  ...(digits.length < 9
    ? []
    : withoutAThird(digits).map((text) => ({ kind: 'phone-thirds', text }))),
]

const keysOfHandle = (handle: string): KeyText[] => {
  const letters = lettersOfHandle(handle)
  return [
    { kind: 'handle', text: handle },
    ...(letters === null ? [] : [{ kind: 'handle-letters', text: letters }]),
  ]
}

const known = (texts: readonly (string | null)[] | undefined): string[] =>
  (texts ?? []).filter((text) => text !== null)

/** The texts of all keys under which this is kept, each once. */
export const storedKeys = ({ names, phones, handles }: Findable): KeyText[] =>
  distinct([
    ...known(names)
      .flatMap(namesIn)
      .flatMap((name) => keysOfName(spokenName(name))),
    ...known(phones).flatMap(phonesIn).flatMap(keysOfPhone),
    ...known(handles).flatMap(handlesIn).flatMap(keysOfHandle),
    // On some platforms the number is the account.
    ...known(handles).flatMap(phonesIn).flatMap(keysOfPhone),
  ])

const distinct = <Text extends KeyText>(keys: readonly Text[]): Text[] => [
  ...new Map(keys.map((key) => [`${key.kind}|${key.text}`, key])).values(),
]

const weights: Readonly<Record<string, number>> = {
  'name-whole': 6,
  'name-sound': 10,
  'name-pair': 4,
  'name-one': 3,
  'name-near': 1,
  'name-near-alone': 1,
  phone: 20,
  'phone-thirds': 8,
  handle: 20,
  'handle-letters': 6,
}

const fewWords = 2

type AskedText = KeyText & { readonly weight?: number }

// Where the word as it was typed is another one with a letter left out, that is a slip by itself; where
// both have to lose a letter to be the same, they may as well be two words.
const askedNear = (partner: string, word: string): AskedText[] =>
  near(partner, word).map((key, at) => (at === 0 ? { ...key, weight: 2 } : key))

const askedOfName = ({ toned, plain, sound }: SpokenName): AskedText[] => {
  const positions = plain.map((_, index) => index)
  return [
    { kind: 'name-whole', text: joined(toned) },
    { kind: 'name-sound', text: joined(sound) },
    // Few words are each looked for by themselves as well; among several, one word would bring everybody
    // who has it.
    ...(plain.length > fewWords
      ? []
      : plain.flatMap((word, index) => [
          { kind: 'name-one', text: at(sound, index) },
          ...nearAlone(word),
        ])),
    ...positions.flatMap((one) =>
      positions
        .filter((other) => other > one)
        .map((other) => ({ kind: 'name-pair', text: joined([at(sound, one), at(sound, other)]) })),
    ),
    // A word that many have is hardly a slip of another one, unless it lost a letter: then it is one of
    // the other's variants itself.
    ...positions.flatMap((index) =>
      positions
        .filter((partner) => partner !== index)
        .flatMap((partner) => {
          const keys = askedNear(at(sound, partner), at(plain, index))
          return common.has(at(plain, index)) ? keys.slice(0, 1) : keys
        }),
    ),
  ]
}

/** What to ask for where somebody looks for these, each once. */
export const askedKeys = ({ names, phones, handles }: Findable): AskedKey[] =>
  distinct([
    ...known(names)
      .map((name) => spokenName(name))
      .filter(({ plain }) => plain.length > 0)
      .flatMap(askedOfName),
    ...known(phones).flatMap(phonesIn).flatMap(keysOfPhone),
    ...known(handles).flatMap(handlesIn).flatMap(keysOfHandle),
  ]).map((key: AskedText) => ({ weight: weights[key.kind] ?? 0, ...key }))
