import { describe, expect, it } from '@jest/globals'
import { Rest, within } from './rest.js'

const anHour = 3_600_000

describe('a rest', () => {
  it('ends when it is called', async () => {
    const rest = new Rest()
    const resting = rest.for(anHour)
    rest.end()
    await expect(resting).resolves.toBeUndefined()
  })

  it('does not begin when the call came before it, but does the time after', async () => {
    const rest = new Rest()
    rest.end()
    await rest.for(anHour)

    const next = rest.for(anHour)
    await expect(Promise.race([next, Promise.resolve('still resting')])).resolves.toBe(
      'still resting',
    )
    rest.end()
    await next
  })
})

describe('what must be done within a time', () => {
  it('gives its result, or its own error', async () => {
    await expect(within(anHour, Promise.resolve('done'))).resolves.toBe('done')
    await expect(within(anHour, Promise.reject(new Error('not so')))).rejects.toThrow('not so')
  })

  it('is not awaited longer', async () => {
    await expect(within(1, new Promise(() => undefined))).rejects.toThrow('1 ms')
  })
})
