import { describe, expect, it } from '@jest/globals'
import { runsOf, type Subset } from './letters.js'
import { readPdf } from './testing/read-pdf.js'
import { writePdf, type PdfText } from './write-pdf.js'

const password = 'thuyền-về-bến-lặng'

const aText = (some: Partial<PdfText> = {}): PdfText => ({
  language: 'vi',
  title: 'Điều đã được ghi lại',
  lines: ['Ngày 26 tháng 11, 2026'],
  parts: [
    {
      heading: 'Nhân thân',
      rows: [{ label: 'Họ tên', value: 'Nguyễn Thị Ánh Tuyết, sống ở Đắk Lắk' }],
    },
  ],
  pageNumber: (page, count) => `${page}/${count}`,
  ...some,
})

// Where a word goes on in another font, it goes on at the same place of the line.
const folded = (text: string): string => text.replace(/\s+/g, '')

describe('a PDF', () => {
  it('writes Vietnamese, French and English right, every letter of them', async () => {
    const alphabet =
      'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ'
    const value = `${alphabet} ${alphabet.toUpperCase()} Œuvre façon « déjà » ’ – … ₫`
    const rows = [{ label: 'Chữ', value }]
    const written = await writePdf(aText({ parts: [{ heading: 'x', rows }] }), password)
    expect(folded(readPdf(written, password).text)).toContain(folded(value))
  })

  it('writes letters typed in pieces as one', async () => {
    const rows = [{ label: '', value: 'Nguyễn'.normalize('NFD') }]
    const written = await writePdf(aText({ parts: [{ heading: 'x', rows }] }), password)
    expect(folded(readPdf(written, password).text)).toContain('Nguyễn')
  })

  it('shows that there was a letter which it cannot write', async () => {
    const rows = [{ label: '', value: 'ភាសា 中' }]
    const written = await writePdf(aText({ parts: [{ heading: 'x', rows }] }), password)
    expect(folded(readPdf(written, password).text)).toContain('????')
  })

  it('opens with its password only, and shows nothing without', async () => {
    const written = await writePdf(aText(), password)
    const bytes = written.toString('latin1')
    expect(bytes).toContain('/AESV3')
    expect(bytes).toMatch(/\/V 5/)
    expect(bytes).not.toContain('Nguy')
    expect(readPdf(written, password).title).toBe('Điều đã được ghi lại')
    expect(() => readPdf(written, 'thuyen-ve-ben-lang')).toThrow('does not open')
  })

  it('goes on over as many pages as it needs, each with its number', async () => {
    const rows = Array.from({ length: 120 }, (_, at) => ({
      label: `Dòng ${at}`,
      value: 'Lời kể dài, '.repeat(12),
    }))
    const opened = readPdf(
      await writePdf(aText({ parts: [{ heading: 'x', rows }] }), password),
      password,
    )
    expect(opened.pages).toBeGreaterThan(3)
    expect(opened.text).toContain(`${opened.pages}/${opened.pages}`)
    expect(folded(opened.text)).toContain('Dòng119')
  })

  it('breaks what is wider than the page, and lets nothing go', async () => {
    const address = `https://vi-du.example/${'a1b2c3'.repeat(60)}`
    const rows = [{ label: '', value: address }]
    const written = await writePdf(aText({ parts: [{ heading: 'x', rows }] }), password)
    expect(folded(readPdf(written, password).text)).toContain(address)
  })
})

describe('the pieces of a text', () => {
  it('keep together what one piece of the family can write', () => {
    const vietnamese = (subset: Subset, codePoint: number): boolean =>
      subset === 'vietnamese' ? codePoint > 0x1e00 : subset === 'latin' && codePoint < 0x100
    expect(runsOf('Nguyễn à', vietnamese)).toEqual([
      { subset: 'latin', text: 'Nguy' },
      { subset: 'vietnamese', text: 'ễ' },
      { subset: 'latin', text: 'n à' },
    ])
  })
})
