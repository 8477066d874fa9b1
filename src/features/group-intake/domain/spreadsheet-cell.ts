// Where a spreadsheet begins a cell: at the start, and behind whatever it takes for a separator. Ours is
// the semicolon, but a spreadsheet set to another country's custom splits elsewhere, quotes or not.
const formula = /(^|[,;\t|\r\n])(?=\s*[=+\-@])/g
const marked = /(^|[,;\t|\r\n])'(?=\s*[=+\-@])/g

/**
 * A text as a cell of a text file with columns. What a spreadsheet would take for a formula is told
 * to be a text: it came from somebody else's list. https://owasp.org/www-community/attacks/CSV_Injection
 */
export const spreadsheetCell = (text: string): string => {
  const harmless = text.replace(/^(?=\s*[\t\r])/, "'").replace(formula, "$1'")
  return /[";,\n\r\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** What we write for a spreadsheet we read again: its mark says that what follows is no formula. */
export const plainCell = (cell: string): string => cell.replace(marked, '$1')

// Excel reads a text file as UTF-8 only where it says so itself.
const mark = '\uFEFF'

/** A whole file: with a mark, semicolons and Windows' line ends, as spreadsheets here open it best. */
export const spreadsheetOf = (lines: readonly (readonly string[])[]): string =>
  mark + lines.map((line) => `${line.map(spreadsheetCell).join(';')}\r\n`).join('')
