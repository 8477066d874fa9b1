import { describe, expect, it } from '@jest/globals'
import { SignInBusy } from '../domain/accounts.errors.js'
import { Turns } from './turns.js'

/** Works that last until they are let go. */
const held = () => {
  const open: (() => void)[] = []
  return {
    work: () => new Promise<void>((done) => open.push(done)),
    running: () => open.length,
    letOneGo: async () => {
      open.shift()?.()
      await new Promise(setImmediate)
    },
  }
}

describe('turns at the password check', () => {
  it('run at most so many at once, the others after them', async () => {
    const { work, running, letOneGo } = held()
    const turns = new Turns(2, 10)
    const all = Promise.all([1, 2, 3].map(() => turns.take(work)))

    expect(running()).toBe(2)
    await letOneGo()
    expect(running()).toBe(2)
    await letOneGo()
    await letOneGo()
    await all
  })

  it('turn away whoever comes when the queue is full, and nobody else', async () => {
    const { work, letOneGo } = held()
    const turns = new Turns(1, 1)
    const first = turns.take(work)
    const second = turns.take(work)

    await expect(turns.take(work)).rejects.toThrow(SignInBusy)

    await letOneGo()
    await letOneGo()
    await expect(Promise.all([first, second])).resolves.toBeDefined()
  })

  it('go on after one that failed', async () => {
    const turns = new Turns(1, 0)
    await expect(turns.take(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken')

    expect(await turns.take(() => Promise.resolve('next'))).toBe('next')
  })
})
