import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator'
import type { CaseRow } from '../../cases/index.js'
import { languages, riskLevels, sexes } from '../../cases/index.js'
import {
  groupCountries,
  groupIncidents,
  identifications,
  longestPlace,
  type GroupCountry,
  type GroupIncident,
  type Identification,
} from '../domain/group-facts.js'
import { longestCell, mostRows } from '../domain/people-table.js'

const day = /^\d{4}-\d{2}-\d{2}$/

/** Somebody of a group. */
export class GroupPersonDto {
  @ApiProperty()
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string

  @ApiPropertyOptional({ format: 'date' })
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(day)
  birthDate?: string

  @ApiPropertyOptional({ description: 'Completed years, where no birth date is known' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(120)
  statedAge?: number

  @ApiPropertyOptional({ enum: sexes, default: 'unknown' })
  @IsOptional()
  @IsIn(sexes)
  sex?: CaseRow['sex']

  @ApiPropertyOptional({ description: 'Number of an identity card or passport' })
  @IsOptional()
  @IsString()
  @MaxLength(50)
  document?: string

  @ApiPropertyOptional({ description: 'No safe contact until the person says so' })
  @IsOptional()
  @IsString()
  @MaxLength(40)
  phone?: string

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  address?: string

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  commune?: string

  @ApiPropertyOptional({ description: 'Code of one of the 34 provinces' })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  provinceCode?: string

  @ApiPropertyOptional({ enum: languages, default: 'vi' })
  @IsOptional()
  @IsIn(languages)
  language?: CaseRow['language']

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(longestCell)
  note?: string
}

/** What happened to all of them. */
export class GroupEventDto {
  @ApiProperty({ enum: groupIncidents })
  @IsIn(groupIncidents)
  incidentType: GroupIncident

  @ApiPropertyOptional({ enum: groupCountries, description: 'Where they were held, ISO 3166-1' })
  @IsOptional()
  @IsIn(groupCountries)
  country?: GroupCountry

  @ApiProperty({ format: 'date' })
  @IsISO8601({ strict: true })
  @Matches(day)
  receivedOn: string

  @ApiPropertyOptional({ description: 'Where they were received; never a shelter' })
  @IsOptional()
  @IsString()
  @MaxLength(longestPlace)
  place?: string

  @ApiPropertyOptional({ description: 'Code of one of the 34 provinces' })
  @IsOptional()
  @IsString()
  @MaxLength(10)
  provinceCode?: string

  @ApiProperty({ enum: identifications })
  @IsIn(identifications)
  identification: Identification
}

/** People to add to a group. */
export class AddPeopleDto {
  @ApiProperty({ type: [GroupPersonDto], maxItems: mostRows })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(mostRows)
  @ValidateNested({ each: true })
  @Type(() => GroupPersonDto)
  people: GroupPersonDto[]

  @ApiProperty({ enum: riskLevels, description: 'Raised by what is known of each person' })
  @IsIn(riskLevels)
  risk: CaseRow['riskLevel']

  @ApiProperty({ type: [String], format: 'uuid', description: 'Who leads them, in turn' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsUUID('all', { each: true })
  leads: string[]
}

/** A new group with its people. */
export class OpenGroupDto extends AddPeopleDto {
  @ApiProperty({ type: GroupEventDto })
  @ValidateNested()
  @Type(() => GroupEventDto)
  event: GroupEventDto
}

/** What came of it. Who was in the group already is not opened again. */
export class PeopleTakenInDto {
  @ApiProperty({ format: 'uuid' })
  groupId: string

  @ApiProperty({ description: 'How many cases were opened' })
  opened: number
}

export class GroupSummaryDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ example: 'NH-26-00012' })
  number: string

  @ApiProperty({ enum: groupIncidents })
  incidentType: GroupIncident

  @ApiProperty({ enum: groupCountries, nullable: true })
  country: GroupCountry | null

  @ApiProperty({ format: 'date' })
  receivedOn: string

  @ApiProperty({ type: String, nullable: true })
  provinceCode: string | null

  @ApiProperty({ enum: identifications })
  identification: Identification

  @ApiProperty({ description: 'Everybody in it, whoever leads their cases' })
  people: number

  @ApiProperty({ format: 'date-time' })
  openedAt: string
}

export class GroupsPageDto {
  @ApiProperty({ type: [GroupSummaryDto] })
  items: GroupSummaryDto[]

  @ApiProperty({ type: String, nullable: true })
  next: string | null
}

export class GroupCaseDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ example: 'BA-2026-000123' })
  number: string

  @ApiProperty()
  leadName: string

  @ApiProperty()
  status: string

  @ApiProperty({ enum: riskLevels })
  riskLevel: string
}

/** A group with a page of the cases in it that the caller sees. */
export class GroupDto extends GroupSummaryDto {
  @ApiProperty({ type: String, nullable: true })
  place: string | null

  @ApiProperty({ description: 'How many of its cases the caller sees' })
  seen: number

  @ApiProperty({ type: [GroupCaseDto] })
  cases: GroupCaseDto[]

  @ApiProperty({ type: String, nullable: true, description: 'Cursor of the next cases' })
  next: string | null
}

/** A page of a list. */
export class GroupsQuery {
  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(300)
  after?: string

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 25 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number
}
