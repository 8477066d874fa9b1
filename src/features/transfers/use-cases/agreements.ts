import { Injectable } from '@nestjs/common'
import { maskOf } from '../../../platform/access/sections.js'
import { ConsentReading, purposesNeeded, type ConsentView } from '../../consents/index.js'

/** What was agreed for a unit that is to have the case, or to keep a part of it. */
@Injectable()
export class Agreements {
  constructor(private readonly consents: ConsentReading) {}

  /** The consent or approved basis that opens all of these sections to the unit now, or null. */
  async covering(caseId: string, unitId: string, sections: number): Promise<ConsentView | null> {
    const live = await this.liveFor(caseId, unitId)
    return live.find((consent) => (sections & ~maskOf(consent.sections)) === 0) ?? null
  }

  /** Mask of the sections that no single agreement for this unit reaches: what is still to be asked. */
  async missing(caseId: string, unitId: string, sections: number): Promise<number> {
    const live = await this.liveFor(caseId, unitId)
    return live
      .map((consent) => sections & ~maskOf(consent.sections))
      .reduce((least, mask) => (bits(mask) < bits(least) ? mask : least), sections)
  }

  private async liveFor(caseId: string, unitId: string): Promise<ConsentView[]> {
    const needed = purposesNeeded('transfer', { isChild: true, sharesSections: true })
    return (await this.consents.ofCase(caseId)).filter(
      ({ isLive, recipientUnitId, purposes }) =>
        isLive &&
        recipientUnitId === unitId &&
        needed.every((purpose) => purposes.includes(purpose)),
    )
  }
}

const bits = (mask: number): number => (mask === 0 ? 0 : (mask & 1) + bits(mask >>> 1))
