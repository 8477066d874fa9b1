import { describe } from '@jest/globals'
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'

const hasRedis = spawnSync('redis-server', ['--version']).status === 0

/** Stories that need Redis: told where a `redis-server` is on PATH, else counted as skipped, aloud. */
export const describeWithRedis = hasRedis ? describe : describe.skip
if (!hasRedis)
  process.stderr.write('SKIPPED: no redis-server on PATH, so nothing on Redis is tested here.\n')

/** A Redis of the test's own, which keeps what it was given on disk. */
export interface TestRedis {
  readonly url: string
  /** Loses everything it holds. */
  forget(): Promise<void>
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  /** Starts it again with what is on disk. */
  start(): Promise<void>
  remove(): Promise<void>
}

export const startRedis = async (): Promise<TestRedis> => {
  const folder = await mkdtemp(join(tmpdir(), 'ben-an-redis-'))
  const port = await freePort()
  const url = `redis://127.0.0.1:${port}`
  const args = ['--port', `${port}`, '--bind', '127.0.0.1', '--dir', folder, '--save', '']
  let server: ReturnType<typeof spawn> | undefined

  const start = async (): Promise<void> => {
    server = spawn('redis-server', [...args, '--appendonly', 'yes', '--appendfsync', 'always'], {
      stdio: 'ignore',
    })
    await ask(url, (redis) => redis.ping())
  }
  const kill = async (): Promise<void> => {
    if (server?.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill('SIGKILL')
    await ended
  }

  await start()
  return {
    url,
    start,
    kill,
    forget: () => ask(url, (redis) => redis.flushall()),
    remove: async () => {
      await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const ask = async (url: string, question: (redis: Redis) => Promise<unknown>): Promise<void> => {
  const redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 50 })
  redis.on('error', () => undefined)
  await question(redis)
  redis.disconnect()
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
