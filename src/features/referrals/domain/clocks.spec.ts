import { describe, expect, it } from '@jest/globals'
import { clockRules, dueAt, escalationAt, escalationsOf } from './clocks.js'
import { fhirPriorityOf } from './urgency.js'

const hanoi = (text: string): Date => new Date(`${text}:00+07:00`)
const friday = hanoi('2026-03-06T15:00')

describe('clocks of a referral', () => {
  it('of an emergency run through the night and the weekend', () => {
    expect(dueAt(clockRules.emergency.acknowledge, { startedAt: friday })).toEqual(
      hanoi('2026-03-06T16:00'),
    )
    expect(dueAt(clockRules.emergency.answer, { startedAt: friday })).toEqual(
      hanoi('2026-03-06T17:00'),
    )
    expect(dueAt(clockRules.emergency['first-service'], { startedAt: friday })).toEqual(
      hanoi('2026-03-07T15:00'),
    )
  })

  it('of an urgent one ask for an answer within a day and service within three', () => {
    expect(dueAt(clockRules.urgent.answer, { startedAt: friday })).toEqual(
      hanoi('2026-03-07T15:00'),
    )
    expect(dueAt(clockRules.urgent['first-service'], { startedAt: friday })).toEqual(
      hanoi('2026-03-09T15:00'),
    )
  })

  it('of a normal one count working days for the answer and two weeks for service', () => {
    expect(dueAt(clockRules.normal.acknowledge, { startedAt: friday })).toEqual(
      hanoi('2026-03-09T15:00'),
    )
    expect(dueAt(clockRules.normal.answer, { startedAt: friday })).toEqual(
      hanoi('2026-03-11T15:00'),
    )
    expect(dueAt(clockRules.normal['first-service'], { startedAt: friday })).toEqual(
      hanoi('2026-03-20T15:00'),
    )
  })

  it('stand still on hold and go on afterwards', () => {
    const rule = clockRules.urgent['first-service']
    const held = { from: hanoi('2026-03-07T15:00'), to: null }
    expect(dueAt(rule, { startedAt: friday, pauses: [held] })).toBeNull()
    const over = { ...held, to: hanoi('2026-03-08T15:00') }
    expect(dueAt(rule, { startedAt: friday, pauses: [over] })).toEqual(hanoi('2026-03-10T15:00'))
  })

  it('are not moved by a pause after they ran out', () => {
    const late = { from: hanoi('2026-03-20T00:00'), to: null }
    expect(dueAt(clockRules.urgent.answer, { startedAt: friday, pauses: [late] })).toEqual(
      hanoi('2026-03-07T15:00'),
    )
  })

  it('remind at half, tell the supervisor when due and the coordination body at one and a half', () => {
    const run = { startedAt: friday }
    const rule = clockRules.emergency.answer
    expect(escalationsOf(rule, run)).toEqual([
      { level: 'remind', at: hanoi('2026-03-06T16:00') },
      { level: 'supervisor', at: hanoi('2026-03-06T17:00') },
      { level: 'coordination', at: hanoi('2026-03-06T18:00') },
    ])
    expect(escalationAt(rule, run, hanoi('2026-03-06T15:59'))).toBeNull()
    expect(escalationAt(rule, run, hanoi('2026-03-06T17:30'))).toBe('supervisor')
  })

  it('have their names in FHIR', () => {
    expect([fhirPriorityOf('emergency'), fhirPriorityOf('normal')]).toEqual(['stat', 'routine'])
  })
})
