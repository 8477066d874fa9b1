import { describe, expect, it } from '@jest/globals'
import { plainCell, spreadsheetCell, spreadsheetOf } from './spreadsheet-cell.js'

describe('a cell for a spreadsheet', () => {
  it('is no formula, whatever stands in it', () => {
    for (const text of ['=1+1', '+84905', '-2', '@SUM(A1)', '\t=1', ' =HYPERLINK("x")'])
      expect(spreadsheetCell(text).replace(/^"/, '')).toMatch(/^'/)
    expect(spreadsheetCell('0905-000')).toBe('0905-000')
  })

  it('is no formula where another mark than ours separates cells', () => {
    for (const mark of [',', ';', '\t', '|', '\n'])
      expect(spreadsheetCell(`Gò${mark} =1+1`)).not.toMatch(/[,;\t|\n]\s*=/)
    expect(plainCell("Gò,' =1+1")).toBe('Gò, =1+1')
    expect(spreadsheetCell('Gò-Vấp, tổ 5')).toBe('"Gò-Vấp, tổ 5"')
  })

  it('keeps what it holds together', () => {
    expect(
      spreadsheetOf([
        ['a;b', 'c "d"'],
        ['é', ''],
      ]),
    ).toBe('\uFEFF"a;b";"c ""d"""\r\né;\r\n')
  })
})
