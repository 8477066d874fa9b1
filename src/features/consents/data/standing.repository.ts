import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { StopReason } from '../domain/withdrawal.js'

/** A referral that stands on a consent. */
export interface StandingRow {
  readonly referralId: string
  readonly number: string
  readonly status: string
  readonly service: string | null
  readonly handlerName: string | null
  /** Nobody at the receiver can be told here. */
  readonly isOutside: boolean
  /** Mask of the sections it shares, or would share, by this consent. */
  readonly standsFor: number
  /** Mask of what it shares by other consents as well. */
  readonly standsElsewhere: number
}

/** What a recipient was told to stop, and whether they said that they understood. */
export interface StopNoticeRow {
  readonly id: string
  readonly referralId: string
  readonly number: string
  readonly unitName: string
  /** Nobody there reads it: the sender calls. */
  readonly isOutside: boolean
  readonly consentId: string
  readonly why: StopReason
  readonly sections: number
  readonly toldAt: Date
  readonly acknowledgedAt: Date | null
  readonly acknowledgedByName: string | null
}

const standing = statement(
  'consents.standing',
  `SELECT r.id AS "referralId", r.number, r.status, r.service, h.display_name AS "handlerName",
          NOT u.on_ben_an AS "isOutside",
          ((CASE WHEN r.consent_id = k.id THEN r.requested_sections ELSE 0 END)
            | coalesce((SELECT bit_or(x.sections) FROM referral_share x
                         WHERE x.referral_id = r.id AND x.consent_id = k.id), 0))
           & k.sections & d.sections AS "standsFor",
          coalesce((SELECT bit_or(s.sections & c.sections & d.sections)
                      FROM (SELECT r.consent_id, r.requested_sections AS sections
                             UNION ALL
                            SELECT x.consent_id, x.sections FROM referral_share x
                             WHERE x.referral_id = r.id) s
                      JOIN consent c ON c.id = s.consent_id AND c.id <> k.id
                                    AND c.withdrawn_at IS NULL AND c.valid_until > $3
                                    AND c.approval IN ('not_needed', 'approved')), 0)
            AS "standsElsewhere"
     FROM consent k
     JOIN referral r ON r.case_id = k.case_id AND (r.consent_id = k.id OR r.id IN (
            SELECT x.referral_id FROM referral_share x WHERE x.consent_id = k.id))
     JOIN unit u ON u.id = k.recipient_unit_id
     JOIN sector_default d ON d.sector = u.sector
     LEFT JOIN worker h ON h.id = r.handler_id
    WHERE k.case_id = $1 AND k.id = $2
    ORDER BY r.created_at, r.id`,
)
const notices = statement(
  'consents.stop-notices',
  `SELECT n.id, n.referral_id AS "referralId", r.number, u.name AS "unitName",
          NOT u.on_ben_an AS "isOutside",
          n.consent_id AS "consentId", n.why, n.sections, n.told_at AS "toldAt",
          n.acknowledged_at AS "acknowledgedAt", w.display_name AS "acknowledgedByName"
     FROM stop_notice n
     JOIN referral r ON r.id = n.referral_id
     JOIN unit u ON u.id = r.to_unit_id
     LEFT JOIN worker w ON w.id = n.acknowledged_by
    WHERE n.case_id = $1
    ORDER BY n.told_at DESC, n.id`,
)

const teams = statement(
  'consents.team-standing',
  `SELECT m.status FROM team_member m
    WHERE m.case_id = $1 AND m.consent_id = $2 AND m.status IN ('invited', 'joined')
    ORDER BY m.status DESC LIMIT 1`,
)

/** What stands on a consent, for who manages the case. */
@Injectable()
export class StandingRepository {
  constructor(private readonly database: Database) {}

  /** Every referral that stands on it, the oldest first. */
  on(caseId: string, consentId: string, now: Date): Promise<StandingRow[]> {
    return this.database.query<StandingRow>(standing, [caseId, consentId, now])
  }

  /** Whether the unit is on the case's team, or asked to join it, by this consent. */
  async team(caseId: string, consentId: string): Promise<'invited' | 'joined' | null> {
    const row = await this.database.first<{ status: 'invited' | 'joined' }>(teams, [
      caseId,
      consentId,
    ])
    return row?.status ?? null
  }

  /** The notices of a case, the newest first. */
  notices(caseId: string): Promise<StopNoticeRow[]> {
    return this.database.query<StopNoticeRow>(notices, [caseId])
  }
}
