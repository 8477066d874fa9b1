import { describe, expect, it } from '@jest/globals'
import {
  afterTry,
  forgetAfterMs,
  networkPatience,
  personalPatience,
  secondsToWait,
  type Patience,
  type Tries,
} from './sign-in-delay.js'

const morning = new Date('2026-11-03T01:00:00Z')
const nothingYet: Tries = { tries: 0, nextAt: morning, forgetAt: morning }

/** The waits after each of `count` wrong tries, each made as soon as it may be. */
const waits = (count: number, patience: Patience): number[] => {
  let tries = nothingYet
  let now = morning
  return Array.from({ length: count }, () => {
    tries = afterTry(tries, patience, now)
    const wait = secondsToWait(tries, now)
    now = tries.nextAt
    return wait
  })
}

describe('patience with wrong passwords', () => {
  it('lets a person mistype a few times, then waits twice as long each time', () => {
    expect(waits(9, personalPatience)).toEqual([0, 0, 0, 0, 2, 4, 8, 16, 32])
  })

  it('never locks: the wait stops growing', () => {
    expect(waits(40, personalPatience).at(-1)).toBe(15 * 60)
    expect(waits(80, networkPatience).at(-1)).toBe(60)
  })

  it('grants a network, where a whole unit may sit, more tries than a person', () => {
    expect(waits(29, networkPatience)).toEqual(Array<number>(29).fill(0))
  })

  it('holds up nobody who came a moment earlier through the same network', () => {
    const noticed = new Date(morning.getTime() + 40)
    const tried = afterTry(nothingYet, networkPatience, noticed)
    expect(secondsToWait(tried, morning)).toBe(0)
  })

  it('forgets after an hour without another try', () => {
    const tired = Array.from({ length: 8 }).reduce<Tries>(
      (tries) => afterTry(tries, personalPatience, tries.nextAt),
      nothingYet,
    )
    const later = new Date(tired.nextAt.getTime() + forgetAfterMs)

    expect(secondsToWait(tired, later)).toBe(0)
    expect(afterTry(tired, personalPatience, later).tries).toBe(1)
  })

  it('counts on while the hour has not passed', () => {
    const tired = { tries: 6, nextAt: morning, forgetAt: new Date(morning.getTime() + 1) }

    expect(afterTry(tired, personalPatience, morning).tries).toBe(7)
  })
})
