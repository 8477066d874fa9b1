import { IsIn, IsOptional, MaxLength } from 'class-validator'
import { typedText, type Typed } from '../../../platform/web/form.js'
import type { FieldErrors } from '../../cases/index.js'
import {
  chosenReasons,
  endings,
  goalsReached,
  longestAnswer,
  longestText,
  reopenReasons,
  type AnsweredEnd,
  type ChosenReason,
  type GoalsReached,
  type ReopenReason,
} from '../domain/closure.js'
import type { OpenEndView } from '../use-cases/open-ends.js'

/** Why a case is closed, as it is typed; what is said about each open end stands beside it. */
export class ClosingForm {
  @IsIn(chosenReasons, { message: 'closing.reason.missing' })
  reason: ChosenReason

  @IsIn(goalsReached, { message: 'closing.goals.missing' })
  goals: GoalsReached

  @IsOptional()
  @MaxLength(longestText, { message: 'closing.text.too-long' })
  feedback?: string

  @IsOptional()
  @MaxLength(longestText, { message: 'closing.text.too-long' })
  note?: string
}

/** Why it is opened again, as it is typed. */
export class ReopenForm {
  @IsIn(reopenReasons, { message: 'closing.reopen.missing' })
  reason: ReopenReason

  @IsOptional()
  @MaxLength(longestText, { message: 'closing.text.too-long' })
  note?: string
}

/** What was typed about each open end, and what is missing. */
export const endsTyped = (
  open: readonly OpenEndView[],
  values: Typed,
): { readonly ends: AnsweredEnd[]; readonly errors: FieldErrors } => {
  const errors: Record<string, string> = {}
  const ends = open.flatMap(({ id }): AnsweredEnd[] => {
    const typed = typedText(values, `end-${id}`)
    const how = endings.find((one) => one === typed)
    const text = typedText(values, `text-${id}`).normalize('NFC').trim()
    if (how === undefined) errors[`end-${id}`] = 'closing.end.missing'
    else if (how !== 'ended' && text === '') errors[`text-${id}`] = 'closing.end.text.missing'
    else if (text.length > longestAnswer) errors[`text-${id}`] = 'closing.end.text.too-long'
    return how === undefined ? [] : [{ id, how, text: text === '' ? null : text }]
  })
  return { ends, errors }
}
