import { expect, it } from '@jest/globals'
import { translator } from './translator.js'

const say = translator(
  {
    plain: 'Hồ sơ của tôi',
    named: 'Chuyển gửi {code}',
    counted: '{count, plural, =0 {no case} one {# case} other {# cases}}',
  },
  'en',
)

it('says a sentence with what belongs into it', () => {
  expect(say('plain')).toBe('Hồ sơ của tôi')
  expect(say('named', { code: 'CG-26-01184' })).toBe('Chuyển gửi CG-26-01184')
})

it('counts as the language counts', () => {
  expect([0, 1, 7].map((count) => say('counted', { count }))).toEqual([
    'no case',
    '1 case',
    '7 cases',
  ])
})

it('takes values as words, never as markup or pattern', () => {
  expect(say('named', { code: '<b>{count}</b>' })).toBe('Chuyển gửi <b>{count}</b>')
})

it('does not hide a value that was forgotten', () => {
  expect(() => say('named')).toThrow(/code/)
})
