import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { TestWorker } from '../../../test/support/world.js'
import { Transactions } from '../../platform/database/transactions.js'
import { Outbox } from '../../platform/outbox/index.js'
import { RecordSection } from '../cases/index.js'
import { ListNotifications } from '../notifications/use-cases/list-notifications.js'
import { MarkNotificationRead } from '../notifications/use-cases/mark-notification-read.js'
import { useReferrals, type Cast, type ReferralWorld } from '../referrals/testing/use-referrals.js'

const referrals = useReferrals()
let world: ReferralWorld
let parties: Cast
let caseId: string

beforeAll(async () => {
  world = referrals()
  parties = await world.parties()
})
beforeEach(async () => {
  caseId = await world.build.aCase(parties.sender)
})

const write = (section: 'legal' | 'psychosocial', version: number, notes = 'Đã gặp luật sư.') =>
  world.find(RecordSection).notes(parties.sender.actor, caseId, section, version, notes)

const told = async ({ actor }: TestWorker) =>
  (await world.find(ListNotifications).run(actor, { limit: 100 })).items.filter(
    (one) => one.kind === 'case.section-changed' && one.caseId === caseId,
  )

const api = (worker: TestWorker) => world.test.apiOf(worker)

interface Entry {
  readonly who: string | null
  readonly action: string
  readonly isChange: boolean
  readonly sections: readonly string[]
  readonly outcome: string
  readonly reasons: readonly string[]
}

const logOf = async (worker: TestWorker, query = '') => {
  const { status, body } = await (await api(worker)).get(`/cases/${caseId}/access${query}`)
  const { items = [], next = null } = body as { items?: Entry[]; next?: string | null }
  return { status, items, next }
}

/** Everybody who may not, each for a reason of their own. */
const strangers = async (): Promise<Record<string, TestWorker>> => {
  const blocked = await world.aWorker(parties.sender.unit, ['supervisor'])
  await world.owner.query(
    `INSERT INTO case_block (worker_id, case_id, reason) VALUES ($1, $2, 'relative')`,
    [blocked.id, caseId],
  )
  return { colleague: parties.sendersColleague, 'other unit': parties.receiver, blocked }
}

describe('who has been in a case', () => {
  it('is told to who manages it: colleagues by name, with what and on what ground', async () => {
    await write('legal', 0)
    const supervisor = await api(parties.sendersSupervisor)
    await supervisor.get(`/cases/${caseId}/sections/legal`)

    const { items } = await logOf(parties.sender)
    expect(items.find(({ action }) => action === 'section.change')).toMatchObject({
      who: parties.sender.displayName,
      sections: ['legal'],
      isChange: true,
      reasons: ['lead'],
    })
    expect(items.find(({ action }) => action === 'section.read')).toMatchObject({
      who: parties.sendersSupervisor.displayName,
      isChange: false,
      reasons: ['supervision'],
    })
  })

  it('names people of other units by their unit only', async () => {
    const sent = await world.build.anAcceptedReferral(parties)
    caseId = sent.caseId
    await world.owner.query('UPDATE worker SET display_name = $2 WHERE id = $1', [
      parties.receiver.id,
      'Trịnh Nơi Khác',
    ])
    const { items } = await logOf(parties.sender)
    const elsewhere = items.filter(({ who }) => who === parties.receiver.unit.name)
    expect(elsewhere.length).toBeGreaterThan(0)
    expect(JSON.stringify(items)).not.toContain('Trịnh Nơi Khác')
  })

  it('shows changes alone, one section alone, and page after page without a gap', async () => {
    await write('legal', 0)
    await write('psychosocial', 0)
    const changes = await logOf(parties.sender, '?kind=changes')
    expect(changes.items.every(({ isChange }) => isChange)).toBe(true)
    expect(changes.items.map(({ action }) => action)).toContain('case.open')
    const legal = await logOf(parties.sender, '?kind=changes&section=legal')
    expect(legal.items.map(({ sections }) => sections)).toContainEqual(['legal'])
    expect(legal.items.map(({ sections }) => sections)).not.toContainEqual(['psychosocial'])

    const found: Entry[] = []
    let next: string | null = ''
    while (next !== null) {
      const page = await logOf(
        parties.sender,
        `?kind=changes&limit=1${next === '' ? '' : `&after=${encodeURIComponent(next)}`}`,
      )
      found.push(...page.items)
      next = page.next
    }
    expect(found).toEqual(changes.items)
    expect((await logOf(parties.sender, '?after=mine')).status).toBe(422)
  })

  it('is itself recorded, and stands on a page with its links', async () => {
    await write('legal', 0)
    const browser = await world.test.browserOf(parties.sender)
    const page = await browser.get(`/cases/${caseId}/access?kind=changes`)
    expect(page.status).toBe(200)
    expect(page.html).toContain(`href="/cases/${caseId}/sections/legal/history"`)
    expect((await logOf(parties.sender)).items.map(({ action }) => action)).toContain('case.trail')
  })

  it('is nothing to anybody else', async () => {
    for (const [who, worker] of Object.entries(await strangers())) {
      const browser = await world.test.browserOf(worker)
      const seen = [
        (await logOf(worker)).status,
        (await browser.get(`/cases/${caseId}/access`)).status,
        (await (await api(worker)).put(`/cases/${caseId}/watches`, { sections: ['legal'] })).status,
      ]
      expect({ who, seen }).toEqual({ who, seen: [404, 404, 404] })
    }
  })
})

