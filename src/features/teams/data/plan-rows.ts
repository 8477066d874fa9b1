import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { PlanChange, PlanStepKind, ProposalAnswer } from '../domain/team-codes.js'

/** A step the actor may read. */
export interface StepRow {
  readonly id: string
  readonly kind: PlanStepKind
  readonly unitId: string | null
  readonly unitName: string | null
  /** Besides the unit that leads. */
  readonly audience: readonly string[]
  readonly position: number
  readonly fromVersion: number
  readonly sealed: Buffer
}

export interface VersionRow {
  readonly version: number
  readonly change: PlanChange
  readonly changedBy: string
  readonly changedAt: Date
}

/** Who has read a version. */
export interface ReadingRow {
  readonly unitId: string
  readonly unitName: string
  readonly workerId: string
  readonly workerName: string
  readonly readAt: Date
}

export interface ProposalRow {
  readonly id: string
  readonly unitId: string
  readonly unitName: string
  readonly proposedBy: string
  readonly proposedAt: Date
  readonly sealed: Buffer
  readonly answer: ProposalAnswer | null
}

const steps = statement(
  'teams.plan-steps',
  `SELECT s.id, s.kind, s.unit_id AS "unitId", u.name AS "unitName", s.audience, s.position,
          s.from_version AS "fromVersion", s.sealed
     FROM team_plan_step s LEFT JOIN unit u ON u.id = s.unit_id
    WHERE s.case_id = $1 AND s.from_version <= $2
      AND (s.until_version IS NULL OR s.until_version > $2)
    ORDER BY s.position, s.id`,
)
const versions = statement(
  'teams.plan-versions',
  `SELECT v.version, v.change, w.display_name AS "changedBy", v.changed_at AS "changedAt"
     FROM team_plan_version v JOIN worker w ON w.id = v.changed_by
    WHERE v.case_id = $1 ORDER BY v.version DESC LIMIT 200`,
)
const readings = statement(
  'teams.plan-readings',
  `SELECT r.unit_id AS "unitId", u.name AS "unitName", r.worker_id AS "workerId",
          w.display_name AS "workerName", r.read_at AS "readAt"
     FROM team_plan_reading r JOIN unit u ON u.id = r.unit_id JOIN worker w ON w.id = r.worker_id
    WHERE r.case_id = $1 AND r.version = $2 ORDER BY r.read_at, r.worker_id`,
)
const proposals = statement(
  'teams.plan-proposals',
  `SELECT p.id, p.unit_id AS "unitId", u.name AS "unitName", w.display_name AS "proposedBy",
          p.proposed_at AS "proposedAt", p.sealed, p.answer
     FROM team_plan_proposal p JOIN unit u ON u.id = p.unit_id JOIN worker w ON w.id = p.proposed_by
    WHERE p.case_id = $1 ORDER BY p.answer IS NULL DESC, p.proposed_at DESC, p.id LIMIT 50`,
)
const nextVersion = statement(
  'teams.plan-next-version',
  `UPDATE case_team SET plan_version = plan_version + 1
    WHERE case_id = $1 AND plan_version = $2 AND status = 'open'`,
)
const note = statement(
  'teams.plan-note-version',
  `INSERT INTO team_plan_version (case_id, version, change, changed_by, changed_at)
   VALUES ($1, $2, $3, $4, $5)`,
)
const retire = statement(
  'teams.plan-retire-step',
  `UPDATE team_plan_step SET until_version = $3
    WHERE case_id = $1 AND id = $2 AND until_version IS NULL`,
)
const add = statement(
  'teams.plan-add-step',
  `INSERT INTO team_plan_step (id, case_id, from_version, kind, unit_id, audience, sealed, position)
   VALUES ($1, $2, $3, $4, $5, $6::uuid[], $7, $8)`,
)
const read = statement(
  'teams.plan-read',
  `INSERT INTO team_plan_reading (case_id, version, worker_id, unit_id, read_at)
   VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
)
const propose = statement(
  'teams.plan-propose',
  `INSERT INTO team_plan_proposal (id, case_id, unit_id, proposed_by, proposed_at, sealed)
   VALUES ($1, $2, $3, $4, $5, $6)`,
)
const answer = statement(
  'teams.plan-answer',
  `UPDATE team_plan_proposal SET answer = $3, answered_by = $4, answered_at = $5
    WHERE case_id = $1 AND id = $2 AND answer IS NULL`,
)

/** The safety plan that a team shares, inside the open transaction. */
@Injectable()
export class PlanRows {
  constructor(private readonly database: Database) {}

  /** The steps of a version, as far as they are the actor's to read. */
  steps(caseId: string, version: number): Promise<StepRow[]> {
    return this.database.query<StepRow>(steps, [caseId, version])
  }

  /** The latest first; at most 200. */
  versions(caseId: string): Promise<VersionRow[]> {
    return this.database.query<VersionRow>(versions, [caseId])
  }

  readings(caseId: string, version: number): Promise<ReadingRow[]> {
    return this.database.query<ReadingRow>(readings, [caseId, version])
  }

  /** All for the lead, their own for a member; at most 50. */
  proposals(caseId: string): Promise<ProposalRow[]> {
    return this.database.query<ProposalRow>(proposals, [caseId])
  }

  /** Goes on to the next version; false where somebody was faster. */
  async nextVersion(
    actor: WorkerActor,
    caseId: string,
    version: number,
    change: PlanChange,
    at: Date,
  ): Promise<boolean> {
    if ((await this.database.change(nextVersion, [caseId, version])) === 0) return false
    await this.database.change(note, [caseId, version + 1, change, actor.workerId, at])
    return true
  }

  /** Ends a step with a version. */
  async retire(caseId: string, stepId: string, version: number): Promise<void> {
    await this.database.change(retire, [caseId, stepId, version])
  }

  async add(
    caseId: string,
    { id, fromVersion, kind, unitId, audience, sealed, position }: Omit<StepRow, 'unitName'>,
  ): Promise<void> {
    const values = [id, caseId, fromVersion, kind, unitId, audience, sealed, position]
    await this.database.change(add, values)
  }

  async read(actor: WorkerActor, caseId: string, version: number, at: Date): Promise<void> {
    await this.database.change(read, [caseId, version, actor.workerId, actor.unitId, at])
  }

  async propose(
    actor: WorkerActor,
    caseId: string,
    { id, sealed, at }: { readonly id: string; readonly sealed: Buffer; readonly at: Date },
  ): Promise<void> {
    const values = [id, caseId, actor.unitId, actor.workerId, at, sealed]
    await this.database.change(propose, values)
  }

  /** False where it was answered already, or there is none. */
  async answer(
    actor: WorkerActor,
    caseId: string,
    proposalId: string,
    said: ProposalAnswer,
    at: Date,
  ): Promise<boolean> {
    const values = [caseId, proposalId, said, actor.workerId, at]
    return (await this.database.change(answer, values)) === 1
  }
}
