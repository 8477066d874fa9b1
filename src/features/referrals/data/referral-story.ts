import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { ReferralStatus } from '../domain/referral-status.js'

/** What happened to a referral, as stored. */
export interface StoryRow {
  readonly id: string
  readonly at: Date
  readonly kind: string
  readonly toStatus: ReferralStatus | null
  readonly reason: string | null
  readonly sealedNote: Buffer | null
  readonly byName: string | null
  readonly byUnitName: string | null
}

/** What happened to one of the referrals of a case. */
export interface CaseStoryRow {
  readonly kind: string
  readonly at: Date
  readonly byName: string | null
  readonly number: string
  readonly unitName: string | null
}

/** Names that a referral's page mentions. */
export interface NamesRow {
  readonly fromWorkerName: string | null
  readonly claimedByName: string | null
  readonly handlerName: string | null
  readonly suggestedUnitName: string | null
}

const story = statement(
  'referrals.story',
  `SELECT e.id, e.at, e.kind, e.to_status AS "toStatus", e.reason, e.sealed_note AS "sealedNote",
          w.display_name AS "byName", u.name AS "byUnitName"
     FROM referral_event e
     LEFT JOIN worker w ON w.id = e.actor_id
     LEFT JOIN unit u ON u.id = e.actor_unit_id
    WHERE e.referral_id = $1
    ORDER BY e.at, e.id`,
)
const ofCase = statement(
  'referrals.story-of-case',
  `SELECT e.kind, e.at, w.display_name AS "byName", r.number, t.name AS "unitName"
     FROM referral r
     JOIN referral_event e ON e.referral_id = r.id
     LEFT JOIN worker w ON w.id = e.actor_id
     LEFT JOIN unit t ON t.id = r.to_unit_id
    WHERE r.case_id = $1
    ORDER BY e.at DESC, e.id
    LIMIT 20`,
)
const names = statement(
  'referrals.names',
  `SELECT f.display_name AS "fromWorkerName", c.display_name AS "claimedByName",
          h.display_name AS "handlerName", s.name AS "suggestedUnitName"
     FROM (SELECT $1::uuid AS sender, $2::uuid AS claimant, $3::uuid AS handler, $4::uuid AS unit) x
     LEFT JOIN worker f ON f.id = x.sender
     LEFT JOIN worker c ON c.id = x.claimant
     LEFT JOIN worker h ON h.id = x.handler
     LEFT JOIN unit s ON s.id = x.unit`,
)

/** Whom the names of one referral belong to. */
export interface Named {
  readonly fromWorkerId: string
  readonly claimedBy: string | null
  readonly handlerId: string | null
  readonly suggestedUnitId: string | null
}

/** The story of one referral. */
@Injectable()
export class ReferralStory {
  constructor(private readonly database: Database) {}

  /** In the order in which it happened. */
  of(referralId: string): Promise<StoryRow[]> {
    return this.database.query<StoryRow>(story, [referralId])
  }

  /** The latest that happened to the referrals of a case, newest first. */
  ofCase(caseId: string): Promise<CaseStoryRow[]> {
    return this.database.query<CaseStoryRow>(ofCase, [caseId])
  }

  async names(of: Named): Promise<NamesRow> {
    const row = await this.database.first<NamesRow>(names, [
      of.fromWorkerId,
      of.claimedBy,
      of.handlerId,
      of.suggestedUnitId,
    ])
    if (row === undefined) throw new Error('a row of names is always there')
    return row
  }
}
