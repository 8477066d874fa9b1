import { expect } from '@jest/globals'
import { servicesOf } from '../../../src/features/directory/index.js'
import type { TestUnit, TestWorker, World } from '../../support/world.js'
import type { Answer, StubbornClient } from './stubborn-client.js'

const draftsOfACase = 10

export interface Draft {
  readonly id: string
  readonly etag: string
}

/** Everybody the story needs; three people answer at the desk. */
export const parties = async (given: World): Promise<{ sender: TestWorker; desk: TestUnit }> => {
  const sender = await given.aWorker(await given.aUnit('child-protection'))
  const desk = await given.aUnit('womens-services', { services: servicesOf('womens-services') })
  for (const role of ['caseworker', 'caseworker', 'supervisor'] as const)
    await given.aWorker(desk, [role])
  return { sender, desk }
}

/** Takes from the list with so many hands at a time. */
export const withAllHands = async <Item>(
  hands: number,
  items: readonly Item[],
  work: (item: Item) => Promise<void>,
): Promise<void> => {
  const left = [...items]
  const hand = async (): Promise<void> => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item)
  }
  await Promise.all(Array.from({ length: hands }, hand))
}

/** @throws what the test reads when the answer has another status */
export const demand = (answer: Answer, status: number): Answer => {
  expect({ status: answer.status, body: answer.body }).toMatchObject({ status })
  return answer
}

/** Whole drafts, each ready to be sent, written through the API. */
export const writeDrafts = async (
  api: StubbornClient,
  desk: TestUnit,
  wanted: number,
  hands: number,
): Promise<Draft[]> => {
  const drafts: Draft[] = []
  await withAllHands(hands, [...Array(Math.ceil(wanted / draftsOfACase)).keys()], async () => {
    const opened = await api.post('/cases', {
      person: { name: 'Trần Thị Mai', statedAge: 16, sex: 'female', provinceCode: '48' },
      safeContact: { channels: ['message'], phone: '0905 000 111' },
      incident: { type: 'csea.sextortion_sexual', ongoing: true },
      caregiver: { state: 'known' },
      risk: { assessed: 'high', immediateDanger: false },
    })
    const caseId = String(demand(opened, 201).body['id'])
    const consent = await api.post(`/cases/${caseId}/consents`, {
      recipientUnitId: desk.id,
      sections: ['identity', 'contact'],
      purposes: ['services', 'sharing'],
      selfAnswer: 'agrees',
      representativeAnswer: 'agrees',
      mode: 'verbal',
      explained: true,
      representative: { name: 'Trần Thị Hoa', relation: 'mother' },
      until: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
    })
    demand(consent, 201)
    for (let turn = 0; turn < draftsOfACase; turn += 1) {
      const { body, etag } = demand(
        await api.post(`/cases/${caseId}/referrals`, {
          service: 'PSS_BASIC',
          urgency: 'urgent',
          need: 'Cần tư vấn tâm lý',
          toUnitId: desk.id,
          sections: ['identity', 'contact'],
        }),
        201,
      )
      drafts.push({ id: String(body['id']), etag })
    }
  })
  return drafts.slice(0, wanted)
}
