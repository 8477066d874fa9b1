import { Injectable } from '@nestjs/common'
import { Clock } from '../../../platform/clock/clock.js'
import { ConsentsRepository } from '../data/consents.repository.js'
import { consentView, type ConsentView } from './consent-view.js'

/**
 * Consents for other features, inside their open transaction; row-level security shows them to who
 * manages the case only. Deciding and recording what was read stays with who asks.
 */
@Injectable()
export class ConsentReading {
  constructor(
    private readonly consents: ConsentsRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Consents on which sharing with this unit can stand now: a hand-off that shows a section needs
   * both that the person wants the service and that it be shared.
   */
  async liveFor(caseId: string, unitId: string): Promise<ConsentView[]> {
    const now = this.clock.now()
    const live = await this.consents.liveFor(caseId, unitId, now)
    return live
      .map((stored) => consentView(stored, now))
      .filter(({ purposes }) => purposes.includes('services') && purposes.includes('sharing'))
  }

  /** All consents of the case, the newest first. */
  async ofCase(caseId: string): Promise<ConsentView[]> {
    const now = this.clock.now()
    return (await this.consents.ofCase(caseId)).map((stored) => consentView(stored, now))
  }
}
