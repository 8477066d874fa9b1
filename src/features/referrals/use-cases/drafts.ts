import { Injectable } from '@nestjs/common'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { maskOf } from '../../../platform/access/sections.js'
import { Clock } from '../../../platform/clock/clock.js'
import { CaseReading, type SafeContact } from '../../cases/index.js'
import { ConsentReading } from '../../consents/index.js'
import type { SeenReferral } from '../data/referral-row.js'
import { ReferralTexts } from '../data/referral-texts.js'
import { ReferralsRepository, type DraftContent } from '../data/referrals.repository.js'
import { ReferralAlreadySent } from '../domain/sending.errors.js'
import { VisibleReferrals } from './visible-referrals.js'

/** What stays in sight while a referral is written. */
export interface BesideTheDraft {
  readonly caseId: string
  readonly caseNumber: string
  readonly safeContact: SafeContact | null
  /** What the person does not want passed on, as the consents in force say. */
  readonly keptBack: readonly string[]
}

/** A draft with what its writer has in sight. */
export interface OpenDraft extends BesideTheDraft {
  readonly draft: SeenReferral
  readonly need: string | null
}

/** Drafts as their writers find and keep them. Runs inside the use case's transaction. */
@Injectable()
export class Drafts {
  constructor(
    private readonly visible: VisibleReferrals,
    private readonly referrals: ReferralsRepository,
    private readonly texts: ReferralTexts,
    private readonly cases: CaseReading,
    private readonly consents: ConsentReading,
    private readonly trail: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound | ReferralAlreadySent */
  async find(actor: WorkerActor, id: string): Promise<SeenReferral> {
    const draft = await this.visible.find(actor, 'referral.draft', id)
    if (draft.status !== 'draft') throw new ReferralAlreadySent()
    return draft
  }

  /** To be written on. @throws NotFound | ReferralAlreadySent */
  async open(actor: WorkerActor, id: string): Promise<OpenDraft> {
    const draft = await this.find(actor, id)
    const beside = await this.beside(draft.caseId)
    await this.trail.record({
      action: 'referral.read',
      caseId: draft.caseId,
      subject: { type: 'referral', id },
      sections: maskOf(['contact']),
    })
    return { draft, need: this.texts.need(draft), ...beside }
  }

  async beside(caseId: string): Promise<BesideTheDraft> {
    return {
      caseId,
      caseNumber: (await this.cases.caseNumbers([caseId])).get(caseId) ?? '',
      safeContact: await this.cases.safeContact(caseId),
      keptBack: await this.consents.keptBack(caseId),
    }
  }

  /** @throws Stale */
  async keep(draft: SeenReferral, version: number, changes: Partial<DraftContent>): Promise<void> {
    await this.referrals.redraft(draft.id, version, { ...draft, ...changes }, this.clock.now())
    await this.trail.record({
      action: 'referral.draft',
      caseId: draft.caseId,
      subject: { type: 'referral', id: draft.id },
    })
  }
}
