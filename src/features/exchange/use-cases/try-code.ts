import { Injectable } from '@nestjs/common'
import { system } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { networkOf, SignInThrottle, TooManyTries } from '../../accounts/index.js'
import { ExternalDoors } from '../data/external-doors.js'
import { TooManyCodes } from '../domain/exchange.errors.js'
import { linkLocked } from '../domain/exchange.events.js'
import { typedCode } from '../domain/one-time-code.js'
import { LinkSecrets } from './link-secrets.js'

/** What came of a code: in, not in, or nothing behind this address (any more). */
export type CodeAnswer = { readonly linkId: string } | 'wrong' | 'closed'

/**
 * The question at the door of somebody without an account. Unknown, expired, revoked and locked
 * addresses get one answer after the same work.
 */
@Injectable()
export class TryCode {
  constructor(
    private readonly doors: ExternalDoors,
    private readonly secrets: LinkSecrets,
    private readonly throttle: SignInThrottle,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
  ) {}

  /** @throws TooManyCodes from this network address */
  async run(token: string, typed: string, address: string): Promise<CodeAnswer> {
    const tokenHash = this.secrets.tokenHash(token)
    // What cannot be a code is tried like one: it costs a try and takes the same time.
    const codeHash = this.secrets.codeHash(tokenHash, typedCode(typed) ?? '')
    const counted = this.throttle.ofExternalCode(networkOf(address))
    try {
      return await this.tried(tokenHash, codeHash, counted)
    } catch (error) {
      if (error instanceof TooManyTries) throw new TooManyCodes(error.retryAfterSeconds)
      throw error
    }
  }

  private tried(
    tokenHash: Buffer,
    codeHash: Buffer,
    counted: ReturnType<SignInThrottle['ofExternalCode']>,
  ): Promise<CodeAnswer> {
    return this.transactions.run(system('exchange'), async () => {
      await this.throttle.count(counted)
      const tried = await this.doors.tryCode(tokenHash, codeHash)
      const result = tried?.result ?? 'closed'
      await this.trail.record({
        action: 'exchange.open',
        caseId: tried?.caseId ?? null,
        subject: tried === undefined ? null : { type: 'referral', id: tried.referralId },
        outcome: result === 'opened' ? 'done' : result === 'closed' ? 'missing' : 'refused',
      })
      if (tried === undefined || result === 'closed') return 'closed'
      if (result === 'opened') {
        await this.throttle.forgive(counted)
        return { linkId: tried.linkId }
      }
      if (result === 'locked') await this.outbox.add(linkLocked(tried.referralId, tried.caseId))
      return result === 'locked' ? 'closed' : 'wrong'
    })
  }
}
