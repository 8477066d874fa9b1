import { describe, expect, it } from '@jest/globals'
import { endOfDay, remindersOf, workingDayFrom } from './tasks.js'

describe('reminders of a task', () => {
  it('come on the working day before, that morning and at the end of the day', () => {
    // A Wednesday.
    expect(remindersOf('2026-11-25').map(({ at }) => at)).toEqual([
      new Date('2026-11-24T08:00:00+07:00'),
      new Date('2026-11-25T08:00:00+07:00'),
      new Date('2026-11-25T23:59:00+07:00'),
    ])
  })

  it('do not come on a Sunday for a Monday, but on the Friday', () => {
    expect(remindersOf('2026-11-30')[0]?.at).toEqual(new Date('2026-11-27T08:00:00+07:00'))
  })

  it('know holidays', () => {
    // The day after the second of September is a holiday too.
    expect(workingDayFrom('2026-08-31', 1)).not.toBe('2026-09-02')
    expect(endOfDay('2026-11-30')).toEqual(new Date('2026-11-30T23:59:00+07:00'))
  })
})
