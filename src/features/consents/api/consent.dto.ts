import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator'
import { sections, type Section } from '../../../platform/access/sections.js'
import { locales, type Locale } from '../../../platform/i18n/index.js'
import { languages, type Language } from '../../cases/index.js'
import {
  consentAnswers,
  consentModes,
  consentPurposes,
  type ConsentMode,
  type ConsentPurpose,
} from '../domain/consent.js'
import { consentGivers, type ConsentGiver } from '../domain/consent-rules.js'
import {
  relations,
  withheldReasons,
  type Relation,
  type WithheldReason,
} from '../domain/consent-detail.js'
import { legalBases, type LegalBasis } from '../domain/legal-basis.js'
import { approvals, type Approval } from '../domain/sharing-exception.js'
import {
  effects,
  endReasons,
  withdrawalReasons,
  type Effect,
  type EndReason,
  type WithdrawalReason,
} from '../domain/withdrawal.js'
import { consentAdviceCodes, type ConsentAdvice } from '../domain/validate-consent.js'
import type { Answer } from '../use-cases/record-consent.js'

/** Who answers for a child; sealed with the case. */
export class RepresentativeDto {
  @ApiProperty({ description: 'Never one whom the case suspects' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string

  @ApiProperty({ enum: relations })
  @IsIn(relations)
  relation: Relation
}

/** A consent, or another basis in its place. */
export class NewConsentDto {
  @ApiPropertyOptional({ enum: legalBases, default: 'consent' })
  @IsOptional()
  @IsIn(legalBases)
  basis?: LegalBasis

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  recipientUnitId: string

  @ApiProperty({ enum: sections, isArray: true })
  @IsArray()
  @IsIn(sections, { each: true })
  sections: Section[]

  @ApiProperty({ enum: consentPurposes, isArray: true })
  @IsArray()
  @IsIn(consentPurposes, { each: true })
  purposes: ConsentPurpose[]

  @ApiPropertyOptional({
    enum: consentAnswers,
    description: 'Absent where the person was not asked',
  })
  @IsOptional()
  @IsIn(consentAnswers)
  selfAnswer?: Answer

  @ApiPropertyOptional({ enum: consentAnswers, description: 'Of the parent or guardian' })
  @IsOptional()
  @IsIn(consentAnswers)
  representativeAnswer?: Answer

  @ApiPropertyOptional({ enum: consentModes })
  @IsOptional()
  @IsIn(consentModes)
  mode?: ConsentMode

  @ApiProperty({ description: 'The limits of confidentiality were explained' })
  @IsBoolean()
  explained: boolean

  @ApiPropertyOptional({ format: 'date', description: 'When they were; today unless given' })
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  explainedOn?: string

  @ApiPropertyOptional({ enum: languages, description: 'The language that was spoken' })
  @IsOptional()
  @IsIn(languages)
  explainedLanguage?: Language

  @ApiPropertyOptional({ description: 'Who explained, if not who records; sealed' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  explainedBy?: string

  @ApiPropertyOptional({ description: 'Who interpreted; sealed' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  interpreter?: string

  @ApiPropertyOptional({
    type: RepresentativeDto,
    description: 'Needed where a representative agrees whose answer the law asks for',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => RepresentativeDto)
  representative?: RepresentativeDto

  @ApiPropertyOptional({ description: 'What the person thinks of it, in their own words; sealed' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  ownWords?: string

  @ApiPropertyOptional({ description: 'What is not to be passed on; sealed' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  withheld?: string

  @ApiPropertyOptional({ enum: withheldReasons, description: 'Needed with `withheld`' })
  @IsOptional()
  @IsIn(withheldReasons)
  withheldReason?: WithheldReason

  @ApiProperty({ format: 'date', description: 'Last day on which it holds, one year at most' })
  @IsISO8601({ strict: true })
  @Matches(/^\d{4}-\d{2}-\d{2}$/)
  until: string

  @ApiPropertyOptional({ default: false })
  @IsOptional()
  @IsBoolean()
  consentsToStatistics?: boolean

  @ApiPropertyOptional({ description: 'Why another basis than consent' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reason?: string
}

export class RecordedConsentDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({
    enum: approvals,
    description: 'pending: nothing is shared on it until a supervisor has approved',
  })
  approval: Approval

  @ApiProperty({ enum: consentAdviceCodes, isArray: true })
  advice: readonly ConsentAdvice[]
}

export class ConsentDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ format: 'uuid' })
  recipientUnitId: string

  @ApiProperty()
  recipientUnitName: string

  @ApiProperty({ enum: sections, isArray: true })
  sections: readonly Section[]

  @ApiProperty({ enum: consentPurposes, isArray: true })
  purposes: readonly ConsentPurpose[]

  @ApiProperty({ enum: legalBases })
  legalBasis: LegalBasis

  @ApiProperty({ enum: consentGivers, isArray: true })
  givenBy: readonly ConsentGiver[]

  @ApiProperty({ enum: consentModes, nullable: true })
  mode: ConsentMode | null

  @ApiProperty({ type: Boolean, nullable: true })
  childAssents: boolean | null

  @ApiProperty()
  consentsToStatistics: boolean

  @ApiProperty({ format: 'date-time' })
  givenAt: string

  @ApiProperty({ format: 'date-time', description: 'First instant at which it no longer holds' })
  validUntil: string

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  withdrawnAt: string | null

  @ApiProperty({ enum: endReasons, nullable: true })
  withdrawnReason: EndReason | null

  @ApiProperty({ enum: approvals })
  approval: Approval

  @ApiProperty({ type: String, format: 'date', nullable: true })
  explainedOn: string | null

  @ApiProperty({ type: String, nullable: true, description: 'The language that was spoken' })
  explainedLanguage: string | null

  @ApiProperty({ type: String, nullable: true })
  explainedBy: string | null

  @ApiProperty({ type: String, nullable: true })
  interpreter: string | null

  @ApiProperty({ type: RepresentativeDto, nullable: true })
  representative: RepresentativeDto | null

  @ApiProperty({ type: String, nullable: true })
  ownWords: string | null

  @ApiProperty({ type: String, nullable: true, description: 'Not to be passed on' })
  withheld: string | null

  @ApiProperty({ enum: withheldReasons, nullable: true })
  withheldReason: WithheldReason | null

  @ApiProperty()
  isLive: boolean
}

/** A consent that was just withdrawn: its words are in the list. */
export class WithdrawnConsentDto extends OmitType(ConsentDto, [
  'explainedOn',
  'explainedLanguage',
  'explainedBy',
  'interpreter',
  'representative',
  'ownWords',
  'withheld',
  'withheldReason',
] as const) {}

export class ConsentsDto {
  @ApiProperty({ type: [ConsentDto] })
  items: ConsentDto[]

  @ApiProperty({ type: String, nullable: true, description: 'Always null: a case has few' })
  next: null
}

/** Why it is taken back; nobody has to say. */
export class WithdrawDto {
  @ApiPropertyOptional({ enum: withdrawalReasons, default: 'person_asked' })
  @IsOptional()
  @IsIn(withdrawalReasons)
  reason?: WithdrawalReason

  @ApiPropertyOptional({ description: 'Sealed with the case' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string
}

/** What remains agreed. */
export class NarrowDto {
  @ApiProperty({ enum: sections, isArray: true, description: 'Fewer than before, and not none' })
  @IsArray()
  @IsIn(sections, { each: true })
  keep: Section[]

  @ApiPropertyOptional({ description: 'Sealed with the case' })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string
}

export class NarrowedDto {
  @ApiProperty({ format: 'uuid', description: 'The narrower consent in its place' })
  id: string
}

/** What a withdrawal does to one referral. */
export class EffectDto {
  @ApiProperty({ format: 'uuid' })
  referralId: string

  @ApiProperty({ example: 'CG-26-01184' })
  referralNumber: string

  @ApiProperty()
  status: string

  @ApiProperty({ enum: effects })
  effect: Effect

  @ApiProperty({ enum: sections, isArray: true })
  lost: readonly Section[]

  @ApiProperty({ enum: sections, isArray: true })
  kept: readonly Section[]
}

export class EffectsDto {
  @ApiProperty({ type: [EffectDto] })
  items: EffectDto[]

  @ApiProperty({ type: String, nullable: true, description: 'Always null: a case has few' })
  next: null
}

export class PaperQuery {
  @ApiPropertyOptional({
    enum: locales,
    description: 'The person’s own language, unless given; Vietnamese where we do not write it',
  })
  @IsOptional()
  @IsIn(locales)
  language?: Locale
}

export class PaperPartDto {
  @ApiProperty()
  heading: string

  @ApiProperty({ type: [String] })
  lines: readonly string[]
}

/** What was agreed, on paper: names neither the person nor what happened. */
export class PaperDto {
  @ApiProperty({ enum: locales })
  language: Locale

  @ApiProperty()
  title: string

  @ApiProperty({ type: [PaperPartDto] })
  parts: readonly PaperPartDto[]

  @ApiProperty({ type: [String], description: 'Where each signs, or leaves a thumbprint' })
  signatures: readonly string[]
}
