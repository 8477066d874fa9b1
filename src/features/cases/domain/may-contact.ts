import { defaultTimeZone, localTimeOf } from '../../../platform/clock/local-time.js'
import type { ContactChannel, SafeContact } from './case-content.js'

/* eslint-disable @typescript-eslint/consistent-type-definitions --
   what is sealed is JSON, and only a type fits its index signature */

export const contactDays = [
  'every-day',
  'weekdays',
  'weekend',
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const

export type ContactDays = (typeof contactDays)[number]

/** Hours at which the person called it safe to be reached; `HH:MM` on the clock of where they live. */
export type ContactWindow = {
  readonly days: ContactDays
  readonly from: string
  /** Before `from`: on the next morning. */
  readonly until: string
}

/** As many as somebody can keep in mind. */
export const mostContactWindows = 2

const weekdaysOf: Readonly<Record<ContactDays, readonly number[]>> = {
  'every-day': [1, 2, 3, 4, 5, 6, 7],
  weekdays: [1, 2, 3, 4, 5],
  weekend: [6, 7],
  monday: [1],
  tuesday: [2],
  wednesday: [3],
  thursday: [4],
  friday: [5],
  saturday: [6],
  sunday: [7],
}

const minuteMs = 60_000
const weekMinutes = 7 * 24 * 60

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

const isWithin = ({ days, from, until }: ContactWindow, at: Date, timeZone: string): boolean => {
  const { weekday, minutes } = localTimeOf(at, timeZone)
  const isOn = (day: number): boolean => weekdaysOf[days].includes(day)
  const [start, end] = [minutesOf(from), minutesOf(until)]
  if (start < end) return isOn(weekday) && minutes >= start && minutes < end
  // Past midnight it still belongs to the evening it began on.
  const yesterday = weekday === 1 ? 7 : weekday - 1
  return (isOn(weekday) && minutes >= start) || (isOn(yesterday) && minutes < end)
}

/**
 * Whether somebody may get in touch with the person now.
 * `never`: only the person does. `unknown`: nobody has asked what is safe. `not-now`: outside the
 * hours they named. `read-first`: they named times in words that only a person understands. `now`.
 */
export type ContactVerdict = 'never' | 'unknown' | 'not-now' | 'read-first' | 'now'

/** What somebody who is about to get in touch must know. */
export interface ContactAnswer {
  readonly verdict: ContactVerdict
  /** The only ways, once it may be. */
  readonly channels: readonly ContactChannel[]
  /** Where it is not now: when it is next. */
  readonly opensAt: Date | null
}

/** Nothing is safe unless the person said so. */
export const contactNow = (
  contact: SafeContact | null,
  at: Date,
  timeZone: string = defaultTimeZone,
): ContactAnswer => {
  if (contact === null) return { verdict: 'unknown', channels: [], opensAt: null }
  if (contact.doNotContact) return { verdict: 'never', channels: [], opensAt: null }
  const { channels, hours = [] } = contact
  if (channels.length === 0) return { verdict: 'unknown', channels, opensAt: null }
  if (hours.length === 0)
    return { verdict: contact.when === null ? 'now' : 'read-first', channels, opensAt: null }
  if (hours.some((window) => isWithin(window, at, timeZone)))
    return { verdict: 'now', channels, opensAt: null }
  return { verdict: 'not-now', channels, opensAt: nextOpening(hours, at, timeZone) }
}

/** Whether this way of getting in touch may be used now, as far as a rule can say. */
export const mayContact = (
  contact: SafeContact | null,
  channel: ContactChannel,
  at: Date,
  timeZone: string = defaultTimeZone,
): boolean => {
  const { verdict, channels } = contactNow(contact, at, timeZone)
  return (verdict === 'now' || verdict === 'read-first') && channels.includes(channel)
}

// Looks from minute to minute: a week has few, and clocks that are changed need no rule of their own.
const nextOpening = (hours: readonly ContactWindow[], at: Date, timeZone: string): Date | null => {
  const first = Math.ceil(at.getTime() / minuteMs) * minuteMs
  for (let minute = 0; minute <= weekMinutes; minute++) {
    const moment = new Date(first + minute * minuteMs)
    if (hours.some((window) => isWithin(window, moment, timeZone))) return moment
  }
  return null
}
