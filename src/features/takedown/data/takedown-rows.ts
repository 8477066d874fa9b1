import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import { newestFirst } from '../../timeline/index.js'
import {
  formatTakedownNumber,
  type Asker,
  type Platform,
  type PreservationBasis,
  type RemovalBasis,
  type TakedownState,
  type TakenUnder18,
  type TargetKind,
} from '../domain/takedown.js'

/** A request as stored: codes and days plain, what it is about sealed. */
export interface TakedownRow {
  readonly id: string
  readonly number: string
  readonly caseId: string
  readonly kind: TargetKind
  readonly platform: Platform
  readonly askedBy: Asker
  readonly takenUnder18: TakenUnder18
  readonly state: TakedownState
  readonly bases: readonly RemovalBasis[]
  /** Of the refusal, or of the error. */
  readonly reason: string | null
  readonly preservationBasis: PreservationBasis | null
  readonly preservationAskedAt: Date | null
  readonly preserveUntil: Date | null
  /** Removal was asked for though police work on it and nothing was kept. */
  readonly unpreserved: boolean
  readonly notedAt: Date
  readonly requestedAt: Date | null
  readonly answerDueAt: Date | null
  readonly acknowledgedAt: Date | null
  readonly removedAt: Date | null
  readonly refusedAt: Date | null
  readonly reappearedAt: Date | null
  readonly sealed: Buffer
  readonly updatedAt: Date
  readonly version: number
}

/** Something that happened to a request. */
export interface TakedownEventRow {
  readonly id: string
  readonly at: Date
  readonly takedownId: string
  readonly number: string
  readonly platform: Platform
  readonly kind: string
  readonly reason: string | null
  readonly byName: string | null
}

export type NewTakedown = Pick<
  TakedownRow,
  'id' | 'caseId' | 'kind' | 'platform' | 'askedBy' | 'takenUnder18' | 'sealed'
>

/** What a step changes; what is left out stays as it is. */
export interface TakedownChange {
  readonly state: TakedownState
  readonly bases: readonly RemovalBasis[]
  readonly reason: string | null
  readonly preservationBasis: PreservationBasis | null
  readonly preservationAskedAt: Date | null
  readonly preserveUntil: Date | null
  readonly unpreserved: boolean
  readonly requestedAt: Date | null
  readonly answerDueAt: Date | null
  readonly acknowledgedAt: Date | null
  readonly removedAt: Date | null
  readonly refusedAt: Date | null
  readonly reappearedAt: Date | null
  readonly sealed: Buffer
}

const columns = `r.id, r.number, r.case_id AS "caseId", r.kind, r.platform, r.asked_by AS "askedBy",
  r.taken_under_18 AS "takenUnder18", r.state, r.bases, r.reason,
  r.preservation_basis AS "preservationBasis", r.preservation_asked_at AS "preservationAskedAt",
  r.preserve_until AS "preserveUntil", r.unpreserved, r.noted_at AS "notedAt",
  r.requested_at AS "requestedAt", r.answer_due_at AS "answerDueAt",
  r.acknowledged_at AS "acknowledgedAt", r.removed_at AS "removedAt", r.refused_at AS "refusedAt",
  r.reappeared_at AS "reappearedAt", r.sealed, r.updated_at AS "updatedAt", r.version`

// More than anybody reads; whoever has more sees the newest.
const ofCase = statement(
  'takedown.of-case',
  `SELECT ${columns} FROM takedown_request r WHERE r.case_id = $1
    ORDER BY r.state = 'entered_in_error', r.state = 'removed', r.noted_at DESC, r.number DESC
    LIMIT 500`,
)
const one = statement(
  'takedown.one',
  `SELECT ${columns} FROM takedown_request r WHERE r.case_id = $1 AND r.id = $2`,
)
const carried = statement(
  'takedown.carried',
  `SELECT r.id, r.case_id AS "caseId", r.state, r.answer_due_at AS "answerDueAt",
          r.preserve_until AS "preserveUntil"
     FROM takedown_request r WHERE r.id = $1`,
)
const nextSequence = statement(
  'takedown.next-sequence',
  `SELECT nextval('takedown_number_seq') AS value`,
)
const insert = statement(
  'takedown.insert',
  `INSERT INTO takedown_request (id, number, case_id, kind, platform, asked_by, taken_under_18, sealed,
                                 noted_at, updated_at, created_by, updated_by)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $9, $10, $10)`,
)
const change = statement(
  'takedown.change',
  `UPDATE takedown_request
      SET state = $3, bases = $4, reason = $5, preservation_basis = $6, preservation_asked_at = $7,
          preserve_until = $8, unpreserved = $9, requested_at = $10, answer_due_at = $11,
          acknowledged_at = $12, removed_at = $13, refused_at = $14, reappeared_at = $15, sealed = $16,
          updated_at = $17, updated_by = $18, version = version + 1
    WHERE id = $1 AND version = $2`,
)
const tell = statement(
  'takedown.tell',
  `INSERT INTO takedown_event (id, takedown_id, case_id, at, by_id, kind, reason)
   VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6)`,
)
const eventColumns = `e.id, date_trunc('milliseconds', e.at) AS at, r.id AS "takedownId", r.number,
  r.platform, e.kind, e.reason, w.display_name AS "byName"`
const eventsFrom = `FROM takedown_event e
  JOIN takedown_request r ON r.id = e.takedown_id
  LEFT JOIN worker w ON w.id = e.by_id`
