import { randomUUID } from 'node:crypto'
import type { Client } from 'pg'
import type { WorkerActor } from '../platform/access/actor.js'
import {
  canMove,
  errorReasons,
  holdReasons,
  type ReferralStatus,
} from '../features/referrals/index.js'

/** A move that is allowed by the rules, but that nobody can make in the service yet. */
export interface RareMove {
  readonly to: 'on_hold' | 'entered_in_error'
  readonly reason: string | null
  readonly at: Date
  readonly by: WorkerActor
}

const sides = { on_hold: 'receiver', entered_in_error: 'sender' } as const
const reasons: Readonly<Record<RareMove['to'], readonly string[]>> = {
  on_hold: holdReasons,
  entered_in_error: errorReasons,
}

/**
 * Pauses and mistakes, for which there is no use case so far: they follow the same table of
 * moves and leave the same line in the story, and the owner of the database writes them.
 */
export class RareMoves {
  constructor(private readonly owner: Client) {}

  async move(id: string, { to, reason, at, by }: RareMove): Promise<void> {
    const from = await this.statusOf(id)
    if (!canMove(from, to, sides[to])) throw new Error(`no move from ${from} to ${to}`)
    if (reason !== null && !reasons[to].includes(reason)) throw new Error(`no reason ${reason}`)
    await this.owner.query('BEGIN')
    await this.owner.query(
      `UPDATE referral SET status = $2, reason = $3, updated_at = $4, version = version + 1,
              ended_at = CASE WHEN $2 = 'on_hold' THEN ended_at ELSE $4 END
        WHERE id = $1`,
      [id, to, reason, at],
    )
    await this.owner.query(
      `INSERT INTO referral_event
         (id, referral_id, at, actor_id, actor_unit_id, kind, from_status, to_status, reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $6, $8)`,
      [randomUUID(), id, at, by.workerId, by.unitId, to, from, reason],
    )
    await this.owner.query('SELECT guard.project_referral($1)', [id])
    await this.owner.query('COMMIT')
  }

  private async statusOf(id: string): Promise<ReferralStatus> {
    const { rows } = await this.owner.query<{ status: ReferralStatus }>(
      'SELECT status FROM referral WHERE id = $1',
      [id],
    )
    const [row] = rows
    if (row === undefined) throw new Error('the referral is not there')
    return row.status
  }
}