describe('who watches a section', () => {
  const watch = async (worker: TestWorker, ...sections: string[]) =>
    (await (await api(worker)).put(`/cases/${caseId}/watches`, { sections })).status

  it('is told that somebody else changed it: once, until it is read', async () => {
    expect(await watch(parties.sendersSupervisor, 'legal')).toBe(204)
    await write('legal', 0)
    await write('legal', 1)
    await world.deliverAll()
    const [first, ...more] = await told(parties.sendersSupervisor)
    expect(more).toEqual([])

    await world.find(MarkNotificationRead).run(parties.sendersSupervisor.actor, first?.id ?? '')
    await write('legal', 2)
    await world.deliverAll()
    expect(await told(parties.sendersSupervisor)).toHaveLength(2)
    expect(await told(parties.sender)).toEqual([])
  })

  it('hears nothing of what she does not watch, or no longer', async () => {
    await watch(parties.sendersSupervisor, 'legal', 'family')
    await watch(parties.sendersSupervisor, 'family')
    await write('legal', 0)
    await world.deliverAll()
    expect(await told(parties.sendersSupervisor)).toEqual([])
  })

  it('watches only what she may see', async () => {
    expect(await watch(parties.sendersSupervisor, 'psychosocial')).toBe(404)
  })

  it('is the lead by default, of every section, and can say otherwise', async () => {
    const page = async () => {
      const browser = await world.test.browserOf(parties.sender)
      const shown = await browser.get(`/cases/${caseId}/access`)
      return { browser, shown, fields: shown.formTo(`/cases/${caseId}/access/watch`) }
    }
    const before = await page()
    expect(before.fields['sections']).toHaveLength(10)
    await before.browser.submit(before.shown, `/cases/${caseId}/access/watch`, {
      sections: ['legal', 'safety'],
    })
    expect((await page()).fields['sections']).toEqual(['safety', 'legal'])
  })

  it('leads the case, and hears of what another changed', async () => {
    await world.find(Transactions).run(parties.sendersSupervisor.actor, () =>
      world.find(Outbox).add({
        type: 'case.section-changed',
        subjectId: caseId,
        caseId,
        data: { section: 'legal', form: 'notes', actorId: parties.sendersSupervisor.id },
      }),
    )
    await world.deliverAll()
    expect(await told(parties.sender)).toMatchObject([{ subject: { type: 'watched-section' } }])
    expect(await told(parties.sendersSupervisor)).toEqual([])
  })
})
