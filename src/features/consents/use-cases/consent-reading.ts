import { Injectable } from '@nestjs/common'
import { Clock } from '../../../platform/clock/clock.js'
import { ConsentsRepository } from '../data/consents.repository.js'
import { ConsentDetails } from './consent-details.js'
import { consentView, type ConsentView } from './consent-view.js'

/**
 * Consents for other features, inside their open transaction; row-level security shows them to who
 * manages the case only. Deciding and recording what was read stays with who asks.
 */
@Injectable()
export class ConsentReading {
  constructor(
    private readonly consents: ConsentsRepository,
    private readonly details: ConsentDetails,
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

  /** What is not to be passed on, in the words of the consents in force; each once. */
  async keptBack(caseId: string): Promise<string[]> {
    const now = this.clock.now()
    const words = new Set<string>()
    for (const stored of await this.consents.ofCase(caseId)) {
      if (stored.withheldReason === null || !consentView(stored, now).isLive) continue
      const { withheld } = await this.details.of(stored)
      if (withheld !== null) words.add(withheld)
    }
    return [...words]
  }

  /** All consents of the case, the newest first. */
  async ofCase(caseId: string): Promise<ConsentView[]> {
    const now = this.clock.now()
    return (await this.consents.ofCase(caseId)).map((stored) => consentView(stored, now))
  }
}
