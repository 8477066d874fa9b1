import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { hasRole, type WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { Workers } from '../../accounts/index.js'
import { CaseReading, type CaseRow } from '../../cases/index.js'
import { Reassignments, type ReassignLine, type Reassignment } from '../data/reassignments.js'
import { LeadUnfit, NoSuchSelection } from '../domain/finding.errors.js'
import { mostReassigned, ReassignAsked } from '../domain/reassignment.js'

/** What a supervisor is about to hand over, and to whom it can go. */
export interface ReassignChoice {
  readonly cases: readonly CaseRow[]
  readonly colleagues: readonly { readonly id: string; readonly displayName: string }[]
}

/** How far it is. */
export interface ReassignProgress extends Reassignment {
  readonly lines: readonly ReassignLine[]
}

/** Gives many cases of the unit another lead. The worker does it case by case; here it is asked and seen. */
@Injectable()
export class ReassignCases {
  constructor(
    private readonly transactions: Transactions,
    private readonly cases: CaseReading,
    private readonly workers: Workers,
    private readonly reassignments: Reassignments,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The cases of the selection that are the supervisor's to give. @throws NotFound, NoSuchSelection */
  choice(actor: WorkerActor, caseIds: readonly string[]): Promise<ReassignChoice> {
    return this.transactions.run(actor, async () => {
      const cases = await this.givable(actor, caseIds)
      await this.audit.record({ action: 'case.list' })
      return { cases, colleagues: await this.colleagues(actor) }
    })
  }

  /**
   * Asks for it. What is not the supervisor's to give is left out as if it were not there.
   * @returns the id by which its progress is seen. @throws NotFound, NoSuchSelection, LeadUnfit
   */
  start(actor: WorkerActor, caseIds: readonly string[], toWorkerId: string): Promise<string> {
    return this.transactions.run(actor, async () => {
      const cases = await this.givable(actor, caseIds)
      const colleagues = await this.colleagues(actor)
      if (!colleagues.some(({ id }) => id === toWorkerId)) throw new LeadUnfit()
      const id = randomUUID()
      const asked = {
        id,
        unitId: actor.unitId,
        requestedBy: actor.workerId,
        toWorkerId,
        requestedAt: this.clock.now(),
      }
      await this.reassignments.insert(asked, cases)
      await this.audit.record({
        action: 'case.reassign-asked',
        subject: { type: 'bulk-reassign', id },
      })
      await this.outbox.add(new ReassignAsked(id))
      return id
    })
  }

  /** How far it is, for who asked. @throws NotFound */
  progress(actor: WorkerActor, id: string): Promise<ReassignProgress> {
    return this.transactions.run(actor, async () => {
      this.mustBeSupervisor(actor)
      const asked = await this.reassignments.find(id)
      if (asked?.requestedBy !== actor.workerId)
        throw new NotFound('case.reassign', 'bulk-reassign', id)
      return { ...asked, lines: await this.reassignments.lines(id) }
    })
  }

  private async givable(actor: WorkerActor, caseIds: readonly string[]): Promise<CaseRow[]> {
    this.mustBeSupervisor(actor)
    const asked = [...new Set(caseIds)]
    if (asked.length === 0 || asked.length > mostReassigned) throw new NoSuchSelection()
    const now = this.clock.now()
    const found = await this.cases.managed(asked)
    const cases = found
      .filter(
        ({ row, facts }) =>
          row.unitId === actor.unitId &&
          (row.status === 'open' || row.status === 'closed') &&
          decide(actor, 'case.reassign', { now, case: facts }).allowed,
      )
      .map(({ row }) => row)
    if (cases.length === 0) throw new NoSuchSelection()
    return cases
  }

  private mustBeSupervisor(actor: WorkerActor): void {
    if (!hasRole(actor, 'supervisor')) throw new NotFound('case.reassign', 'unit', actor.unitId)
  }

  private async colleagues({ unitId }: WorkerActor): Promise<ReassignChoice['colleagues']> {
    const all = await this.workers.workersOfUnit(unitId)
    return all.filter(({ roles }) => roles.includes('caseworker'))
  }
}
