import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { StopReason } from '../../consents/index.js'

/** Sections shared on top of what a referral was sent with. */
export interface AddedShare {
  readonly consentId: string
  readonly sections: number
  readonly addedAt: Date
}

/** What the receiver is told to stop doing. */
export interface StopNotice {
  readonly id: string
  readonly why: StopReason
  readonly sections: number
  readonly toldAt: Date
  readonly acknowledgedAt: Date | null
  readonly acknowledgedByName: string | null
}

/** The receiver's question for more, which a person at the sending side answers. */
export interface ShareRequest {
  readonly id: string
  readonly sections: number
  readonly sealedReason: Buffer
  readonly askedAt: Date
  readonly askedByName: string
  readonly answer: 'shared' | 'declined' | null
  readonly sealedAnswer: Buffer | null
  readonly answeredAt: Date | null
  readonly answeredByName: string | null
}

/** A line of the story that changes no state. */
export interface StoryNote {
  readonly id: string
  readonly kind: string
  readonly sealedNote: Buffer | null
}

const added = statement(
  'shares.added',
  `SELECT consent_id AS "consentId", sections, added_at AS "addedAt" FROM referral_share
    WHERE referral_id = $1 ORDER BY added_at, id`,
)
const notices = statement(
  'shares.notices',
  `SELECT n.id, n.why, n.sections, n.told_at AS "toldAt", n.acknowledged_at AS "acknowledgedAt",
          w.display_name AS "acknowledgedByName"
     FROM stop_notice n LEFT JOIN worker w ON w.id = n.acknowledged_by
    WHERE n.referral_id = $1 ORDER BY n.told_at DESC, n.id`,
)
const requests = statement(
  'shares.requests',
  `SELECT q.id, q.sections, q.sealed_reason AS "sealedReason", q.asked_at AS "askedAt",
          a.display_name AS "askedByName", q.answer, q.sealed_answer AS "sealedAnswer",
          q.answered_at AS "answeredAt", b.display_name AS "answeredByName"
     FROM share_request q
     JOIN worker a ON a.id = q.asked_by LEFT JOIN worker b ON b.id = q.answered_by
    WHERE q.referral_id = $1 ORDER BY q.asked_at DESC, q.id`,
)
const openOfCase = statement(
  'shares.open-requests',
  `SELECT q.referral_id AS "referralId", r.number, u.name AS "unitName"
     FROM share_request q JOIN referral r ON r.id = q.referral_id JOIN unit u ON u.id = r.to_unit_id
    WHERE q.case_id = $1 AND q.answer IS NULL ORDER BY q.asked_at`,
)
const noteExpired = statement('shares.note-expired', 'SELECT guard.note_expired($1)')
const share = statement(
  'shares.add',
  `INSERT INTO referral_share (id, referral_id, case_id, consent_id, sections, added_by, added_at)
   VALUES (gen_random_uuid(), $1, $2, $3, $4, $5, $6)`,
)
const ask = statement(
  'shares.ask',
  `INSERT INTO share_request (id, referral_id, case_id, sections, sealed_reason, asked_by, asked_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7)`,
)
const answer = statement(
  'shares.answer',
  `UPDATE share_request SET answer = $2, sealed_answer = $3, answered_by = $4, answered_at = $5
    WHERE id = $1 AND answer IS NULL`,
)
const heed = statement(
  'shares.heed',
  `UPDATE stop_notice SET acknowledged_at = $3, acknowledged_by = $4
    WHERE id = $1 AND referral_id = $2 AND acknowledged_at IS NULL`,
)
const tell = statement(
  'shares.tell',
  `INSERT INTO referral_event (id, referral_id, at, actor_id, actor_unit_id, kind, sealed_note)
   VALUES ($1, $2, $3, $4, $5, $6, $7)`,
)

/** What became of sharing after a referral was sent; row-level security leaves each side its own. */
@Injectable()
export class SharesRepository {
  constructor(private readonly database: Database) {}

  added(referralId: string): Promise<AddedShare[]> {
    return this.database.query<AddedShare>(added, [referralId])
  }

  /** The newest first. */
  notices(referralId: string): Promise<StopNotice[]> {
    return this.database.query<StopNotice>(notices, [referralId])
  }

  /** The newest first; at most one of them is unanswered. */
  requests(referralId: string): Promise<ShareRequest[]> {
    return this.database.query<ShareRequest>(requests, [referralId])
  }

  /** Unanswered ones of a case, for who manages it. */
  openOfCase(caseId: string): Promise<{ referralId: string; number: string; unitName: string }[]> {
    return this.database.query(openOfCase, [caseId])
  }

  /** Leaves the notices of consents that ran out, where no clock has done so yet. */
  async noteExpired(referralId: string): Promise<void> {
    await this.database.query(noteExpired, [referralId])
  }

  async add(
    actor: WorkerActor,
    referral: { readonly id: string; readonly caseId: string },
    consentId: string,
    sections: number,
    at: Date,
  ): Promise<void> {
    const { id, caseId } = referral
    await this.database.change(share, [id, caseId, consentId, sections, actor.workerId, at])
  }

  async ask(
    actor: WorkerActor,
    referral: { readonly id: string; readonly caseId: string },
    asked: { readonly id: string; readonly sections: number; readonly sealedReason: Buffer },
    at: Date,
  ): Promise<void> {
    const { id, sections, sealedReason } = asked
    const { workerId } = actor
    const values = [id, referral.id, referral.caseId, sections, sealedReason, workerId, at]
    await this.database.change(ask, values)
  }

  /** False when somebody else has answered. */
  async answer(
    actor: WorkerActor,
    requestId: string,
    how: 'shared' | 'declined',
    sealed: Buffer | null,
    at: Date,
  ): Promise<boolean> {
    const values = [requestId, how, sealed, actor.workerId, at]
    return (await this.database.change(answer, values)) > 0
  }

  /** False when there is no such notice for this actor, or it was acknowledged before. */
  async heed(actor: WorkerActor, referralId: string, noticeId: string, at: Date): Promise<boolean> {
    return (await this.database.change(heed, [noticeId, referralId, at, actor.workerId])) > 0
  }

  /** Adds a line to the story. */
  async tell(actor: WorkerActor, referralId: string, note: StoryNote, at: Date): Promise<void> {
    await this.database.change(tell, [
      note.id,
      referralId,
      at,
      actor.workerId,
      actor.unitId,
      note.kind,
      note.sealedNote,
    ])
  }
}
