/**
 * A text as a cell of a text file with columns. What a spreadsheet would take for a formula is told
 * to be a text: it came from somebody else's list. https://owasp.org/www-community/attacks/CSV_Injection
 */
export const spreadsheetCell = (text: string): string => {
  const harmless = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[";,\n\r\t]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

// Excel reads a text file as UTF-8 only where it says so itself.
const mark = '\uFEFF'

/** A whole file: with a mark, semicolons and Windows' line ends, as spreadsheets here open it best. */
export const spreadsheetOf = (lines: readonly (readonly string[])[]): string =>
  mark + lines.map((line) => `${line.map(spreadsheetCell).join(';')}\r\n`).join('')
