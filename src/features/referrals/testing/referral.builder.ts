import type { WorkerActor } from '../../../platform/access/actor.js'
import { Clock } from '../../../platform/clock/clock.js'
import type { Section } from '../../../platform/access/sections.js'
import { OpenCase, type Intake } from '../../cases/index.js'
import { RecordConsent } from '../../consents/index.js'
import { AcceptReferral } from '../use-cases/accept-referral.js'
import { ChooseSharing } from '../use-cases/choose-sharing.js'
import { ChooseUnit } from '../use-cases/choose-unit.js'
import { CompleteReferral } from '../use-cases/complete-referral.js'
import { SendReferral } from '../use-cases/send-referral.js'
import { StartReferral, type NeedOfPerson } from '../use-cases/start-referral.js'

/** Finds a provider of the service: `app.get` of Nest, loosely. */
export type Find = <Provider>(type: abstract new (...args: never[]) => Provider) => Provider

/** Somebody at work, as tests know them. */
export interface AtWork {
  readonly actor: WorkerActor
}

/** Whoever takes part in a hand-off. */
export interface Parties {
  readonly sender: AtWork
  readonly receiver: AtWork
}

/** A referral on its way, with what tests ask of it. */
export interface Handed {
  readonly id: string
  readonly caseId: string
  readonly consentId: string
  /** The version after the last step made here. */
  readonly version: number
}

/** A name that must be seen by whom it is shared with, and by nobody else. */
export const girlsName = 'Trần Thị Mai'

/** A girl of 16 who is extorted with her pictures, and a mother who can be asked. */
const anIntake = (changes: Partial<Intake> = {}): Intake => ({
  person: {
    name: girlsName,
    birthDate: null,
    statedAge: 16,
    sex: 'female',
    language: 'vi',
    provinceCode: '48',
    commune: 'Phường Hải Châu',
    address: '12 Nguyễn Du',
  },
  contact: {
    phone: '0905 000 111',
    channels: ['message'],
    doNotContact: false,
    when: 'Sau 19 giờ',
    codeWord: 'tiệm may',
    whoMayAnswer: null,
    notes: null,
  },
  incident: {
    type: 'csea.sextortion_sexual',
    otherTypes: [],
    occurredOn: null,
    ongoing: true,
    facts: [],
    platform: 'Zalo',
    accounts: null,
    narrative: 'Bị đe doạ phát tán ảnh.',
  },
  perpetrator: null,
  caregiver: { state: 'known', informed: true, suspected: false, person: null },
  risk: { assessed: 'high', reasons: [], immediateDanger: false, danger: null },
  ...changes,
})

const sharedByDefault: readonly Section[] = ['identity', 'contact', 'incident']

const aNeed: NeedOfPerson = {
  service: 'PSS_BASIC',
  urgency: 'urgent',
  text: 'Cần tư vấn tâm lý, chỉ gặp nhân viên nữ.',
}

/** Builds referrals in every state, each through the use cases themselves. */
export class ReferralBuilder {
  constructor(private readonly find: Find) {}

  async aCase({ actor }: AtWork, changes: Partial<Intake> = {}): Promise<string> {
    return (await this.find(OpenCase).run(actor, anIntake(changes))).id
  }

  /** Agreed to by the girl and her mother, for a month. */
  async aConsent(
    { actor }: AtWork,
    caseId: string,
    unitId: string,
    sections: readonly Section[] = sharedByDefault,
  ): Promise<string> {
    const now = this.find(Clock).now().getTime()
    const inAMonth = new Date(now + 30 * 86_400_000).toISOString().slice(0, 10)
    const { id } = await this.find(RecordConsent).run(actor, caseId, {
      basis: 'consent',
      recipientUnitId: unitId,
      sections,
      purposes: ['services', 'sharing'],
      selfAnswer: 'agrees',
      representativeAnswer: 'agrees',
      mode: 'verbal',
      explained: true,
      detail: { representative: { name: 'Trần Thị Hoa', relation: 'mother' } },
      until: inAMonth,
      consentsToStatistics: false,
      reason: null,
    })
    return id
  }

  /** Whole, but not sent: need, unit and sections are chosen. */
  async aDraft(
    { sender, receiver }: Parties,
    {
      need = {},
      sections = sharedByDefault,
      consented = sections,
    }: {
      readonly need?: Partial<NeedOfPerson>
      readonly sections?: readonly Section[]
      readonly consented?: readonly Section[]
    } = {},
  ): Promise<Handed> {
    const { actor } = sender
    const toUnitId = receiver.actor.unitId
    const caseId = await this.aCase(sender)
    const consentId = await this.aConsent(sender, caseId, toUnitId, consented)
    const id = await this.find(StartReferral).run(actor, caseId, { ...aNeed, ...need })
    await this.find(ChooseUnit).run(actor, id, 1, toUnitId)
    await this.find(ChooseSharing).run(actor, id, 2, sections)
    return { id, caseId, consentId, version: 3 }
  }

  async aSentReferral(
    parties: Parties,
    draft: Parameters<ReferralBuilder['aDraft']>[1] = {},
  ): Promise<Handed> {
    const handed = await this.aDraft(parties, draft)
    await this.find(SendReferral).run(parties.sender.actor, handed.id, handed.version)
    return { ...handed, version: handed.version + 1 }
  }

  async anAcceptedReferral(
    parties: Parties,
    draft: Parameters<ReferralBuilder['aDraft']>[1] = {},
  ): Promise<Handed> {
    const handed = await this.aSentReferral(parties, draft)
    await this.find(AcceptReferral).run(parties.receiver.actor, handed.id, handed.version)
    return { ...handed, version: handed.version + 1 }
  }

  async aCompletedReferral(
    parties: Parties,
    draft: Parameters<ReferralBuilder['aDraft']>[1] = {},
  ): Promise<Handed> {
    const handed = await this.anAcceptedReferral(parties, draft)
    await this.find(CompleteReferral).run(parties.receiver.actor, handed.id, handed.version, {
      outcome: 'given_in_full',
      text: 'Đã tư vấn ba buổi.',
    })
    return { ...handed, version: handed.version + 1 }
  }
}
