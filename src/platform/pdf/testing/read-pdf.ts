import { createDecipheriv, createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'

/** A PDF opened with its password, as far as `writePdf` writes one. */
export interface OpenedPdf {
  readonly pages: number
  readonly title: string
  /** All that is written, in the order of writing. */
  readonly text: string
}

interface Part {
  readonly id: number
  readonly head: string
  readonly stream: Buffer | null
}

// Objects as they lie in the file; what is in them is not understood any further.
const partsOf = (file: Buffer): Part[] => {
  const latin = file.toString('latin1')
  return [...latin.matchAll(/(\d+) 0 obj\n/g)].map((match) => {
    const from = match.index + match[0].length
    const end = latin.indexOf('endobj', from)
    const streamAt = latin.indexOf('stream\n', from)
    const hasStream = streamAt !== -1 && streamAt < end
    const head = latin.slice(from, hasStream ? streamAt : end)
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
    const begin = streamAt + 'stream\n'.length
    const id = Number(match[1])
    return { id, head, stream: hasStream ? file.subarray(begin, begin + length) : null }
  })
}

const hexIn = (head: string, name: string): Buffer => {
  const hex = new RegExp(`/${name} <([0-9a-fA-F]+)>`).exec(head)?.[1]
  if (hex !== undefined) return Buffer.from(hex, 'hex')
  const at = head.indexOf(`/${name} (`)
  return literal(head, at + name.length + 3)
}

// ( … ) with its escapes, of PDF 32000-1, 7.3.4.2.
const literal = (text: string, at: number): Buffer => {
  const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
  let out = ''
  for (let i = at; i < text.length && text[i] !== ')'; i += 1) {
    const next = text[i + 1] ?? ''
    if (text[i] !== '\\') out += text.charAt(i)
    else {
      out += escapes[next] ?? next
      i += 1
    }
  }
  return Buffer.from(out, 'latin1')
}

const sha256 = (...parts: readonly Buffer[]): Buffer =>
  createHash('sha256').update(Buffer.concat(parts)).digest()

// Adobe Supplement to ISO 32000, extension level 3, 3.5.2.
const fileKey = (encryption: string, password: string): Buffer => {
  const [u, ue] = [hexIn(encryption, 'U'), hexIn(encryption, 'UE')]
  const typed = Buffer.from(password)
  if (!sha256(typed, u.subarray(32, 40)).equals(u.subarray(0, 32)))
    throw new Error('the password does not open this file')
  const key = sha256(typed, u.subarray(40, 48))
  const cipher = createDecipheriv('aes-256-cbc', key, Buffer.alloc(16)).setAutoPadding(false)
  return Buffer.concat([cipher.update(ue), cipher.final()])
}

const decrypted = (key: Buffer, sealed: Buffer): Buffer => {
  const cipher = createDecipheriv('aes-256-cbc', key, sealed.subarray(0, 16))
  return Buffer.concat([cipher.update(sealed.subarray(16)), cipher.final()])
}

/** Opens what `writePdf` wrote. @throws where the password is another */
export const readPdf = (file: Buffer, password: string): OpenedPdf => {
  const parts = partsOf(file)
  const encryption = parts.find(({ head }) => head.includes('/AESV3'))?.head ?? ''
  const key = fileKey(encryption, password)
  const streamOf = (id: number): string => {
    const { stream, head } = parts.find((part) => part.id === id) ?? { stream: null, head: '' }
    if (stream === null) return ''
    const plain = decrypted(key, stream)
    return (head.includes('/FlateDecode') ? inflateSync(plain) : plain).toString('latin1')
  }
  const headOf = (id: number): string => parts.find((part) => part.id === id)?.head ?? ''
  const referenced = (head: string, name: string): number =>
    Number(new RegExp(`/${name} (\\d+) 0 R`).exec(head)?.[1] ?? 0)

  const pages = parts.filter(({ head }) => head.includes('/Type /Page\n'))
  const text = pages.flatMap(({ head }) => {
    const resources = headOf(referenced(head, 'Resources'))
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id]) => [
        name,
        lettersIn(streamOf(referenced(headOf(Number(id)), 'ToUnicode'))),
      ]),
    )
    return wordsIn(streamOf(referenced(head, 'Contents')), fonts)
  })
  const info = parts.find(({ head }) => head.includes('/CreationDate'))?.head ?? ''
  const title = headOf(referenced(info, 'Title'))
  return {
    pages: pages.length,
    title: utf16(decrypted(key, literal(title, title.indexOf('(') + 1))),
    text: text.join(''),
  }
}

const utf16 = (bytes: Buffer): string =>
  bytes[0] === 0xfe && bytes[1] === 0xff
    ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le')
    : bytes.toString('latin1')

// beginbfrange <0000> <00ff> [<0041> <0042> …]
const lettersIn = (map: string): ReadonlyMap<number, string> =>
  new Map(
    [...map.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g)].flatMap(([, from, list]) =>
      [...(list ?? '').matchAll(/<([0-9a-f]*)>/g)].map(([, hex = ''], at): [number, string] => [
        parseInt(from ?? '', 16) + at,
        Buffer.from(hex, 'hex').swap16().toString('utf16le'),
      ]),
    ),
  )

const wordsIn = (
  content: string,
  fonts: ReadonlyMap<string, ReadonlyMap<number, string>>,
): string[] => {
  let letters: ReadonlyMap<number, string> = new Map()
  const out: string[] = []
  let end = { x: 0, y: NaN }
  for (const [, font, , x, y, array] of content.matchAll(
    /\/(F\d+) ([\d.]+) Tf|1 0 0 1 ([\d.]+) ([\d.]+) Tm|\[([^\]]*)\] TJ/g,
  )) {
    if (font !== undefined) letters = fonts.get(font) ?? new Map()
    if (x !== undefined && y !== undefined) {
      // Another place on the same line, or another line: what stands there is another word.
      if (Number(y) !== end.y) out.push('\n')
      end = { x: Number(x), y: Number(y) }
    }
    if (array !== undefined)
      for (const [, hex = ''] of array.matchAll(/<([0-9a-f]+)>/g))
        for (const glyph of hex.match(/.{4}/g) ?? [])
          out.push(letters.get(parseInt(glyph, 16)) ?? '')
  }
  return out
}
