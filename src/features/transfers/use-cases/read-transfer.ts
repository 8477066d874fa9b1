import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { maskOf, sectionsOf, type Section } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { CaseReading, type SafeContact, type SectionView } from '../../cases/index.js'
import { Directory } from '../../directory/index.js'
import type { SeenTransfer } from '../data/transfer-row.js'
import { TransferTexts } from '../data/transfer-texts.js'
import {
  TransfersRepository,
  type PreviewRow,
  type StoryRow,
} from '../data/transfers.repository.js'
import type { OfferReason } from '../domain/transfer-reasons.js'
import { VisibleTransfers } from './visible-transfers.js'

export type { PreviewRow } from '../data/transfers.repository.js'

export const transferMoves = ['accept', 'reject', 'withdraw', 'contact'] as const

/** What can be done with a transfer. */
export type TransferMoveName = (typeof transferMoves)[number]

/** A line of the story as this reader may know it. */
export interface StoryLine extends Omit<StoryRow, 'sealedNote' | 'byUnitId'> {
  readonly note: string | null
}

/** One transfer as one of its sides sees it. */
export interface OneTransfer {
  readonly transfer: SeenTransfer
  /** Which side the reader stands on: who hands over, who takes, or who has the case since. */
  readonly side: 'from' | 'to' | 'later'
  /** The reader has the case now. */
  readonly hasCase: boolean
  readonly caseNumber: string | null
  readonly why: OfferReason | null
  readonly need: string | null
  /** What the desk is shown of the case; null once the offer has ended. */
  readonly preview: PreviewRow | null
  readonly suggestedUnitName: string | null
  /** Who leads the case while nobody has accepted; for the side that offers. */
  readonly leadName: string | null
  readonly story: readonly StoryLine[]
  readonly moves: readonly TransferMoveName[]
  /** Who can be named as lead, for a supervisor who accepts. */
  readonly leads: readonly { readonly id: string; readonly displayName: string }[]
  /** What the reader goes on seeing of a case that has left; null where nothing is kept. */
  readonly kept: {
    readonly sections: readonly Section[]
    readonly content: readonly SectionView[]
  } | null
  readonly safeContact: SafeContact | null
}

/** Opens one transfer: the preview while it is offered, and the receipt for ever after. */
@Injectable()
export class ReadTransfer {
  constructor(
    private readonly visible: VisibleTransfers,
    private readonly transfers: TransfersRepository,
    private readonly texts: TransferTexts,
    private readonly cases: CaseReading,
    private readonly directory: Directory,
    private readonly trail: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  run(actor: WorkerActor, id: string): Promise<OneTransfer> {
    return this.transactions.run(actor, async () => {
      const transfer = await this.visible.find(actor, 'transfer.read', id)
      const { caseId } = transfer
      const context = { now: this.clock.now(), case: transfer.caseFacts }
      const hasCase = decide(actor, 'case.read', context).allowed
      const kept = hasCase ? [] : this.keptBy(actor, transfer)
      const moves = transferMoves.filter((move) => this.canMove(actor, move, transfer))
      const isOpen = transfer.status === 'offered'
      const summary = hasCase ? await this.cases.summary(caseId) : undefined
      const content = kept.length === 0 ? [] : await this.cases.sections(caseId, kept)
      const seesContact = hasCase || kept.includes('contact')
      const safeContact = seesContact ? await this.cases.safeContact(caseId) : null
      await this.trail.record({
        action: 'transfer.read',
        caseId,
        subject: { type: 'transfer', id },
        sections: maskOf(hasCase ? ['contact'] : kept),
      })
      return {
        transfer,
        side:
          transfer.fromUnitId === actor.unitId
            ? 'from'
            : transfer.toUnitId === actor.unitId
              ? 'to'
              : 'later',
        hasCase,
        caseNumber: summary?.number ?? (await this.transfers.caseNumbers([id])).get(id) ?? null,
        why: transfer.why,
        need: this.texts.need(transfer),
        preview: isOpen ? ((await this.transfers.preview(caseId)) ?? null) : null,
        suggestedUnitName:
          transfer.suggestedUnitId === null
            ? null
            : ((await this.directory.unit(transfer.suggestedUnitId))?.name ?? null),
        leadName: isOpen ? (summary?.leadName ?? null) : null,
        story: await this.story(actor, transfer, hasCase),
        moves,
        leads: moves.includes('accept') ? await this.leadsFor(actor) : [],
        kept: kept.length === 0 ? null : { sections: kept, content },
        safeContact,
      }
    })
  }

  private canMove(actor: WorkerActor, move: TransferMoveName, transfer: SeenTransfer): boolean {
    if (!this.visible.may(actor, `transfer.${move}`, transfer)) return false
    if (move === 'contact') return transfer.firstContactAt === null
    if (transfer.status !== 'offered') return false
    // Past its time it is nobody's to answer; its owner may still take it back.
    return move === 'withdraw' || transfer.expiresAt > this.clock.now()
  }

  // As the live grants have it: a consent withdrawn a moment ago leaves nothing.
  private keptBy(actor: WorkerActor, { keptSections, caseFacts }: SeenTransfer): Section[] {
    const kept = {
      ...caseFacts,
      grants: caseFacts.grants.filter(({ reason }) => reason === 'kept'),
    }
    return sectionsOf(keptSections).filter(
      (section) =>
        decide(actor, 'section.read', { now: this.clock.now(), case: kept, section }).allowed,
    )
  }

  private leadsFor(actor: WorkerActor): Promise<{ id: string; displayName: string }[]> | [] {
    return actor.roles.includes('supervisor') ? this.transfers.possibleLeads(actor.unitId) : []
  }

  // The old unit keeps a receipt: that the other unit took the case and when, not which of its people.
  private async story(
    actor: WorkerActor,
    transfer: SeenTransfer,
    hasCase: boolean,
  ): Promise<StoryLine[]> {
    const rows = await this.transfers.story(transfer.id)
    return rows.map(({ sealedNote, byUnitId, byName, ...row }) => ({
      ...row,
      byName: hasCase || byUnitId === actor.unitId ? byName : null,
      note: this.texts.note(transfer, { id: row.id, sealedNote }),
    }))
  }
}
