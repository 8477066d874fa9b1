import { Transform } from 'class-transformer'
import { IsDefined, IsIn, IsOptional, Matches, MaxLength, ValidateIf } from 'class-validator'
import { contactChannels, type SafeContact } from '../domain/case-content.js'
import { contactDays, type ContactDays, type ContactWindow } from '../domain/may-contact.js'

export const tooLong = { message: 'cases.intake.too-long' }
const wrong = { message: 'error.field.isIn' }

/** One checked box comes as a text, several as a list. */
export const AsList = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => [value].flat<unknown[]>())

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/
const half = { message: 'cases.intake.hours.half' }

type Filled = Readonly<Partial<Record<string, unknown>>>

/** One end of the hours, which needs the other. */
const EndOfHours =
  (other: string): PropertyDecorator =>
  (target, name) => {
    ValidateIf((form: Filled) => form[String(name)] !== undefined || form[other] !== undefined)(
      target,
      name,
    )
    IsDefined(half)(target, name)
    Matches(timeOfDay, wrong)(target, name)
  }

/** Fields of the safe contact. */
export class ContactForm {
  @AsList()
  @IsIn([...contactChannels, 'none'], { ...wrong, each: true })
  channels: string[] = []

  @IsOptional()
  @MaxLength(40, tooLong)
  phone?: string

  @IsOptional()
  @MaxLength(200, tooLong)
  when?: string

  @IsOptional()
  @IsIn(contactDays, wrong)
  hours1Days?: ContactDays

  @EndOfHours('hours1Until')
  hours1From?: string

  @EndOfHours('hours1From')
  hours1Until?: string

  @IsOptional()
  @IsIn(contactDays, wrong)
  hours2Days?: ContactDays

  @EndOfHours('hours2Until')
  hours2From?: string

  @EndOfHours('hours2From')
  hours2Until?: string

  @IsOptional()
  @MaxLength(200, tooLong)
  codeWord?: string

  @IsOptional()
  @MaxLength(200, tooLong)
  whoMayAnswer?: string

  @IsOptional()
  @MaxLength(500, tooLong)
  contactNotes?: string
}

const windowOf = (
  from: string | undefined,
  until: string | undefined,
  days: ContactDays = 'every-day',
): ContactWindow[] => (from === undefined || until === undefined ? [] : [{ days, from, until }])

const hoursOf = (form: ContactForm): Pick<SafeContact, 'hours'> => {
  const hours = [
    ...windowOf(form.hours1From, form.hours1Until, form.hours1Days),
    ...windowOf(form.hours2From, form.hours2Until, form.hours2Days),
  ]
  return hours.length === 0 ? {} : { hours }
}

/** The safe contact that was filled in. */
export const contactOf = (form: ContactForm): SafeContact => {
  const doNotContact = form.channels.includes('none')
  return {
    phone: form.phone ?? null,
    channels: doNotContact
      ? []
      : contactChannels.filter((channel) => form.channels.includes(channel)),
    doNotContact,
    when: form.when ?? null,
    ...hoursOf(form),
    codeWord: form.codeWord ?? null,
    whoMayAnswer: form.whoMayAnswer ?? null,
    notes: form.contactNotes ?? null,
  }
}
