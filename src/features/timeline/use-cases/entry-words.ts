import type { Format } from '../../../platform/i18n/index.js'
import type { Translate } from '../../../ui/translate.js'
import type { TimelineEntry, TimelineRemark } from './timeline-part.js'

/** An entry in the reader's words. */
export interface SaidEntry {
  readonly title: string
  readonly text: string | null
  readonly remarks: readonly string[]
}

/** Says an entry in one language. */
export const saidEntry = (
  { title, facts = {}, said = {}, text = null, remarks = [] }: TimelineEntry,
  t: Translate,
  format: Format,
): SaidEntry => ({
  title: t(title, {
    ...facts,
    ...Object.fromEntries(Object.entries(said).map(([name, sentence]) => [name, t(sentence)])),
  }),
  text,
  remarks: remarks.map((remark) => saidRemark(remark, t, format)),
})

const saidRemark = ({ text, facts, at }: TimelineRemark, t: Translate, format: Format): string =>
  t(text, { ...facts, ...(at === undefined ? {} : { at: format.dateTime(at) }) })

/** One spelling of what people type with or without tones and capitals. */
const levelled = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'd')
    .toLowerCase()

/** Whether all words of the search occur in what the reader reads of an entry; null for no search. */
export const searchFor = (
  typed: string,
  t: Translate,
  format: Format,
): ((entry: TimelineEntry) => boolean) | null => {
  const words = levelled(typed)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (words.length === 0) return null
  return (entry) => {
    const { title, text, remarks } = saidEntry(entry, t, format)
    const all = levelled([title, text ?? '', ...remarks, entry.by ?? ''].join(' '))
    return words.every((word) => all.includes(word))
  }
}
