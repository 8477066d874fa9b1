import { Injectable } from '@nestjs/common'
import type { FastifyRequest } from 'fastify'
import { hkdfSync, randomUUID, timingSafeEqual } from 'node:crypto'
import { system, type WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import { decrypt, encrypt } from '../../../platform/crypto/aes-gcm.js'
import { Keys } from '../../../platform/crypto/keys.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { HeldFormRows, type HeldFormRow } from '../data/held-form-rows.js'
import { SessionRows } from '../data/session-rows.js'
import { SessionCookies } from './session-cookies.js'
import { csrfTokenOf, hashOfToken } from './tokens.js'

const lifetimeMs = 30 * 60 * 1000

type Fields = Readonly<Record<string, string | readonly string[]>>

/** A form as it was sent. */
export interface HeldForm {
  readonly id: string
  /** Path with query, of our own. */
  readonly path: string
  readonly fields: Fields
}

// Passwords are never kept, not even sealed, and the doors have nothing worth keeping.
const notKept = /^\/(sign-in|sign-out|lock|hide|account\/password|cases\/[^/]+\/export)([/?]|$)/

/**
 * Forms that arrived when their session was locked or over. What was typed waits half an hour, sealed
 * under a key that is not in the database, for the same person's password.
 */
@Injectable()
export class HeldForms {
  private readonly sealingKeys: readonly Buffer[]

  constructor(
    private readonly transactions: Transactions,
    private readonly rows: HeldFormRows,
    private readonly sessions: SessionRows,
    private readonly cookies: SessionCookies,
    private readonly clock: Clock,
    keys: Keys,
  ) {
    this.sealingKeys = keys.wrapping
      .map(({ key }) => Buffer.from(hkdfSync('sha256', key, '', 'ben-an held form', 32)))
      .reverse()
  }

  /** @returns the id under which the form waits, or null when it is not to be kept */
  async keep(request: FastifyRequest): Promise<string | null> {
    const fields = fieldsOf(request.body)
    const [key] = this.sealingKeys
    if (fields === null || key === undefined || notKept.test(request.url)) return null
    return this.transactions.run(system('sign-in'), async () => {
      const session = await this.sessionBehind(request)
      if (session === null) return null
      const [id, now] = [randomUUID(), this.clock.now()]
      const { sessionId, workerId } = session
      const place = placeOf({ id, sessionId, workerId })
      const sealed = encrypt(key, Buffer.from(JSON.stringify({ path: request.url, fields })), place)
      const row = { id, sessionId, workerId, sealed }
      await this.rows.add(row, now, new Date(now.getTime() + lifetimeMs))
      return id
    })
  }

  /** Whose session a form of ours came from, live, locked or over; null for a form that is not ours. */
  authorOf(request: FastifyRequest): Promise<string | null> {
    return this.transactions.run(
      system('sign-in'),
      async () => (await this.sessionBehind(request))?.workerId ?? null,
    )
  }

  /** The form this worker has waiting under the id, if any. It stays until it is dropped. */
  async find(actor: WorkerActor, id: string): Promise<HeldForm | null> {
    const row = await this.transactions.run(actor, () =>
      this.rows.find(id, actor.workerId, this.clock.now()),
    )
    const opened = row === undefined ? null : this.open(row)
    return opened === null ? null : { id, ...opened }
  }

  async drop(actor: WorkerActor, id: string): Promise<void> {
    await this.transactions.run(actor, () => this.rows.drop(id))
  }

  // Only what one of our own pages of that session sent.
  private async sessionBehind(request: FastifyRequest) {
    const token = this.cookies.sessionOf(request)
    if (token === null) return null
    const session = await this.sessions.over(hashOfToken(token))
    const given = fieldsOf(request.body)?.['_csrf']
    return session !== undefined && sameText(given, csrfTokenOf(session.csrfSecret))
      ? session
      : null
  }

  private open(row: HeldFormRow): { path: string; fields: Fields } | null {
    for (const key of this.sealingKeys) {
      try {
        const plain = decrypt(key, row.sealed, placeOf(row)).toString()
        return JSON.parse(plain) as { path: string; fields: Fields }
      } catch {
        // Sealed under another key of the ring, or by nobody of ours.
      }
    }
    return null
  }
}

const placeOf = (row: Omit<HeldFormRow, 'sealed'>): Buffer =>
  Buffer.from(JSON.stringify(['ben-an held form', row.id, row.sessionId, row.workerId]))

const fieldsOf = (body: unknown): Fields | null => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return null
  const entries = Object.entries(body).filter(
    (entry): entry is [string, string | string[]] =>
      typeof entry[1] === 'string' || Array.isArray(entry[1]),
  )
  return Object.fromEntries(entries)
}

const sameText = (given: unknown, expected: string): boolean => {
  if (typeof given !== 'string') return false
  const [left, right] = [Buffer.from(given), Buffer.from(expected)]
  return left.length === right.length && timingSafeEqual(left, right)
}
