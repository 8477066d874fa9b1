import { Transform } from 'class-transformer'
import { IsIn, IsNotEmpty, IsOptional, MaxLength } from 'class-validator'
import { sections, type Section } from '../../../platform/access/sections.js'
import {
  dutyCodes,
  reportAuthorities,
  reportChannels,
  type ReportChannel,
  type ReportDraft,
} from '../domain/duty-report.js'
import type { ReportAuthority, ReportingDutyCode } from '../domain/legal-basis.js'

const wrong = { message: 'error.field.isIn' }
const tooLong = { message: 'error.field.maxLength' }

/** A report as it is typed; what the law asks for is checked where it is written. */
export class ReportForm {
  @IsOptional()
  @IsIn(dutyCodes, wrong)
  duty?: ReportingDutyCode

  @IsOptional()
  @IsIn(reportAuthorities, wrong)
  authority?: ReportAuthority

  @IsOptional()
  @MaxLength(300, tooLong)
  article?: string

  @IsOptional()
  @MaxLength(2000, tooLong)
  reason?: string

  @Transform(({ value }: { value: unknown }) => [value].flat<unknown[]>())
  @IsIn(sections, { ...wrong, each: true })
  sections: Section[] = []

  @IsOptional()
  @MaxLength(4000, tooLong)
  facts?: string

  @IsOptional()
  @IsIn(['yes', 'no'], wrong)
  personInformed?: 'yes' | 'no'

  @IsOptional()
  emergency?: string
}

export const reportOfForm = (form: ReportForm): ReportDraft => ({
  duty: form.duty ?? null,
  authority: form.authority ?? null,
  article: form.article ?? null,
  sections: form.sections,
  reason: form.reason ?? null,
  facts: form.facts ?? null,
  personInformed: form.personInformed === undefined ? null : form.personInformed === 'yes',
  emergency: form.emergency !== undefined,
})

/** That it was made, and how. */
export class MadeForm {
  @IsIn(reportChannels, { message: 'reports-by-duty.channel.missing' })
  channel: ReportChannel
}

/** Who took it, and under which number. */
export class AcknowledgedForm {
  @IsNotEmpty({ message: 'reports-by-duty.acknowledgement.missing' })
  @MaxLength(500, tooLong)
  acknowledgement = ''
}
