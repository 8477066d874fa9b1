import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { maskOf } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { CaseReading, type CaseRow, type SafeContact } from '../../cases/index.js'
import {
  ApprovalOf,
  ContactLog,
  type ApprovalStanding,
  type ApprovalView,
  type AttemptsInVain,
} from '../../planning/index.js'
import { ClosureRows, type ClosureRow } from '../data/closure-rows.js'
import type { ClosureTexts, Holder } from '../domain/closure.js'
import { ClosingAccess } from './closing-access.js'
import { ReadOpenEnds, type OpenEnds } from './open-ends.js'
import { closurePlace, pinOf } from './prepare-closing.js'

/** A closing with its words; these are null for whom they are hidden from. */
export interface ClosureView extends Omit<ClosureRow, 'sealedReopening'> {
  readonly texts: ClosureTexts | null
  readonly reopenNote: string | null
}

/** The closing of a case: what it takes, what was prepared, and what was closed before. */
export interface ClosingView {
  readonly row: CaseRow
  readonly safeContact: SafeContact | null
  readonly heldBy: Holder | null
  readonly open: OpenEnds
  /** What the contact log holds for who wants to call contact lost. */
  readonly attempts: AttemptsInVain
  readonly prepared: ClosureView | null
  /** Of what was prepared; null while nothing was. */
  readonly approval: ApprovalStanding<ApprovalView> | null
  /** Closed before, the newest first. */
  readonly past: readonly ClosureView[]
  readonly mayClose: boolean
  readonly mayReopen: boolean
}

/** Shows how a case is closed, or was. */
@Injectable()
export class ReadClosing {
  constructor(
    private readonly access: ClosingAccess,
    private readonly closures: ClosureRows,
    private readonly ends: ReadOpenEnds,
    private readonly cases: CaseReading,
    private readonly approvals: ApprovalOf,
    private readonly contacts: ContactLog,
    private readonly trail: AuditTrail,
    private readonly transactions: Transactions,
  ) {}

  /** @throws NotFound */
  run(actor: WorkerActor, caseId: string): Promise<ClosingView> {
    return this.transactions.run(actor, async () => {
      const row = await this.access.find(actor, 'case.read', caseId)
      const views = await this.views(caseId)
      const prepared = views.find(({ state }) => state === 'prepared') ?? null
      const heldBy = await this.closures.heldBy(caseId)
      await this.trail.record({
        action: 'case.read',
        caseId,
        subject: { type: 'case', id: caseId },
        sections: maskOf(['contact', 'services']),
      })
      return {
        row,
        safeContact: await this.cases.safeContact(caseId),
        heldBy: heldBy === 'hidden' ? null : heldBy,
        open: row.status === 'open' ? await this.ends.run(actor, row) : { referrals: [], ends: [] },
        attempts: await this.contacts.inVain(caseId),
        prepared,
        approval:
          prepared === null
            ? null
            : await this.approvals.run(actor, caseId, 'closing', pinOf(prepared)),
        past: views.filter(({ state }) => state !== 'prepared'),
        mayClose: row.status === 'open' && (await this.access.may(actor, 'case.close', caseId)),
        mayReopen: row.status === 'closed' && (await this.access.may(actor, 'case.reopen', caseId)),
      }
    })
  }

  private async views(caseId: string): Promise<ClosureView[]> {
    const rows = await this.closures.ofCase(caseId)
    const texts = await this.cases.openAllFor<ClosureTexts>(
      caseId,
      rows.map(({ id, sealed }) => ({
        section: 'services' as const,
        sealed,
        place: closurePlace(id),
      })),
    )
    return Promise.all(
      rows.map(async ({ sealedReopening, ...row }, at) => ({
        ...row,
        texts: texts[at] ?? null,
        reopenNote:
          sealedReopening === null
            ? null
            : await this.cases.openFor<string>(
                caseId,
                'services',
                sealedReopening,
                closurePlace(row.id, 'sealed_reopening'),
              ),
      })),
    )
  }
}
