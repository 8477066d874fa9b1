import { describe, expect, it } from '@jest/globals'
import { answerHours, canMove, fitsAge, formatTakedownNumber, takedownStates } from './takedown.js'
import { defanged, readTargets, targetOf } from './target.js'

describe('a takedown', () => {
  it('goes from noted to removed, and on when it comes back', () => {
    for (const [from, to] of [
      ['noted', 'requested'],
      ['requested', 'acknowledged'],
      ['acknowledged', 'removed'],
      ['removed', 'reappeared'],
      ['reappeared', 'requested'],
      ['refused', 'requested'],
    ] as const)
      expect([from, to, canMove(from, to)]).toEqual([from, to, true])
  })

  it('is not removed before anybody asked, and ends with an error for good', () => {
    expect(canMove('noted', 'removed')).toBe(false)
    expect(canMove('removed', 'refused')).toBe(false)
    for (const state of takedownStates) expect(canMove('entered_in_error', state)).toBe(false)
  })

  it('is asked for through the hash service that takes this age', () => {
    expect(fitsAge('person_stopncii', 'no')).toBe(true)
    expect(fitsAge('person_stopncii', 'yes')).toBe(false)
    expect(fitsAge('person_stopncii', 'unknown')).toBe(false)
    expect(fitsAge('person_take_it_down', 'yes')).toBe(true)
    expect(fitsAge('person_take_it_down', 'no')).toBe(false)
    expect(fitsAge('unit', 'no')).toBe(true)
  })

  it('waits as shortly where nobody knows the age as for a child', () => {
    expect(answerHours.unknown).toBe(answerHours.yes)
    expect(answerHours.yes).toBeLessThan(answerHours.no)
  })

  it('has a number that tells the year and a count', () => {
    expect(formatTakedownNumber(2026, 7)).toBe('GB-26-00007')
  })
})

describe('a list of addresses', () => {
  it('is read line by line, in one spelling, with or without what makes it harmless', () => {
    expect(
      readTargets('url', ' https://Example.com/a?b=1 \n\nhxxps://bad[.]example/x\nzalo.me/anh'),
    ).toEqual({
      targets: [
        { line: 1, target: 'https://example.com/a?b=1' },
        { line: 3, target: 'https://bad.example/x' },
        { line: 4, target: 'https://zalo.me/anh' },
      ],
      problems: [],
    })
  })

  it('says which line is none, which is too long and which stands there twice', () => {
    const text = `https://example.com/a\nkhông phải\nhttps://EXAMPLE.com/a\nhttps://e.com/${'x'.repeat(2000)}`
    expect(readTargets('url', text).problems).toEqual([
      { line: 2, problem: 'unreadable' },
      { line: 3, problem: 'twice' },
      { line: 4, problem: 'too-long' },
    ])
  })

  it.each([
    'javascript:alert(1)',
    'ftp://example.com/a',
    'https://u:p@example.com/',
    'https://localhost',
  ])('takes no %s', (typed) => {
    expect(targetOf('url', typed)).toBeNull()
  })
})

describe('a hash', () => {
  it.each([
    ['md5', 32],
    ['sha1', 40],
    ['sha256', 64],
    ['pdq', 64],
    ['phash', 16],
  ] as const)('of the kind %s has %i hexadecimal digits', (kind, digits) => {
    expect(targetOf(kind, 'AB'.repeat(digits / 2))).toBe('ab'.repeat(digits / 2))
    expect(targetOf(kind, 'ab'.repeat(digits / 2 - 1))).toBeNull()
    expect(targetOf(kind, `${'a'.repeat(digits - 1)}g`)).toBeNull()
  })
})

it('shows an address so that nothing opens it', () => {
  expect(defanged('url', 'https://www.example.com/a.jpg?x=1')).toBe(
    'hxxps://www[.]example[.]com/a[.]jpg?x=1',
  )
  expect(defanged('md5', 'ab')).toBe('ab')
})
