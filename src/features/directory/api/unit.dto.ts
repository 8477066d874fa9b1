import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { IsIn, IsInt, IsOptional, Matches, Max, MaxLength, Min } from 'class-validator'
import { Type } from 'class-transformer'
import { sectors, type Sector } from '../../../platform/access/sectors.js'
import { mostPlaces } from '../domain/places.js'
import { serviceTypes, type ServiceType } from '../domain/service-types.js'

/** Which units to list. */
export class UnitsQuery {
  @ApiPropertyOptional({ enum: sectors })
  @IsOptional()
  @IsIn(sectors)
  sector?: Sector

  @ApiPropertyOptional({ enum: serviceTypes })
  @IsOptional()
  @IsIn(serviceTypes)
  service?: ServiceType

  @ApiPropertyOptional({ description: 'Code of a province as it stands today', example: '48' })
  @IsOptional()
  @Matches(/^\d{2}$/)
  province?: string

  @ApiPropertyOptional({ minimum: 1, maximum: 100, default: 50 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit = 50

  @ApiPropertyOptional({ description: '`next` of the page before' })
  @IsOptional()
  @MaxLength(300)
  after?: string
}

export class OrganizationDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty()
  name: string
}

export class PhoneDto {
  @ApiProperty()
  number: string

  @ApiProperty({ enum: ['voice'] })
  type: 'voice'

  @ApiPropertyOptional({ description: 'What answers there, where it is not the unit itself' })
  description?: string
}

export class ScheduleDto {
  @ApiProperty({ enum: ['WEEKLY'] })
  freq: 'WEEKLY'

  @ApiProperty({ description: 'RFC 5545', example: 'MO,TU' })
  byday: string

  @ApiProperty({ example: '07:30' })
  opensAt: string

  @ApiProperty({ example: '17:00' })
  closesAt: string
}

export class LocationDto {
  @ApiProperty({
    enum: ['physical', 'redacted'],
    description: 'A shelter’s place is always redacted: no commune, no number of its own',
  })
  locationType: 'physical' | 'redacted'

  @ApiProperty({ description: 'Code of the province' })
  stateProvince: string

  @ApiPropertyOptional({ description: 'Commune' })
  city?: string

  @ApiProperty({ enum: ['VN'] })
  country: 'VN'
}

/** What a unit tells of its places; both left out: it does not count them. */
export class TellPlacesDto {
  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: mostPlaces })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(mostPlaces)
  total?: number

  @ApiPropertyOptional({ type: 'integer', minimum: 0, maximum: mostPlaces })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(mostPlaces)
  free?: number
}

export class PlacesDto {
  @ApiProperty({ type: 'integer' })
  total: number

  @ApiProperty({ type: 'integer' })
  free: number

  @ApiProperty({ format: 'date-time', description: 'When they were last counted' })
  at: string

  @ApiProperty({ description: 'False: counted too long ago to go by' })
  isRecent: boolean
}

/** A unit, in the words of the Human Services Data Specification 3 where it has one. */
export class UnitDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty()
  name: string

  @ApiProperty({ enum: ['active'] })
  status: 'active'

  @ApiProperty({ type: OrganizationDto })
  organization: OrganizationDto

  @ApiProperty({ enum: sectors })
  sector: Sector

  @ApiProperty({ enum: serviceTypes, isArray: true })
  services: readonly ServiceType[]

  @ApiProperty({ type: LocationDto })
  location: LocationDto

  @ApiProperty({ type: [PhoneDto] })
  phones: PhoneDto[]

  @ApiProperty({ type: [ScheduleDto] })
  schedules: ScheduleDto[]

  @ApiProperty({ example: 'Asia/Ho_Chi_Minh' })
  timeZone: string

  @ApiProperty()
  isOpenNow: boolean

  @ApiProperty()
  takingReferrals: boolean

  @ApiProperty({
    description:
      'False: nobody there can sign in; referrals reach it by a one-time link or on paper',
  })
  onBenAn: boolean

  @ApiProperty({ type: 'integer', nullable: true })
  minimumAge: number | null

  @ApiProperty({ type: 'integer', nullable: true })
  maximumAge: number | null

  @ApiProperty({ type: [String], description: 'Sexes served; empty for everybody' })
  sexes: readonly string[]

  @ApiProperty({ type: [String], description: 'ISO 639' })
  languages: readonly string[]

  @ApiProperty({ type: PlacesDto, nullable: true, description: 'Null: it does not count them' })
  places: PlacesDto | null

  @ApiProperty({ type: 'integer', description: 'What If-Match names' })
  version: number

  @ApiProperty({ type: String, format: 'date', nullable: true })
  assuredDate: string | null
}

export class UnitsPageDto {
  @ApiProperty({ type: [UnitDto] })
  items: UnitDto[]

  @ApiProperty({ type: String, nullable: true })
  next: string | null
}

/** A kind of help one can refer a person for. */
export class ServiceDto {
  @ApiProperty({ enum: serviceTypes })
  code: ServiceType

  @ApiProperty({ description: 'In the language asked for by Accept-Language' })
  name: string

  @ApiProperty({ enum: sectors, isArray: true, description: 'Sectors that usually give it' })
  sectors: readonly Sector[]

  @ApiProperty({ type: [String], description: 'Values of CPIMS+ (Primero)' })
  cpims: readonly string[]
}

export class ServicesPageDto {
  @ApiProperty({ type: [ServiceDto] })
  items: ServiceDto[]

  @ApiProperty({ type: String, nullable: true })
  next: null
}
