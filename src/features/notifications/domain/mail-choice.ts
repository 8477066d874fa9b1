import { addDays, localTimeOf, startOfDay } from '../../../platform/clock/local-time.js'
import type { Weight } from './concern.js'

/** Minutes since midnight on the clock of the worker's unit, 0–1439. */
export type MinuteOfDay = number

/** From, until; where from is the later one the night lies between them. */
export interface QuietHours {
  readonly from: MinuteOfDay
  readonly until: MinuteOfDay
}

/** What somebody wants to hear of by mail. Inside the service everything is told, always. */
export interface MailChoice {
  readonly mailed: readonly Weight[]
  readonly quiet: QuietHours | null
  /** A daily mail that says how much waits; null for none. */
  readonly digestAt: MinuteOfDay | null
  /** 0 for who has made no choice. */
  readonly version: number
}

/** For who has made no choice: what asks for something, not at night, and a word in the morning. */
export const usualChoice: MailChoice = {
  mailed: ['emergency', 'to-do'],
  quiet: { from: 21 * 60, until: 6 * 60 + 30 },
  digestAt: 7 * 60 + 30,
  version: 0,
}

const minuteMs = 60_000

/** After a mail that there is news the next one waits as long; what comes meanwhile is one mail. */
export const collapseMs = (weight: Weight): number =>
  weight === 'emergency' ? 2 * minuteMs : 15 * minuteMs

export const isQuiet = (quiet: QuietHours | null, at: Date, timeZone: string): boolean => {
  if (quiet === null || quiet.from === quiet.until) return false
  const { minutes } = localTimeOf(at, timeZone)
  return quiet.from < quiet.until
    ? minutes >= quiet.from && minutes < quiet.until
    : minutes >= quiet.from || minutes < quiet.until
}

/** The first instant after `at` at which the clock shows this minute. */
export const nextTime = (minute: MinuteOfDay, at: Date, timeZone: string): Date => {
  const { date } = localTimeOf(at, timeZone)
  const candidates = [date, addDays(date, 1), addDays(date, 2)].map((day) =>
    onDay(day, minute, timeZone),
  )
  return candidates.find((one) => one > at) ?? at
}

// On a day on which the clock is changed midnight plus minutes is off by the change.
const onDay = (date: string, minute: MinuteOfDay, timeZone: string): Date => {
  const guess = new Date(startOfDay(date, timeZone).getTime() + minute * minuteMs)
  const shown = localTimeOf(guess, timeZone)
  return shown.date === date
    ? new Date(guess.getTime() + (minute - shown.minutes) * minuteMs)
    : guess
}

/** When quiet hours that last at `at` are over. */
export const quietEnds = (quiet: QuietHours, at: Date, timeZone: string): Date =>
  nextTime(quiet.until, at, timeZone)

/** What decides when a mail that there is news may leave. */
export interface MailMoment {
  readonly now: Date
  readonly quiet: QuietHours | null
  readonly timeZone: string
  readonly lastNewsAt: Date | null
}

/**
 * When a mail about news of this weight is due: soon, not too soon after the last one, and not in
 * quiet hours unless it is an emergency.
 * @param spreadMs a random delay, so that the time of a mail tells nothing
 */
export const mailDueAt = (weight: Weight, moment: MailMoment, spreadMs: number): Date => {
  const { now, quiet, timeZone, lastNewsAt } = moment
  const rested = (lastNewsAt?.getTime() ?? -Infinity) + collapseMs(weight)
  const due = new Date(Math.max(now.getTime(), rested) + spreadMs)
  if (weight === 'emergency' || quiet === null || !isQuiet(quiet, due, timeZone)) return due
  return new Date(quietEnds(quiet, due, timeZone).getTime() + spreadMs)
}

/** `HH:MM`, as people and other systems write it. */
export const timeText = (minute: MinuteOfDay): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Null for what is no time of day. */
export const minuteOf = (text: string): MinuteOfDay | null => {
  const [, hours = '', minutes = ''] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? []
  return hours === '' ? null : Number(hours) * 60 + Number(minutes)
}
