import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { sections, sectionsOf, type Section } from '../../../platform/access/sections.js'
import { Clock } from '../../../platform/clock/clock.js'
import { CaseReading, type SectionView } from '../../cases/index.js'
import { ConsentReading } from '../../consents/index.js'
import type { SeenReferral } from '../data/referral-row.js'
import { SharesRepository } from '../data/shares.repository.js'
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
    private readonly shares: SharesRepository,
    private readonly clock: Clock,
  ) {}

  /** The content of these sections; the same for whoever may see them. */
  read(caseId: string, shared: readonly Section[]): Promise<SectionView[]> {
    return shared.length === 0 ? Promise.resolve([]) : this.cases.sections(caseId, shared)
  }

  /**
   * As the sender works it out: asked for ∩ consented now ∩ sector default, and the same of each
   * share that was added since.
   */
  async forSender(referral: SeenReferral): Promise<Shared> {
    const { toSector, caseId, consentId, requestedSections } = referral
    if (toSector === null) return { sections: [], withheld: [] }
    const consents = await this.consents.ofCase(caseId)
    const own = { consentId, sections: requestedSections }
    const agreed = [own, ...(await this.shares.added(referral.id))].map((share) => {
      const consent = consents.find(({ id }) => id === share.consentId)
      const requested = sectionsOf(share.sections)
      const consented = consent?.isLive === true ? consent.sections : []
      return { requested, consented, sector: toSector }
    })
    const shared = new Set(agreed.flatMap(sharedSections))
    return {
      sections: sections.filter((section) => shared.has(section)),
      withheld: agreed
        .flatMap(withheldSections)
        .filter(
          ({ section }, at, all) =>
            !shared.has(section) && all.findIndex((one) => one.section === section) === at,
        ),
    }
  }

  /** As the receiver's live grants have it: a consent withdrawn a moment ago leaves nothing. */
  async forReceiver(actor: WorkerActor, referral: SeenReferral): Promise<Section[]> {
    const { requestedSections, caseFacts } = referral
    const asked = (await this.shares.added(referral.id)).reduce(
      (mask, share) => mask | share.sections,
      requestedSections,
    )
    return sectionsOf(asked).filter(
      (section) =>
        decide(actor, 'section.read', { now: this.clock.now(), case: caseFacts, section }).allowed,
    )
  }
}
