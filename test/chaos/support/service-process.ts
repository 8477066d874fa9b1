import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { env } from '../../support/app.js'
import type { ChaosProcess } from './processes.js'

/** A process of the compiled service, started as in earnest. */
export interface ServiceProcess extends ChaosProcess {
  /** Resolves once it serves. */
  readonly ready: Promise<void>
  /** Resolves once it says that it waits for its database. */
  readonly waiting: Promise<void>
  /** Where it can be asked; undefined before it is ready, once it is gone, and for a worker. */
  address(): string | undefined
}

const linesOf = (said: Readable | null, heard: (line: string) => void): void => {
  if (said !== null) createInterface(said).on('line', heard)
}

/** Starts `main.js` with this environment and no other, on a port of its own. */
export const startService = (
  part: 'web' | 'worker',
  settings: Readonly<Record<string, string>>,
): ServiceProcess => {
  const build = env('TEST_BUILD')
  const child = fork(join(build, 'src/main.js'), {
    env: { PATH: process.env['PATH'], PROCESS: part, PORT: '0', LOG_LEVEL: 'warn', ...settings },
    execArgv: ['--import', join(build, 'test/chaos/support/hurried-process.js')],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null
  let address: string | undefined
  const ready = new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`The ${part} process ended before it was ready`)))
    linesOf(child.stdout, (line) => {
      address ??= /^\s*(http:\S+)$/.exec(line)?.[1]
      if (address !== undefined || line === 'Worker: ready') resolve()
    })
  })
  const waiting = new Promise<void>((resolve) => {
    for (const said of [child.stdout, child.stderr])
      linesOf(said, (line) => {
        if (line.includes('waiting for it')) resolve()
      })
  })
  const closed = once(child, 'close')
  const lastWords: string[] = []
  linesOf(child.stderr, (line) => {
    if (/ERROR|FATAL/.test(line)) process.stderr.write(`${line}\n`)
    lastWords.push(line)
    if (lastWords.length > 30) lastWords.shift()
  })
  // Whoever waits hears it; a process that is killed while it starts concerns nobody else.
  ready.catch(() => undefined)
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (hasEnded()) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  return {
    ready,
    waiting,
    address: () => (hasEnded() ? undefined : address),
    kill: () => end('SIGKILL'),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    stop: async () => {
      await end('SIGTERM')
      // What it said last may come after its end.
      await closed
      if (child.exitCode !== 0)
        process.stderr.write(`The ${part} process did not end well:\n${lastWords.join('\n')}\n`)
      return child.exitCode
    },
  }
}
