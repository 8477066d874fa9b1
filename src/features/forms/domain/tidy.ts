/** C0 and C1 controls but tab and line feed: nobody types them, and some cannot be stored as JSON. */
// eslint-disable-next-line no-control-regex -- these are the ones meant
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g

/** A text of several lines as it is stored: Unicode NFC, line feeds only, nothing around it. */
export const tidyLines = (text: string): string =>
  text.replaceAll('\r\n', '\n').replace(controls, '').normalize('NFC').trim()

/** The same on one line. */
export const tidyLine = (text: string): string => tidyLines(text).replace(/\s+/g, ' ')

/** Length in code points: nobody is told that an emoji is two letters. */
export const lengthOf = (text: string): number => Array.from(text).length
