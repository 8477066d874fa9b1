import { describe, expect, it } from '@jest/globals'
import { aDocx, aPdf, aZip } from '../testing/files.js'
import { kindOfFile } from './kind-of-file.js'

const kindOf = (bytes: Buffer | string): string => {
  const read = kindOfFile(Buffer.from(bytes))
  return read.ok ? read.kind : read.problem
}

describe('what a file is', () => {
  it.each([
    ['pdf', aPdf()],
    ['docx', aDocx()],
    ['xlsx', aZip({ '[Content_Types].xml': '', 'xl/workbook.xml': '' })],
    ['odt', aZip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '' })],
    ['txt', 'Bản tường trình\r\n\tcủa em.'],
  ])('is told by what stands in it: %s', (kind, bytes) => {
    expect(kindOf(bytes)).toBe(kind)
  })

  it.each([
    ['a JPEG', Buffer.from('ffd8ffe000104a464946', 'hex')],
    ['a PNG', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
    ['a film', Buffer.from('000000186674797069736f6d', 'hex')],
    ['a WebP', Buffer.from('524946461a00000057454250', 'hex')],
    ['a drawing', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a page', '<!DOCTYPE html><script>alert(1)</script>'],
    ['an old or locked document', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    ['a zip of anything', aZip({ 'photo.jpg': 'x' })],
    [
      'a spreadsheet of OpenDocument',
      aZip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
    ],
    ['a zip without its directory', aDocx().subarray(0, 60)],
    ['Latin-1', Buffer.from('caf\u00e9', 'latin1')],
  ])('is not taken: %s', (_, bytes) => {
    expect(kindOf(bytes)).toBe('kind_unfit')
  })

  it('is not taken with pictures, films or programs in it', () => {
    expect(kindOf(aDocx({ 'word/media/image1.png': 'x' }))).toBe('has_pictures')
    expect(kindOf(aDocx({ 'word/vbaProject.bin': 'x' }))).toBe('has_macros')
    const odt = { mimetype: 'application/vnd.oasis.opendocument.text', 'Pictures/1.jpg': 'x' }
    expect(kindOf(aZip(odt))).toBe('has_pictures')
    expect(kindOf('')).toBe('empty')
  })

  it('is not taken with pictures anywhere in it', () => {
    for (const part of ['word/Media/1.png', 'word/pages/1.JPG', 'photo.webp', 'word/film.mp4'])
      expect(kindOf(aDocx({ [part]: 'x' }))).toBe('has_pictures')
    // The first page in small, which word processors put in of themselves.
    expect(kindOf(aDocx({ 'docProps/thumbnail.jpeg': 'x' }))).toBe('docx')
  })

  it('is not taken where its directory leaves parts out', () => {
    const docx = aDocx({ 'word/media/image1.png': 'x' })
    docx.writeUInt16LE(2, docx.length - 12)
    expect(kindOf(docx)).toBe('kind_unfit')
  })
})
