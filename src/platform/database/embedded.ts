import { Logger } from '@nestjs/common'
import type { ChildProcess } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { findBinaries } from './postgres-binaries.js'
import { launcherFor, type Launcher } from './unprivileged.js'

/** Where a started server answers. The passwords are random and stay in DATA_DIR. */
export interface DatabaseUrls {
  readonly admin: string
  readonly owner: string
  readonly app: string
}

interface Passwords {
  readonly admin: string
  readonly owner: string
  readonly app: string
}

export class EmbeddedPostgresFailed extends Error {
  constructor(detail: string) {
    super(`The embedded PostgreSQL did not start.\n${detail}`)
  }
}

/**
 * A PostgreSQL 18 of our own in a folder: made at the first start, found again at the next, shared
 * with commands that run beside the service.
 */
export class EmbeddedPostgres {
  private readonly log = new Logger('PostgreSQL')
  private server: ChildProcess | undefined
  private startedPid: number | undefined

  /**
   * @param settings extra `name=value` settings of the server, for tests
   * @param ownPort a port to come back to at every start; else any that is free
   */
  constructor(
    private readonly dataDir: string,
    private readonly settings: readonly string[] = [],
    private readonly ownPort?: number,
  ) {}

  async start(): Promise<DatabaseUrls> {
    const folder = join(this.dataDir, 'postgres')
    const passwords = await this.passwords()
    const running = await this.findRunning(folder)
    const port = running?.port ?? (await this.launch(folder, passwords))
    const url = (user: string, password: string, database: string): string =>
      `postgres://${user}:${password}@127.0.0.1:${port}/${database}`
    const urls = {
      admin: url('postgres', passwords.admin, 'postgres'),
      owner: url('ben_an_owner', passwords.owner, 'ben_an'),
      app: url('ben_an_app', passwords.app, 'ben_an'),
    }
    await this.waitUntilAnswering(urls.admin)
    // A server left over by a killed service is ours to stop; pg's lock file keeps it the only one.
    this.startedPid = this.server?.pid
    return urls
  }

  /** Stops the server if this process started it. Transactions under way are rolled back. */
  async stop(): Promise<void> {
    const { server } = this
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return
    server.ref()
    const ended = once(server, 'exit')
    const pid = (await this.readLockFile(join(this.dataDir, 'postgres')))?.pid ?? this.startedPid
    if (pid !== undefined) process.kill(pid, 'SIGINT')
    await ended
    this.server = undefined
  }

  private async passwords(): Promise<Passwords> {
    const file = join(this.dataDir, 'postgres-passwords.json')
    const known = await readFile(file, 'utf8').catch(() => undefined)
    if (known !== undefined) return JSON.parse(known) as Passwords
    await mkdir(this.dataDir, { recursive: true, mode: 0o755 })
    const random = (): string => randomBytes(24).toString('hex')
    const fresh: Passwords = { admin: random(), owner: random(), app: random() }
    await writeFile(file, JSON.stringify(fresh), { mode: 0o600 })
    return fresh
  }

  private async launch(folder: string, passwords: Passwords): Promise<number> {
    const { initdb, postgres } = await findBinaries()
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const launcher = await launcherFor([postgres, this.dataDir])
    await launcher.own(folder)
    const isNew = await access(join(folder, 'PG_VERSION')).then(
      () => false,
      () => true,
    )
    if (isNew) await this.initialise(initdb, folder, passwords, launcher)
    await rm(join(folder, 'postmaster.pid'), { force: true })

    const port = this.ownPort ?? (await freePort())
    const settings = [
      `port=${port}`,
      'listen_addresses=127.0.0.1',
      'unix_socket_directories=',
      'max_connections=100',
      'shared_buffers=256MB',
      'jit=off',
      // No value that people typed may reach a log.
      'log_parameter_max_length=0',
      'log_parameter_max_length_on_error=0',
      'log_min_messages=warning',
      ...this.settings,
    ]
    const server = launcher.start(postgres, ['-D', folder, ...settings.flatMap((s) => ['-c', s])], {
      stdio: ['ignore', 'ignore', 'pipe'],
      // Ctrl-C goes to the whole group; the database ends after the service, not with it.
      detached: true,
    })
    this.server = server
    let words = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      words = (words + chunk.toString()).slice(-4000)
    })
    server.once('exit', (code) => {
      if (code !== 0 && code !== null)
        this.log.error(`PostgreSQL ended with code ${code}\n${words}`)
    })
    server.unref()
    return port
  }

  private async initialise(
    initdb: string,
    folder: string,
    passwords: Passwords,
    launcher: Launcher,
  ): Promise<void> {
    const passwordFile = join(this.dataDir, `.${randomBytes(8).toString('hex')}`)
    await writeFile(passwordFile, passwords.admin, { mode: 0o600 })
    try {
      await launcher.own(passwordFile)
      const access = ['-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
      const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
      const made = launcher.start(
        initdb,
        ['-D', folder, ...access, ...locale, '--locale=C', '--no-instructions'],
        { stdio: ['ignore', 'ignore', 'pipe'] },
      )
      let words = ''
      made.stderr?.on('data', (chunk: Buffer) => (words += chunk.toString()))
      const [code] = (await once(made, 'exit')) as [number | null]
      if (code !== 0) throw new EmbeddedPostgresFailed(words)
    } finally {
      await rm(passwordFile, { force: true })
    }
  }

  private async findRunning(folder: string): Promise<{ port: number } | undefined> {
    const lock = await this.readLockFile(folder)
    if (lock === undefined) return undefined
    try {
      process.kill(lock.pid, 0)
      return { port: lock.port }
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === 'EPERM' ? { port: lock.port } : undefined
    }
  }

  // Format of postmaster.pid: pid, data directory, start time, port, …
  private async readLockFile(folder: string): Promise<{ pid: number; port: number } | undefined> {
    const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')
    const [pid, , , port] = text.split('\n').map(Number)
    return pid && port ? { pid, port } : undefined
  }

  private async waitUntilAnswering(url: string): Promise<void> {
    const deadline = Date.now() + 60_000
    for (;;) {
      const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 })
      // A server that ends while we connect must not end us.
      client.on('error', () => undefined)
      try {
        await client.connect()
        await client.end()
        return
      } catch (error) {
        const hasEnded = this.server !== undefined && this.server.exitCode !== null
        if (hasEnded || Date.now() > deadline) throw new EmbeddedPostgresFailed(String(error))
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
    }
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
