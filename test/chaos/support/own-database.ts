import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadKeys, type Keys } from '../../../src/platform/crypto/keys.js'
import { EmbeddedPostgres, type DatabaseUrls } from '../../../src/platform/database/embedded.js'
import { bringUpToDate } from '../../../src/platform/database/engine.js'
import { prepareRoles } from '../../../src/platform/database/prepare.js'
import { env } from '../../support/app.js'
import { eventually } from './eventually.js'

/** A PostgreSQL of the test's own, which may fall, with everything on disk as in earnest. */
export interface OwnDatabase {
  readonly urls: DatabaseUrls
  readonly keys: Keys
  readonly keyFile: string
  /** Ends it as a power cut would; resolves when it is gone. */
  kill(): Promise<void>
  /** Starts it again where it was. */
  start(): Promise<void>
  remove(): Promise<void>
}

/** Started, migrated and empty. */
export const startOwnDatabase = async (): Promise<OwnDatabase> => {
  const folder = await mkdtemp(join(tmpdir(), 'ben-an-chaos-'))
  // As root the server runs as nobody, who must get in.
  await chmod(folder, 0o755)
  const server = new EmbeddedPostgres(folder, ['max_connections=200'], await freePort())
  const urls = await server.start()
  await prepareRoles(urls)
  const keyFile = env('TEST_KEY_FILE')
  const keys = await loadKeys(keyFile)
  await bringUpToDate(urls.owner, keys)
  const pid = async (): Promise<number> =>
    Number((await readFile(join(folder, 'postgres/postmaster.pid'), 'utf8')).split('\n')[0])
  const kill = async (): Promise<void> => {
    const postmaster = await pid()
    process.kill(postmaster, 'SIGKILL')
    await eventually('the database is gone', () => !isAlive(postmaster))
  }
  return {
    urls,
    keys,
    keyFile,
    kill,
    // Its orphans hold the memory they shared for a moment longer.
    start: () =>
      eventually('the database is back', () =>
        server.start().then(
          () => true,
          () => false,
        ),
      ),
    remove: async () => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
