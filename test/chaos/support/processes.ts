import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** A process of the service that a test may end in any way it likes. */
export interface ChaosProcess {
  /** Ends it as a power cut would; resolves when it is gone. */
  kill(): Promise<void>
  /** Stops it in the middle of whatever it does. */
  freeze(): void
  /** Lets it go on as if no time had passed. */
  thaw(): void
  /** Asks it to end in order. Resolves with its exit code. */
  stop(): Promise<number | null>
}

/**
 * Starts `test/chaos/support/<kind>-process.ts`, as compiled for this run, with this environment and
 * no other. Hears what the process tells with `process.send`.
 */
export const spawnProcess = (
  kind: string,
  env: Readonly<Record<string, string>>,
  onMessage: (message: unknown) => void = () => undefined,
): ChaosProcess => {
  const build = process.env['TEST_BUILD']
  if (build === undefined) throw new Error('Run the tests with `npm test -- <pattern>`')
  const child = fork(join(build, `test/chaos/support/${kind}-process.js`), {
    env: { PATH: process.env['PATH'], ...env },
    execArgv: ['--enable-source-maps'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  child.on('message', onMessage)
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (hasEnded()) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  return {
    kill: () => end('SIGKILL'),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    stop: async () => {
      await end('SIGTERM')
      return child.exitCode
    },
  }
}
