import { Transform } from 'class-transformer'
import { IsIn, IsOptional, Matches } from 'class-validator'
import { weights, type Weight } from '../domain/concern.js'
import { minuteOf, type MailChoice } from '../domain/mail-choice.js'

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/
const wrongTime = { message: 'preferences.time.wrong' }

/** What somebody wants to be told by mail, as the page sends it. */
export class PreferencesForm {
  // One checked box comes as a text, several as a list.
  @Transform(({ value }: { value: unknown }) => [value].flat<unknown[]>())
  @IsIn(weights, { message: 'error.field.isIn', each: true })
  mailed: Weight[] = []

  @IsOptional()
  @Matches(timeOfDay, wrongTime)
  quietFrom?: string

  @IsOptional()
  @Matches(timeOfDay, wrongTime)
  quietUntil?: string

  @IsOptional()
  @Matches(timeOfDay, wrongTime)
  digestAt?: string
}

const minuteIn = (text: string | undefined): number | null =>
  text === undefined ? null : minuteOf(text)

/** The choice that was filled in, or null where only one end of the quiet hours was. */
export const choiceIn = ({
  mailed,
  quietFrom,
  quietUntil,
  digestAt,
}: PreferencesForm): Omit<MailChoice, 'version'> | null => {
  const [from, until] = [minuteIn(quietFrom), minuteIn(quietUntil)]
  if ((from === null) !== (until === null)) return null
  return {
    mailed: weights.filter((weight) => mailed.includes(weight)),
    quiet: from === null || until === null ? null : { from, until },
    digestAt: minuteIn(digestAt),
  }
}
