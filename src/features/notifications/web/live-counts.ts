import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Announcements } from '../../../platform/database/announcements.js'
import { describeError } from '../../../platform/outbox/describe-error.js'
import { SignIns } from '../../../platform/web/signed-in.js'
import { CountUnread } from '../use-cases/count-unread.js'

/** One open page that shows the count. */
interface Stream {
  readonly request: FastifyRequest
  readonly reply: FastifyReply
  readonly workerId: string
  readonly sessionId: string
  lookedAt: number
}

/** Pages of one session that are kept up to date at once; others ask now and then. */
export const mostStreamsOfASession = 4

const heartbeatMs = 20_000
const lookAgainMs = 60_000
/** Transactions that counting may hold at the same time, however many pages are open. */
const handsAtOnce = 2
/** Bytes that may wait for a reader who does not read. */
const mostWaiting = 64 * 1024

/**
 * The number of unread notifications, pushed to open pages: the number, nothing else. No page holds a
 * connection to the database; a bell of the database says for whom to count again. Each time, and once
 * a minute in any case, the session is asked anew: a page of a session that is locked or over is let go.
 */
@Injectable()
export class LiveCounts implements BeforeApplicationShutdown {
  private readonly log = new Logger('LiveCounts')
  private readonly streams = new Set<Stream>()
  private readonly waiting = new Set<Stream>()
  private hands = 0
  private heartbeat: NodeJS.Timeout | undefined
  private isListening = false

  constructor(
    private readonly announcements: Announcements,
    private readonly signIns: SignIns,
    private readonly unread: CountUnread,
  ) {}

  /** Whether the session has room for another page. */
  hasRoomFor(sessionId: string): boolean {
    const held = [...this.streams].filter((one) => one.sessionId === sessionId)
    return held.length < mostStreamsOfASession
  }

  /** Takes the answer over: it stays open until the reader goes or the session closes. */
  open(request: FastifyRequest, reply: FastifyReply, workerId: string, sessionId: string): void {
    this.listen()
    reply.hijack()
    const stream: Stream = { request, reply, workerId, sessionId, lookedAt: 0 }
    reply.raw.on('close', () => this.forget(stream))
    reply.raw.on('error', () => this.forget(stream))
    reply.raw.writeHead(200, {
      ...ownHeaders(reply),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_buffering
      'x-accel-buffering': 'no',
    })
    // Not all pages at once when the service comes back.
    reply.raw.write(`retry: ${3000 + Math.floor(Math.random() * 7000)}\n\n`)
    this.streams.add(stream)
    this.lookAt(stream)
  }

  beforeApplicationShutdown(): void {
    clearInterval(this.heartbeat)
    for (const stream of [...this.streams]) this.end(stream)
  }

  private listen(): void {
    if (this.isListening) return
    this.isListening = true
    const all = (): void => {
      for (const stream of this.streams) this.lookAt(stream)
    }
    this.announcements.listen(
      'ben_an_told',
      (workerId) => this.lookWhere((stream) => stream.workerId === workerId),
      all,
    )
    this.announcements.listen(
      'ben_an_session_closed',
      (sessionId) => this.lookWhere((stream) => stream.sessionId === sessionId),
      () => undefined,
    )
    this.heartbeat = setInterval(() => this.beat(), heartbeatMs)
    this.heartbeat.unref()
  }

  private beat(): void {
    const now = Date.now()
    for (const stream of [...this.streams]) {
      if (stream.reply.raw.writableLength > mostWaiting) this.end(stream)
      else if (now - stream.lookedAt >= lookAgainMs) this.lookAt(stream)
      else stream.reply.raw.write(':\n\n')
    }
  }

  private lookWhere(isMeant: (stream: Stream) => boolean): void {
    for (const stream of this.streams) if (isMeant(stream)) this.lookAt(stream)
  }

  private lookAt(stream: Stream): void {
    this.waiting.add(stream)
    if (this.hands < handsAtOnce) void this.work()
  }

  private async work(): Promise<void> {
    this.hands++
    try {
      for (const stream of this.waiting) {
        this.waiting.delete(stream)
        if (this.streams.has(stream)) await this.look(stream)
      }
    } finally {
      this.hands--
    }
  }

  private async look(stream: Stream): Promise<void> {
    stream.lookedAt = Date.now()
    try {
      const signIn = await this.signIns.whoIs(stream.request)
      if (signIn === null || signIn.locked) {
        this.end(stream)
        return
      }
      const count = await this.unread.run(signIn.actor)
      // Gone while we counted.
      if (!this.streams.has(stream)) return
      stream.reply.raw.write(`data: ${JSON.stringify({ count })}\n\n`)
    } catch (error) {
      // The page keeps its last number; the next beat asks again.
      this.log.debug(`Not counted: ${describeError(error)}`)
    }
  }

  private end(stream: Stream): void {
    this.forget(stream)
    stream.reply.raw.end()
  }

  private forget(stream: Stream): void {
    this.streams.delete(stream)
    this.waiting.delete(stream)
  }
}

// What the hooks of the server said of every answer; a taken-over one does not pass them at its end.
const ownHeaders = (reply: FastifyReply): Record<string, string | string[]> =>
  Object.fromEntries(
    Object.entries(reply.getHeaders()).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, typeof value === 'number' ? String(value) : value]],
    ),
  )
