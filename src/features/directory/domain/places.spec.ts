import { describe, expect, it } from '@jest/globals'
import { checkPlaces, isRecent, PlacesUnfit } from './places.js'

describe('places', () => {
  const counted = { total: 10, free: 3, at: new Date('2026-11-16T09:00:00+07:00') }

  it('are gone by for a week after they were counted', () => {
    expect(isRecent(counted, new Date('2026-11-23T09:00:00+07:00'))).toBe(true)
    expect(isRecent(counted, new Date('2026-11-23T09:00:01+07:00'))).toBe(false)
  })

  it.each([
    { total: 2, free: 3 },
    { total: -1, free: -1 },
    { total: 2.5, free: 1 },
    { total: 10_000, free: 1 },
  ])('cannot be $free free of $total', (places) => {
    expect(() => {
      checkPlaces(places)
    }).toThrow(PlacesUnfit)
  })

  it.each([null, { total: 0, free: 0 }, { total: 3, free: 3 }])('can be %j', (places) => {
    expect(() => {
      checkPlaces(places)
    }).not.toThrow()
  })
})
