import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { Access } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { maskOf, sectionsOf, type Section } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { Outbox } from '../../../platform/outbox/index.js'
import {
  CasePanels,
  CaseReading,
  normalCaseNumber,
  type CaseRow,
  type SafeContact,
  type SectionView,
} from '../../cases/index.js'
import { MergeRows, type MergeRow } from '../data/merge-rows.js'
import { CasesMerged, MergeHindered, OtherCaseUnknown } from '../domain/merge.js'

/** One of two cases, as it stands beside the other. */
export interface CaseBeside {
  readonly row: CaseRow
  /** Who the person is, as far as the reader sees it. */
  readonly identity: SectionView | null
  readonly recorded: readonly Section[]
  readonly openReferrals: number
  readonly liveConsents: number
}

/** A case that may be merged, and what it was merged with. */
export interface MergeView {
  readonly row: CaseRow
  readonly safeContact: SafeContact | null
  readonly merges: readonly (MergeRow & { readonly otherNumber: string | null })[]
}

/** Two cases, side by side. */
export interface Comparison extends MergeView {
  readonly own: CaseBeside
  readonly other: CaseBeside
}

/** Joins two cases of one person in one unit, and takes that back. */
@Injectable()
export class MergeCases {
  constructor(
    private readonly merges: MergeRows,
    private readonly access: Access,
    private readonly cases: CaseReading,
    private readonly panels: CasePanels,
    private readonly trail: AuditTrail,
    private readonly outbox: Outbox,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  read(actor: WorkerActor, caseId: string): Promise<MergeView> {
    return this.transactions.run(actor, async () => {
      const view = await this.view(actor, caseId)
      await this.record('case.read', caseId, ['contact'])
      return view
    })
  }

  /** Both cases side by side. @throws NotFound | OtherCaseUnknown */
  compare(actor: WorkerActor, caseId: string, otherNumber: string): Promise<Comparison> {
    return this.transactions.run(actor, async () => {
      const view = await this.view(actor, caseId)
      const other = await this.other(actor, caseId, otherNumber)
      await this.record('section.read', caseId, ['identity', 'contact'])
      await this.record('section.read', other.id, ['identity'])
      return {
        ...view,
        own: await this.beside(actor, view.row),
        other: await this.beside(actor, other),
      }
    })
  }

  /**
   * @param mainId the case that is gone on with: this one or the other
   * @throws NotFound | OtherCaseUnknown | MergeHindered
   */
  run(actor: WorkerActor, caseId: string, otherNumber: string, mainId: string): Promise<string> {
    return this.transactions.run(actor, async () => {
      const row = await this.own(actor, caseId)
      const other = await this.other(actor, caseId, otherNumber)
      if (![row.id, other.id].includes(mainId)) throw new OtherCaseUnknown()
      const duplicateId = mainId === row.id ? other.id : row.id
      const id = randomUUID()
      const outcome = await this.merges.merge(id, mainId, duplicateId, this.clock.now())
      if (outcome === 'hidden') throw new NotFound('case.merge', 'case', caseId)
      if (outcome !== 'merged') throw new MergeHindered(outcome)
      await this.record('case.merge', mainId, [])
      await this.record('case.merge', duplicateId, [])
      await this.outbox.add(new CasesMerged('case.merged', id, mainId))
      return id
    })
  }

  /** Two cases again, as they were. @throws NotFound | Stale */
  undo(actor: WorkerActor, caseId: string, mergeId: string, version: number): Promise<void> {
    return this.transactions.run(actor, async () => {
      await this.own(actor, caseId)
      const merge = await this.merges.one(mergeId)
      if (merge === undefined || ![merge.mainId, merge.duplicateId].includes(caseId))
        throw new NotFound('case.merge', 'case-merge', mergeId)
      const outcome = await this.merges.undo(mergeId, version, this.clock.now())
      if (outcome === 'hidden') throw new NotFound('case.merge', 'case-merge', mergeId)
      if (outcome === 'stale') throw new Stale()
      await this.record('case.unmerge', merge.mainId, [])
      await this.record('case.unmerge', merge.duplicateId, [])
      await this.outbox.add(new CasesMerged('case.unmerged', mergeId, merge.mainId))
    })
  }

  private async view(actor: WorkerActor, caseId: string): Promise<MergeView> {
    const row = await this.own(actor, caseId)
    const merges = await this.merges.ofCase(caseId)
    const otherOf = (merge: MergeRow) =>
      merge.mainId === caseId ? merge.duplicateId : merge.mainId
    const numbers = await this.cases.caseNumbers(merges.map(otherOf))
    return {
      row,
      safeContact: await this.cases.safeContact(caseId),
      merges: merges.map((merge) => ({
        ...merge,
        otherNumber: numbers.get(otherOf(merge)) ?? null,
      })),
    }
  }

  private async beside(actor: WorkerActor, row: CaseRow): Promise<CaseBeside> {
    const [identity = null] = await this.cases.sections(row.id, ['identity'])
    const { referrals, consents } = await this.panels.panelsFor(actor, row.id)
    return {
      row,
      identity,
      recorded: sectionsOf(await this.merges.sectionsRecorded(row.id)),
      openReferrals: referrals.filter(({ isOpen }) => isOpen).length,
      liveConsents: consents.filter(({ isLive }) => isLive).length,
    }
  }

  private async own(actor: WorkerActor, caseId: string): Promise<CaseRow> {
    const row = await this.owned(actor, caseId)
    if (row === null) throw new NotFound('case.merge', 'case', caseId)
    return row
  }

  private async other(actor: WorkerActor, caseId: string, typed: string): Promise<CaseRow> {
    const number = normalCaseNumber(typed)
    const id = number === null ? null : await this.merges.caseByNumber(number)
    const row = id === null || id === caseId ? null : await this.owned(actor, id)
    if (row === null) throw new OtherCaseUnknown()
    return row
  }

  private async owned(actor: WorkerActor, caseId: string): Promise<CaseRow | null> {
    const facts = await this.access.caseFacts(caseId)
    const row = await this.cases.summary(caseId)
    return row !== undefined &&
      row.unitId === actor.unitId &&
      decide(actor, 'case.merge', { now: this.clock.now(), case: facts }).allowed
      ? row
      : null
  }

  private record(action: string, caseId: string, sections: readonly Section[]): Promise<void> {
    return this.trail.record({
      action,
      caseId,
      subject: { type: 'case', id: caseId },
      sections: maskOf(sections),
    })
  }
}
