import { Injectable } from '@nestjs/common'
import type { ExceptionFacts } from '../../../platform/access/decide.js'
import { Clock } from '../../../platform/clock/clock.js'
import { ExceptionsRepository } from '../data/exceptions.repository.js'
import { ServiceFacts } from '../data/service-facts.js'
import { exceptionFactsOf, reviewDueAt } from '../domain/sharing-exception.js'

/** Where a consent stands, for who tells people of it. */
export interface ConsentToTell {
  readonly caseId: string
  readonly leadId: string
  readonly hasEnded: boolean
  /** Somebody has to ask anew, or know that it is over: not withdrawn, and nothing covers it. */
  readonly isMissed: boolean
}

/** Where an exception stands, for who tells people of it. */
export interface ExceptionToTell {
  readonly facts: ExceptionFacts
  readonly caseId: string
  readonly leadId: string | null
  readonly unitId: string
  readonly isReviewOpen: boolean
  /** Reviewers of other units. */
  readonly reviewerIds: readonly string[]
}

/** What the service has to know to tell people of consents: ids and states, inside its transaction. */
@Injectable()
export class ToldOfConsent {
  constructor(
    private readonly facts: ServiceFacts,
    private readonly exceptions: ExceptionsRepository,
    private readonly clock: Clock,
  ) {}

  async consent(id: string): Promise<ConsentToTell | undefined> {
    const found = await this.facts.consent(id)
    return (
      found && {
        caseId: found.caseId,
        leadId: found.leadId,
        hasEnded: found.validUntil <= this.clock.now(),
        isMissed: !found.withdrawn && !found.replaced,
      }
    )
  }

  async exception(id: string): Promise<ExceptionToTell | undefined> {
    const found = await this.exceptions.one(id)
    if (found === undefined) return undefined
    const { caseId, unitId } = found
    return {
      facts: exceptionFactsOf(found, this.clock.now()),
      caseId,
      unitId,
      leadId: await this.facts.leadOf(caseId),
      isReviewOpen: reviewDueAt(found) !== null,
      reviewerIds: await this.facts.reviewersBeside(unitId),
    }
  }
}
