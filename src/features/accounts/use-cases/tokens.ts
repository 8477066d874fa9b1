import { createHash, createHmac, randomBytes } from 'node:crypto'

/** 256 random bits as base64url: for cookies and bearer headers. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is stored of a token (32 bytes). */
export const hashOfToken = (token: string): Buffer => createHash('sha256').update(token).digest()

/** Whether a text from outside can be one of our tokens at all. */
export const isToken = (text: unknown): text is string =>
  typeof text === 'string' && /^[\w-]{43}$/.test(text)

/** The token that a session's forms carry. */
export const csrfTokenOf = (csrfSecret: Buffer): string =>
  createHmac('sha256', csrfSecret).update('csrf').digest('base64url')
