import { Transform } from 'class-transformer'
import { IsIn, IsOptional, IsUUID, MaxLength } from 'class-validator'
import { sections, type Section } from '../../../platform/access/sections.js'
import type { LocalDate } from '../../../platform/clock/local-time.js'
import type { Typed } from '../../../platform/web/form.js'
import { dateTyped, languages, type FieldErrors, type Language } from '../../cases/index.js'
import {
  consentAnswers,
  consentModes,
  consentPurposes,
  type ConsentMode,
  type ConsentPurpose,
} from '../domain/consent.js'
import {
  relations,
  withheldReasons,
  type ConsentDetail,
  type Relation,
  type WithheldReason,
} from '../domain/consent-detail.js'
import { legalBases, type LegalBasis } from '../domain/legal-basis.js'
import { withdrawalReasons, type WithdrawalReason } from '../domain/withdrawal.js'
import type { ConsentQuestions } from '../use-cases/list-consents.js'
import type { Answer, ConsentInput } from '../use-cases/record-consent.js'

const wrong = { message: 'error.field.isIn' }
const tooLong = { message: 'error.field.maxLength' }
// One checked box comes as a text, several as a list.
const AsList = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => [value].flat<unknown[]>())

/** The consent as it is typed. What the law asks for is not checked here but where it is recorded. */
export class ConsentForm {
  @IsOptional()
  @IsUUID(undefined, { message: 'code.consent-problem.unit_missing' })
  recipientUnitId?: string

  @AsList()
  @IsIn(sections, { ...wrong, each: true })
  sections: Section[] = []

  @AsList()
  @IsIn(consentPurposes, { ...wrong, each: true })
  purposes: ConsentPurpose[] = []

  @IsIn(legalBases, wrong)
  basis: LegalBasis = 'consent'

  @IsOptional()
  @IsIn([...consentAnswers, 'not-asked'], wrong)
  selfAnswer?: Answer | 'not-asked'

  @IsOptional()
  @IsIn([...consentAnswers, 'not-asked'], wrong)
  representativeAnswer?: Answer | 'not-asked'

  @IsOptional()
  @IsIn(consentModes, wrong)
  mode?: ConsentMode

  @IsOptional()
  explained?: string

  @IsOptional()
  'explainedOn-day'?: string

  @IsOptional()
  'explainedOn-month'?: string

  @IsOptional()
  'explainedOn-year'?: string

  @IsOptional()
  @IsIn(languages, wrong)
  explainedLanguage?: Language

  @IsOptional()
  @MaxLength(200, tooLong)
  explainedBy?: string

  @IsOptional()
  @MaxLength(200, tooLong)
  interpreter?: string

  @IsOptional()
  @MaxLength(200, tooLong)
  representativeName?: string

  @IsOptional()
  @IsIn(relations, wrong)
  representativeRelation?: Relation

  @IsOptional()
  @MaxLength(2000, tooLong)
  childView?: string

  @IsOptional()
  @MaxLength(2000, tooLong)
  withheld?: string

  @IsOptional()
  @IsIn(withheldReasons, wrong)
  withheldReason?: WithheldReason

  @IsOptional()
  'until-day'?: string

  @IsOptional()
  'until-month'?: string

  @IsOptional()
  'until-year'?: string

  @IsOptional()
  @MaxLength(2000, tooLong)
  reason?: string
}

/** What was typed, as it is to be recorded, or the date that is none. */
export const consentOfForm = (
  form: ConsentForm,
):
  | { readonly ok: true; readonly input: ConsentInput }
  | { readonly ok: false; readonly errors: FieldErrors } => {
  const until = dateTyped(form['until-day'], form['until-month'], form['until-year'])
  if (until === false) return { ok: false, errors: { until: 'consents.form.until.not-a-date' } }
  const { 'explainedOn-day': day, 'explainedOn-month': month, 'explainedOn-year': year } = form
  const explainedOn = dateTyped(day, month, year)
  if (explainedOn === false)
    return { ok: false, errors: { explainedOn: 'consents.form.until.not-a-date' } }
  return {
    ok: true,
    input: {
      basis: form.basis,
      recipientUnitId: form.recipientUnitId ?? null,
      sections: form.sections,
      purposes: form.purposes.filter((purpose) => purpose !== 'reporting'),
      selfAnswer: answered(form.selfAnswer),
      representativeAnswer: answered(form.representativeAnswer),
      mode: form.mode ?? null,
      explained: form.explained !== undefined,
      until,
      consentsToStatistics: form.purposes.includes('reporting'),
      reason: form.reason ?? null,
      detail: detailOf(form, explainedOn),
    },
  }
}

const detailOf = (form: ConsentForm, explainedOn: LocalDate | null): ConsentDetail => {
  const { representativeName: name, representativeRelation: relation } = form
  return {
    // A day without the tick says that nothing was explained.
    explainedOn: form.explained === undefined ? null : explainedOn,
    explainedLanguage: form.explainedLanguage ?? null,
    explainedBy: form.explainedBy ?? null,
    interpreter: form.interpreter ?? null,
    representative: name === undefined || relation === undefined ? null : { name, relation },
    childView: form.childView ?? null,
    withheld: form.withheld ?? null,
    withheldReason: form.withheldReason ?? null,
  }
}

const answered = (answer: Answer | 'not-asked' | undefined): Answer | null =>
  answer === undefined || answer === 'not-asked' ? null : answer

/**
 * What the form begins with: the receiving unit, if it is known, services with sharing, and today as
 * the day of explaining, which nobody has ticked yet.
 */
export const freshConsent = (
  unitId: string | undefined,
  { bases, language, today }: Pick<ConsentQuestions, 'bases' | 'language' | 'today'>,
): Typed => ({
  ...(unitId === undefined ? {} : { recipientUnitId: unitId }),
  basis: bases[0] ?? 'consent',
  purposes: ['services', 'sharing'],
  'explainedOn-day': String(Number(today.slice(8))),
  'explainedOn-month': String(Number(today.slice(5, 7))),
  'explainedOn-year': today.slice(0, 4),
  explainedLanguage: language,
})

/** A withdrawal as it is typed. */
export class WithdrawForm {
  @IsIn(withdrawalReasons, { message: 'consents.withdraw.reason.missing' })
  reason: WithdrawalReason

  @IsOptional()
  @MaxLength(2000, tooLong)
  note?: string
}

/** What is to remain, as it is typed. */
export class NarrowForm {
  @AsList()
  @IsIn(sections, { ...wrong, each: true })
  keep: Section[] = []

  @IsOptional()
  @MaxLength(2000, tooLong)
  note?: string
}
