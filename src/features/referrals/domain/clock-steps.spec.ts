import { describe, expect, it } from '@jest/globals'
import { clockStepsOf, dueStepsOf, firstStepOf, stepKey } from './clock-steps.js'
import { expiresAt } from './referral-moves.js'
import { draftReferral, type Referral } from './referral.js'
import type { Urgency } from './urgency.js'

const hanoi = (text: string): Date => new Date(`${text}:00+07:00`)
const nothing: ReadonlySet<string> = new Set()

const sent = (urgency: Urgency, at: Date, changes: Partial<Referral> = {}): Referral => ({
  ...draftReferral(urgency),
  status: 'requested',
  sentAt: at,
  ...changes,
})
const at = (referral: Referral, key: string, zone?: string): Date | undefined =>
  clockStepsOf(referral, zone).find((step) => stepKey(step) === key)?.at

describe('the steps of the clocks', () => {
  it('come in order of time, and stand for each clock at half, whole and one and a half', () => {
    const noon = hanoi('2026-03-06T12:00')

    expect(clockStepsOf(sent('emergency', noon)).map(stepKey)).toEqual([
      'acknowledge:remind',
      'answer:remind',
      'acknowledge:supervisor',
      'acknowledge:coordination',
      'answer:supervisor',
      'answer:coordination',
      'first-service:remind',
      'first-service:supervisor',
      'first-service:coordination',
    ])
  })

  it('wait over Tết, with an emergency the exception', () => {
    // Tết 2027 takes 5 to 11 February, days in lieu included; 12 is a Friday.
    const thursday = hanoi('2027-02-04T09:00')
    const normal = sent('normal', thursday)
    expect(at(normal, 'answer:remind')).toEqual(hanoi('2027-02-12T21:00'))
    expect(at(normal, 'answer:supervisor')).toEqual(hanoi('2027-02-16T09:00'))
    expect(at(normal, 'answer:coordination')).toEqual(hanoi('2027-02-17T21:00'))
    expect(expiresAt(normal)).toEqual(hanoi('2027-02-19T09:00'))

    const emergency = sent('emergency', thursday)
    expect(at(emergency, 'answer:supervisor')).toEqual(hanoi('2027-02-04T11:00'))
    expect(expiresAt(emergency)).toEqual(hanoi('2027-02-04T13:00'))
  })

  it('wait over the Tết before it, too', () => {
    const friday = sent('normal', hanoi('2026-02-13T09:00'))

    expect(at(friday, 'answer:supervisor')).toEqual(hanoi('2026-02-25T09:00'))
    expect(at(sent('urgent', hanoi('2026-02-13T09:00')), 'acknowledge:supervisor')).toEqual(
      hanoi('2026-02-23T09:00'),
    )
  })

  it('count the working days of the place, also where clocks change', () => {
    // Paris puts its clocks forward in the night to Sunday 29 March 2026: Monday is still one working
    // day after Friday, at the same hour, which is 71 hours later and not 72.
    const friday = new Date('2026-03-27T15:00:00+01:00')
    const inParis = at(sent('normal', friday), 'acknowledge:supervisor', 'Europe/Paris')
    expect(inParis).toEqual(new Date('2026-03-30T15:00:00+02:00'))
    expect(inParis?.getTime()).toBe(friday.getTime() + 71 * 3_600_000)

    // The same instant is Friday evening in Hà Nội.
    expect(at(sent('normal', friday), 'acknowledge:supervisor')).toEqual(hanoi('2026-03-30T21:00'))

    // And back in the night to Sunday 25 October.
    expect(
      at(
        sent('normal', new Date('2026-10-23T15:00:00+02:00')),
        'acknowledge:supervisor',
        'Europe/Paris',
      ),
    ).toEqual(new Date('2026-10-26T15:00:00+01:00'))
  })

  it('begin with the day of the place: Friday night in Paris is Saturday in Hà Nội', () => {
    const fridayNight = new Date('2026-03-06T20:00:00+01:00')

    expect(at(sent('normal', fridayNight), 'acknowledge:supervisor', 'Europe/Paris')).toEqual(
      new Date('2026-03-09T20:00:00+01:00'),
    )
    expect(at(sent('normal', fridayNight), 'acknowledge:supervisor')).toEqual(
      hanoi('2026-03-10T00:00'),
    )
  })

  it('end for a clock that somebody has stopped', () => {
    const noon = hanoi('2026-03-06T12:00')
    const accepted = sent('emergency', noon, {
      status: 'accepted',
      acknowledgedAt: hanoi('2026-03-06T12:10'),
      answeredAt: hanoi('2026-03-06T12:20'),
    })

    expect(clockStepsOf(accepted).map(stepKey)).toEqual([
      'first-service:remind',
      'first-service:supervisor',
      'first-service:coordination',
    ])
    expect(clockStepsOf({ ...accepted, startedAt: noon })).toEqual([])
    expect(clockStepsOf({ ...accepted, status: 'cancelled' })).toEqual([])
  })

  it('are made once, late ones together, and the timer goes to the next', () => {
    const noon = hanoi('2026-03-06T12:00')
    const referral = sent('emergency', noon)
    expect(firstStepOf(referral, noon)).toEqual(hanoi('2026-03-06T12:30'))

    const late = dueStepsOf(referral, new Set(['acknowledge:remind']), hanoi('2026-03-06T13:05'))
    expect(late.steps.map(stepKey)).toEqual(['answer:remind', 'acknowledge:supervisor'])
    expect(late).toMatchObject({ expires: false, next: hanoi('2026-03-06T13:30') })
  })

  it('come to an end with the referral: those above are told, nobody is reminded', () => {
    const referral = sent('emergency', hanoi('2026-03-06T12:00'))
    const due = dueStepsOf(referral, nothing, hanoi('2026-03-06T16:00'))

    expect(due).toMatchObject({ expires: true, next: null })
    expect(due.steps.map(({ level }) => level)).not.toContain('remind')
    expect(due.steps.map(stepKey)).toContain('answer:coordination')
  })

  it('never let a referral expire that somebody has answered', () => {
    const accepted = sent('emergency', hanoi('2026-03-06T12:00'), {
      status: 'accepted',
      acknowledgedAt: hanoi('2026-03-06T12:10'),
      answeredAt: hanoi('2026-03-06T12:20'),
    })

    expect(dueStepsOf(accepted, nothing, hanoi('2026-03-20T12:00')).expires).toBe(false)
  })

  describe('on hold', () => {
    const noon = hanoi('2026-03-06T12:00')
    const held = sent('emergency', noon, {
      status: 'on_hold',
      acknowledgedAt: noon,
      answeredAt: noon,
      pauses: [{ from: hanoi('2026-03-06T18:00'), to: null }],
    })

    it('stand still: nothing is due and nothing is to come', () => {
      const due = dueStepsOf(held, nothing, hanoi('2026-04-30T12:00'))
      expect(due).toEqual({ steps: [], expires: false, next: null })
    })

    it('go on afterwards from where they stood', () => {
      // Six hours had run; half of the day of first service is six hours further on.
      const resumed: Referral = {
        ...held,
        status: 'accepted',
        pauses: [{ from: hanoi('2026-03-06T18:00'), to: hanoi('2026-03-08T08:00') }],
      }
      expect(firstStepOf(resumed, hanoi('2026-03-08T08:00'))).toEqual(hanoi('2026-03-08T14:00'))
      expect(at(resumed, 'first-service:supervisor')).toEqual(hanoi('2026-03-09T02:00'))
    })
  })
})
