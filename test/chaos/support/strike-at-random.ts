import { eventually } from './eventually.js'

/** Something that befalls the service while it works. */
export interface Blow {
  readonly name: string
  /** @param moreDone resolves when so many more are done while the blow lasts */
  strike(moreDone: (count: number) => Promise<void>): Promise<void>
}

interface Storm {
  readonly seed: number
  /** Each of them falls once, in an order and at moments left to chance. */
  readonly blows: readonly Blow[]
  /** How much is to be done, and how much is done: blows are spread over it. */
  readonly total: number
  readonly progress: () => number
  /** Told how much may be done until the next blow, so that none comes when all is over. */
  readonly letGoOn?: (upTo: number) => void
  readonly secondsPerStep?: number
}

/** Lets all blows fall; the names of those that fell, in their order. */
export const strikeAtRandom = async ({
  seed,
  blows,
  total,
  progress,
  letGoOn = () => undefined,
  secondsPerStep = 30,
}: Storm): Promise<readonly string[]> => {
  const random = randomFrom(seed)
  const order = blows
    .map((blow) => ({ blow, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ blow }) => blow)
  const moments = blows.map(() => Math.floor(random() * total)).sort((a, b) => a - b)
  const reach = async (wanted: number): Promise<void> => {
    const target = Math.min(wanted, total)
    letGoOn(target)
    await eventually(`${target} of ${total} are done`, () => progress() >= target, secondsPerStep)
  }
  for (const [index, blow] of order.entries()) {
    // One more at least, so that none falls while nothing happens.
    await reach(Math.max(moments[index] ?? 0, progress() + 1))
    await blow.strike((count) => reach(progress() + count))
  }
  letGoOn(Infinity)
  return order.map(({ name }) => name)
}

/** The same numbers in [0, 1) for the same seed (mulberry32, public domain). */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
