import { describe, expect, it } from '@jest/globals'
import { personFields, type Columns } from './columns.js'
import { readRow } from './person-row.js'

const today = '2026-11-20'
const columns: Columns = Object.fromEntries(personFields.map((field, at) => [field, at]))

const read = (cells: Partial<Record<(typeof personFields)[number], string>>) =>
  readRow(
    { line: 17, cells: personFields.map((field) => ({ name: 'Lê An', ...cells })[field] ?? '') },
    columns,
    today,
  )
const personOf = (cells: Parameters<typeof read>[0]) => {
  const reading = read(cells)
  return reading.ok ? reading.person : reading.problems
}
const problemsOf = (cells: Parameters<typeof read>[0]) => {
  const reading = read(cells)
  return reading.ok ? [] : reading.problems.map(({ field, kind, value }) => [field, kind, value])
}

describe('a row of a list', () => {
  it('is a person, as far as it is filled in', () => {
    expect(
      personOf({ name: ' Lê  Văn An ', birthDate: '5/3/1998', sex: 'NỮ', province: 'Quảng Nam' }),
    ).toEqual({
      name: 'Lê Văn An',
      birthDate: '1998-03-05',
      statedAge: null,
      sex: 'female',
      document: null,
      phone: null,
      address: null,
      commune: null,
      provinceCode: '48',
      language: 'vi',
      note: null,
    })
    expect(personOf({})).toMatchObject({ sex: 'unknown', birthDate: null, statedAge: null })
  })

  it('tells the age where only the year of birth is known, rather a year less', () => {
    expect(personOf({ birthDate: '2009' })).toMatchObject({ birthDate: null, statedAge: 16 })
    expect(personOf({ age: '17 tuổi' })).toMatchObject({ statedAge: 17 })
  })

  it('gets back the zeros that a spreadsheet took', () => {
    expect(personOf({ phone: '905000111', document: '48099001234' })).toMatchObject({
      phone: '0905000111',
      document: '048099001234',
    })
  })

  it('says what is wrong in each cell, all at once', () => {
    expect(
      problemsOf({
        name: '',
        birthDate: '31/02/1999',
        age: 'hai mươi',
        sex: 'nam giới',
        phone: 'không có',
        province: 'Svay Rieng',
        language: 'Klingon',
      }),
    ).toEqual([
      ['name', 'missing', ''],
      ['birthDate', 'not-a-date', '31/02/1999'],
      ['age', 'not-an-age', 'hai mươi'],
      ['sex', 'unknown-sex', 'nam giới'],
      ['phone', 'not-a-phone', 'không có'],
      ['province', 'unknown-province', 'Svay Rieng'],
      ['language', 'unknown-language', 'Klingon'],
    ])
  })

  it('guesses no century, no future and no age beside the birth date', () => {
    expect(problemsOf({ birthDate: '01/02/99' })).toEqual([['birthDate', 'short-year', '01/02/99']])
    expect(problemsOf({ birthDate: '21/11/2026' })).toEqual([
      ['birthDate', 'in-future', '21/11/2026'],
    ])
    expect(problemsOf({ birthDate: '1700-01-01' })).toEqual([
      ['birthDate', 'not-a-date', '1700-01-01'],
    ])
    expect(problemsOf({ birthDate: '01/02/1999', age: '40' })).toEqual([
      ['age', 'age-differs', '40'],
    ])
  })

  it('takes no more than a case can hold, and quotes no more than is needed', () => {
    const [problem] = problemsOf({ name: 'a'.repeat(201) })
    expect(problem).toEqual(['name', 'too-long', `${'a'.repeat(60)}…`])
  })
})
