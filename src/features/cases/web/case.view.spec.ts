import { describe, expect, it } from '@jest/globals'
import type { CaseOverview } from '../use-cases/read-case.js'
import { caseView, personHeading } from './case.view.js'

const openedAt = new Date('2026-11-20T01:00:00Z')
const later = new Date('2026-11-23T01:00:00Z')

const anOverview = (changes: Partial<CaseOverview> = {}): CaseOverview => ({
  row: {
    id: '0190b6a2-0000-7000-8000-000000000001',
    number: 'BA-2026-000001',
    unitId: '0190b6a2-0000-7000-8000-000000000002',
    unitName: 'Nhóm Bảo vệ trẻ em',
    leadWorkerId: '0190b6a2-0000-7000-8000-000000000003',
    leadName: 'Lê Thị Hạnh',
    status: 'open',
    step: 'new',
    riskLevel: 'high',
    immediateDanger: false,
    sealed: false,
    ageBand: '16-17',
    sex: 'female',
    language: 'vi',
    provinceCode: '48',
    commune: 'Phường Hải Châu',
    openedAt,
    updatedAt: openedAt,
    version: 1,
  },
  initials: 'N.T.M.',
  ageInYears: 16,
  safeContact: null,
  incidents: [],
  sectorsToOffer: ['child-protection', 'womens-services'],
  mayChange: true,
  panels: { referrals: [], consents: [], tasks: [], events: [] },
  ...changes,
})

describe('how a person is addressed', () => {
  it.each([
    [16, 'female', 'cases.person.child'],
    [18, 'female', 'cases.person.female'],
    [40, 'male', 'cases.person.male'],
    [71, 'female', 'cases.person.elder-female'],
    [71, 'unknown', 'cases.person.other'],
    [null, 'male', 'cases.person.male'],
  ] as const)('at %p, %p: %p', (ageInYears, sex, sentence) => {
    const overview = anOverview()
    expect(personHeading({ ...overview, ageInYears, row: { ...overview.row, sex } }).sentence).toBe(
      sentence,
    )
  })

  it('without a name has words of its own', () => {
    expect(personHeading(anOverview({ initials: '' })).sentence).toBe('cases.person.unnamed')
    expect(personHeading(anOverview({ initials: null })).sentence).toBe('cases.person.unnamed')
  })
})

describe('the first page of a case', () => {
  it('reminds its lead to ask for consent, by the clock of its risk', () => {
    const [task] = caseView(anOverview(), later).tasks

    expect(task).toMatchObject({
      title: 'cases.task.record-consent',
      due: new Date('2026-11-21T01:00:00Z'),
      isOverdue: true,
    })
  })

  it('asks nothing of who may only read', () => {
    expect(caseView(anOverview({ mayChange: false }), later).tasks).toEqual([])
  })

  it('asks no more once somebody has agreed', () => {
    const consent = {
      id: 'c',
      href: '/',
      unitName: 'Hoa Cau',
      sections: [],
      validUntil: later,
      isLive: true,
    }
    const view = caseView(
      anOverview({ panels: { referrals: [], consents: [consent], tasks: [], events: [] } }),
      later,
    )
    expect(view.tasks).toEqual([])
    expect(view.consent).toBe(consent)
  })

  it('tells what happened, the latest first, down to the opening', () => {
    const event = { title: 'cases.event.opened', at: later, by: null } as const
    const { events } = caseView(
      anOverview({ panels: { referrals: [], consents: [], tasks: [], events: [event] } }),
      later,
    )
    expect(events.map(({ at }) => at)).toEqual([later, openedAt])
  })

  it('says where the person is in today’s words', () => {
    expect(caseView(anOverview(), later).place).toBe('Phường Hải Châu, Đà Nẵng')
  })
})