const story = statement(
  'takedown.story',
  `SELECT ${eventColumns} ${eventsFrom} WHERE e.takedown_id = $1 ORDER BY e.at DESC, e.id DESC`,
)
const before = statement(
  'takedown.before',
  `SELECT ${eventColumns} ${eventsFrom} WHERE e.case_id = $1 ${newestFirst('e.at', 'e.id')}`,
)
// A referral to police that stands, police on the team, or police who asked for it themselves.
const policeAtWork = statement(
  'takedown.police-at-work',
  `SELECT EXISTS (SELECT FROM takedown_request r WHERE r.case_id = $1 AND r.asked_by = 'police'
                     AND r.state <> 'entered_in_error')
       OR EXISTS (SELECT FROM referral f JOIN unit u ON u.id = f.to_unit_id
                   WHERE f.case_id = $1 AND u.sector = 'police' AND f.status IN
                     ('requested', 'accepted', 'in_progress', 'on_hold', 'completed', 'confirmed'))
       OR EXISTS (SELECT FROM team_member m JOIN unit u ON u.id = m.unit_id
                   WHERE m.case_id = $1 AND u.sector = 'police' AND m.status = 'joined') AS involved`,
)
const owner = statement('takedown.owner', 'SELECT lead_id AS "leadId" FROM guard.owner_of_case($1)')
const mine = statement(
  'takedown.mine',
  `SELECT r.id, r.number, r.case_id AS "caseId", c.number AS "caseNumber", r.platform,
          CASE WHEN r.state = 'requested' AND r.answer_due_at <= $2 THEN 'unanswered' ELSE 'ends' END
            AS kind,
          CASE WHEN r.state = 'requested' AND r.answer_due_at <= $2 THEN r.answer_due_at
               ELSE r.preserve_until END AS due
     FROM cases c JOIN takedown_request r ON r.case_id = c.id
    WHERE c.lead_worker_id = $1 AND r.state <> 'entered_in_error'
      AND ((r.state = 'requested' AND r.answer_due_at <= $2) OR r.preserve_until BETWEEN $2 AND $3)
    ORDER BY due, r.id LIMIT $4`,
)

/** What the service needs to remind somebody. */
export type CarriedTakedown = Pick<
  TakedownRow,
  'id' | 'caseId' | 'state' | 'answerDueAt' | 'preserveUntil'
>

/** What waits for who leads the case. */
export interface PressingTakedown {
  readonly id: string
  readonly number: string
  readonly caseId: string
  readonly caseNumber: string
  readonly platform: Platform
  readonly kind: 'unanswered' | 'ends'
  readonly due: Date
}

/** Requests inside the open transaction, for who sees the section on incidents. */
@Injectable()
export class TakedownRows {
  constructor(private readonly database: Database) {}

  /** What still is to be done first, then the newest. */
  ofCase(caseId: string): Promise<TakedownRow[]> {
    return this.database.query<TakedownRow>(ofCase, [caseId])
  }

  one(caseId: string, id: string): Promise<TakedownRow | undefined> {
    return this.database.first<TakedownRow>(one, [caseId, id])
  }

  carried(id: string): Promise<CarriedTakedown | undefined> {
    return this.database.first<CarriedTakedown>(carried, [id])
  }

  async leadOf(caseId: string): Promise<string | undefined> {
    return (await this.database.first<{ leadId: string }>(owner, [caseId]))?.leadId
  }

  /** @returns its number */
  async add(actor: WorkerActor, takedown: NewTakedown, at: Date, year: number): Promise<string> {
    const row = await this.database.first<{ value: string }>(nextSequence)
    const number = formatTakedownNumber(year, Number(row?.value))
    const { id, caseId, kind, platform, askedBy, takenUnder18, sealed } = takedown
    await this.database.change(insert, [
      ...[id, number, caseId, kind, platform, askedBy, takenUnder18, sealed, at],
      actor.workerId,
    ])
    await this.tell(actor, takedown, at, 'noted', null)
    return number
  }

  /** False when somebody else changed it since `version`. */
  async change(
    actor: WorkerActor,
    takedown: Pick<TakedownRow, 'id' | 'caseId'>,
    version: number,
    to: TakedownChange,
    at: Date,
  ): Promise<boolean> {
    const changed = await this.database.change(change, [
      ...[takedown.id, version, to.state, to.bases, to.reason, to.preservationBasis],
      ...[to.preservationAskedAt, to.preserveUntil, to.unpreserved, to.requestedAt],
      ...[to.answerDueAt, to.acknowledgedAt, to.removedAt, to.refusedAt, to.reappearedAt],
      ...[to.sealed, at, actor.workerId],
    ])
    return changed === 1
  }

  async tell(
    actor: WorkerActor,
    { id, caseId }: Pick<TakedownRow, 'id' | 'caseId'>,
    at: Date,
    kind: string,
    reason: string | null,
  ): Promise<void> {
    await this.database.change(tell, [id, caseId, at, actor.workerId, kind, reason])
  }

  /** What happened to one, the latest first. */
  story(id: string): Promise<TakedownEventRow[]> {
    return this.database.query<TakedownEventRow>(story, [id])
  }

  /** @param place values of a statement that ends in `newestFirst` */
  before(place: readonly unknown[]): Promise<TakedownEventRow[]> {
    return this.database.query<TakedownEventRow>(before, place)
  }

  /** Whether police have to do with the case, as far as the actor may know. */
  async policeAtWork(caseId: string): Promise<boolean> {
    const row = await this.database.first<{ involved: boolean }>(policeAtWork, [caseId])
    return row?.involved ?? false
  }

  /** What presses in the cases this worker leads: unanswered, or kept only until then. */
  pressing(workerId: string, now: Date, until: Date, limit: number): Promise<PressingTakedown[]> {
    return this.database.query<PressingTakedown>(mine, [workerId, now, until, limit])
  }
}
