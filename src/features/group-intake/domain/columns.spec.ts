import { describe, expect, it } from '@jest/globals'
import { guessColumns } from './columns.js'

describe('columns', () => {
  it('are known by their headings in three languages, with or without tones', () => {
    expect(guessColumns(['STT', 'Họ và tên (*)', 'NGÀY SINH', 'gioi tinh', 'Số CCCD'])).toEqual({
      name: 1,
      birthDate: 2,
      sex: 3,
      document: 4,
    })
    expect(guessColumns(['Full name', 'Date of birth', 'Sex', 'Passport'])).toEqual({
      name: 0,
      birthDate: 1,
      sex: 2,
      document: 3,
    })
    expect(guessColumns(['Nom et prénom', 'Date de naissance', 'Sexe', 'Téléphone'])).toEqual({
      name: 0,
      birthDate: 1,
      sex: 2,
      phone: 3,
    })
  })

  it('are each taken once: the first of two wins', () => {
    expect(guessColumns(['Tên', 'Họ tên'])).toEqual({ name: 0 })
  })

  it('hold what the unit said the last time, whatever their heading says', () => {
    expect(guessColumns(['Ghi chú', 'X', 'Tên'], ['name', 'document', undefined])).toEqual({
      name: 0,
      document: 1,
    })
    expect(guessColumns(['Ghi chú', 'Tên'], [null, undefined])).toEqual({ name: 1 })
  })
})
