import { Injectable } from '@nestjs/common'
import { grantsOf, type GrantRow } from '../../../platform/access/access.js'
import type { Role } from '../../../platform/access/actor.js'
import type { Sector } from '../../../platform/access/sectors.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { ReferralStatus } from '../../referrals/index.js'
import type { Concern, Hearer, Subject, Weight } from '../domain/concern.js'

/** What is said beside a notification about a referral; never whom it is about. */
export interface ToldReferral {
  readonly number: string
  readonly status: ReferralStatus
  readonly fromUnitName: string
  readonly toUnitName: string | null
}

/** A notification as its owner reads it: what happened to which thing, never to whom. */
export interface NotificationRow {
  readonly id: string
  /** The type of the event. */
  readonly kind: string
  readonly weight: Weight
  readonly subject: Subject
  readonly caseId: string | null
  /** Null for every other subject. */
  readonly referral: ToldReferral | null
  readonly createdAt: Date
  readonly readAt: Date | null
  /** The time of creation as text that loses no microsecond. */
  readonly sortKey: string
}

interface HearerRow {
  readonly workerId: string
  readonly unitId: string
  readonly agencyId: string
  readonly sector: Sector
  readonly roles: readonly Role[]
  readonly principals: readonly string[]
  readonly blocked: boolean
  readonly sealed: boolean
  readonly grants: readonly GrantRow[]
}

const hearers = statement(
  'notifications.hearers',
  `SELECT worker_id AS "workerId", unit_id AS "unitId", agency_id AS "agencyId", sector, roles,
          principals, blocked, sealed, grants
     FROM guard.who_may_hear($1, $2::uuid[], $3, $4, $5, $6, $7)`,
)
// Without a conflict target: naming one would need the right to read other people's rows.
const add = statement(
  'notifications.add',
  `INSERT INTO notification (worker_id, event_id, kind, weight, case_id, subject_type, subject_id,
                             created_at)
   SELECT worker, $2, $3, $4, $5, $6, $7, $8 FROM unnest($1::uuid[]) AS told (worker)
   ON CONFLICT DO NOTHING RETURNING worker_id AS "workerId"`,
)
// What one may no longer know of is neither shown nor counted. Referrals, which are most of them, are
// asked for by name, so that the database plans once.
const stillSeen = `CASE n.subject_type
    WHEN 'referral' THEN EXISTS (SELECT FROM referral s WHERE s.id = n.subject_id)
    ELSE guard.sees_subject(n.subject_type, n.subject_id) END`
const list = statement(
  'notifications.list',
  `SELECT n.id, n.kind, n.weight, n.case_id AS "caseId",
          json_build_object('type', n.subject_type, 'id', n.subject_id) AS subject,
          CASE WHEN r.id IS NOT NULL THEN
            json_build_object('number', r.number, 'status', r.status,
                              'fromUnitName', f.name, 'toUnitName', t.name) END AS referral,
          n.created_at AS "createdAt", n.read_at AS "readAt", n.created_at::text AS "sortKey"
     FROM notification n
     LEFT JOIN referral r ON n.subject_type = 'referral' AND r.id = n.subject_id
     LEFT JOIN unit f ON f.id = r.from_unit_id
     LEFT JOIN unit t ON t.id = r.to_unit_id
    WHERE n.worker_id = $1 AND (n.created_at, n.id) < ($2::timestamptz, $3::uuid) AND ${stillSeen}
    ORDER BY n.created_at DESC, n.id DESC LIMIT $4`,
)
const unread = statement(
  'notifications.unread',
  `SELECT count(*)::int AS count FROM (
     SELECT FROM notification n WHERE n.worker_id = $1 AND n.read_at IS NULL AND ${stillSeen}
      LIMIT 100) seen`,
)
const settle = statement(
  'notifications.settle',
  `UPDATE notification SET read_at = $3
    WHERE subject_id = $1 AND kind = ANY ($2) AND read_at IS NULL`,
)
const unreadList = statement(
  'notifications.unread-list',
  `SELECT n.id, n.weight, n.mailed_at IS NOT NULL AS "isMailed"
     FROM notification n WHERE n.worker_id = $1 AND n.read_at IS NULL AND ${stillSeen}
    ORDER BY n.created_at DESC LIMIT 500`,
)
const markMailed = statement(
  'notifications.mark-mailed',
  'UPDATE notification SET mailed_at = $2 WHERE id = ANY ($1::uuid[]) AND mailed_at IS NULL',
)
const markRead = statement(
  'notifications.mark-read',
  `UPDATE notification SET read_at = coalesce(read_at, $2) WHERE id = $1
   RETURNING json_build_object('type', subject_type, 'id', subject_id) AS subject,
             case_id AS "caseId"`,
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
  readonly kind: string
  readonly weight: Weight
  readonly caseId: string | null
  readonly subject: Subject
  readonly at: Date
}

/** Something unread, as mail knows it. */
export interface Unread {
  readonly id: string
  readonly weight: Weight
  /** A mail that there is news was sent about it. */
  readonly isMailed: boolean
}

/** Stored notifications; row-level security leaves everybody their own. */
@Injectable()
export class NotificationsRepository {
  constructor(private readonly database: Database) {}

  /** For the service only: everybody else gets no one. */
  async hearers(concern: Concern, at: Date): Promise<Hearer[]> {
    const rows = await this.database.query<HearerRow>(hearers, [
      concern.caseId,
      concern.workerIds,
      concern.deskUnitId,
      concern.supervisorsOfUnitId ?? null,
      concern.coordinatorsOfProvince ?? null,
      concern.everybodyInRole ?? null,
      at,
    ])
    return rows.map(({ blocked, sealed, grants, ...worker }) => ({
      actor: { kind: 'worker', ...worker },
      case: { blocked, sealed, grants: grantsOf(grants) },
    }))
  }

  /** Tells each worker once of each event. @returns whom it told: not those who knew */
  async add(workerIds: readonly string[], told: Told): Promise<string[]> {
    if (workerIds.length === 0) return []
    const rows = await this.database.query<{ workerId: string }>(add, [
      workerIds,
      told.eventId,
      told.kind,
      told.weight,
      told.caseId,
      told.subject.type,
      told.subject.id,
      told.at,
    ])
    return rows.map(({ workerId }) => workerId)
  }

  /** What these kinds told of the subject is done: it calls nobody any more. For the service only. */
  async settle(subjectId: string, kinds: readonly string[], at: Date): Promise<void> {
    await this.database.change(settle, [subjectId, kinds, at])
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

  /** Without what it is about, at most 500: for mail, which says a number at most. */
  unreadList(workerId: string): Promise<Unread[]> {
    return this.database.query<Unread>(unreadList, [workerId])
  }

  /** For the service only. */
  async markMailed(ids: readonly string[], at: Date): Promise<void> {
    await this.database.change(markMailed, [ids, at])
  }

  /** What it was about, or undefined where there is no such notification of the actor's. */
  markRead(
    id: string,
    at: Date,
  ): Promise<{ readonly subject: Subject; readonly caseId: string | null } | undefined> {
    return this.database.first(markRead, [id, at])
  }

  async markAllRead(workerId: string, at: Date): Promise<void> {
    await this.database.change(markAllRead, [workerId, at])
  }
}
