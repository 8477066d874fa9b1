import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmptyObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator'
import { caregiverStates, type CaregiverState } from '../domain/case-content.js'
import { incidentTypes, type HanoiFact, type IncidentCode } from '../domain/incident-types.js'
import { languages, type Language } from '../domain/languages.js'
import { riskLevels, riskReasons, type RiskLevel, type RiskReason } from '../domain/risk.js'
import { sexes, type Sex } from '../domain/sexes.js'
import { SafeContactDto } from './safe-contact.dto.js'

const codes = incidentTypes.map(({ code }) => code)
const day = /^\d{4}-\d{2}-\d{2}$/
const hanoiFacts = ['grooming', 'ict', 'shared', 'intrusion']

export class PersonDto {
  @ApiPropertyOptional({ description: 'Absent while nobody could ask safely' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  name?: string

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(day)
  birthDate?: string

  @ApiPropertyOptional({ description: 'Completed years, as told today' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(120)
  statedAge?: number

  @ApiProperty({ enum: sexes })
  @IsIn(sexes)
  sex: Sex

  @ApiPropertyOptional({ enum: languages, default: 'vi' })
  @IsOptional()
  @IsIn(languages)
  language?: Language

  @ApiPropertyOptional({ description: 'Code of one of the 34 provinces', example: '48' })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  provinceCode?: string

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  commune?: string

  @ApiPropertyOptional({ description: 'Home; never a place of shelter' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  address?: string
}

export class IncidentDto {
  @ApiProperty({ enum: codes })
  @IsIn(codes)
  type: IncidentCode

  @ApiPropertyOptional({ enum: codes, isArray: true })
  @IsOptional()
  @IsArray()
  @IsIn(codes, { each: true })
  otherTypes?: IncidentCode[]

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(day)
  occurredOn?: string

  @ApiProperty()
  @IsBoolean()
  ongoing: boolean

  @ApiPropertyOptional({ enum: hanoiFacts, isArray: true })
  @IsOptional()
  @IsArray()
  @IsIn(hanoiFacts, { each: true })
  facts?: HanoiFact[]

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  platform?: string

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  accounts?: string

  @ApiPropertyOptional({ description: 'Never describe or link images of abuse' })
  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  narrative?: string
}

export class RelatedPersonDto {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  name?: string

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  relationship?: string

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(40)
  phone?: string

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  accounts?: string
}

export class CaregiverDto {
  @ApiProperty({ enum: caregiverStates })
  @IsIn(caregiverStates)
  state: CaregiverState

  @ApiPropertyOptional()
  @IsOptional()
  @IsBoolean()
  informed?: boolean

  @ApiPropertyOptional({ default: false })
  @IsOptional()
  @IsBoolean()
  suspected?: boolean

  @ApiPropertyOptional({ type: RelatedPersonDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => RelatedPersonDto)
  person?: RelatedPersonDto
}

export class RiskDto {
  @ApiProperty({ enum: riskLevels, description: 'Any reason raises it to high' })
  @IsIn(riskLevels)
  assessed: RiskLevel

  @ApiPropertyOptional({ enum: riskReasons, isArray: true })
  @IsOptional()
  @IsArray()
  @IsIn(riskReasons, { each: true })
  reasons?: RiskReason[]

  @ApiProperty()
  @IsBoolean()
  immediateDanger: boolean

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  danger?: string
}

export class ReporterDto {
  @ApiPropertyOptional({ description: 'Never of who wants not to be named' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  name?: string

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  relationship?: string

  @ApiPropertyOptional({ description: 'Kept only where they may be called back' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  phone?: string

  @ApiProperty()
  @IsBoolean()
  anonymous: boolean

  @ApiProperty()
  @IsBoolean()
  mayCallBack: boolean
}

/** What is written down when a person is first met. */
export class IntakeDto {
  @ApiProperty({ type: PersonDto })
  @IsNotEmptyObject()
  @ValidateNested()
  @Type(() => PersonDto)
  person: PersonDto

  @ApiPropertyOptional({ type: ReporterDto, description: 'Who told of it, if not the person' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ReporterDto)
  reporter?: ReporterDto

  @ApiPropertyOptional({ type: SafeContactDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => SafeContactDto)
  safeContact?: SafeContactDto

  @ApiProperty({ type: IncidentDto })
  @IsNotEmptyObject()
  @ValidateNested()
  @Type(() => IncidentDto)
  incident: IncidentDto

  @ApiPropertyOptional({ type: RelatedPersonDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => RelatedPersonDto)
  allegedPerpetrator?: RelatedPersonDto

  @ApiPropertyOptional({ type: CaregiverDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => CaregiverDto)
  caregiver?: CaregiverDto

  @ApiProperty({ type: RiskDto })
  @IsNotEmptyObject()
  @ValidateNested()
  @Type(() => RiskDto)
  risk: RiskDto
}
