import { beforeAll, describe, expect, it } from '@jest/globals'
import type { ApiAnswer, ApiClient } from '../../../../test/support/api-client.js'
import { WithdrawConsent } from '../../consents/index.js'
import { girlsName } from '../testing/referral.builder.js'
import { useReferrals, type Cast, type ReferralWorld } from '../testing/use-referrals.js'

const bodyOf = ({ body }: ApiAnswer): Record<string, unknown> =>
  typeof body === 'object' && body !== null ? { ...body } : {}

describe('referrals for other systems', () => {
  const referrals = useReferrals()
  let world: ReferralWorld
  let cast: Cast
  let sender: ApiClient
  let receiver: ApiClient

  beforeAll(async () => {
    world = referrals()
    cast = await world.parties()
    sender = await world.test.apiOf(cast.sender)
    receiver = await world.test.apiOf(cast.receiver)
  })

  const whole = () => ({
    service: 'PSS_BASIC',
    urgency: 'urgent',
    need: 'Cần tư vấn tâm lý',
    toUnitId: cast.receiver.unit.id,
    sections: ['identity', 'contact'],
  })

  const aConsentedCase = async (): Promise<string> => {
    const caseId = await world.build.aCase(cast.sender)
    await world.build.aConsent(cast.sender, caseId, cast.receiver.unit.id)
    return caseId
  }

  it('are written and sent in one request, and travel there and back', async () => {
    const caseId = await aConsentedCase()
    const created = await sender.post(`/cases/${caseId}/referrals`, { ...whole(), send: true })
    expect(created.status).toBe(201)
    const { id, version, fhirTaskStatus } = bodyOf(created)
    expect(created.headers['etag']).toBe(`"${String(version)}"`)
    expect(fhirTaskStatus).toBe('requested')

    const onTheDesk = await receiver.get(`/referrals/${String(id)}`)
    expect(bodyOf(onTheDesk)).toMatchObject({ caseId: null, shared: null, side: 'receiver' })
    expect(onTheDesk.text).not.toContain(girlsName)

    const move = async (client: ApiClient, name: string, body: object, ifMatch: number) => {
      const answer = await client.post(`/referrals/${String(id)}/${name}`, body, { ifMatch })
      expect([name, answer.status]).toEqual([name, 200])
      return answer
    }
    await move(receiver, 'claim', {}, 4)
    await move(receiver, 'release', {}, 5)
    const accepted = await move(receiver, 'accept', {}, 6)
    expect(accepted.text).toContain(girlsName)
    expect(bodyOf(accepted)).toMatchObject({ sharedSections: ['identity', 'contact'] })
    await move(receiver, 'start', {}, 7)
    const done = await move(receiver, 'complete', { outcome: 'given_in_full', text: 'Ba buổi' }, 8)
    expect(done.text).not.toContain(girlsName)
    const closed = await move(
      sender,
      'confirm',
      { received: 'yes', safe: 'yes', helpful: 'partly' },
      9,
    )
    expect(bodyOf(closed)).toMatchObject({
      status: 'confirmed',
      fhirTaskStatus: 'completed',
      fhirBusinessStatus: 'confirmed',
      outcomeText: 'Ba buổi',
      feedback: { helpful: 'partly' },
      moves: ['enter-in-error'],
    })
  })

  it('show nothing again to who repeats a request after sight has ended', async () => {
    const { id, caseId, consentId, version } = await world.build.aSentReferral(cast)
    const accept = () =>
      receiver.post(
        `/referrals/${id}/accept`,
        {},
        { ifMatch: version, idempotencyKey: 'accept-it' },
      )
    const first = await accept()
    expect(first.text).toContain(girlsName)

    await world.find(WithdrawConsent).run(cast.sender.actor, caseId, consentId)

    const again = await accept()
    expect(again.status).toBe(200)
    expect(again.headers['etag']).toBe(first.headers['etag'])
    expect(bodyOf(again)).toMatchObject({ id, shared: null })
    expect(again.text).not.toContain(girlsName)
  })

  it('are kept as a draft, revised and sent later', async () => {
    const caseId = await aConsentedCase()
    const { service, urgency, need, toUnitId, sections } = whole()
    const created = await sender.post(`/cases/${caseId}/referrals`, { service, urgency, need })
    const id = String(bodyOf(created)['id'])
    expect(bodyOf(created)).toMatchObject({ status: 'draft', to: null })

    const revised = await sender.patch(
      `/referrals/${id}`,
      { urgency: 'emergency', toUnitId, sections },
      { ifMatch: 1 },
    )
    expect(bodyOf(revised)).toMatchObject({ urgency: 'emergency', need, version: 4 })
    expect((await sender.post(`/referrals/${id}/send`, {}, { ifMatch: 4 })).status).toBe(200)
    const late = await sender.patch(`/referrals/${id}`, { urgency: 'normal' }, { ifMatch: 5 })
    expect(late.status).toBe(409)
  })

  it('are kept whole or not at all', async () => {
    const caseId = await world.build.aCase(cast.sender)
    const refused = await sender.post(`/cases/${caseId}/referrals`, { ...whole(), send: true })
    expect(refused.status).toBe(409)
    expect(bodyOf(refused)['type']).toBe('urn:ben-an:problem:referral.consent-missing')
    const { items } = bodyOf(await sender.get('/referrals?direction=out&status=draft&limit=100'))
    expect(JSON.stringify(items)).not.toContain(caseId)
  })

  it('are created once, however often the request is repeated', async () => {
    const caseId = await aConsentedCase()
    const idempotencyKey = `once-${caseId}`
    const first = await sender.post(`/cases/${caseId}/referrals`, whole(), { idempotencyKey })
    const again = await sender.post(`/cases/${caseId}/referrals`, whole(), { idempotencyKey })
    expect(bodyOf(again)['id']).toBe(bodyOf(first)['id'])
  })

  it('ask for the version that was seen', async () => {
    const { id } = await world.build.aSentReferral(cast)
    expect((await receiver.post(`/referrals/${id}/accept`)).status).toBe(428)
    expect((await receiver.post(`/referrals/${id}/accept`, {}, { ifMatch: 1 })).status).toBe(412)
  })

  it('say which field has to be mended', async () => {
    const { id } = await world.build.aSentReferral(cast)
    const refused = await receiver.post(
      `/referrals/${id}/reject`,
      { reason: 'no-idea' },
      { ifMatch: 4 },
    )
    expect(refused.status).toBe(422)
    expect(bodyOf(refused)).toMatchObject({ errors: [{ pointer: '/reason' }] })
  })

  it('do not exist for strangers, nor without a token', async () => {
    const { id, caseId } = await world.build.aSentReferral(cast)
    const stranger = await world.test.apiOf(await world.aWorker(await world.aUnit('police')))
    expect((await stranger.get(`/referrals/${id}`)).status).toBe(404)
    expect((await stranger.post(`/referrals/${id}/accept`, {}, { ifMatch: 4 })).status).toBe(404)
    expect((await stranger.post(`/cases/${caseId}/referrals`, whole())).status).toBe(404)
    expect((await stranger.get('/referrals/not-an-id')).status).toBe(404)
    const nobody = await world.test.apiOf()
    expect((await nobody.get(`/referrals/${id}`)).status).toBe(401)
  })

  it('are listed by side, page by page', async () => {
    for (const [client, direction] of [
      [receiver, 'in'],
      [sender, 'out'],
    ] as const) {
      const first = bodyOf(await client.get(`/referrals?direction=${direction}&limit=1`))
      expect(first['items']).toHaveLength(1)
      const next = encodeURIComponent(String(first['next']))
      const second = bodyOf(
        await client.get(`/referrals?direction=${direction}&limit=1&after=${next}`),
      )
      expect(second['items']).not.toEqual(first['items'])
    }
    expect((await receiver.get('/referrals?lane=nobody')).status).toBe(422)
    expect((await receiver.get('/referrals?lane=mine')).status).toBe(200)
    expect((await receiver.get('/referrals?direction=sideways')).status).toBe(422)
    expect((await receiver.get('/referrals?after=nonsense')).status).toBe(422)
  })
})
