import type { FastifyRequest } from 'fastify'
import type { WorkerActor } from '../access/actor.js'
import type { Locale } from '../i18n/index.js'
import type { FormAuthor } from './form-drafts.js'

/** The person behind a request, read afresh with every request. */
export interface SignedIn {
  readonly actor: WorkerActor
  /** Names the session; opens nothing. */
  readonly sessionId: string
  readonly displayName: string
  readonly position: string
  readonly locale: Locale
  readonly timeZone: string
  /** Token of the session that forms carry. */
  readonly csrfToken: string
  /** The session waits for the password: only routes marked `@WhenLocked` answer. */
  readonly locked: boolean
  /** Accepted the code of conduct in force; before that only routes marked `@BeforeConduct` answer. */
  readonly acceptsConduct: boolean
  /** A browser's cookie or an API bearer token. */
  readonly through: 'cookie' | 'bearer'
}

/** Finds who is behind a request; the accounts feature knows how. */
export abstract class SignIns {
  abstract whoIs(request: FastifyRequest): Promise<SignedIn | null>

  /**
   * A form came in from a session that is locked or over, or waits for the code of conduct. Keeps what was typed, sealed, so that it
   * can go on after that.
   * @returns the id it waits under, or null when there was nothing to keep
   */
  abstract keepWhatWasTyped(request: FastifyRequest): Promise<string | null>

  /**
   * Whose page of ours a form came from, even when the session is locked or over; null for anybody
   * else's form.
   */
  abstract authorOf(request: FastifyRequest): Promise<FormAuthor | null>
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the access guard; null on public routes without a session. */
    signedIn: SignedIn | null
    locale: Locale
  }
}
