import { describe, expect, it } from '@jest/globals'
import type { CaseContent } from '../data/case-content.reader.js'
import { noSafeContact } from '../domain/case-content.js'
import { sectionView } from './section-view.js'

const nothing: CaseContent = { victim: null, related: [], incidents: [], parts: [] }
const today = '2026-11-20'

const valuesOf = (view: ReturnType<typeof sectionView>) =>
  Object.fromEntries(view.rows.map(({ label, value }) => [label, value]))

describe('what is recorded in a section', () => {
  it('is nothing while nothing is written', () => {
    expect(sectionView('legal', nothing, today)).toEqual({ section: 'legal', rows: [], version: 0 })
  })

  it('counts the years of a stated age onwards', () => {
    const victim = {
      id: 'p',
      version: 3,
      name: null,
      birthDate: null,
      statedAge: { years: 15, on: '2025-11-20' },
      address: null,
    }
    const view = sectionView('identity', { ...nothing, victim }, today)

    expect(valuesOf(view)).toEqual({ 'cases.field.name': 'unknown', 'cases.field.age': '16' })
    expect(view.version).toBe(3)
  })

  it('says first that nobody is to get in touch', () => {
    const contact = { ...noSafeContact, doNotContact: true, phone: '0905 000 111' }
    const view = sectionView(
      'contact',
      { ...nothing, parts: [{ section: 'contact', content: contact, version: 2 }] },
      today,
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
      name: 'Trần Thị Hoa',
      relationship: 'mẹ',
      phone: null,
      accounts: null,
    } as const
    const content = { ...nothing, related: [mother] }

    expect(valuesOf(sectionView('family', content, today))).toEqual({
      'cases.field.guardian': 'Trần Thị Hoa, mẹ',
    })
    expect(sectionView('incident', content, today).rows).toEqual([])
  })
})
