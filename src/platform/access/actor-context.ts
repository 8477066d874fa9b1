import { createHmac } from 'node:crypto'
import type { Actor } from './actor.js'

const lifetimeSeconds = 15 * 60

/** The two transaction-local settings that the database's policies read; see migration `guard`. */
export interface ActorContext {
  readonly claim: string
  readonly signature: string
}

/** Signs who acts, so that SQL alone cannot forge it. `key` is at least 32 random bytes. */
export const signActor = (actor: Actor, key: Buffer, now: Date): ActorContext => {
  const expiry = Math.floor(now.getTime() / 1000) + lifetimeSeconds
  const claim =
    actor.kind === 'system'
      ? `${expiry}|system||||`
      : [
          expiry,
          'worker',
          actor.workerId,
          actor.unitId,
          actor.roles.join(','),
          actor.principals.join(','),
        ].join('|')
  return { claim, signature: createHmac('sha256', key).update(claim).digest('hex') }
}

/** HMAC's two pads (64 bytes each), so that the database can verify with nothing but sha256. */
export const paddedKey = (key: Buffer): { inner: Buffer; outer: Buffer } => {
  const block = Buffer.alloc(64)
  key.copy(block)
  return {
    inner: Buffer.from(block.map((byte) => byte ^ 0x36)),
    outer: Buffer.from(block.map((byte) => byte ^ 0x5c)),
  }
}
