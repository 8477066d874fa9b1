import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { sectionsOf, type Section } from '../../../platform/access/sections.js'
import { Clock } from '../../../platform/clock/clock.js'
import { CaseReading, type SectionView } from '../../cases/index.js'
import { ConsentReading } from '../../consents/index.js'
import type { SeenReferral } from '../data/referral-row.js'
import {
  sharedSections,
  withheldSections,
  type WithheldSection,
} from '../domain/sector-defaults.js'

/** What a referral shares at this moment. */
export interface Shared {
  readonly sections: readonly Section[]
  readonly withheld: readonly WithheldSection[]
}

/** What the receiver sees once it has accepted: for the receiver itself, and for the sender to check. */
@Injectable()
export class SharedContent {
  constructor(
    private readonly cases: CaseReading,
    private readonly consents: ConsentReading,
    private readonly clock: Clock,
  ) {}

  /** The content of these sections; the same for whoever may see them. */
  read(caseId: string, sections: readonly Section[]): Promise<SectionView[]> {
    return sections.length === 0 ? Promise.resolve([]) : this.cases.sections(caseId, sections)
  }

  /** As the sender works it out: asked for ∩ consented now ∩ sector default. */
  async forSender(referral: SeenReferral): Promise<Shared> {
    const { toSector, caseId, consentId } = referral
    if (toSector === null) return { sections: [], withheld: [] }
    const consent = (await this.consents.ofCase(caseId)).find(({ id }) => id === consentId)
    const asked = {
      requested: sectionsOf(referral.requestedSections),
      consented: consent?.isLive === true ? consent.sections : [],
      sector: toSector,
    }
    return { sections: sharedSections(asked), withheld: withheldSections(asked) }
  }

  /** As the receiver's live grants have it: a consent withdrawn a moment ago leaves nothing. */
  forReceiver(actor: WorkerActor, { requestedSections, caseFacts }: SeenReferral): Section[] {
    return sectionsOf(requestedSections).filter(
      (section) =>
        decide(actor, 'section.read', { now: this.clock.now(), case: caseFacts, section }).allowed,
    )
  }
}
