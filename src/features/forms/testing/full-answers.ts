import { addDays, type LocalDate } from '../../../platform/clock/local-time.js'
import { fieldsOf, isAsked, longestOf, rangeOf } from '../domain/fields.js'
import type { Field, Form, FormValue, FormValues } from '../domain/form.js'

/**
 * An answer to every question a form can ask at once: where something depends on an answer, that answer
 * is given.
 */
export const fullAnswers = (form: Form, today: LocalDate): FormValues => {
  const answers: Record<string, FormValue> = {}
  const fields = fieldsOf(form).filter(({ retired }) => retired !== true)
  for (const field of fields) {
    if (!isAsked(field, answers)) continue
    const opening = fields.flatMap(({ when }) => (when?.field === field.code ? when.is : []))
    answers[field.code] = answerTo(field, opening, today)
  }
  return answers
}

const answerTo = (field: Field, opening: readonly string[], today: LocalDate): FormValue => {
  switch (field.kind) {
    case 'text':
    case 'long-text':
      return `Trả lời: ${field.code}`.slice(0, longestOf(field))
    case 'number':
      return Math.max(1, rangeOf(field).min)
    case 'date':
      return addDays(today, field.only === 'future' ? 7 : -7)
    case 'yes-no':
      return opening[0] !== 'no'
    case 'choice':
      return opening[0] ?? liveIn(field)[0] ?? ''
    case 'choices': {
      const chosen = new Set([...opening, ...liveIn(field).slice(1, 3)])
      return liveIn(field).filter((code) => chosen.has(code))
    }
  }
}

const liveIn = ({ list }: Extract<Field, { kind: 'choice' | 'choices' }>): readonly string[] =>
  list.values.filter(({ retired }) => retired !== true).map(({ code }) => code)
