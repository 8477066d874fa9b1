import { describe, expect, it } from '@jest/globals'
import { aPersonOfList } from '../testing/a-list.js'
import type { PersonOfList } from './person-row.js'
import { isSamePerson, marksOf } from './same-person.js'

const same = (one: Partial<PersonOfList>, other: Partial<PersonOfList>): boolean =>
  isSamePerson(marksOf(aPersonOfList(one)), marksOf(aPersonOfList(other)))

describe('the same person', () => {
  it('is who has the same document, however it is written', () => {
    expect(same({ document: 'C 123-4567' }, { document: 'c1234567', name: 'Khác' })).toBe(true)
    expect(same({ document: 'C1234567' }, { document: 'C7654321' })).toBe(false)
  })

  it('is who has the same name and birth date, with or without tones', () => {
    expect(same({ name: 'Trần Văn Đông' }, { name: 'TRAN  VAN DONG' })).toBe(true)
    expect(same({}, { birthDate: '1999-02-28' })).toBe(false)
    expect(same({}, { name: 'Trần Văn Tây' })).toBe(false)
  })

  it('is who has the same name where a birth date is missing, unless the telephones differ', () => {
    const unborn = { birthDate: null }
    expect(same(unborn, {})).toBe(true)
    expect(same({ ...unborn, phone: '0905 000 111' }, { phone: '+84 905000111' })).toBe(true)
    expect(same({ ...unborn, phone: '0905 000 111' }, { phone: '0905 000 222' })).toBe(false)
  })

  it('is who was sent again once the document became known', () => {
    expect(same({ document: null }, { document: 'C1234567' })).toBe(true)
  })
})
