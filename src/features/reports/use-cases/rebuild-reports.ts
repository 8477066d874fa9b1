import { Injectable } from '@nestjs/common'
import { system } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { ReportFacts } from '../data/report-facts.js'

/**
 * Counts everything anew: after a restore, or when a rule of counting has changed. Readers see the
 * old figures until it is done; the worker's events wait.
 */
@Injectable()
export class RebuildReports {
  constructor(
    private readonly transactions: Transactions,
    private readonly facts: ReportFacts,
    private readonly audit: AuditTrail,
  ) {}

  /** The number of referrals counted. */
  run(): Promise<number> {
    return this.transactions.run(system('reports'), async () => {
      const counted = await this.facts.rebuild()
      await this.audit.record({ action: 'report.rebuild' })
      return counted
    })
  }
}
