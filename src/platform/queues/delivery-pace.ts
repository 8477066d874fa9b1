/** How quickly and how stubbornly events are delivered. */
export class DeliveryPace {
  /** Events delivered at a time by one process. */
  readonly concurrency: number = 5
  /** Events handed to the queue in one trip. */
  readonly batch: number = 200
  /** Milliseconds between two looks into the outbox where no bell rings. */
  readonly lookEveryMs: number = 500
  /** Milliseconds between two looks for events that got lost on the way. */
  readonly sweepEveryMs: number = 5000
  /** Milliseconds between two looks for timers; one that is known to come sooner is not kept waiting. */
  readonly timersEveryMs: number = 5000
  /** Seconds after which an event handed over and not acknowledged may be lost. */
  readonly overdueSeconds: number = 30
  /** First wait after a failed try; it doubles each time, give or take half of it. */
  readonly backoffMs: number = 1000
  /** A worker that has not renewed its hold on a job for this long is taken for dead. */
  readonly lockMs: number = 30_000
  /** Work that waits this long while hands are free means a worker that sleeps: it is replaced. */
  readonly unclaimedMs: number = 30_000
  /** Time to finish what is under way when the service stops. */
  readonly drainMs: number = 20_000

  /** The usual pace but for `changes`. */
  static with(changes: Partial<DeliveryPace>): DeliveryPace {
    return Object.assign(new DeliveryPace(), changes)
  }
}
