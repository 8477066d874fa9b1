import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import type { Sector } from '../../../platform/access/sectors.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { ServiceType } from '../../directory/index.js'
import type { Urgency } from '../../referrals/index.js'
import type { CloseReason, MemberStatus } from '../domain/team-codes.js'

/** The team of a case. */
export interface TeamRow {
  readonly caseId: string
  readonly number: string
  readonly status: 'open' | 'closed'
  readonly sealedKey: Buffer
  readonly planVersion: number
  readonly openedAt: Date
  readonly closedAt: Date | null
  readonly closeReason: CloseReason | null
  readonly version: number
}

/** An invitation and what became of it, as far as it is the actor's to see. */
export interface MemberRow {
  readonly id: string
  readonly caseId: string
  readonly teamNumber: string
  readonly fromUnitId: string
  readonly fromUnitName: string
  readonly unitId: string
  readonly unitName: string
  readonly workerId: string | null
  readonly workerName: string | null
  readonly purpose: ServiceType
  readonly urgency: Urgency
  readonly requestedSections: number
  readonly ageBand: string | null
  readonly sex: string | null
  readonly language: string | null
  readonly provinceCode: string | null
  readonly commune: string | null
  readonly sealedKey: Buffer
  readonly sealedNeed: Buffer
  readonly status: MemberStatus
  readonly reason: string | null
  readonly sealedNote: Buffer | null
  readonly invitedBy: string
  readonly invitedAt: Date
  readonly answerDueAt: Date
  readonly answeredAt: Date | null
  readonly endedAt: Date | null
  readonly version: number
}

/** A line of who is on the team, the same for all of it. */
export interface RosterRow {
  /** Null for the unit that leads. */
  readonly memberId: string | null
  readonly unitId: string
  readonly unitName: string
  readonly sector: Sector
  readonly workerId: string | null
  readonly workerName: string | null
  readonly purpose: ServiceType | null
  readonly status: 'lead' | 'invited' | 'joined'
  /** Mask of what the unit sees now, with the bit of the shared plan. */
  readonly sections: number
  readonly since: Date
}

/** Somebody at work on a team; ids only. */
export interface TeamParty {
  readonly unitId: string
  /** Null: the unit's desk. */
  readonly workerId: string | null
  readonly leads: boolean
  readonly sections: number
}

/** A unit that is being invited. */
export interface NewMember extends Pick<
  MemberRow,
  | 'id'
  | 'caseId'
  | 'teamNumber'
  | 'unitId'
  | 'purpose'
  | 'urgency'
  | 'requestedSections'
  | 'ageBand'
  | 'sex'
  | 'language'
  | 'provinceCode'
  | 'commune'
  | 'sealedKey'
  | 'sealedNeed'
  | 'invitedAt'
  | 'answerDueAt'
> {
  readonly consentId: string
}

/** Where a membership goes, and what is said with it. */
export interface MemberMove {
  readonly to: MemberStatus
  /** Who becomes the member; null for the desk. */
  readonly workerId: string | null
  readonly reason: string | null
  readonly sealedNote: Buffer | null
  readonly at: Date
}

/** A team in a list: by its number, never by a name. */
export interface ListedTeam {
  readonly caseId: string
  readonly number: string
  readonly status: 'open' | 'closed'
  readonly isLed: boolean
  readonly openTasks: number
  readonly nextDue: Date | null
}

