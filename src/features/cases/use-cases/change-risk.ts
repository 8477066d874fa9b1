import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { maskOf } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { Stale } from '../../../platform/errors/stale.js'
import { Outbox } from '../../../platform/outbox/index.js'
import { partOf } from '../data/case-content.reader.js'
import { CaseReader } from '../data/case-reader.js'
import { CaseWriter } from '../data/case-writer.js'
import { RiskReasonsStand } from '../domain/case.errors.js'
import { CaseRiskChanged } from '../domain/case.events.js'
import { riskWith, type RiskLevel, type RiskReason } from '../domain/risk.js'

/** What to change; what is left out stays as it is. */
export interface RiskChange {
  readonly riskLevel?: RiskLevel | undefined
  readonly immediateDanger?: boolean | undefined
}

/** What an assessment found. */
export interface AssessedRisk {
  readonly level: RiskLevel
  readonly reasons: readonly RiskReason[]
  readonly immediateDanger: boolean
}

/** Says anew how great the risk is, and whether the person is in danger this moment. */
@Injectable()
export class ChangeRisk {
  constructor(
    private readonly transactions: Transactions,
    private readonly reader: CaseReader,
    private readonly writer: CaseWriter,
    private readonly audit: AuditTrail,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * @param version the version of the case that was read
   * @returns the new version
   * @throws NotFound, Stale, RiskReasonsStand when reasons recorded under safety keep the risk high
   */
  run(actor: WorkerActor, caseId: string, version: number, change: RiskChange): Promise<number> {
    const now = this.clock.now()
    return this.transactions.run(actor, async () => {
      const opened = await this.reader.open(caseId, maskOf(['safety']))
      if (
        opened === undefined ||
        !decide(actor, 'case.change', { now, case: opened.facts }).allowed
      ) {
        throw new NotFound('case.change', 'case', caseId)
      }
      const { row, content } = opened
      const level = change.riskLevel ?? row.riskLevel
      const immediateDanger = change.immediateDanger ?? row.immediateDanger
      if (riskWith(level, partOf(content, 'safety')?.riskReasons ?? []) !== level) {
        throw new RiskReasonsStand()
      }

      const changed = await this.writer.changeRisk(caseId, version, { level, immediateDanger }, now)
      if (!changed) throw new Stale()
      await this.audit.record({
        action: 'case.change',
        caseId,
        subject: { type: 'case', id: caseId },
      })
      await this.outbox.add(
        new CaseRiskChanged(caseId, { from: row.riskLevel, to: level, immediateDanger }),
      )
      return version + 1
    })
  }

  /**
   * Follows an assessment, inside the open transaction that records it: any reason makes the risk high
   * at once. An assessment that changes nothing leaves no trace here.
   * @throws NotFound, Stale when somebody changed the case meanwhile
   */
  async follow(actor: WorkerActor, caseId: string, assessed: AssessedRisk): Promise<void> {
    const now = this.clock.now()
    const found = await this.reader.row(caseId)
    if (found === undefined || !decide(actor, 'case.change', { now, case: found.facts }).allowed) {
      throw new NotFound('case.change', 'case', caseId)
    }
    const { row } = found
    const { immediateDanger } = assessed
    const level = riskWith(assessed.level, assessed.reasons)
    if (level === row.riskLevel && immediateDanger === row.immediateDanger) return
    const change = { level, immediateDanger }
    if (!(await this.writer.changeRisk(caseId, row.version, change, now))) throw new Stale()
    await this.audit.record({
      action: 'case.change',
      caseId,
      subject: { type: 'case', id: caseId },
    })
    await this.outbox.add(
      new CaseRiskChanged(caseId, { from: row.riskLevel, to: level, immediateDanger }),
    )
  }
}
