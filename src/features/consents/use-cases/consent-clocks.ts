import { Injectable } from '@nestjs/common'
import { Clock } from '../../../platform/clock/clock.js'
import { ConsentsRepository } from '../data/consents.repository.js'
import { ExceptionsRepository } from '../data/exceptions.repository.js'

/** What time itself does to consents; for the service, inside its transaction. Done again it changes nothing. */
@Injectable()
export class ConsentClocks {
  constructor(
    private readonly consents: ConsentsRepository,
    private readonly exceptions: ExceptionsRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Sight has ended with the first question after the end; this closes the grants in the record and
   * leaves each recipient its notice.
   */
  consentEnded(consentId: string): Promise<void> {
    return this.consents.project(consentId)
  }

  /** Nobody of the unit has answered: reviewers of other units may, from now on. */
  approvalIsLate(exceptionId: string): Promise<void> {
    return this.exceptions.escalate(exceptionId, this.clock.now())
  }
}
