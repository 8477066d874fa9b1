import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common'
import pg from 'pg'
import { describeError } from '../outbox/describe-error.js'

type Hear = (payload: string) => void

const shortestRestMs = 500
const longestRestMs = 30_000

/**
 * What transactions announce with NOTIFY, heard by this process over one connection of its own that
 * is opened when somebody first listens. It needs a connection that stays the same: behind a pooler
 * that lends connections per transaction nothing is heard, so who listens looks now and then anyway.
 */
@Injectable()
export class Announcements implements BeforeApplicationShutdown {
  private readonly log = new Logger('Announcements')
  private readonly listeners = new Map<string, Set<Hear>>()
  private readonly afterSilence = new Set<() => void>()
  private client: pg.Client | undefined
  private isStarted = false
  private isStopping = false
  private restMs = shortestRestMs
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly url: string) {}

  /**
   * Listens from now on, connected or not.
   * @param onSilence the connection was away and is back: something may have been missed
   */
  listen(channel: string, hear: Hear, onSilence: () => void): void {
    const known = this.listeners.get(channel)
    if (known !== undefined) known.add(hear)
    else this.listeners.set(channel, new Set([hear]))
    this.afterSilence.add(onSilence)
    if (!this.isStarted) {
      this.isStarted = true
      void this.connect()
    } else if (known === undefined && this.client !== undefined) {
      // Where it fails the connection is gone: the next one asks for all.
      this.ask(this.client, channel).catch(() => undefined)
    }
  }

  /** Whether the connection is open now. */
  get isConnected(): boolean {
    return this.client !== undefined
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true
    clearTimeout(this.timer)
    const { client } = this
    this.client = undefined
    await client?.end().catch(() => undefined)
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.url,
      keepAlive: true,
      connectionTimeoutMillis: 5000,
    })
    let isGone = false
    const gone = (): void => {
      if (isGone) return
      isGone = true
      if (this.client === client) this.client = undefined
      client.end().catch(() => undefined)
      this.later()
    }
    client.on('error', gone)
    client.on('end', gone)
    client.on('notification', ({ channel, payload = '' }) => {
      for (const hear of this.listeners.get(channel) ?? []) hear(payload)
    })
    try {
      await client.connect()
      for (const channel of this.listeners.keys()) await this.ask(client, channel)
    } catch (error) {
      if (this.restMs === shortestRestMs)
        this.log.warn(`Announcements are not heard now: ${describeError(error)}`)
      gone()
      return
    }
    if (this.isStopping) {
      gone()
      return
    }
    this.client = client
    this.restMs = shortestRestMs
    for (const catchUp of this.afterSilence) catchUp()
  }

  private async ask(client: pg.Client, channel: string): Promise<void> {
    await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`)
  }

  private later(): void {
    if (this.isStopping) return
    // Not all processes at once when the database comes back.
    const rest = this.restMs * (0.5 + Math.random())
    this.restMs = Math.min(longestRestMs, this.restMs * 2)
    this.timer = setTimeout(() => void this.connect(), rest)
    this.timer.unref()
  }
}
