import { IsIn, IsOptional, MaxLength } from 'class-validator'
import type { Words } from '../../../platform/i18n/index.js'
import type { FieldKind } from '../domain/form.js'

/** Kinds of fields in the order they are offered. */
export const fieldKinds = [
  'text',
  'long-text',
  'number',
  'date',
  'yes-no',
  'choice',
  'choices',
] as const satisfies readonly FieldKind[]

const tooLong = { message: 'forms.error.too-long' }

class WordsForm {
  @IsOptional()
  @MaxLength(300, tooLong)
  'label-vi'?: string

  @IsOptional()
  @MaxLength(300, tooLong)
  'label-en'?: string

  @IsOptional()
  @MaxLength(300, tooLong)
  'label-fr'?: string

  @IsOptional()
  @MaxLength(60, tooLong)
  code?: string
}

/** A value to be added, as it is typed. */
export class ValueForm extends WordsForm {}

/** A field to be added, as it is typed. */
export class FieldForm extends WordsForm {
  @IsOptional()
  @MaxLength(300, tooLong)
  'hint-vi'?: string

  @IsOptional()
  @MaxLength(300, tooLong)
  'hint-en'?: string

  @IsOptional()
  @MaxLength(300, tooLong)
  'hint-fr'?: string

  @IsIn(fieldKinds, { message: 'forms.admin.kind.missing' })
  kind: FieldKind

  @IsOptional()
  @MaxLength(100, tooLong)
  list?: string

  @IsOptional()
  @IsIn(['yes'], { message: 'forms.error.choice' })
  toComplete?: 'yes'
}

/** The label as it was typed; what is missing is found out by who takes it in. */
export const labelOf = (form: WordsForm): Words => ({
  vi: form['label-vi'] ?? '',
  en: form['label-en'] ?? '',
  fr: form['label-fr'] ?? '',
})

/** The hint, or null where none was typed in any language. */
export const hintOf = (form: FieldForm): Words | null => {
  const [vi = '', en = '', fr = ''] = [form['hint-vi'], form['hint-en'], form['hint-fr']]
  return vi === '' && en === '' && fr === '' ? null : { vi, en, fr }
}
