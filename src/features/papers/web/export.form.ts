import { Transform } from 'class-transformer'
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator'
import { sections, type Section } from '../../../platform/access/sections.js'
import { defaultLocale, locales, type Locale } from '../../../platform/i18n/index.js'
import { legalBases, type LegalBasis } from '../../consents/index.js'
import { exportPurposes, type ExportPurpose } from '../domain/case-export.js'

const wrong = { message: 'error.field.isIn' }
// One checked box comes as a text, several as a list.
const AsList = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => [value].flat<unknown[]>())

/** What goes out, as it is chosen; what is missing is said where it is made. */
export class ExportForm {
  @IsOptional()
  @IsIn(exportPurposes, wrong)
  purpose?: ExportPurpose

  @IsOptional()
  @IsIn(legalBases, wrong)
  legalBasis?: LegalBasis

  @IsOptional()
  @MaxLength(500, { message: 'error.field.maxLength' })
  reference?: string

  @AsList()
  @IsIn(sections, { ...wrong, each: true })
  sections: Section[] = []

  @IsOptional()
  aboutOthers?: string

  @IsIn(locales, wrong)
  language: Locale = defaultLocale

  @IsOptional()
  @IsString()
  password?: string
}
