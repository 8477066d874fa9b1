import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'

/** A row of `consent`, as stored; lists of codes are texts with spaces. */
export interface StoredConsent {
  readonly id: string
  readonly caseId: string
  readonly legalBasis: string
  readonly givenBy: string
  readonly mode: string
  readonly childAssents: boolean | null
  readonly recipientUnitId: string
  readonly recipientUnitName: string
  readonly sections: number
  readonly purpose: string
  readonly consentsToStatistics: boolean
  readonly givenAt: Date
  readonly validUntil: Date
  readonly withdrawnAt: Date | null
  readonly sealed: Buffer | null
  readonly recordedBy: string
  readonly recorderName: string
}

/** A consent that is being recorded. */
export type NewConsent = Omit<StoredConsent, 'recipientUnitName' | 'recorderName' | 'withdrawnAt'>

/** Somebody who may approve sharing without consent. */
export interface Approver {
  readonly id: string
  readonly displayName: string
}

const columns = `k.id, k.case_id AS "caseId", k.legal_basis AS "legalBasis", k.given_by AS "givenBy",
  k.mode, k.child_assents AS "childAssents", k.recipient_unit_id AS "recipientUnitId",
  u.name AS "recipientUnitName", k.sections, k.purpose,
  k.consents_to_statistics AS "consentsToStatistics", k.given_at AS "givenAt",
  k.valid_until AS "validUntil", k.withdrawn_at AS "withdrawnAt", k.sealed,
  k.recorded_by AS "recordedBy", w.display_name AS "recorderName"`
const from =
  'FROM consent k JOIN unit u ON u.id = k.recipient_unit_id JOIN worker w ON w.id = k.recorded_by'

const ofCase = statement(
  'consents.of-case',
  `SELECT ${columns} ${from} WHERE k.case_id = $1 ORDER BY k.created_at DESC, k.id`,
)
const liveFor = statement(
  'consents.live-for',
  `SELECT ${columns} ${from}
    WHERE k.case_id = $1 AND k.recipient_unit_id = $2 AND k.withdrawn_at IS NULL
      AND k.given_at <= $3 AND k.valid_until > $3
    ORDER BY k.created_at DESC, k.id`,
)
const one = statement(
  'consents.one',
  `SELECT ${columns} ${from} WHERE k.case_id = $1 AND k.id = $2`,
)
const insert = statement(
  'consents.insert',
  `INSERT INTO consent (id, case_id, legal_basis, given_by, mode, child_assents, recipient_unit_id,
                        sections, purpose, consents_to_statistics, given_at, valid_until, sealed,
                        recorded_by, created_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $11)`,
)
const withdraw = statement(
  'consents.withdraw',
  'UPDATE consent SET withdrawn_at = $3 WHERE case_id = $1 AND id = $2 AND withdrawn_at IS NULL',
)
const project = statement('consents.project', 'SELECT guard.project_consent($1)')
const approvers = statement(
  'consents.approvers',
  `SELECT id, display_name AS "displayName" FROM worker
    WHERE unit_id = $1 AND active AND 'supervisor' = ANY (roles) AND id <> $2
    ORDER BY display_name, id`,
)

/** Reads and writes consents inside the open transaction. */
@Injectable()
export class ConsentsRepository {
  constructor(private readonly database: Database) {}

  /** All consents of a case the actor manages, the newest first. */
  ofCase(caseId: string): Promise<StoredConsent[]> {
    return this.database.query<StoredConsent>(ofCase, [caseId])
  }

  /** Those that hold for this unit at this instant. */
  liveFor(caseId: string, unitId: string, at: Date): Promise<StoredConsent[]> {
    return this.database.query<StoredConsent>(liveFor, [caseId, unitId, at])
  }

  one(caseId: string, id: string): Promise<StoredConsent | undefined> {
    return this.database.first<StoredConsent>(one, [caseId, id])
  }

  async insert(consent: NewConsent): Promise<void> {
    await this.database.change(insert, [
      consent.id,
      consent.caseId,
      consent.legalBasis,
      consent.givenBy,
      consent.mode,
      consent.childAssents,
      consent.recipientUnitId,
      consent.sections,
      consent.purpose,
      consent.consentsToStatistics,
      consent.givenAt,
      consent.validUntil,
      consent.sealed,
      consent.recordedBy,
    ])
  }

  /** Ends the consent and, in the same breath, all sharing that stands on it. False if it had ended. */
  async withdraw(caseId: string, id: string, at: Date): Promise<boolean> {
    if ((await this.database.change(withdraw, [caseId, id, at])) === 0) return false
    await this.database.query(project, [id])
    return true
  }

  /** Supervisors of the unit who can approve what this worker records. */
  approvers(unitId: string, exceptWorkerId: string): Promise<Approver[]> {
    return this.database.query<Approver>(approvers, [unitId, exceptWorkerId])
  }
}
