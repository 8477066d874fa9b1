import { describe, expect, it } from '@jest/globals'
import { deflateRawSync } from 'node:zlib'
import { UploadedFile } from '../../../platform/web/upload.js'
import { csvOf } from '../testing/a-list.js'
import { workbookOf, zipOf } from '../testing/a-workbook.js'
import { readTable } from './read-table.js'

const read = (bytes: Buffer, isTooBig = false) =>
  readTable(new UploadedFile('list', bytes, isTooBig))
const troubleOf = (bytes: Buffer, isTooBig = false): Promise<unknown> =>
  read(bytes, isTooBig).then(
    () => null,
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  )

const list = [
  ['Họ tên', 'Ngày sinh'],
  ['Trần Văn Đông', '27/02/1999'],
  ['', ''],
  ['Lê "Tí"; Nguyễn', ''],
]
const understood = {
  header: ['Họ tên', 'Ngày sinh'],
  rows: [
    { line: 2, cells: ['Trần Văn Đông', '27/02/1999'] },
    { line: 4, cells: ['Lê "Tí"; Nguyễn', ''] },
  ],
}

describe('a list', () => {
  it('is read with whatever separates its cells', async () => {
    for (const delimiter of [';', ',', '\t', '|'])
      expect(await read(csvOf(list, delimiter))).toEqual(understood)
  })

  it('is read in UTF-8 with and without its mark, and in UTF-16', async () => {
    const utf8 = csvOf(list, '\t')
    expect(await read(Buffer.concat([Buffer.of(0xef, 0xbb, 0xbf), utf8]))).toEqual(understood)
    const utf16 = Buffer.from(`\uFEFF${utf8.toString()}`, 'utf16le')
    expect(await read(utf16)).toEqual(understood)
  })

  it('is read as Vietnamese Windows wrote it, where the tone follows its vowel', async () => {
    // "Tên" and "Trần": ê is one byte, â with a grave accent two.
    const bytes = Buffer.concat([
      Buffer.from('T'),
      Buffer.of(0xea),
      Buffer.from('n;x\nTr'),
      Buffer.of(0xe2, 0xcc),
      Buffer.from('n;1'),
    ])
    const { header, rows } = await read(bytes)
    expect([header[0], rows[0]?.cells[0]]).toEqual(['Tên', 'Trần'.normalize('NFC')])
  })

  it('is read from a workbook, days as days and numbers as they are', async () => {
    const table = await read(
      workbookOf([
        ['Họ tên', 'Ngày sinh', 'Điện thoại'],
        ['Trần Văn Đông', { day: 36218 }, 905000111],
        ['Lê <An> & "Bình"', '', null],
      ]),
    )
    expect(table).toEqual({
      header: ['Họ tên', 'Ngày sinh', 'Điện thoại'],
      rows: [
        { line: 2, cells: ['Trần Văn Đông', '1999-02-27', '905000111'] },
        { line: 3, cells: ['Lê <An> & "Bình"', '', ''] },
      ],
    })
  })

  it('that is too long, too wide, too big or empty is told so', async () => {
    const rows = (count: number) => [
      ['Tên', 'x'],
      ...Array.from({ length: count }, () => ['A', 'b']),
    ]
    expect((await read(csvOf(rows(1000)))).rows).toHaveLength(1000)
    expect(await troubleOf(csvOf(rows(1001)))).toBe('groups.list.too-long')
    expect(await troubleOf(csvOf([Array.from({ length: 61 }, () => 'x'), ['y']]))).toBe(
      'groups.list.too-wide',
    )
    expect(await troubleOf(csvOf(list), true)).toBe('groups.list.too-big')
    expect(await troubleOf(csvOf([['Tên', 'Tuổi']]))).toBe('groups.list.empty')
    expect(await troubleOf(Buffer.alloc(0))).toBe('groups.list.empty')
    expect(await troubleOf(workbookOf(rows(1001)))).toBe('groups.list.too-long')
  })

  it('that is no list is told so', async () => {
    expect(await troubleOf(Buffer.of(0, 1, 2, 3, 255))).toBe('groups.list.unreadable')
    expect(await troubleOf(Buffer.from('%PDF-1.7\n\u0000\u0001'))).toBe('groups.list.unreadable')
    expect(await troubleOf(Buffer.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2))).toBe('groups.list.old-kind')
    expect(await troubleOf(workbookOf(list).subarray(0, 300))).toBe('groups.list.unreadable')
    expect(await troubleOf(zipOf([{ name: 'a.txt', bytes: Buffer.from('a') }]))).toBe(
      'groups.list.unreadable',
    )
  })
})

describe('a file made to harm', () => {
  it('does not unpack to more than a list can be, whatever size it claims', async () => {
    const bomb = deflateRawSync(Buffer.alloc(80 * 1024 * 1024))
    const entry = { name: 'xl/worksheets/sheet1.xml', bytes: bomb, isPacked: true, claims: 10 }
    expect(bomb.length).toBeLessThan(200_000)
    expect(await troubleOf(zipOf([entry]))).toBe('groups.list.too-big')
  })

  it('does not lay out a sheet of billions for one cell', async () => {
    const far = workbookOf(
      [
        ['Tên', 'x'],
        ['A', 'b'],
      ],
      '<c r="XFD1048576"><v>1</v></c>',
    )
    expect(await troubleOf(far)).toMatch(/^groups\.list\.too-(long|wide)$/)
    const said = workbookOf(
      [
        ['Tên', 'x'],
        ['A', 'b'],
      ],
      '',
      '<dimension ref="A1:XFD1048576"/>',
    )
    expect(await troubleOf(said)).toMatch(/^groups\.list\.too-(long|wide)$/)
  })

  it.each([
    ['with entities', '<row><c r="A&#53;000">'],
    ['in a row with entities', '<row r="&#53;000"><c r="A3">'],
    ['in a row written as another number', '<row r="5e3"><c r="A3">'],
    ['behind a sign that looks like the end', '<row spans=">" r="5000"><c r="A3">'],
    ['under a prefix', '<row a-b:r="5000"><c r="A3">'],
    ['behind a quote in quotes', `<row s=' xmlns:r="' r="5000"><c r="A3">`],
    ['with a quote in it', `<row><c r='A"5000'>`],
  ])('does not lay out a sheet for a far cell %s', async (_, place) => {
    const far = workbookOf([['Tên'], ['A']], `</row>${place}<v>1</v></c>`)
    expect(await troubleOf(far)).toMatch(/^groups\.list\.(unreadable|too-long)$/)
  })

  it('does not lay out a sheet that lies where none is looked for', async () => {
    const named = workbookOf([['Tên'], ['A']], '</row><row r="5000"><c r="A5000"><v>1</v></c>')
    // Of one length, so that the archive stays whole.
    const moved = named.toString('latin1').replaceAll('worksheets/', 'elsewhere1/')
    expect(await troubleOf(Buffer.from(moved, 'latin1'))).toBe('groups.list.too-long')
  })

  it('does not name a thousand files', async () => {
    const many = Array.from({ length: 501 }, (_, at) => ({
      name: `${at}.xml`,
      bytes: Buffer.from('<a/>'),
    }))
    expect(await troubleOf(zipOf(many))).toBe('groups.list.too-big')
  })
})
