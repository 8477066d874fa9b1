import { eventually } from './eventually.js'
import type { ChaosProcess } from './processes.js'

interface Chaos<Kind extends string> {
  readonly seed: number
  readonly kills: number
  /** How much is to be done, and how much is done: kills are spread over it by chance. */
  readonly total: number
  readonly progress: () => number
  readonly start: Readonly<Record<Kind, () => ChaosProcess & { readonly ready?: Promise<void> }>>
  /** Told how much may be done until the next kill, so that none comes when all is over. */
  readonly letGoOn?: (upTo: number) => void
  readonly secondsPerStep?: number
}

/** Starts one process of each kind; the same ones, or those that took their place, run at the end. */
export const killAtRandom = async <Kind extends string>({
  seed,
  kills,
  total,
  progress,
  start,
  letGoOn = () => undefined,
  secondsPerStep = 30,
}: Chaos<Kind>): Promise<{ running: readonly ChaosProcess[]; killed: readonly Kind[] }> => {
  const random = randomFrom(seed)
  const kinds = Object.keys(start) as Kind[]
  const running = new Map(kinds.map((kind) => [kind, start[kind]()]))
  const moments = Array.from({ length: kills }, () => Math.floor(random() * total)).sort(
    (a, b) => a - b,
  )
  const killed: Kind[] = []
  for (const moment of moments) {
    const victim = kinds[Math.floor(random() * kinds.length)]
    if (victim === undefined) break
    await running.get(victim)?.ready
    // One more at least, so that nobody is killed while nothing happens.
    const target = Math.min(Math.max(moment, progress() + 1), total)
    letGoOn(target)
    await eventually(`${target} of ${total} are done`, () => progress() >= target, secondsPerStep)
    await running.get(victim)?.kill()
    running.set(victim, start[victim]())
    killed.push(victim)
  }
  letGoOn(Infinity)
  return { running: [...running.values()], killed }
}

/** The same numbers in [0, 1) for the same seed (mulberry32, public domain). */
const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
