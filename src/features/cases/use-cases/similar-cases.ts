import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import type { Intake } from '../domain/intake.js'
import { CaseFinding, type FoundCase } from './case-finding.js'

/**
 * Cases the person taken in may have already, among those the actor may see. Of all others nothing is
 * said here, not even that there is one.
 */
@Injectable()
export class SimilarCases {
  constructor(
    private readonly finding: CaseFinding,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** At most five, the likeliest first. @throws NotFound for who may not open cases */
  async run(
    actor: WorkerActor,
    { person, contact, incident }: Pick<Intake, 'person' | 'contact' | 'incident'>,
  ): Promise<readonly FoundCase[]> {
    if (!decide(actor, 'case.open', { now: this.clock.now() }).allowed)
      throw new NotFound('case.open', 'case', null)
    return this.transactions.run(actor, async () => {
      const { cases, sections } = await this.finding.similar(actor, {
        name: person.name,
        phone: contact.phone,
        handle: incident.accounts,
        birthYear: person.birthDate === null ? null : Number(person.birthDate.slice(0, 4)),
      })
      await this.audit.record({ action: 'case.search', sections })
      await this.audit.recordEach(
        { action: 'case.found', sections },
        cases.map(({ id }) => id),
      )
      return cases
    })
  }
}
