import type { DomainEvent } from '../../../platform/outbox/domain-event.js'
import type { TransferStatus } from './transfer-status.js'

export const transferEventTypes = [
  'transfer.offered',
  'transfer.accepted',
  'transfer.rejected',
  'transfer.withdrawn',
  'transfer.expired',
  'transfer.contacted',
] as const

export type TransferEventType = (typeof transferEventTypes)[number]

/** A transfer has moved; the parties are read from the transfer itself. */
export class TransferMoved implements DomainEvent {
  readonly data: { readonly to: TransferStatus }

  constructor(
    readonly type: TransferEventType,
    readonly subjectId: string,
    readonly caseId: string,
    to: TransferStatus,
  ) {
    this.data = { to }
  }
}

export const requestEventTypes = ['transfer.asked', 'transfer.ask-declined'] as const

/**
 * A unit asked to take over, or was told no. It names no case: of what was asked the same is told
 * whether there is such a case or not, and whoever acts on it looks.
 */
export class TransferAsked implements DomainEvent {
  readonly caseId = null

  constructor(
    readonly type: (typeof requestEventTypes)[number],
    readonly subjectId: string,
  ) {}
}

/** An offer that nobody answers has run out of time; told by the schedule. */
export const offerRunsOut = 'transfer.runs-out'
