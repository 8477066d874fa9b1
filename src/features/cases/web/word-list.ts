import type { Format } from '../../../platform/i18n/index.js'

/** Labels as one phrase: the first keeps its capital, the others lose theirs. */
export const phraseOf = (format: Format, labels: readonly string[]): string =>
  format.list(
    labels.map((label, index) =>
      index === 0 ? label : `${label.charAt(0).toLocaleLowerCase(format.locale)}${label.slice(1)}`,
    ),
  )
