import { IsIn, IsOptional, Matches, MaxLength } from 'class-validator'
import { caregiverStates, type CaregiverState } from '../domain/case-content.js'
import { incidentFamilies, type IncidentFamily } from '../domain/incident-families.js'
import type { HanoiFact } from '../domain/incident-types.js'
import { languages, type Language } from '../domain/languages.js'
import { riskLevels, riskReasons, type RiskLevel, type RiskReason } from '../domain/risk.js'
import { sexes, type Sex } from '../domain/sexes.js'
import { AsList, ContactForm, tooLong } from './contact.form.js'

export const ageKinds = ['birth-date', 'stated', 'unknown'] as const
export const hanoiFacts: readonly HanoiFact[] = ['ict', 'shared', 'intrusion', 'grooming']

/** Who tells of it: the person, or somebody else. */
export const callers = ['self', 'other'] as const
type Caller = (typeof callers)[number]

const yesNo = ['yes', 'no'] as const
type YesNo = (typeof yesNo)[number]

const choose = (what: string) => ({ message: `cases.intake.${what}.missing` })
const wrong = { message: 'error.field.isIn' }

/** The intake as it is typed; what depends on several fields is checked in `intakeOfForm`. */
export class IntakeForm extends ContactForm {
  @IsOptional()
  @IsIn(callers, wrong)
  caller?: Caller

  @IsOptional()
  @IsIn(yesNo, wrong)
  callerAnonymous?: YesNo

  @IsOptional()
  @MaxLength(200, tooLong)
  callerName?: string

  @IsOptional()
  @MaxLength(200, tooLong)
  callerRelationship?: string

  @IsOptional()
  @IsIn(yesNo, wrong)
  callerCallBack?: YesNo

  @IsOptional()
  @MaxLength(40, tooLong)
  callerPhone?: string

  @IsOptional()
  @MaxLength(200, tooLong)
  name?: string

  @IsIn(ageKinds, choose('age'))
  ageKind: (typeof ageKinds)[number]

  @IsOptional()
  'birth-day'?: string

  @IsOptional()
  'birth-month'?: string

  @IsOptional()
  'birth-year'?: string

  @IsOptional()
  @Matches(/^\d{1,3}$/, { message: 'cases.age-out-of-range' })
  age?: string

  @IsIn(sexes, choose('sex'))
  sex: Sex

  @IsIn(languages, wrong)
  language: Language = 'vi'

  @IsOptional()
  @MaxLength(10, wrong)
  province?: string

  @IsOptional()
  @MaxLength(200, tooLong)
  commune?: string

  @IsOptional()
  @MaxLength(500, tooLong)
  address?: string

  @IsIn(incidentFamilies, choose('family'))
  family: IncidentFamily

  @IsOptional()
  'type-csea'?: string

  @IsOptional()
  'type-ncii'?: string

  @IsOptional()
  'type-tfgbv'?: string

  @IsOptional()
  'type-gbv'?: string

  @IsOptional()
  'type-tip'?: string

  @IsOptional()
  'type-cp'?: string

  @IsOptional()
  otherType?: string

  @IsOptional()
  'occurred-day'?: string

  @IsOptional()
  'occurred-month'?: string

  @IsOptional()
  'occurred-year'?: string

  @IsIn(yesNo, choose('ongoing'))
  ongoing: YesNo

  @AsList()
  @IsIn(hanoiFacts, { ...wrong, each: true })
  facts: HanoiFact[] = []

  @IsOptional()
  @MaxLength(200, tooLong)
  platform?: string

  @IsOptional()
  @MaxLength(500, tooLong)
  accounts?: string

  @IsOptional()
  @MaxLength(10_000, tooLong)
  narrative?: string

  @IsOptional()
  @MaxLength(200, tooLong)
  perpetratorName?: string

  @IsOptional()
  @MaxLength(200, tooLong)
  perpetratorRelationship?: string

  @IsOptional()
  @MaxLength(500, tooLong)
  perpetratorAccounts?: string

  @IsIn(caregiverStates, choose('caregiver'))
  caregiver: CaregiverState

  @IsOptional()
  @MaxLength(200, tooLong)
  caregiverName?: string

  @IsOptional()
  @MaxLength(200, tooLong)
  caregiverRelationship?: string

  @IsOptional()
  @MaxLength(40, tooLong)
  caregiverPhone?: string

  @IsOptional()
  @IsIn(yesNo, wrong)
  informed?: YesNo

  @IsOptional()
  @IsIn(yesNo, wrong)
  suspected?: YesNo

  @IsIn(yesNo, choose('immediate-danger'))
  immediateDanger: YesNo

  @IsOptional()
  @MaxLength(1000, tooLong)
  danger?: string

  @AsList()
  @IsIn(riskReasons, { ...wrong, each: true })
  reasons: RiskReason[] = []

  @IsIn(riskLevels, choose('risk'))
  risk: RiskLevel
}
