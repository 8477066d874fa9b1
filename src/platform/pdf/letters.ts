import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { inflateSync } from 'node:zlib'

// The family comes in pieces: no single file has both `n` and `ễ`.
export const subsets = ['latin', 'vietnamese', 'latin-ext'] as const

export type Subset = (typeof subsets)[number]

export const weights = [400, 600] as const

export type Weight = (typeof weights)[number]

const folder = (): string =>
  join(
    dirname(createRequire(import.meta.url).resolve('@fontsource/be-vietnam-pro/package.json')),
    'files',
  )

const read = new Map<string, Buffer>()

/** The letters of one piece, read once by the process. */
export const lettersOf = (subset: Subset, weight: Weight): Buffer => {
  const file = `be-vietnam-pro-${subset}-${weight}-normal.woff`
  const known = read.get(file)
  if (known !== undefined) return known
  const bytes = unfolded(readFileSync(join(folder(), file)))
  read.set(file, bytes)
  return bytes
}

// WOFF 1.0 folds each table of a font; folded, the reader of fonts unfolds a table anew for every letter.
// https://www.w3.org/TR/WOFF/
const unfolded = (woff: Buffer): Buffer => {
  const count = woff.readUInt16BE(12)
  const tables = Array.from({ length: count }, (_, at) => {
    const entry = 44 + at * 20
    const [offset, folded, length] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field))
    if (offset === undefined || folded === undefined || length === undefined)
      throw new RangeError('a font without its tables')
    const bytes = woff.subarray(offset, offset + folded)
    return {
      tag: woff.subarray(entry, entry + 4),
      checksum: woff.subarray(entry + 16, entry + 20),
      bytes: folded < length ? inflateSync(bytes) : bytes,
    }
  })
  const head = Buffer.alloc(12 + count * 16)
  woff.copy(head, 0, 4, 8)
  head.writeUInt16BE(count, 4)
  const [power, padded] = [
    2 ** Math.floor(Math.log2(count)),
    (n: number) => n + ((4 - (n % 4)) % 4),
  ]
  head.writeUInt16BE(power * 16, 6)
  head.writeUInt16BE(Math.log2(power), 8)
  head.writeUInt16BE((count - power) * 16, 10)
  let offset = head.length
  const bodies = tables.map(({ tag, checksum, bytes }, at) => {
    const entry = 12 + at * 16
    tag.copy(head, entry)
    checksum.copy(head, entry + 4)
    head.writeUInt32BE(offset, entry + 8)
    head.writeUInt32BE(bytes.length, entry + 12)
    offset += padded(bytes.length)
    return Buffer.concat([bytes], padded(bytes.length))
  })
  return Buffer.concat([head, ...bodies])
}

/** Text that one piece of the family can write by itself. */
export interface Run {
  readonly subset: Subset
  readonly text: string
}

/** What stands for a letter that no piece has: better seen than left out. */
export const unknownLetter = '?'

/**
 * A text as the pieces of the family that write it, one after the other. A letter that several have
 * stays with the one before it.
 */
export const runsOf = (
  text: string,
  has: (subset: Subset, codePoint: number) => boolean,
): readonly Run[] => {
  const runs: { subset: Subset; text: string }[] = []
  for (const letter of text.normalize('NFC')) {
    const last = runs.at(-1)
    const codePoint = letter.codePointAt(0) ?? 0
    const fit = [...(last === undefined ? [] : [last.subset]), ...subsets].find((subset) =>
      has(subset, codePoint),
    )
    const written = fit === undefined ? unknownLetter : letter
    const subset = fit ?? 'latin'
    if (last?.subset === subset) last.text += written
    else runs.push({ subset, text: written })
  }
  return runs
}
