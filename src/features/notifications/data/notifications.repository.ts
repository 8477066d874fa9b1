import { Injectable } from '@nestjs/common'
import type { Role, WorkerActor } from '../../../platform/access/actor.js'
import type { Sector } from '../../../platform/access/sectors.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { ReferralStatus } from '../../referrals/index.js'
import type { Concerned, HeardEvent } from '../domain/who-hears.js'

/** A notification as its owner reads it: what happened to which referral, never to whom. */
export interface NotificationRow {
  readonly id: string
  readonly kind: HeardEvent
  readonly referralId: string
  readonly number: string
  readonly status: ReferralStatus
  readonly service: string | null
  readonly urgency: string | null
  readonly fromUnitName: string
  readonly toUnitName: string | null
  readonly createdAt: Date
  readonly readAt: Date | null
  /** The time of creation as text that loses no microsecond. */
  readonly sortKey: string
}

/** A worker who might be told, with what `decide` asks. */
export interface Hearer {
  readonly actor: WorkerActor
  readonly blocked: boolean
  readonly sealed: boolean
  /** Manages the case the referral comes from. */
  readonly manages: boolean
}

interface HearerRow {
  readonly workerId: string
  readonly unitId: string
  readonly agencyId: string
  readonly sector: Sector
  readonly roles: readonly Role[]
  readonly blocked: boolean
  readonly sealed: boolean
  readonly manages: boolean
}

const hearers = statement(
  'notifications.hearers',
  `SELECT worker_id AS "workerId", unit_id AS "unitId", agency_id AS "agencyId", sector, roles,
          blocked, sealed, manages
     FROM guard.who_may_hear($1, $2::uuid[], $3)`,
)
// Without a conflict target: naming one would need the right to read other people's rows.
const add = statement(
  'notifications.add',
  `INSERT INTO notification (worker_id, event_id, kind, case_id, referral_id, created_at)
   SELECT worker, $2, $3, $4, $5, $6 FROM unnest($1::uuid[]) AS told (worker)
   ON CONFLICT DO NOTHING`,
)
const list = statement(
  'notifications.list',
  `SELECT n.id, n.kind, n.referral_id AS "referralId", r.number, r.status, r.service, r.urgency,
          f.name AS "fromUnitName", t.name AS "toUnitName", n.created_at AS "createdAt",
          n.read_at AS "readAt", n.created_at::text AS "sortKey"
     FROM notification n
     JOIN referral r ON r.id = n.referral_id
     JOIN unit f ON f.id = r.from_unit_id
     LEFT JOIN unit t ON t.id = r.to_unit_id
    WHERE n.worker_id = $1 AND (n.created_at, n.id) < ($2::timestamptz, $3::uuid)
    ORDER BY n.created_at DESC, n.id DESC LIMIT $4`,
)
// What one may no longer know of is not counted either.
const unread = statement(
  'notifications.unread',
  `SELECT count(*)::int AS count FROM (
     SELECT FROM notification n
      WHERE n.worker_id = $1 AND n.read_at IS NULL
        AND EXISTS (SELECT FROM referral r WHERE r.id = n.referral_id)
      LIMIT 100) seen`,
)
const settle = statement(
  'notifications.settle',
  `UPDATE notification SET read_at = $2
    WHERE referral_id = $1 AND kind = 'referral.requested' AND read_at IS NULL`,
)
const markRead = statement(
  'notifications.mark-read',
  `UPDATE notification SET read_at = coalesce(read_at, $2) WHERE id = $1
   RETURNING referral_id AS "referralId"`,
)
const markAllRead = statement(
  'notifications.mark-all-read',
  'UPDATE notification SET read_at = $2 WHERE worker_id = $1 AND read_at IS NULL',
)

/** Where a page of notifications begins: after this row. */
export interface NotificationPosition {
  readonly sortKey: string
  readonly id: string
}

const newest: NotificationPosition = {
  sortKey: 'infinity',
  id: 'ffffffff-ffff-ffff-ffff-ffffffffffff',
}

/** What waits to be read. */
export interface Told {
  readonly eventId: string
  readonly kind: HeardEvent
  readonly caseId: string
  readonly referralId: string
  readonly at: Date
}

/** Stored notifications; row-level security leaves everybody their own. */
@Injectable()
export class NotificationsRepository {
  constructor(private readonly database: Database) {}

  /** For the service only: everybody else gets no one. */
  async hearers(caseId: string, { workerIds, deskUnitId }: Concerned): Promise<Hearer[]> {
    const rows = await this.database.query<HearerRow>(hearers, [caseId, workerIds, deskUnitId])
    return rows.map(({ blocked, sealed, manages, ...worker }) => ({
      actor: { kind: 'worker', principals: [worker.workerId], ...worker },
      blocked,
      sealed,
      manages,
    }))
  }

  /** Tells each worker once of each event. */
  async add(workerIds: readonly string[], told: Told): Promise<void> {
    if (workerIds.length === 0) return
    await this.database.change(add, [
      workerIds,
      told.eventId,
      told.kind,
      told.caseId,
      told.referralId,
      told.at,
    ])
  }

  /** The desk has answered: nobody needs to be called to it any more. For the service only. */
  async settle(referralId: string, at: Date): Promise<void> {
    await this.database.change(settle, [referralId, at])
  }

  /** Newest first. What its owner may no longer know of is left out. */
  list(
    workerId: string,
    after: NotificationPosition | null,
    limit: number,
  ): Promise<NotificationRow[]> {
    const { sortKey, id } = after ?? newest
    return this.database.query<NotificationRow>(list, [workerId, sortKey, id, limit])
  }

  /** Counts to 100. */
  async unread(workerId: string): Promise<number> {
    return (await this.database.first<{ count: number }>(unread, [workerId]))?.count ?? 0
  }

  /** The referral it was about, or undefined where there is no such notification of the actor's. */
  async markRead(id: string, at: Date): Promise<string | undefined> {
    return (await this.database.first<{ referralId: string }>(markRead, [id, at]))?.referralId
  }

  async markAllRead(workerId: string, at: Date): Promise<void> {
    await this.database.change(markAllRead, [workerId, at])
  }
}
