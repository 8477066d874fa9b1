/** How patient we are: so many tries are free, then each one waits twice as long, up to a limit. */
export interface Patience {
  readonly freeTries: number
  /** Seconds. */
  readonly longestWait: number
}

/** For one login from one network, one known device or one locked session. */
export const personalPatience: Patience = { freeTries: 5, longestWait: 15 * 60 }

/** For all of a network: a whole unit may sit behind one address. */
export const networkPatience: Patience = { freeTries: 30, longestWait: 60 }

/**
 * For codes of one-time links from one network: the link itself is locked after five, so this only
 * slows down who tries many links.
 */
export const codePatience: Patience = { freeTries: 10, longestWait: 15 * 60 }

/** Tries are forgotten after this long without another one. Milliseconds. */
export const forgetAfterMs = 60 * 60 * 1000

/** What is remembered of wrong tries. */
export interface Tries {
  readonly tries: number
  /** Not before this may the next try be made. */
  readonly nextAt: Date
  readonly forgetAt: Date
}

/** Seconds until the next try may be made; 0 when it may be made now. */
export const secondsToWait = ({ nextAt, forgetAt }: Tries, now: Date): number =>
  forgetAt <= now ? 0 : Math.max(0, Math.ceil((nextAt.getTime() - now.getTime()) / 1000))

/** What is remembered once this try is counted as well. It never locks, it only slows down. */
export const afterTry = (before: Tries, { freeTries, longestWait }: Patience, now: Date): Tries => {
  const tries = before.forgetAt <= now ? 1 : before.tries + 1
  const wait = tries < freeTries ? 0 : Math.min(2 ** (tries - freeTries + 1), longestWait)
  const until = new Date(now.getTime() + wait * 1000)
  // A try that asks nobody to wait moves nothing: who came at the same instant is not held up by it.
  return {
    tries,
    nextAt: wait === 0 ? before.nextAt : until,
    forgetAt: new Date(until.getTime() + forgetAfterMs),
  }
}
