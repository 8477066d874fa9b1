import { Injectable } from '@nestjs/common'
import { randomUUID } from 'node:crypto'
import type { WorkerActor } from '../../../platform/access/actor.js'
import type { Section } from '../../../platform/access/sections.js'
import { Transactions } from '../../../platform/database/transactions.js'
import { Stale } from '../../../platform/errors/stale.js'
import { ReferralTexts } from '../data/referral-texts.js'
import { ReferralIncomplete } from '../domain/sending.errors.js'
import { ChooseSharing } from './choose-sharing.js'
import { ChooseUnit } from './choose-unit.js'
import { DescribeNeed } from './describe-need.js'
import { Drafts } from './drafts.js'
import { SendReferral } from './send-referral.js'
import { StartReferral, type NeedOfPerson } from './start-referral.js'

/** A referral as another system writes it: all at once, or what is known so far. */
export interface WholeReferral {
  readonly need: NeedOfPerson
  readonly toUnitId: string | null
  /** Empty: to be chosen later. */
  readonly sections: readonly Section[]
  readonly supersedesId: string | null
  readonly send: boolean
}

/** What to change in a draft; what is left out stays. */
export interface DraftChanges {
  readonly need: Partial<NeedOfPerson>
  readonly toUnitId?: string | undefined
  readonly sections?: readonly Section[] | undefined
}

/** The steps of the writing one after the other, in one transaction: all are kept or none. */
@Injectable()
export class WriteInOneGo {
  constructor(
    private readonly start: StartReferral,
    private readonly describeNeed: DescribeNeed,
    private readonly chooseUnit: ChooseUnit,
    private readonly chooseSharing: ChooseSharing,
    private readonly sendReferral: SendReferral,
    private readonly drafts: Drafts,
    private readonly texts: ReferralTexts,
    private readonly transactions: Transactions,
  ) {}

  /** @returns the id. @throws what the steps throw */
  create(
    actor: WorkerActor,
    caseId: string,
    whole: WholeReferral,
    bundleId: string | null = null,
  ): Promise<string> {
    return this.transactions.run(actor, async () => {
      const id = await this.start.run(actor, caseId, whole.need, whole.supersedesId, bundleId)
      const version = await this.choose(actor, id, 1, whole.toUnitId ?? undefined, whole.sections)
      if (whole.send) await this.sendReferral.run(actor, id, version)
      return id
    })
  }

  /** Several, all or none, in the order given. @throws what the steps throw */
  createAll(actor: WorkerActor, caseId: string, all: readonly WholeReferral[]): Promise<string[]> {
    return this.transactions.run(actor, async () => {
      const bundleId = randomUUID()
      const ids: string[] = []
      for (const whole of all) ids.push(await this.create(actor, caseId, whole, bundleId))
      return ids
    })
  }

  /** @throws Stale, and what the steps throw */
  revise(actor: WorkerActor, id: string, version: number, changes: DraftChanges): Promise<void> {
    return this.transactions.run(actor, async () => {
      let current = version
      const draft = await this.drafts.find(actor, id)
      if (draft.version !== version) throw new Stale()
      if (Object.keys(changes.need).length > 0) {
        const need = this.merged(changes.need, {
          service: draft.service,
          urgency: draft.urgency,
          text: this.texts.need(draft),
        })
        await this.describeNeed.run(actor, id, current, need)
        current += 1
      }
      await this.choose(actor, id, current, changes.toUnitId, changes.sections ?? [])
    })
  }

  /** @returns the version afterwards */
  private async choose(
    actor: WorkerActor,
    id: string,
    version: number,
    toUnitId: string | undefined,
    sections: readonly Section[],
  ): Promise<number> {
    let current = version
    if (toUnitId !== undefined) {
      await this.chooseUnit.run(actor, id, current, toUnitId)
      current += 1
    }
    if (sections.length > 0) {
      await this.chooseSharing.run(actor, id, current, sections)
      current += 1
    }
    return current
  }

  private merged(
    { service, urgency, text }: Partial<NeedOfPerson>,
    before: { readonly [Part in keyof NeedOfPerson]: NeedOfPerson[Part] | null },
  ): NeedOfPerson {
    const need = {
      service: service ?? before.service,
      urgency: urgency ?? before.urgency,
      text: text ?? before.text,
    }
    if (need.service === null || need.urgency === null || need.text === null)
      throw new ReferralIncomplete('need')
    return { service: need.service, urgency: need.urgency, text: need.text }
  }
}
