/** A name in the forms by which it is compared. */
export interface SpokenName {
  /** Each word in lower case with its tones, in the order given. */
  readonly toned: readonly string[]
  /** The same without any marks: `Nguyễn Thị Mai` → `nguyen`, `thi`, `mai`. */
  readonly plain: readonly string[]
  /** The same as one may have heard it. */
  readonly sound: readonly string[]
}

// What people put before a name; a part of it only where nothing follows.
const forms = new Set(['bé', 'em', 'cháu', 'cô', 'chị', 'ông', 'bà'])

/** As many words of a name as are looked at. */
const mostWords = 8

/** A word of a name in the same forms. */
interface SpokenWord {
  readonly plain: string
  readonly sound: string
}

/** Words that were met already, by their toned form: of many names most words are the same few. */
export type KnownWords = Map<string, SpokenWord>

/** The forms of a name however it was typed; no words for a text without letters. */
export const spokenName = (text: string, known: KnownWords = new Map()): SpokenName => {
  const words = text
    .normalize('NFC')
    // `NguyễnThịMai`, as a spreadsheet without spaces has it.
    .replace(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLocaleLowerCase('vi')
    .split(/[^\p{L}\p{M}]+/u)
    .filter((word) => word !== '')
    .slice(0, mostWords)
  const [first = ''] = words
  const toned = words.length > 1 && forms.has(first) ? words.slice(1) : words
  const spoken = toned.map((word) => spokenWord(word, known))
  return {
    toned,
    plain: spoken.map(({ plain }) => plain),
    sound: spoken.map(({ sound }) => sound),
  }
}

const spokenWord = (toned: string, known: KnownWords): SpokenWord => {
  const met = known.get(toned)
  if (met !== undefined) return met
  const plain = plainOf(toned)
  const word = { plain, sound: soundOf(plain) }
  known.set(toned, word)
  return word
}

/** The names in a text that may hold several: `Mai, bé Na`. */
export const namesIn = (text: string): string[] =>
  text.split(/[,;/\n]+/u).filter((name) => /\p{L}/u.test(name))

/** A word without its marks. */
export const plainOf = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')

const initials: readonly (readonly [RegExp, string])[] = [
  [/^ngh/, 'ng'],
  [/^gh/, 'g'],
  [/^gi(?=[aeou])/, 'd'],
  [/^gi/, 'di'],
  [/^[drv]/, 'd'],
  [/^(?:tr|ch)/, 'ch'],
  [/^[sx]/, 's'],
  [/^(?:l|n(?!g))/, 'n'],
  [/^[kqc](?!h)/, 'k'],
  [/^f/, 'ph'],
]

/**
 * What remains of an unmarked word where regions and ears differ: d/gi/r/v, tr/ch, s/x, l/n, k/q/c at
 * the beginning, n/ng/nh and c/ch/t at the end, i/y.
 */
export const soundOf = (plain: string): string => {
  const [from, to] = initials.find(([initial]) => initial.test(plain)) ?? [/^/, '']
  return plain
    .replace(from, to)
    .replaceAll('y', 'i')
    .replace(/n[gh]$/, 'n')
    .replace(/c[h]?$/, 't')
}

/** The text with each one of its letters left out, none twice. */
export const oneLetterLess = (text: string): string[] => [
  ...new Set(Array.from(text, (_, at) => text.slice(0, at) + text.slice(at + 1))),
]
