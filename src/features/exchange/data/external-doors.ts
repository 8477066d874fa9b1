import { Injectable } from '@nestjs/common'
import { statement } from '../../../platform/database/statement.js'
import { Database } from '../../../platform/database/transactions.js'
import type { ServiceType } from '../../directory/index.js'
import type { ReferralStatus, Urgency } from '../../referrals/index.js'

/** What stands behind an address. */
export interface Door {
  readonly linkId: string
  /** Something may come through it now. */
  readonly holds: boolean
  /** An answer through it has led to an end of the referral. */
  readonly done: boolean
}

/** One try at a code. `locked` when this very try was the last. */
export interface Tried {
  readonly linkId: string
  readonly referralId: string
  readonly caseId: string
  readonly result: 'opened' | 'wrong' | 'locked' | 'closed'
}

/** What the other side is shown, and whom it may call. */
export interface ExternalRow {
  readonly referralId: string
  readonly caseId: string
  readonly number: string
  readonly status: ReferralStatus
  readonly service: ServiceType | null
  readonly urgency: Urgency | null
  readonly ageBand: string | null
  readonly sex: string | null
  readonly language: string | null
  readonly provinceCode: string | null
  readonly commune: string | null
  readonly sealedKey: Buffer | null
  readonly sealedNeed: Buffer | null
  readonly answerDueAt: Date | null
  readonly serviceDueAt: Date | null
  readonly fromUnitId: string
  readonly timeZone: string
  readonly version: number
}

/** An answer, as it is kept. */
export interface KeptAnswer {
  readonly to: 'accepted' | 'rejected' | 'completed' | 'failed'
  readonly reason: string | null
  readonly outcome: string | null
  readonly sealedOutcome: Buffer | null
  readonly note: { readonly id: string; readonly sealed: Buffer | null }
  /** Name and function of who answered. */
  readonly answerer: { readonly id: string; readonly sealed: Buffer }
}

const door = statement(
  'exchange.door',
  'SELECT link_id AS "linkId", holds, done FROM guard.external_door($1)',
)
const tryCode = statement(
  'exchange.try-code',
  `SELECT link_id AS "linkId", referral_id AS "referralId", case_id AS "caseId", result
     FROM guard.try_external_code($1, $2)`,
)
const preview = statement(
  'exchange.preview',
  `SELECT referral_id AS "referralId", case_id AS "caseId", number, status, service, urgency,
          age_band AS "ageBand", sex, language, province_code AS "provinceCode", commune,
          sealed_key AS "sealedKey", sealed_need AS "sealedNeed", answer_due_at AS "answerDueAt",
          service_due_at AS "serviceDueAt", from_unit_id AS "fromUnitId", time_zone AS "timeZone",
          version
     FROM guard.external_preview($1)`,
)
const move = statement(
  'exchange.move',
  'SELECT guard.external_move($1, $2, $3, $4, $5, $6, $7, $8, $9) AS moved',
)
const trouble = statement(
  'exchange.trouble',
  'SELECT guard.external_link_trouble($1, $2) AS trouble',
)

/** The doors through which the service itself acts for somebody who has no account; see the migration. */
@Injectable()
export class ExternalDoors {
  constructor(private readonly database: Database) {}

  behind(tokenHash: Buffer): Promise<Door | undefined> {
    return this.database.first<Door>(door, [tokenHash])
  }

  /** Undefined for an address that is unknown. */
  tryCode(tokenHash: Buffer, codeHash: Buffer): Promise<Tried | undefined> {
    return this.database.first<Tried>(tryCode, [tokenHash, codeHash])
  }

  /** Undefined once the link holds no more, and before its code was typed. */
  preview(linkId: string): Promise<ExternalRow | undefined> {
    return this.database.first<ExternalRow>(preview, [linkId])
  }

  /** @returns false when the link holds no more or the referral has moved on */
  async answer(linkId: string, answer: KeptAnswer): Promise<boolean> {
    const row = await this.database.first<{ moved: boolean }>(move, [
      linkId,
      answer.to,
      answer.reason,
      answer.outcome,
      answer.sealedOutcome,
      answer.note.id,
      answer.note.sealed,
      answer.answerer.id,
      answer.answerer.sealed,
    ])
    return row?.moved === true
  }

  /** What the sender has to hear of the referral's link in force. */
  async trouble(referralId: string, now: Date): Promise<'locked' | 'expired' | null> {
    const row = await this.database.first<{ trouble: 'locked' | 'expired' | null }>(trouble, [
      referralId,
      now,
    ])
    return row?.trouble ?? null
  }
}
