import { Transform } from 'class-transformer'
import { IsIn, IsOptional, MaxLength } from 'class-validator'
import { contactChannels, type SafeContact } from '../domain/case-content.js'

export const tooLong = { message: 'cases.intake.too-long' }
const wrong = { message: 'error.field.isIn' }

/** One checked box comes as a text, several as a list. */
export const AsList = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => [value].flat<unknown[]>())

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
  @MaxLength(200, tooLong)
  codeWord?: string

  @IsOptional()
  @MaxLength(200, tooLong)
  whoMayAnswer?: string

  @IsOptional()
  @MaxLength(500, tooLong)
  contactNotes?: string
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
    codeWord: form.codeWord ?? null,
    whoMayAnswer: form.whoMayAnswer ?? null,
    notes: form.contactNotes ?? null,
  }
}
