import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { decodeTimeCursor, sliceOf, type Slice } from '../../../platform/web/cursor.js'
import type { ServiceType } from '../../directory/index.js'
import {
  ReferralLists,
  type DeskCount,
  type LaneCounts,
  type ListedReferral,
  type ListNarrowing,
} from '../data/referral-lists.js'
import { lanesOf, type DeskLane } from '../domain/desk-lanes.js'
import { formatReferralNumber, parseReferralNumber } from '../domain/referral-number.js'
import { isOpen, referralStatuses, type ReferralStatus } from '../domain/referral-status.js'
import type { Urgency } from '../domain/urgency.js'

export {
  mostCounted,
  type DeskCount,
  type LaneCounts,
  type ListedReferral,
} from '../data/referral-lists.js'

export const directions = ['in', 'out'] as const

/** What came to the unit, or what was sent from it. */
export type Direction = (typeof directions)[number]

/** What is asked of a list; what is left out narrows nothing. */
export interface ReferralListAsked {
  readonly direction: Direction
  /** Empty: whatever still asks something of somebody. */
  readonly statuses?: readonly ReferralStatus[]
  readonly urgencies?: readonly Urgency[]
  readonly service?: ServiceType | undefined
  /** By whom it is waited for; one that the direction does not know finds nothing. */
  readonly lane?: DeskLane | undefined
  /** As people type it; what is no number at all finds nothing. */
  readonly number?: string | undefined
  readonly after?: string | undefined
  readonly limit?: number | undefined
}

const usualLimit = 25

/** The states a side finds in its list without asking for any. */
const usualStatuses = (direction: Direction): readonly ReferralStatus[] =>
  referralStatuses.filter(
    (status) =>
      isOpen(status) || (direction === 'out' && (status === 'draft' || status === 'completed')),
  )

/** Statuses in which a list can be narrowed by this side: the receiver never sees drafts. */
export const listedStatuses = (direction: Direction): readonly ReferralStatus[] =>
  referralStatuses.filter((status) => direction === 'out' || status !== 'draft')

/** The inbox (what has to be answered first comes first) and the outbox (newest change first). */
@Injectable()
export class ListReferrals {
  constructor(
    private readonly lists: ReferralLists,
    private readonly trail: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound | InvalidInput for a cursor that is not ours */
  async run(actor: WorkerActor, asked: ReferralListAsked): Promise<Slice<ListedReferral>> {
    this.mustBeAllowed(actor)
    const after = asked.after === undefined ? null : decodeTimeCursor(asked.after)
    const limit = asked.limit ?? usualLimit
    const narrowing = narrowingOf(asked)
    return this.transactions.run(actor, async () => {
      const rows =
        narrowing === null
          ? []
          : asked.direction === 'in'
            ? await this.lists.received(actor, orderOf(narrowing), narrowing, after, limit + 1)
            : await this.lists.sent(actor, narrowing, after, limit + 1)
      await this.trail.record({ action: 'referral.list' })
      return sliceOf(rows, limit, ({ sortKey, id }) => [sortKey, id])
    })
  }

  /** How many wait on the desk of the actor's unit, and for whom. @throws NotFound */
  async desk(actor: WorkerActor): Promise<DeskCount & { readonly lanes: LaneCounts }> {
    this.mustBeAllowed(actor)
    return this.transactions.run(actor, async () => ({
      ...(await this.lists.deskCount(actor.unitId, this.clock.now())),
      lanes: await this.lists.laneCounts(actor),
    }))
  }

  private mustBeAllowed(actor: WorkerActor): void {
    if (!decide(actor, 'referral.list', { now: this.clock.now() }).allowed)
      throw new NotFound('referral.list', 'referral', null)
  }
}

const narrowingOf = (asked: ReferralListAsked): ListNarrowing | null => {
  const parts = asked.number === undefined ? undefined : parseReferralNumber(asked.number)
  if (parts === null) return null
  const lane = asked.lane ?? null
  if (lane !== null && !lanesOf(asked.direction).includes(lane)) return null
  const statuses = asked.statuses ?? []
  // Who looks for a number looks for it in every state.
  const usual = parts === undefined ? usualStatuses(asked.direction) : referralStatuses
  return {
    statuses: statuses.length > 0 ? statuses : usual,
    urgencies: asked.urgencies?.length ? asked.urgencies : null,
    service: asked.service ?? null,
    number: parts === undefined ? null : formatReferralNumber(parts),
    lane,
  }
}

const orderOf = ({ statuses, lane }: ListNarrowing) =>
  lane !== null || statuses.some(isOpen) ? 'due' : 'newest'
