import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import { Access } from '../../../platform/access/access.js'
import type { WorkerActor } from '../../../platform/access/actor.js'
import { decide } from '../../../platform/access/decide.js'
import { maskOf } from '../../../platform/access/sections.js'
import { AuditTrail } from '../../../platform/audit/index.js'
import { Clock } from '../../../platform/clock/clock.js'
import { localTimeOf } from '../../../platform/clock/local-time.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { NotFound } from '../../../platform/errors/not-found.js'
import { CaseReading } from '../../cases/index.js'
import type { ServiceType } from '../../directory/index.js'
import { stateOf } from '../data/referral-row.js'
import { ReferralTexts } from '../data/referral-texts.js'
import { ReferralsRepository } from '../data/referrals.repository.js'
import { mayBeFollowed } from '../domain/referral-chain.js'
import { formatReferralNumber } from '../domain/referral-number.js'
import { ReferralNotBack, ReferralOfClosedCase } from '../domain/sending.errors.js'
import type { Urgency } from '../domain/urgency.js'
import { Drafts, type BesideTheDraft } from './drafts.js'
import { VisibleReferrals } from './visible-referrals.js'

/** What the person needs and how soon; `text` is what the receiver must know, without names. */
export interface NeedOfPerson {
  readonly service: ServiceType
  readonly urgency: Urgency
  readonly text: string
}

/** Begins a referral from a case, with what is needed. It stays a draft until it is sent. */
@Injectable()
export class StartReferral {
  constructor(
    private readonly access: Access,
    private readonly cases: CaseReading,
    private readonly referrals: ReferralsRepository,
    private readonly visible: VisibleReferrals,
    private readonly drafts: Drafts,
    private readonly texts: ReferralTexts,
    private readonly trail: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** What stays in sight while the first page is written. @throws NotFound | ReferralOfClosedCase */
  open(actor: WorkerActor, caseId: string): Promise<BesideTheDraft> {
    return this.transactions.run(actor, async () => {
      await this.openCase(actor, caseId)
      await this.trail.record({
        action: 'section.read',
        caseId,
        subject: { type: 'case', id: caseId },
        sections: maskOf(['contact']),
      })
      return this.drafts.beside(caseId)
    })
  }

  /**
   * @param supersedesId the referral that did not help, whose place this one takes
   * @returns the id of the draft
   * @throws NotFound | ReferralOfClosedCase | ReferralNotBack
   */
  run(
    actor: WorkerActor,
    caseId: string,
    need: NeedOfPerson,
    supersedesId: string | null = null,
    bundleId: string | null = null,
  ): Promise<string> {
    return this.transactions.run(actor, async () => {
      const found = await this.openCase(actor, caseId)
      if (supersedesId !== null) await this.mustHaveEnded(actor, supersedesId, caseId)
      const at = this.clock.now()
      const id = randomUUID()
      const sealedKey = this.texts.newKey(id)
      await this.referrals.add(actor, {
        id,
        number: await this.nextNumber(at),
        caseId,
        sealedKey,
        sealedNeed: this.texts.sealNeed({ id, sealedKey }, need.text),
        service: need.service,
        urgency: need.urgency,
        ageBand: found.ageBand,
        sex: found.sex,
        language: found.language,
        provinceCode: found.provinceCode,
        commune: found.commune,
        supersedesId,
        bundleId,
        at,
      })
      await this.trail.record({
        action: 'referral.draft',
        caseId,
        subject: { type: 'referral', id },
      })
      return id
    })
  }

  /**
   * Begins one referral for each service; from two on they are written and sent together.
   * @returns the ids of the drafts, in the order of the services
   */
  several(
    actor: WorkerActor,
    caseId: string,
    {
      services,
      ...need
    }: Omit<NeedOfPerson, 'service'> & {
      readonly services: readonly ServiceType[]
    },
    supersedesId: string | null = null,
  ): Promise<string[]> {
    return this.transactions.run(actor, async () => {
      const bundleId = services.length > 1 ? randomUUID() : null
      const ids: string[] = []
      for (const [index, service] of services.entries())
        // Only one can take the place of an earlier referral.
        ids.push(
          await this.run(
            actor,
            caseId,
            { service, ...need },
            index === 0 ? supersedesId : null,
            bundleId,
          ),
        )
      return ids
    })
  }

  private async openCase(actor: WorkerActor, caseId: string) {
    const context = { now: this.clock.now(), case: await this.access.caseFacts(caseId) }
    const found = await this.cases.summary(caseId)
    if (found === undefined || !decide(actor, 'referral.draft', context).allowed)
      throw new NotFound('referral.draft', 'case', caseId)
    if (found.status !== 'open') throw new ReferralOfClosedCase()
    return found
  }

  private async mustHaveEnded(
    actor: WorkerActor,
    referralId: string,
    caseId: string,
  ): Promise<void> {
    const earlier = await this.visible.find(actor, 'referral.read', referralId)
    if (earlier.caseId !== caseId) throw new NotFound('referral.read', 'referral', referralId)
    if (!mayBeFollowed(stateOf(earlier))) throw new ReferralNotBack()
  }

  private async nextNumber(at: Date): Promise<string> {
    const year = Number(localTimeOf(at).date.slice(0, 4))
    return formatReferralNumber({ year, sequence: await this.referrals.nextSequence() })
  }
}
