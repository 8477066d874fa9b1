import { ApiProperty } from '@nestjs/swagger'
import { IsIn, IsObject, IsString, MaxLength } from 'class-validator'
import { removalReasons, type RemovalReason } from '../domain/record-source.js'

const values = {
  type: 'object',
  additionalProperties: true,
  description: 'By code of the field; the schema of the form says which: `/forms/{code}`',
} as const

export class RecordDto {
  @ApiProperty({ format: 'uuid' })
  id: string

  @ApiProperty({ description: 'Code of the form', example: 'risk-assessment' })
  form: string

  @ApiProperty({ description: 'Raised with every change; the ETag' })
  version: number

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  updatedAt: string | null

  @ApiProperty(values)
  values: object
}

export class RecordsDto {
  @ApiProperty({ type: [RecordDto] })
  items: RecordDto[]
}

export class NewRecordDto {
  @ApiProperty({ description: 'Code of the form', example: 'risk-assessment' })
  @IsString()
  @MaxLength(100)
  form: string

  @ApiProperty(values)
  @IsObject()
  values: Record<string, unknown>
}

export class ChangedRecordDto {
  @ApiProperty(values)
  @IsObject()
  values: Record<string, unknown>
}

export class RemoveRecordDto {
  @ApiProperty({ enum: removalReasons })
  @IsIn(removalReasons)
  reason: RemovalReason
}

export class RowChangeDto {
  @ApiProperty({ description: 'What it is, in the language of the request' })
  label: string

  @ApiProperty({ type: String, nullable: true })
  before: string | null

  @ApiProperty({ type: String, nullable: true })
  after: string | null
}

export class SectionChangeDto {
  @ApiProperty({ format: 'date-time' })
  at: string

  @ApiProperty({ type: String, nullable: true, description: 'Null where the service did it' })
  by: string | null

  @ApiProperty({ enum: ['added', 'changed', 'removed'] })
  kind: string

  @ApiProperty({ type: String, nullable: true, description: 'Null for the text of the section' })
  title: string | null

  @ApiProperty({ enum: removalReasons, nullable: true, type: String })
  reason: RemovalReason | null

  @ApiProperty({ type: [RowChangeDto] })
  rows: RowChangeDto[]
}

export class SectionHistoryDto {
  @ApiProperty({ type: [SectionChangeDto] })
  items: SectionChangeDto[]
}

export class OnlookerDto {
  @ApiProperty({ enum: ['worker', 'desk', 'supervisors'] })
  kind: string

  @ApiProperty({ type: String, nullable: true })
  worker: string | null

  @ApiProperty({ type: String, nullable: true })
  unit: string | null

  @ApiProperty({ type: [String], description: 'Who stands behind a desk, or supervises' })
  names: readonly string[]

  @ApiProperty({ description: 'Why they see it', example: 'referral' })
  reason: string

  @ApiProperty()
  mayWrite: boolean

  @ApiProperty({ format: 'date-time' })
  since: string

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  until: string | null
}

export class OnlookersDto {
  @ApiProperty({ type: [OnlookerDto] })
  items: OnlookerDto[]
}
