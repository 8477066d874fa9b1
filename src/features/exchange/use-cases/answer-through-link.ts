import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { system } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { ReferralMoved, ReferralTexts } from '../../referrals/index.js'
import { ExternalDoors } from '../data/external-doors.js'
import { externalMovesFrom, statusAfter, type ExternalMove } from '../domain/external-link.js'

/** Who answers, in their own words: nobody has checked them but the code. */
export interface Answerer {
  readonly name: string
  readonly position: string
}

/** What is said through the link. */
export interface ExternalAnswer {
  readonly move: ExternalMove
  readonly answerer: Answerer
  /** A code of the move's list; for who declines or could not do it. */
  readonly reason: string | null
  readonly note: string | null
  /** For who completes: a code, and words for the sender. */
  readonly outcome: string | null
  readonly text: string | null
}

/**
 * Keeps what a unit without the service answers: the move, its lines in the story, its trace and its
 * message, together or not at all. The database asks once more whether the link holds.
 */
@Injectable()
export class AnswerThroughLink {
  constructor(
    private readonly doors: ExternalDoors,
    private readonly texts: ReferralTexts,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
  ) {}

  /** @returns false when the link holds no more, or the referral has been answered meanwhile */
  run(linkId: string, answer: ExternalAnswer): Promise<boolean> {
    const { move, answerer, reason, note, outcome, text } = answer
    return this.transactions.run(system('exchange'), async () => {
      const row = await this.doors.preview(linkId)
      if (row === undefined || !externalMovesFrom(row.status).includes(move)) return false
      const referral = { id: row.referralId, sealedKey: row.sealedKey }
      const [noteId, answererId] = [randomUUID(), randomUUID()]
      const to = statusAfter(move)
      const isKept = await this.doors.answer(linkId, {
        to,
        reason,
        outcome,
        sealedOutcome: text === null ? null : this.texts.sealOutcome(referral, text),
        note: {
          id: noteId,
          sealed: note === null ? null : this.texts.sealNote(referral, noteId, note),
        },
        answerer: {
          id: answererId,
          sealed: this.texts.sealNote(
            referral,
            answererId,
            `${answerer.name}, ${answerer.position}`,
          ),
        },
      })
      if (!isKept) return false
      await this.trail.record({
        action: 'exchange.answer',
        caseId: row.caseId,
        subject: { type: 'referral', id: row.referralId },
      })
      await this.outbox.add(new ReferralMoved(`referral.${to}`, row.referralId, row.caseId, to))
      return true
    })
  }
}
