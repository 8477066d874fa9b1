import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { Stale } from '../../../platform/errors/stale.js'
import { CaseReading } from '../../cases/index.js'
import { ContactLog, RequestApproval } from '../../planning/index.js'
import { ClosureRows } from '../data/closure-rows.js'
import {
  AttemptsMissing,
  CaseHeldOpen,
  EndsUnanswered,
  NotPrepared,
} from '../domain/closing.errors.js'
import {
  unanswered,
  type ChosenReason,
  type ClosureTexts,
  type GoalsReached,
} from '../domain/closure.js'
import { ClosingAccess } from './closing-access.js'
import { ReadOpenEnds } from './open-ends.js'

/** Why the case is closed, and what is left. */
export interface ClosingInput extends ClosureTexts {
  readonly reason: ChosenReason
  readonly goals: GoalsReached
}

/** Where the words of a closing are sealed. */
export const closurePlace = (id: string, column: 'sealed' | 'sealed_reopening' = 'sealed') =>
  ({ table: 'case_closure', rowId: id, column }) as const

/** Names exactly what a supervisor agrees to. */
export const pinOf = ({ id, version }: { readonly id: string; readonly version: number }): string =>
  `${id}:${version}`

/** Writes down how the case is to be closed. Nothing ends by that. */
@Injectable()
export class PrepareClosing {
  constructor(
    private readonly access: ClosingAccess,
    private readonly closures: ClosureRows,
    private readonly ends: ReadOpenEnds,
    private readonly cases: CaseReading,
    private readonly approvals: RequestApproval,
    private readonly contacts: ContactLog,
    private readonly trail: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * @param version of what was prepared before; 0 for nothing
   * @throws NotFound | Stale | NotPrepared for a case that is not open | CaseHeldOpen | EndsUnanswered
   * @throws AttemptsMissing where contact is called lost and too few attempts are written down
   */
  run(actor: WorkerActor, caseId: string, version: number, input: ClosingInput): Promise<void> {
    return this.transactions.run(actor, async () => {
      const row = await this.access.find(actor, 'case.close', caseId)
      if (row.status !== 'open') throw new NotPrepared()
      const held = await this.closures.heldBy(caseId)
      if (held !== null && held !== 'hidden') throw new CaseHeldOpen(held)
      const { ends } = await this.ends.run(actor, row)
      if (unanswered(ends, input.ends).length > 0) throw new EndsUnanswered()
      const { reason, goals, feedback, note } = input
      if (reason === 'contact_lost' && !(await this.contacts.inVain(caseId)).areEnough)
        throw new AttemptsMissing()
      // Only what is open is answered for: an answer to what has ended meanwhile is gone.
      const answers = input.ends.filter(({ id }) => ends.some((end) => end.id === id))
      const before = (await this.closures.ofCase(caseId)).find(({ state }) => state === 'prepared')
      const id = before?.id ?? randomUUID()
      const texts: ClosureTexts = { feedback, note, ends: answers }
      const sealed = await this.cases.sealFor(caseId, 'services', texts, closurePlace(id))
      const prepared = { id, reason, goals, sealed }
      const at = this.clock.now()
      if ((before?.version ?? 0) !== version) throw new Stale()
      const isWritten =
        before === undefined
          ? await this.closures.add(caseId, prepared, actor.workerId, at)
          : await this.closures.change(prepared, version, actor.workerId, at)
      if (!isWritten) throw new Stale()
      await this.trail.record({
        action: 'case.close',
        caseId,
        subject: { type: 'case', id: caseId },
      })
    })
  }

  /** Asks the supervisors to agree to what was prepared. @throws NotFound | Stale | NotPrepared | ApprovalAlreadyAsked */
  ask(actor: WorkerActor, caseId: string, version: number): Promise<string> {
    return this.transactions.run(actor, async () => {
      await this.access.find(actor, 'case.close', caseId)
      const prepared = (await this.closures.ofCase(caseId)).find(
        ({ state }) => state === 'prepared',
      )
      if (prepared === undefined) throw new NotPrepared()
      if (prepared.version !== version) throw new Stale()
      return this.approvals.run(actor, caseId, {
        kind: 'closing',
        pin: pinOf(prepared),
        note: null,
      })
    })
  }
}
