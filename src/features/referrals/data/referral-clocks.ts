import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { Reach } from '../domain/clock-events.js'
import { stepKey, type ClockStep } from '../domain/clock-steps.js'
import type { ClockName, EscalationLevel } from '../domain/clocks.js'

/** Who has been told of a clock, as stored. */
export interface EscalationRow {
  readonly clock: ClockName
  readonly level: EscalationLevel
  readonly at: Date
  readonly reaches: Reach
  /** Names of those told; empty for a desk. */
  readonly names: readonly string[]
}

const made = statement(
  'referrals.escalations',
  `SELECT e.clock, e.level, e.at, e.reaches,
          ARRAY (SELECT w.display_name FROM worker w WHERE w.id = ANY (e.told)
                  ORDER BY array_position(e.told, w.id)) AS names
     FROM referral_escalation e
    WHERE e.referral_id = $1 ORDER BY e.at, e.clock, e.level`,
)
const note = statement(
  'referrals.note-escalation',
  'SELECT reaches FROM guard.note_escalation($1, $2, $3, $4)',
)
const expire = statement(
  'referrals.expire',
  'SELECT guard.expire_referral($1, $2, $3) AS "hasExpired"',
)

/** What has become of a referral's clocks. Writing is for the service alone. */
@Injectable()
export class ReferralClocks {
  constructor(private readonly database: Database) {}

  /** In the order in which they were made. */
  made(referralId: string): Promise<EscalationRow[]> {
    return this.database.query<EscalationRow>(made, [referralId])
  }

  async madeKeys(referralId: string): Promise<ReadonlySet<string>> {
    return new Set((await this.made(referralId)).map(stepKey))
  }

  /** Whom the step reached; null when it was made before, or its clock no longer runs. */
  async note(referralId: string, step: ClockStep, now: Date): Promise<Reach | null> {
    const row = await this.database.first<{ reaches: Reach }>(note, [
      referralId,
      step.clock,
      step.level,
      now,
    ])
    return row?.reaches ?? null
  }

  /** Whether it has expired now; false when it was answered meanwhile. */
  async expire(referralId: string, now: Date, suggestedUnitId: string | null): Promise<boolean> {
    const row = await this.database.first<{ hasExpired: boolean }>(expire, [
      referralId,
      now,
      suggestedUnitId,
    ])
    return row?.hasExpired ?? false
  }
}
