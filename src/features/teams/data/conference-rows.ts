import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type {
  AttendanceAnswer,
  ConferenceCancelReason,
  ConferenceChannel,
  ConferenceStatus,
  EntryKind,
} from '../domain/team-codes.js'

/** When and how a team meets. */
export interface ConferenceRow {
  readonly id: string
  readonly caseId: string
  readonly startsAt: Date
  readonly timeZone: string
  readonly channel: ConferenceChannel
  readonly sealedPlace: Buffer
  readonly status: ConferenceStatus
  readonly reason: ConferenceCancelReason | null
  readonly createdBy: string
  readonly endedAt: Date | null
  readonly version: number
}

/** A unit that is asked to come. */
export interface InviteeRow {
  readonly unitId: string
  readonly unitName: string
  readonly answer: AttendanceAnswer | null
  readonly attended: boolean | null
}

/** A line the actor may read. */
export interface EntryRow {
  readonly id: string
  readonly conferenceId: string
  readonly kind: EntryKind
  readonly section: number
  readonly position: number
  readonly unitId: string | null
  readonly unitName: string | null
  readonly sealed: Buffer
}

/** How many lines of a kind there are, whoever may read them. */
export interface EntryCount {
  readonly kind: EntryKind
  readonly lines: number
}

const columns = `c.id, c.case_id AS "caseId", c.starts_at AS "startsAt", c.time_zone AS "timeZone",
  c.channel, c.sealed_place AS "sealedPlace", c.status, c.reason, c.created_by AS "createdBy",
  c.ended_at AS "endedAt", c.version`

const ofCase = statement(
  'teams.conferences',
  `SELECT ${columns} FROM case_conference c WHERE c.case_id = $1
    ORDER BY c.starts_at DESC, c.id LIMIT 50`,
)
const one = statement(
  'teams.conference',
  `SELECT ${columns} FROM case_conference c WHERE c.id = $1`,
)
const invitees = statement(
  'teams.invitees',
  `SELECT i.unit_id AS "unitId", u.name AS "unitName", i.answer, i.attended
     FROM conference_invitee i JOIN unit u ON u.id = i.unit_id
    WHERE i.conference_id = $1 ORDER BY u.name, u.id`,
)
const entries = statement(
  'teams.entries',
  `SELECT e.id, e.conference_id AS "conferenceId", e.kind, e.section, e.position,
          e.unit_id AS "unitId", u.name AS "unitName", e.sealed
     FROM conference_entry e LEFT JOIN unit u ON u.id = e.unit_id
    WHERE e.conference_id = $1 ORDER BY e.position, e.id`,
)
const decision = statement(
  'teams.decision',
  `SELECT e.id, e.conference_id AS "conferenceId", e.kind, e.section, e.position,
          e.unit_id AS "unitId", NULL AS "unitName", e.sealed
     FROM conference_entry e WHERE e.id = $1 AND e.case_id = $2 AND e.kind = 'decision'`,
)
const outline = statement(
  'teams.conference-outline',
  'SELECT kind, lines FROM guard.conference_outline($1)',
)
const call = statement(
  'teams.call-conference',
  `INSERT INTO case_conference (id, case_id, starts_at, time_zone, channel, sealed_place, created_by,
                                created_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
)
const inviteUnits = statement(
  'teams.call-units',
  `INSERT INTO conference_invitee (conference_id, case_id, unit_id)
   SELECT $1, $2, unnest($3::uuid[])`,
)
const addEntry = statement(
  'teams.add-entry',
  `INSERT INTO conference_entry (id, conference_id, case_id, kind, section, position, unit_id, sealed,
                                 created_by, created_at)
   SELECT $1, $2, $3, $4, $5, coalesce(max(o.lines), 0) + 1, $6, $7, $8, $9
     FROM (SELECT sum(lines)::int AS lines FROM guard.conference_outline($2)) o`,
)
const answer = statement(
  'teams.answer-conference',
  `UPDATE conference_invitee SET answer = $3, answered_by = $4, answered_at = $5
    WHERE conference_id = $1 AND unit_id = $2`,
)
const attend = statement(
  'teams.attendance',
  `UPDATE conference_invitee SET attended = unit_id = ANY ($2::uuid[]) WHERE conference_id = $1`,
)
const end = statement(
  'teams.end-conference',
  `UPDATE case_conference SET status = $3, reason = $4, ended_at = $5, version = version + 1
    WHERE id = $1 AND version = $2 AND status = 'planned'`,
)

/** Case conferences, inside the open transaction. */
@Injectable()
export class ConferenceRows {
  constructor(private readonly database: Database) {}

  /** The latest first; at most 50. */
  ofCase(caseId: string): Promise<ConferenceRow[]> {
    return this.database.query<ConferenceRow>(ofCase, [caseId])
  }

  one(id: string): Promise<ConferenceRow | undefined> {
    return this.database.first<ConferenceRow>(one, [id])
  }

  invitees(id: string): Promise<InviteeRow[]> {
    return this.database.query<InviteeRow>(invitees, [id])
  }

  /** The lines the actor may read. */
  entries(id: string): Promise<EntryRow[]> {
    return this.database.query<EntryRow>(entries, [id])
  }

  /** A decision of this case. */
  decision(id: string, caseId: string): Promise<EntryRow | undefined> {
    return this.database.first<EntryRow>(decision, [id, caseId])
  }

  /** How many lines of each kind there are, for who is on the team. */
  outline(id: string): Promise<EntryCount[]> {
    return this.database.query<EntryCount>(outline, [id])
  }

  async call(
    actor: WorkerActor,
    conference: Pick<
      ConferenceRow,
      'id' | 'caseId' | 'startsAt' | 'timeZone' | 'channel' | 'sealedPlace'
    >,
    unitIds: readonly string[],
    at: Date,
  ): Promise<void> {
    const { id, caseId, startsAt, timeZone, channel, sealedPlace } = conference
    const values = [id, caseId, startsAt, timeZone, channel, sealedPlace, actor.workerId, at]
    await this.database.change(call, values)
    await this.database.change(inviteUnits, [id, caseId, unitIds])
  }

  async addEntry(
    actor: WorkerActor,
    caseId: string,
    entry: Pick<EntryRow, 'id' | 'conferenceId' | 'kind' | 'section' | 'unitId' | 'sealed'>,
    at: Date,
  ): Promise<void> {
    await this.database.change(addEntry, [
      entry.id,
      entry.conferenceId,
      caseId,
      entry.kind,
      entry.section,
      entry.unitId,
      entry.sealed,
      actor.workerId,
      at,
    ])
  }

  /** False where the actor's unit was not asked to come. */
  async answer(actor: WorkerActor, id: string, said: AttendanceAnswer, at: Date): Promise<boolean> {
    const values = [id, actor.unitId, said, actor.workerId, at]
    return (await this.database.change(answer, values)) === 1
  }

  async attended(id: string, unitIds: readonly string[]): Promise<void> {
    await this.database.change(attend, [id, unitIds])
  }

  /** False when it has changed since, or ended. */
  async end(
    id: string,
    version: number,
    status: Exclude<ConferenceStatus, 'planned'>,
    reason: ConferenceCancelReason | null,
    at: Date,
  ): Promise<boolean> {
    return (await this.database.change(end, [id, version, status, reason, at])) === 1
  }
}