const team = statement(
  'teams.team',
  `SELECT case_id AS "caseId", number, status, sealed_key AS "sealedKey",
          plan_version AS "planVersion", opened_at AS "openedAt", closed_at AS "closedAt",
          close_reason AS "closeReason", version
     FROM case_team WHERE case_id = $1`,
)
const nextSequence = statement(
  'teams.next-sequence',
  `SELECT nextval('team_number_seq')::int AS sequence`,
)
const openNew = statement(
  'teams.open',
  `INSERT INTO case_team (case_id, number, sealed_key, opened_by, opened_at)
   VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
)
const reopen = statement(
  'teams.reopen',
  `UPDATE case_team SET status = 'open', opened_by = $2, opened_at = $3, closed_at = NULL,
          close_reason = NULL, version = version + 1
    WHERE case_id = $1 AND status = 'closed'`,
)
const close = statement(
  'teams.close',
  `UPDATE case_team SET status = 'closed', closed_at = $3, close_reason = $4, version = version + 1
    WHERE case_id = $1 AND version = $2 AND status = 'open'`,
)
const project = statement('teams.project', 'SELECT guard.project_team($1)')
const memberColumns = `m.id, m.case_id AS "caseId", m.team_number AS "teamNumber",
  m.from_unit_id AS "fromUnitId", f.name AS "fromUnitName", m.unit_id AS "unitId",
  u.name AS "unitName", m.worker_id AS "workerId", w.display_name AS "workerName", m.purpose,
  m.urgency, m.requested_sections AS "requestedSections", m.age_band AS "ageBand", m.sex,
  m.language, m.province_code AS "provinceCode", m.commune, m.sealed_key AS "sealedKey",
  m.sealed_need AS "sealedNeed", m.status, m.reason, m.sealed_note AS "sealedNote",
  m.invited_by AS "invitedBy", m.invited_at AS "invitedAt", m.answer_due_at AS "answerDueAt",
  m.answered_at AS "answeredAt", m.ended_at AS "endedAt", m.version`
const fromMembers = `FROM team_member m JOIN unit f ON f.id = m.from_unit_id
  JOIN unit u ON u.id = m.unit_id LEFT JOIN worker w ON w.id = m.worker_id`
const members = statement(
  'teams.members',
  `SELECT ${memberColumns} ${fromMembers} WHERE m.case_id = $1 ORDER BY m.invited_at, m.id`,
)
const member = statement('teams.member', `SELECT ${memberColumns} ${fromMembers} WHERE m.id = $1`)
const invitedAtDesk = statement(
  'teams.invited-at-desk',
  `SELECT ${memberColumns} ${fromMembers}
    WHERE m.unit_id = $1 AND m.status = 'invited' ORDER BY m.answer_due_at, m.id LIMIT 100`,
)
const invite = statement(
  'teams.invite',
  `INSERT INTO team_member (id, case_id, team_number, from_unit_id, invited_by, unit_id, purpose,
     urgency, requested_sections, consent_id, age_band, sex, language, province_code, commune,
     sealed_key, sealed_need, invited_at, answer_due_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
)
const move = statement(
  'teams.move-member',
  'SELECT guard.move_team_member($1, $2, $3, $4, $5, $6, $7) AS became',
)
const roster = statement(
  'teams.roster',
  `SELECT r.member_id AS "memberId", r.unit_id AS "unitId", u.name AS "unitName", u.sector,
          r.worker_id AS "workerId", w.display_name AS "workerName", r.purpose, r.status,
          r.sections, r.since
     FROM guard.team_roster($1) r JOIN unit u ON u.id = r.unit_id
     LEFT JOIN worker w ON w.id = r.worker_id
    ORDER BY r.status = 'lead' DESC, r.status = 'joined' DESC, r.since, u.name`,
)
const colleagues = statement(
  'teams.colleagues',
  `SELECT id, display_name AS "displayName" FROM worker
    WHERE unit_id = $1 AND active AND 'caseworker' = ANY (roles) ORDER BY display_name, id`,
)
const mine = statement(
  'teams.mine',
  `SELECT t.case_id AS "caseId", t.number, t.status,
          EXISTS (SELECT FROM cases c WHERE c.id = t.case_id) AS "isLed",
          k.open::int AS "openTasks", k.due AS "nextDue"
     FROM case_team t
    CROSS JOIN LATERAL (
      SELECT count(*) AS open, min(o.due_at) AS due FROM guard.team_outline(t.case_id) o
       WHERE o.state = 'open') k
    WHERE t.status = 'open'
    ORDER BY k.due NULLS LAST, t.opened_at DESC, t.case_id
    LIMIT 100`,
)
const standingOn = statement(
  'teams.standing-on',
  `SELECT ${memberColumns} ${fromMembers} WHERE m.consent_id = $1 ORDER BY m.id`,
)

const parties = statement(
  'teams.parties',
  `SELECT unit_id AS "unitId", worker_id AS "workerId", leads, sections
     FROM guard.team_parties($1)`,
)

/** Teams and who is on them, inside the open transaction. */
@Injectable()
export class TeamRows {
  constructor(private readonly database: Database) {}

  team(caseId: string): Promise<TeamRow | undefined> {
    return this.database.first<TeamRow>(team, [caseId])
  }

  async nextSequence(): Promise<number> {
    const row = await this.database.first<{ sequence: number }>(nextSequence)
    return row?.sequence ?? 0
  }

  /** False where there is one already. */
  async open(
    actor: WorkerActor,
    {
      caseId,
      number,
      sealedKey,
      at,
    }: { caseId: string; number: string; sealedKey: Buffer; at: Date },
  ): Promise<boolean> {
    const values = [caseId, number, sealedKey, actor.workerId, at]
    return (await this.database.change(openNew, values)) === 1
  }

  async reopen(actor: WorkerActor, caseId: string, at: Date): Promise<void> {
    await this.database.change(reopen, [caseId, actor.workerId, at])
  }

  /** Ends the team and, in the same breath, all sight through it. False when it changed since. */
  async close(caseId: string, version: number, at: Date, reason: CloseReason): Promise<boolean> {
    if ((await this.database.change(close, [caseId, version, at, reason])) === 0) return false
    await this.project(caseId)
    return true
  }

  /** Lets sight follow state. */
  async project(caseId: string): Promise<void> {
    await this.database.query(project, [caseId])
  }

  /** All invitations of a case the actor manages; of another one's, the actor's own. */
  members(caseId: string): Promise<MemberRow[]> {
    return this.database.query<MemberRow>(members, [caseId])
  }

  member(id: string): Promise<MemberRow | undefined> {
    return this.database.first<MemberRow>(member, [id])
  }

  /** What waits for an answer of this unit, the most urgent first; at most 100. */
  invitedAtDesk(unitId: string): Promise<MemberRow[]> {
    return this.database.query<MemberRow>(invitedAtDesk, [unitId])
  }

  async invite(actor: WorkerActor, one: NewMember): Promise<void> {
    await this.database.change(invite, [
      one.id,
      one.caseId,
      one.teamNumber,
      actor.unitId,
      actor.workerId,
      one.unitId,
      one.purpose,
      one.urgency,
      one.requestedSections,
      one.consentId,
      one.ageBand,
      one.sex,
      one.language,
      one.provinceCode,
      one.commune,
      one.sealedKey,
      one.sealedNeed,
      one.invitedAt,
      one.answerDueAt,
    ])
  }

  /** The only way in and out; sight follows. */
  async move(
    id: string,
    version: number,
    { to, workerId, reason, sealedNote, at }: MemberMove,
  ): Promise<'done' | 'stale' | 'consent'> {
    const values = [id, version, to, workerId, reason, sealedNote, at]
    const row = await this.database.first<{ became: 'done' | 'stale' | 'consent' }>(move, values)
    return row?.became ?? 'stale'
  }

  /** Who is on the team, for who is on it. */
  roster(caseId: string): Promise<RosterRow[]> {
    return this.database.query<RosterRow>(roster, [caseId])
  }

  /** Those of a unit who could be its member. */
  colleagues(unitId: string): Promise<{ readonly id: string; readonly displayName: string }[]> {
    return this.database.query(colleagues, [unitId])
  }

  /** Open teams the actor leads or is on; what is due first comes first; at most 100. */
  mine(): Promise<ListedTeam[]> {
    return this.database.query<ListedTeam>(mine)
  }

  /** The lead and the members, for the service's own work. */
  parties(caseId: string): Promise<TeamParty[]> {
    return this.database.query<TeamParty>(parties, [caseId])
  }

  /** Memberships that stand on a consent, for the service's own work. */
  standingOn(consentId: string): Promise<MemberRow[]> {
    return this.database.query<MemberRow>(standingOn, [consentId])
  }
}
