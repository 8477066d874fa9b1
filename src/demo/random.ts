/** Chance that falls the same way each time: the fictional world is one and the same for everybody. */
export class Chance {
  private state: number

  constructor(seed: number) {
    this.state = seed >>> 0
  }

  /** From 0 up to, not including, 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0
    let mixed = this.state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1))
  }

  /** One of them. @throws RangeError where there is nothing to choose from */
  oneOf<Thing>(things: readonly Thing[]): Thing {
    const thing = things[Math.floor(this.next() * things.length)]
    if (thing === undefined) throw new RangeError('nothing to choose from')
    return thing
  }

  /** True in that share of cases. */
  happens(share: number): boolean {
    return this.next() < share
  }
}
