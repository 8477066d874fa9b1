import { oneOf } from './made-up-people.js'

/** A way in which a name is typed that is not how it is written. */
export type Misspelling =
  | 'no-tones'
  | 'letter-missing'
  | 'letters-swapped'
  | 'letter-doubled'
  | 'order-swapped'
  | 'part-missing'
  | 'd-for-đ'
  | 'i-for-y'

const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')

/** The name with one of its words changed; null where no word can be. */
const inOneWord = (
  name: string,
  chance: () => number,
  mayChange: (word: string) => boolean,
  change: (word: string) => string,
): string | null => {
  const parts = name.split(' ')
  const [first, ...others] = [...parts.keys()].filter((at) => mayChange(parts[at] ?? ''))
  if (first === undefined) return null
  const chosen = oneOf(chance, [first, ...others])
  return parts.map((word, at) => (at === chosen ? change(word) : word)).join(' ')
}

// What is typed in haste is typed without tones.
const ways: Readonly<Record<Misspelling, (name: string, chance: () => number) => string | null>> = {
  'no-tones': plain,
  'letter-missing': (name, chance) =>
    inOneWord(
      plain(name),
      chance,
      (word) => word.length > 2,
      (word) => {
        const at = Math.floor(chance() * word.length)
        return word.slice(0, at) + word.slice(at + 1)
      },
    ),
  'letters-swapped': (name, chance) =>
    inOneWord(
      plain(name),
      chance,
      (word) => word.length > 2,
      (word) => {
        const at = Math.floor(chance() * (word.length - 1))
        return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
      },
    ),
  'letter-doubled': (name, chance) =>
    inOneWord(
      plain(name),
      chance,
      (word) => word.length > 1,
      (word) => {
        const at = Math.floor(chance() * word.length)
        return word.slice(0, at) + word.charAt(at) + word.slice(at)
      },
    ),
  'order-swapped': (name) => {
    const parts = name.split(' ')
    return parts.length < 2 ? null : [...parts.slice(-1), ...parts.slice(0, -1)].join(' ')
  },
  // People are called by the last words of their name.
  'part-missing': (name) => {
    const parts = name.split(' ')
    return parts.length < 3 ? null : parts.slice(parts.length === 3 ? 1 : 2).join(' ')
  },
  'd-for-đ': (name) => (/đ/iu.test(name) ? name.replaceAll('đ', 'd').replaceAll('Đ', 'D') : null),
  'i-for-y': (name) => {
    const typed = name.replace(
      /[yýỳỷỹỵ]/giu,
      (letter) =>
        ({ y: 'i', ý: 'í', ỳ: 'ì', ỷ: 'ỉ', ỹ: 'ĩ', ỵ: 'ị' })[letter.toLowerCase()] ?? letter,
    )
    return typed === name ? null : typed
  },
}

export const misspellings = Object.keys(ways) as readonly Misspelling[]

/** The name typed in this way; null where it cannot be, or would be as it is written. */
export const misspelt = (kind: Misspelling, name: string, chance: () => number): string | null => {
  const typed = ways[kind](name, chance)
  return typed === name ? null : typed
}
