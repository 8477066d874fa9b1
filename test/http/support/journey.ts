import type { ApiAnswer, ApiClient } from '../../support/api-client.js'
import type { TestApp } from '../../support/app.js'
import { bodyOf, demand, openCase, versionOf } from './answers.js'
import { girlsConsent, girlsIntake, type StoryCast } from './cast.js'

/** Where a referral stands, with what is needed to go on. */
export interface Travelling {
  readonly caseId: string
  readonly consentId: string
  readonly referralId: string
}

/** One referral, moved on through the API by those whose turn it is. */
export class Journey {
  private constructor(
    readonly sender: ApiClient,
    readonly receiver: ApiClient,
    private readonly cast: StoryCast,
  ) {}

  static async with(app: TestApp, cast: StoryCast): Promise<Journey> {
    return new Journey(await app.apiOf(cast.sender), await app.apiOf(cast.receiver), cast)
  }

  need(): object {
    return {
      service: 'PSS_BASIC',
      urgency: 'urgent',
      need: 'Cần tư vấn tâm lý, chỉ gặp nhân viên nữ.',
      toUnitId: this.cast.womens.id,
      sections: ['identity', 'contact'],
    }
  }

  async aConsentedCase(): Promise<Omit<Travelling, 'referralId'>> {
    const caseId = await openCase(this.sender, girlsIntake)
    const consent = girlsConsent(this.cast.womens.id, ['identity', 'contact', 'incident'])
    const recorded = demand(201, await this.sender.post(`/cases/${caseId}/consents`, consent))
    return { caseId, consentId: String(bodyOf(recorded)['id']) }
  }

  async aDraft(): Promise<Travelling & { version: number }> {
    const consented = await this.aConsentedCase()
    const created = await this.sender.post(`/cases/${consented.caseId}/referrals`, this.need())
    return {
      ...consented,
      referralId: String(bodyOf(demand(201, created))['id']),
      version: versionOf(created),
    }
  }

  async sent(): Promise<Travelling> {
    const draft = await this.aDraft()
    await this.move(this.sender, draft, 'send')
    return draft
  }

  async accepted(): Promise<Travelling> {
    const travelling = await this.sent()
    await this.move(this.receiver, travelling, 'accept')
    return travelling
  }

  async completed(): Promise<Travelling> {
    const travelling = await this.accepted()
    await this.move(this.receiver, travelling, 'complete', {
      outcome: 'given_in_full',
      text: 'Đã tư vấn ba buổi.',
    })
    return travelling
  }

  /** Makes a move with the version as it is now. */
  async move(
    api: ApiClient,
    { referralId }: Pick<Travelling, 'referralId'>,
    name: string,
    body: object = {},
  ): Promise<ApiAnswer> {
    const ifMatch = versionOf(demand(200, await api.get(`/referrals/${referralId}`)))
    return demand(200, await api.post(`/referrals/${referralId}/${name}`, body, { ifMatch }))
  }
}
