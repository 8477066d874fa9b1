/** A wait that can be ended. Ended before it began, it does not begin: no call is missed. */
export class Rest {
  private isEnded = false
  private wake: (() => void) | undefined

  /** Waits, at most so many milliseconds. */
  async for(milliseconds: number): Promise<void> {
    if (!this.isEnded) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds)
        this.wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
    this.wake = undefined
    this.isEnded = false
  }

  end(): void {
    this.isEnded = true
    this.wake?.()
  }
}

/** What `work` gives, unless it takes too long. @throws when the time is over; `work` may still end. */
export const within = async <Result>(
  milliseconds: number,
  work: Promise<Result>,
): Promise<Result> => {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TookTooLong(milliseconds)), milliseconds)
  })
  try {
    return await Promise.race([work, tooLate])
  } finally {
    clearTimeout(timer)
    work.catch(() => undefined)
  }
}

class TookTooLong extends Error {
  constructor(milliseconds: number) {
    super(`no answer within ${milliseconds} ms`)
    this.name = 'TookTooLong'
  }
}
