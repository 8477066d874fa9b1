import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { statement, type Statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { ServiceType } from '../../directory/index.js'
import { deskLanes, type DeskLane } from '../domain/desk-lanes.js'
import type { ReferralStatus } from '../domain/referral-status.js'
import type { Urgency } from '../domain/urgency.js'

/** A line of a list: no names of persons, no free text. */
export interface ListedReferral {
  readonly id: string
  readonly number: string
  readonly caseId: string
  readonly service: ServiceType | null
  readonly urgency: Urgency | null
  readonly status: ReferralStatus
  readonly fromUnitId: string
  readonly fromUnitName: string
  readonly toUnitId: string | null
  readonly toUnitName: string | null
  readonly ageBand: string | null
  readonly sex: string | null
  readonly claimedBy: string | null
  readonly claimedAt: Date | null
  readonly claimedByName: string | null
  readonly handlerId: string | null
  readonly handlerName: string | null
  /** For the receiving unit: who has it in hand cannot go on now. */
  readonly isOrphaned: boolean
  /** A question of the receiver that waits for its answer. */
  readonly questionAt: Date | null
  readonly cancelAskedAt: Date | null
  readonly sentAt: Date | null
  readonly acknowledgeDueAt: Date | null
  readonly answerDueAt: Date | null
  readonly serviceDueAt: Date | null
  readonly expiresAt: Date | null
  readonly escalatedAt: Date | null
  readonly escalationLevel: 'supervisor' | 'coordination' | null
  readonly answeredAt: Date | null
  readonly startedAt: Date | null
  readonly endedAt: Date | null
  readonly createdAt: Date
  readonly updatedAt: Date
  /** The referral it takes the place of. */
  readonly supersedesId: string | null
  readonly version: number
  /** What the list is sorted by, as text that loses no microsecond. */
  readonly sortKey: string
}

/** Which referrals to list; null narrows nothing. */
export interface ListNarrowing {
  readonly statuses: readonly ReferralStatus[]
  readonly urgencies: readonly Urgency[] | null
  readonly service: ServiceType | null
  readonly number: string | null
  readonly lane: DeskLane | null
}

/** Where a page begins: after this row. */
export interface ListPosition {
  readonly sortKey: string
  readonly id: string
}

const columns = `r.id, r.number, r.case_id AS "caseId", r.service, r.urgency, r.status,
  r.from_unit_id AS "fromUnitId", f.name AS "fromUnitName", r.to_unit_id AS "toUnitId",
  t.name AS "toUnitName", r.age_band AS "ageBand", r.sex, r.claimed_by AS "claimedBy",
  r.claimed_at AS "claimedAt", w.display_name AS "claimedByName", r.handler_id AS "handlerId",
  h.display_name AS "handlerName", r.question_at AS "questionAt",
  r.cancel_asked_at AS "cancelAskedAt",
  coalesce(CASE WHEN r.status = 'requested' THEN r.claimed_by
                WHEN r.status IN ('accepted', 'in_progress', 'on_hold') THEN r.handler_id END
           = ANY ((SELECT guard.away_colleagues())::uuid[]), false) AS "isOrphaned",
  r.sent_at AS "sentAt", r.acknowledge_due_at AS "acknowledgeDueAt",
  r.answer_due_at AS "answerDueAt", r.service_due_at AS "serviceDueAt",
  r.expires_at AS "expiresAt", r.escalated_at AS "escalatedAt",
  r.escalation_level AS "escalationLevel", r.answered_at AS "answeredAt", r.started_at AS "startedAt", r.ended_at AS "endedAt",
  r.created_at AS "createdAt", r.updated_at AS "updatedAt",
  r.supersedes_id AS "supersedesId", r.version`

const names = `JOIN unit f ON f.id = r.from_unit_id LEFT JOIN unit t ON t.id = r.to_unit_id
  LEFT JOIN worker w ON w.id = r.claimed_by LEFT JOIN worker h ON h.id = r.handler_id`

const narrowed = `($5::text[] IS NULL OR q.urgency = ANY ($5)) AND ($6::text IS NULL OR q.service = $6)
  AND ($7::text IS NULL OR q.number = $7)`

// $1 owner, $2 statuses, $3 and $4 the row before the page, $5 to $7 what narrows, $8 how many.
// Each status is read from the index in its own order and stops at the page's length, so that a list
// costs the same however long the shelf behind it is.

const me = '(SELECT guard.actor_id())'
const away = '((SELECT guard.away_colleagues())::uuid[])'

// What each lane takes of the two shelves: what is unanswered, and what was accepted.
const lanes: Readonly<Record<DeskLane, { readonly desk: string; readonly underWay: string }>> = {
  unclaimed: { desk: 'q.claimed_by IS NULL', underWay: 'false' },
  mine: { desk: `q.claimed_by = ${me}`, underWay: `q.handler_id = ${me}` },
  colleagues: {
    desk: `q.claimed_by <> ${me} AND q.claimed_by <> ALL (${away})`,
    underWay: `q.handler_id <> ${me} AND q.handler_id <> ALL (${away})`,
  },
  away: { desk: `q.claimed_by = ANY (${away})`, underWay: `q.handler_id = ANY (${away})` },
  question: { desk: 'q.question_at IS NOT NULL', underWay: 'q.question_at IS NOT NULL' },
}
const everything = { desk: 'true', underWay: 'true' }

// What lies on the desk stands in the order in which it has to be answered …
const desk = (lane: string): string => `SELECT q.*, q.answer_due_at AS sort_at FROM referral q
  WHERE q.to_unit_id = $1 AND q.status = 'requested' AND 'requested' = ANY ($2::text[]) AND ${lane}
    AND (q.answer_due_at, q.id) > ($3::timestamptz, $4::uuid) AND ${narrowed}
  ORDER BY q.answer_due_at, q.id LIMIT $8`
// … together with what was accepted, in the order in which the service was due; what pauses before it
// began is due at no time and stands last.
const underWay = (owner: string, lane: string): string => `
  SELECT q.*, coalesce(q.service_due_at, 'infinity') AS sort_at FROM referral q
  WHERE ${owner} AND ${lane} AND q.status = ANY (array_remove($2::text[], 'requested'))
    AND (coalesce(q.service_due_at, 'infinity'), q.id) > ($3::timestamptz, $4::uuid) AND ${narrowed}
  ORDER BY sort_at, q.id LIMIT $8`

const byDue = (owner: string, lane = everything): string => `
  SELECT ${columns}, r.sort_at::text AS "sortKey"
    FROM ((${desk(lane.desk)}) UNION ALL (${underWay(owner, lane.underWay)})) r ${names}
   ORDER BY r.sort_at, r.id LIMIT $8`

const newestFirst = (owner: string, lane = 'true'): string => `
  SELECT ${columns}, r.updated_at::text AS "sortKey"
    FROM unnest($2::text[]) AS asked (status)
    CROSS JOIN LATERAL (
      SELECT q.* FROM referral q
       WHERE ${owner} AND ${lane} AND q.status = asked.status
         AND (q.updated_at, q.id) < ($3::timestamptz, $4::uuid) AND ${narrowed}
       ORDER BY q.updated_at DESC, q.id DESC LIMIT $8) r ${names}
   ORDER BY r.updated_at DESC, r.id DESC LIMIT $8`

const handler = 'q.handler_id = $1'
// A supervisor sees all of the unit's; the planner is told so, since the policies are only a filter.
const receiver = 'q.to_unit_id = $1'

// Two owners in one list: the desk is the unit's, the rest the handler's, or whoever stands in for them.
const ownOrOrphaned = `q.to_unit_id = $1 AND q.handler_id = ANY (${me} || ${away})`
const askedOfUs = `q.question_at IS NOT NULL AND q.status IN ('requested', 'accepted', 'in_progress',
  'on_hold')`

const inLanes = Object.fromEntries(
  deskLanes.map((lane) => [
    lane,
    {
      worker: statement(`referrals.in.${lane}.worker`, byDue(ownOrOrphaned, lanes[lane])),
      unit: statement(`referrals.in.${lane}.unit`, byDue(receiver, lanes[lane])),
    },
  ]),
) as Record<DeskLane, Record<'worker' | 'unit', Statement>>

const statements = {
  deskOfWorker: statement('referrals.in.by-due.worker', byDue(ownOrOrphaned)),
  deskOfUnit: statement('referrals.in.by-due.unit', byDue(receiver)),
  receivedByWorker: statement('referrals.in.newest.worker', newestFirst(handler)),
  receivedByUnit: statement('referrals.in.newest.unit', newestFirst(receiver)),
  sentByWorker: statement('referrals.out.worker', newestFirst('q.from_worker_id = $1')),
  sentByUnit: statement('referrals.out.unit', newestFirst('q.from_unit_id = $1')),
  askedOfWorker: statement(
    'referrals.out.asked.worker',
    newestFirst('q.from_worker_id = $1', askedOfUs),
  ),
  askedOfUnit: statement('referrals.out.asked.unit', newestFirst('q.from_unit_id = $1', askedOfUs)),
}

const ofCase = statement(
  'referrals.of-case',
  `SELECT ${columns}, r.updated_at::text AS "sortKey" FROM referral r ${names}
    WHERE r.case_id = $1 ORDER BY r.created_at DESC, r.id LIMIT 200`,
)

/** No page tells a greater number than this. */
export const mostCounted = 100

const deskCount = statement(
  'referrals.desk-count',
  `SELECT (SELECT count(*)::int FROM (SELECT FROM referral WHERE to_unit_id = $1
              AND status = 'requested' LIMIT ${mostCounted}) x) AS waiting,
          (SELECT count(*)::int FROM (SELECT FROM referral WHERE to_unit_id = $1
              AND status = 'requested' AND answer_due_at < $2 LIMIT ${mostCounted}) x) AS overdue`,
)

/** How many stand in each lane. */
export type LaneCounts = Readonly<Record<DeskLane, number>>

/** How many wait on the desk, and how many of them too long; neither counts beyond `mostCounted`. */
export interface DeskCount {
  readonly waiting: number
  readonly overdue: number
}

// All that is open is read once, from the index of the unit's desk and that of its handlers.
const laneCounts = (owner: string): string => `
  SELECT ${deskLanes.map((lane) => `count(*) FILTER (WHERE ${lane})::int AS "${lane}"`).join(', ')}
    FROM (SELECT ${deskLanes.map((lane) => `${lanes[lane].desk} AS ${lane}`).join(', ')}
            FROM referral q WHERE q.to_unit_id = $1 AND q.status = 'requested'
          UNION ALL
          SELECT ${deskLanes.map((lane) => lanes[lane].underWay).join(', ')}
            FROM referral q
           WHERE ${owner} AND q.status IN ('accepted', 'in_progress', 'on_hold')) open`
const counted = {
  worker: statement('referrals.lanes.worker', laneCounts(ownOrOrphaned)),
  unit: statement('referrals.lanes.unit', laneCounts(receiver)),
}

/** In which order a list of received referrals stands. */
export type InboxOrder = 'due' | 'newest'

// Before the first and after the last there is.
const start: Record<InboxOrder, ListPosition> = {
  due: { sortKey: '-infinity', id: '00000000-0000-0000-0000-000000000000' },
  newest: { sortKey: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' },
}

/** Reads lists of referrals; row-level security has already left out what is hidden. */
@Injectable()
export class ReferralLists {
  constructor(private readonly database: Database) {}

  /** What came to the actor's unit: the desk's, and what is the actor's own (supervisors: the unit's). */
  received(
    actor: WorkerActor,
    order: InboxOrder,
    narrowing: ListNarrowing,
    after: ListPosition | null,
    limit: number,
  ): Promise<ListedReferral[]> {
    const isSupervisor = actor.roles.includes('supervisor')
    const values = (ownerId: string) => [ownerId, ...this.values(order, narrowing, after, limit)]
    if (narrowing.lane !== null)
      return this.database.query(
        inLanes[narrowing.lane][isSupervisor ? 'unit' : 'worker'],
        values(actor.unitId),
      )
    if (order === 'due')
      return this.database.query(
        isSupervisor ? statements.deskOfUnit : statements.deskOfWorker,
        values(actor.unitId),
      )
    return isSupervisor
      ? this.database.query(statements.receivedByUnit, values(actor.unitId))
      : this.database.query(statements.receivedByWorker, values(actor.workerId))
  }

  /** What the actor sent (supervisors: the unit), newest change first. */
  sent(
    actor: WorkerActor,
    narrowing: ListNarrowing,
    after: ListPosition | null,
    limit: number,
  ): Promise<ListedReferral[]> {
    const isSupervisor = actor.roles.includes('supervisor')
    const [ofUnit, ofWorker] =
      narrowing.lane === null
        ? [statements.sentByUnit, statements.sentByWorker]
        : [statements.askedOfUnit, statements.askedOfWorker]
    return this.database.query(isSupervisor ? ofUnit : ofWorker, [
      isSupervisor ? actor.unitId : actor.workerId,
      ...this.values('newest', narrowing, after, limit),
    ])
  }

  /** Newest first, at most 200. */
  ofCase(caseId: string): Promise<ListedReferral[]> {
    return this.database.query(ofCase, [caseId])
  }

  async deskCount(unitId: string, now: Date): Promise<DeskCount> {
    const row = await this.database.first<DeskCount>(deskCount, [unitId, now])
    return row ?? { waiting: 0, overdue: 0 }
  }

  /** By whom what lies at the desk is waited for. */
  async laneCounts(actor: WorkerActor): Promise<LaneCounts> {
    const of = counted[actor.roles.includes('supervisor') ? 'unit' : 'worker']
    const row = await this.database.first<LaneCounts>(of, [actor.unitId])
    if (row === undefined) throw new Error('a row of counts is always there')
    return row
  }

  private values(
    order: InboxOrder,
    { statuses, urgencies, service, number }: ListNarrowing,
    after: ListPosition | null,
    limit: number,
  ): unknown[] {
    const { sortKey, id } = after ?? start[order]
    return [statuses, sortKey, id, urgencies, service, number, limit]
  }
}
