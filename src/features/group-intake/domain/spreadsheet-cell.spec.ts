import { describe, expect, it } from '@jest/globals'
import { spreadsheetCell, spreadsheetOf } from './spreadsheet-cell.js'

describe('a cell for a spreadsheet', () => {
  it('is no formula, whatever stands in it', () => {
    for (const text of ['=1+1', '+84905', '-2', '@SUM(A1)', '\t=1', ' =HYPERLINK("x")'])
      expect(spreadsheetCell(text).replace(/^"/, '')).toMatch(/^'/)
    expect(spreadsheetCell('0905-000')).toBe('0905-000')
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
