import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { Config } from '../../../platform/config/config.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { CaseFinding, type CasesFound } from '../../cases/index.js'
import { SearchPace } from '../data/search-pace.js'
import { TooManySearches } from '../domain/finding.errors.js'

export type { FoundCase } from '../../cases/index.js'

/** What is shown of a search. */
export type Found = Pick<CasesFound, 'cases' | 'isCut'>

// Who looks for many people in a day works through them in lists.
const minutesWorthADay = 40

/** Finds cases by number, name, telephone number or account, within what the actor may see. */
@Injectable()
export class SearchCases {
  constructor(
    private readonly transactions: Transactions,
    private readonly finding: CaseFinding,
    private readonly pace: SearchPace,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * Up to twenty cases, the likeliest first. The trail keeps that there was a search and which cases it
   * showed, never what was typed.
   * @throws NotFound for who may not search, TooManySearches
   */
  async run(actor: WorkerActor, typed: string): Promise<Found> {
    const now = this.clock.now()
    if (!decide(actor, 'case.search', { now }).allowed)
      throw new NotFound('case.search', 'case', null)
    const perMinute = this.config.SEARCHES_PER_MINUTE
    return this.transactions.run(actor, async () => {
      const [counted, { cases, sections, isCut }] = await Promise.all([
        this.pace.count(now, perMinute, minutesWorthADay * perMinute),
        this.finding.search(actor, typed),
      ])
      if (!counted) {
        await this.audit.recordRefusal(actor, { action: 'case.search', outcome: 'refused' })
        throw new TooManySearches()
      }
      await this.transactions.endWith(() =>
        Promise.all([
          this.audit.record({ action: 'case.search', sections }),
          this.audit.recordEach(
            { action: 'case.found', sections },
            cases.map(({ id }) => id),
          ),
        ]),
      )
      return { cases, isCut }
    })
  }
}
