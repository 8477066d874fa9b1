/** The only source of "now": rules take instants as arguments, tests bring a clock that stands. */
export abstract class Clock {
  abstract now(): Date
}

/** The machine's clock. */
export class SystemClock extends Clock {
  now(): Date {
    return new Date()
  }
}
