import { crc32 } from 'node:zlib'

interface Packed {
  readonly name: string
  readonly bytes: Buffer
  /** Deflated already. */
  readonly isPacked?: boolean
  /** The size the archive says it unpacks to. */
  readonly claims?: number
}

/** An archive as any program writes it, or as one who lies writes it. */
export const zipOf = (files: readonly Packed[]): Buffer => {
  let offset = 0
  const [locals, directory]: [Buffer[], Buffer[]] = [[], []]
  for (const { name, bytes, isPacked = false, claims = bytes.length } of files) {
    const head = Buffer.alloc(26)
    head.writeUInt16LE(20, 0)
    head.writeUInt16LE(isPacked ? 8 : 0, 4)
    head.writeUInt32LE(crc32(bytes), 10)
    head.writeUInt32LE(bytes.length, 14)
    head.writeUInt32LE(claims, 18)
    head.writeUInt16LE(Buffer.byteLength(name), 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, Buffer.from(name), bytes])
    locals.push(local)
    directory.push(
      Buffer.concat([
        Buffer.from('PK\u0001\u0002'),
        Buffer.of(20, 0),
        head,
        place,
        Buffer.from(name),
      ]),
    )
    offset += local.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(files.length, 4)
  end.writeUInt16LE(files.length, 6)
  end.writeUInt32LE(index.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...locals, index, Buffer.from('PK\u0005\u0006'), end])
}

type Cell = string | number | null | { readonly day: number }

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const column = (at: number): string =>
  at < 26 ? String.fromCharCode(65 + at) : `${column(Math.floor(at / 26) - 1)}${column(at % 26)}`

const cellOf = (cell: Cell, at: number, line: number): string => {
  const place = `r="${column(at)}${line}"`
  if (cell === null) return ''
  if (typeof cell === 'number') return `<c ${place}><v>${cell}</v></c>`
  if (typeof cell === 'object') return `<c ${place} s="1"><v>${cell.day}</v></c>`
  return `<c ${place} t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const xml = (text: string): Buffer =>
  Buffer.from(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`)

/** A workbook with one sheet of these lines; `more` is put behind its last cell, `before` before all. */
export const workbookOf = (lines: readonly (readonly Cell[])[], more = '', before = ''): Buffer =>
  zipOf([
    {
      name: '[Content_Types].xml',
      bytes: xml(
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/></Types>',
      ),
    },
    {
      name: 'xl/workbook.xml',
      bytes: xml(
        `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Danh sách" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      bytes: xml(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
      ),
    },
    {
      name: 'xl/styles.xml',
      bytes: xml(
        `<styleSheet xmlns="${main}"><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="14" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
      ),
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      bytes: xml(
        `<worksheet xmlns="${main}">${before}<sheetData>${lines
          .map(
            (cells, index) =>
              `<row r="${index + 1}">${cells.map((cell, at) => cellOf(cell, at, index + 1)).join('')}${index === lines.length - 1 ? more : ''}</row>`,
          )
          .join('')}</sheetData></worksheet>`,
      ),
    },
  ])
