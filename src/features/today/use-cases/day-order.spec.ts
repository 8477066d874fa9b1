import { describe, expect, it } from '@jest/globals'
import { dayItem, mostPressingFirst, newestFirst } from './day-order.js'
import type { TodayItem } from './today-part.js'

const now = new Date('2026-11-26T08:00:00Z')
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)

const anItem = (about: string, changes: Partial<TodayItem> = {}) =>
  dayItem(
    {
      kind: 'due',
      title: 'today.title',
      href: '/today',
      about,
      caseId: null,
      due: null,
      since: null,
      ...changes,
    },
    new Set(['at-risk']),
    now,
  )

describe('the order of a day', () => {
  it('puts a case at high risk first, then what is overdue, then the clock, then what has none', () => {
    const day = [
      anItem('no clock'),
      anItem('tomorrow', { due: hours(24) }),
      anItem('overdue', { due: hours(-1) }),
      anItem('high risk, tomorrow', { caseId: 'at-risk', due: hours(24) }),
      anItem('this noon', { due: hours(4) }),
      anItem('high risk, overdue', { caseId: 'at-risk', due: hours(-2) }),
    ]

    expect(day.sort(mostPressingFirst).map(({ about }) => about)).toEqual([
      'high risk, overdue',
      'high risk, tomorrow',
      'overdue',
      'this noon',
      'tomorrow',
      'no clock',
    ])
  })

  it('calls overdue what is due at this very moment', () => {
    expect(anItem('now', { due: now }).isOverdue).toBe(true)
    expect(anItem('never').isOverdue).toBe(false)
  })

  it('puts what came last first', () => {
    const news = [anItem('old', { since: hours(-9) }), anItem('new', { since: hours(-1) })]

    expect(news.sort(newestFirst).map(({ about }) => about)).toEqual(['new', 'old'])
  })
})
