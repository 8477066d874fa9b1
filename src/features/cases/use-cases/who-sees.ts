import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { maskOf, type Section } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { partOf } from '../data/case-content.reader.js'
import { CaseReader } from '../data/case-reader.js'
import { OnlookerRows, type Onlooker } from '../data/onlooker-rows.js'
import type { SafeContact } from '../domain/case-content.js'

export type { Onlooker } from '../data/onlooker-rows.js'

/** Who sees a section at this moment. */
export interface SectionOnlookers {
  readonly onlookers: readonly Onlooker[]
  readonly safeContact: SafeContact | null
  readonly number: string | null
}

/** Who sees a section of a case, on what ground and until when, for who manages the case. */
@Injectable()
export class WhoSees {
  constructor(
    private readonly transactions: Transactions,
    private readonly reader: CaseReader,
    private readonly rows: OnlookerRows,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound */
  run(actor: WorkerActor, caseId: string, section: Section): Promise<SectionOnlookers> {
    const now = this.clock.now()
    return this.transactions.run(actor, async () => {
      const { facts, content } = await this.reader.content(caseId, maskOf(['contact']))
      if (!decide(actor, 'section.who', { now, case: facts }).allowed) {
        throw new NotFound('section.who', 'case', caseId)
      }
      const [onlookers, numbers] = await Promise.all([
        this.rows.of(caseId, maskOf([section])),
        this.reader.numbers([caseId]),
      ])
      await this.audit.record({
        action: 'section.who',
        caseId,
        subject: { type: 'case', id: caseId },
        sections: maskOf([section]),
      })
      return {
        onlookers,
        safeContact: partOf(content, 'contact'),
        number: numbers.get(caseId) ?? null,
      }
    })
  }
}
