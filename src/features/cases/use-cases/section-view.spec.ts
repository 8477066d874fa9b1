import { describe, expect, it } from '@jest/globals'
import type { CaseContent } from '../data/case-content.reader.js'
import { noSafeContact } from '../domain/case-content.js'
import { sectionForms } from './section-forms.js'
import { sectionView } from './section-view.js'

const nothing: CaseContent = { victim: null, related: [], incidents: [], parts: [], records: [] }
const today = '2026-11-20'

const valuesOf = (view: ReturnType<typeof sectionView>) =>
  Object.fromEntries(
    view.rows.map(({ label, value }) => [typeof label === 'string' ? label : label.en, value]),
  )

describe('what is recorded in a section', () => {
  it('is nothing while nothing is written', () => {
    expect(sectionView('legal', nothing, today, sectionForms)).toEqual({
      section: 'legal',
      rows: [],
      version: 0,
    })
  })

  it('counts the years of a stated age onwards', () => {
    const victim = {
      id: 'p',
      sex: 'female',
      version: 3,
      updatedAt: new Date('2026-11-20T03:00:00Z'),
      name: null,
      birthDate: null,
      statedAge: { years: 15, on: '2025-11-20' },
      address: null,
    } as const
    const view = sectionView('identity', { ...nothing, victim }, today, sectionForms)

    expect(valuesOf(view)).toEqual({ 'cases.field.name': 'unknown', 'cases.field.age': '16' })
    expect(view.version).toBe(3)
  })

  it('says first that nobody is to get in touch', () => {
    const contact = { ...noSafeContact, doNotContact: true, phone: '0905 000 111' }
    const view = sectionView(
      'contact',
      { ...nothing, parts: [{ section: 'contact', content: contact, version: 2 }] },
      today,
      sectionForms,
    )

    expect(view.rows[0]).toMatchObject({ said: ['cases.channel.none'] })
    expect(view.version).toBe(2)
  })

  it('shows a related person in their own section only', () => {
    const mother = {
      id: 'm',
      role: 'guardian',
      section: 'family',
      sex: 'female',
      version: 1,
      updatedAt: new Date('2026-11-20T03:00:00Z'),
      name: 'Trần Thị Hoa',
      relationship: 'mẹ',
      phone: null,
      accounts: null,
    } as const
    const content = { ...nothing, related: [mother] }

    expect(valuesOf(sectionView('family', content, today, sectionForms))).toEqual({
      'cases.field.guardian': 'Trần Thị Hoa, mẹ',
    })
    expect(sectionView('incident', content, today, sectionForms).rows).toEqual([])
  })

  it('tells what it says of others from what it says of the person', () => {
    const family = {
      caregiver: 'known',
      informed: false,
      suspected: true,
      notes: 'Ở với bà ngoại',
      more: { whyNotInformed: 'Sợ bị đánh', householdSize: 4, otherChildren: 'Em gái, 6 tuổi' },
    } as const
    const content = {
      ...nothing,
      parts: [{ section: 'family', content: family, version: 1 }] as const,
    }
    const { rows } = sectionView('family', content, today, sectionForms)
    const ofThePerson = rows.filter(({ isAboutAnother }) => isAboutAnother !== true)

    expect(ofThePerson.map(({ value }) => value)).toEqual(['Ở với bà ngoại', '4'])
  })
})
