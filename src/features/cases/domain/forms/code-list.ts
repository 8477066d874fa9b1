import type { Words } from '../../../../platform/i18n/index.js'
import type { CodeList } from '../../../forms/index.js'

/** What a code means, with a hint where choosing is hard. */
type Meaning = Words | readonly [label: Words, hint: Words]

/** A list of codes in the order they are offered; `source` names the standard or law they follow. */
export const codeList = (
  code: string,
  meanings: Readonly<Record<string, Meaning>>,
  source?: string,
): CodeList => ({
  code,
  values: Object.entries(meanings).map(([value, meaning]) =>
    'vi' in meaning
      ? { code: value, label: meaning }
      : { code: value, label: meaning[0], hint: meaning[1] },
  ),
  ...(source === undefined ? {} : { source }),
})
