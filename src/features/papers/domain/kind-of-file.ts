import type { PaperKind } from './paper.js'

export const paperProblems = [
  'missing',
  'too_big',
  'empty',
  'kind_unfit',
  'has_pictures',
  'has_macros',
] as const

/** Why a file is not taken in; also the key of the words people read. */
export type PaperProblem = (typeof paperProblems)[number]

export type KindRead =
  | { readonly ok: true; readonly kind: PaperKind }
  | { readonly ok: false; readonly problem: PaperProblem }

const unfit: KindRead = { ok: false, problem: 'kind_unfit' }

/**
 * What a file is by what stands in it, whatever it is called. Zipped documents are known by their
 * parts; one with pictures, films or macros in it is refused. Whether a PDF shows a picture cannot be
 * known from here.
 */
export const kindOfFile = (bytes: Buffer): KindRead => {
  if (bytes.length === 0) return { ok: false, problem: 'empty' }
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return { ok: true, kind: 'pdf' }
  if (bytes.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) return zipped(bytes)
  return isPlainText(bytes) ? { ok: true, kind: 'txt' } : unfit
}

const zipped = (bytes: Buffer): KindRead => {
  const parts = partsOf(bytes)
  const kind = kindOfParts(bytes, parts)
  if (kind === null) return unfit
  if (parts.some((part) => /vba|macro|\.bin$|^Basic\//i.test(part)))
    return { ok: false, problem: 'has_macros' }
  if (parts.some(isPicture)) return { ok: false, problem: 'has_pictures' }
  return { ok: true, kind }
}

const pictureFolder = /(^|\/)(media|pictures)\/./i
const pictureName =
  /\.(png|jpe?g|jfif|gif|bmp|tiff?|webp|hei[cf]|avif|svg|emf|wmf|mp4|m4v|mov|avi|webm|mkv|mpe?g|3gp|wmv)$/i
// The first page in small, which word processors put in of themselves.
const thumbnail = /^(docProps|Thumbnails)\/thumbnail\.\w+$/

// Word processors have a folder for them; whoever packs a document by hand puts them anywhere.
const isPicture = (part: string): boolean =>
  pictureFolder.test(part) || (pictureName.test(part) && !thumbnail.test(part))

const kindOfParts = (bytes: Buffer, parts: readonly string[]): PaperKind | null => {
  if (parts.includes('[Content_Types].xml')) {
    if (parts.includes('word/document.xml')) return 'docx'
    if (parts.includes('xl/workbook.xml')) return 'xlsx'
  }
  // OpenDocument 1.3, part 2, 3.3: the first part is called `mimetype` and is stored as it is.
  const says = bytes.subarray(30, 30 + 100).toString('latin1')
  return says.startsWith('mimetypeapplication/vnd.oasis.opendocument.textPK') ? 'odt' : null
}

/** Names of the parts, from the directory at the end (APPNOTE.TXT, 4.3.12). */
const partsOf = (bytes: Buffer): string[] => {
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  if (end === -1 || end + 22 > bytes.length) return []
  const count = bytes.readUInt16LE(end + 10)
  const names: string[] = []
  let at = bytes.readUInt32LE(end + 16)
  while (names.length < count && at + 46 <= bytes.length) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) return []
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field))
    if (name === undefined || extra === undefined || comment === undefined) return []
    names.push(bytes.subarray(at + 46, at + 46 + name).toString())
    at += 46 + name + extra + comment
  }
  // What stands between would be read by others: a directory that counts less than it holds.
  return at === end ? names : []
}

// Tab, line feed, form feed and carriage return are all that a text needs of them.
const ofText = [9, 10, 12, 13]

const isControl = (letter: string): boolean => {
  const code = letter.charCodeAt(0)
  return (code < 32 && !ofText.includes(code)) || code === 127
}

// UTF-8 without control characters; anything else is something that looks like text.
const isPlainText = (bytes: Buffer): boolean => {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return !Array.from(text).some(isControl) && !/^\s*<(svg|\?xml|html|!doctype)/i.test(text)
  } catch {
    return false
  }
}
