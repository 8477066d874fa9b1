import { IsIn, IsNotEmpty, IsOptional, Matches, MaxLength } from 'class-validator'
import { sections, type Section } from '../../../platform/access/sections.js'
import { localTimeOf, startOfDay, zonedTime } from '../../../platform/clock/local-time.js'
import { readForm, type Typed } from '../../../platform/web/form.js'
import { dateTyped, type FieldErrors } from '../../cases/index.js'
import { longestNote, noteErrors, type NoteError } from '../domain/note.js'
import type { NoteToWrite } from '../use-cases/write-note.js'

class NoteForm {
  @IsIn(sections, { message: 'notes.section.missing' })
  section: Section

  @IsOptional()
  @Matches(/^([01]?\d|2[0-3])[:h.][0-5]\d$/, { message: 'notes.time.unreadable' })
  time?: string

  @IsNotEmpty({ message: 'notes.text.missing' })
  @MaxLength(longestNote, { message: 'notes.text.too-long' })
  text = ''
}

export class CorrectForm {
  @IsNotEmpty({ message: 'notes.text.missing' })
  @MaxLength(longestNote, { message: 'notes.text.too-long' })
  text = ''
}

export class InErrorForm {
  @IsIn(noteErrors, { message: 'notes.error.missing' })
  reason: NoteError
}

/** The fields of a new note, filled with this moment. */
export const typedNow = (now: Date, timeZone: string | undefined): Typed => {
  const { date, minutes } = localTimeOf(now, timeZone)
  const [year = '', month = '', day = ''] = date.split('-')
  const two = (number: number): string => String(number).padStart(2, '0')
  return {
    'happened-day': String(Number(day)),
    'happened-month': String(Number(month)),
    'happened-year': year,
    time: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`,
  }
}

/** Reads what was typed of a new note; the time in the writer's zone. */
export const noteTyped = (
  body: unknown,
  timeZone: string | undefined,
):
  | { readonly ok: true; readonly note: NoteToWrite; readonly values: Typed }
  | { readonly ok: false; readonly errors: FieldErrors; readonly values: Typed } => {
  const form = readForm(NoteForm, body)
  const part = (name: string): string | undefined => {
    const value = form.values[`happened-${name}`]
    return typeof value === 'string' ? value.trim() : undefined
  }
  const day = dateTyped(part('day'), part('month'), part('year'))
  const errors = {
    ...(form.ok ? {} : form.errors),
    ...(day === null || day === false ? { happened: 'notes.day.missing' } : {}),
  }
  if (!form.ok || day === null || day === false) return { ok: false, errors, values: form.values }
  const { section, text, time } = form.value
  return {
    ok: true,
    values: form.values,
    note: {
      section,
      text,
      hourKnown: time !== undefined,
      happenedAt:
        time === undefined
          ? startOfDay(day, timeZone)
          : zonedTime(day, time.replace(/[h.]/, ':'), timeZone),
    },
  }
}
