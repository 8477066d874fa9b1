import { ArrayNotEmpty, IsIn, IsNotEmpty, IsUUID, MaxLength } from 'class-validator'
import { Transform } from 'class-transformer'
import { sections, type Section } from '../../../platform/access/sections.js'
import { serviceTypes, type ServiceType } from '../../directory/index.js'
import { longestNeed, longestNote } from '../domain/lengths.js'
import { urgencies, type Urgency } from '../domain/urgency.js'

/** What is needed, and how soon. */
export class NeedForm {
  @IsIn(serviceTypes, { message: 'referrals.need.service.missing' })
  service: ServiceType

  /** Further services for which the same need is told, each to a unit of its own. */
  @Transform(({ value }: { value: unknown }) => [value].flat())
  @IsIn(serviceTypes, { each: true, message: 'error.field.isIn' })
  also: ServiceType[] = []

  @IsIn(urgencies, { message: 'referrals.need.urgency.missing' })
  urgency: Urgency

  @IsNotEmpty({ message: 'referrals.need.text.missing' })
  @MaxLength(longestNeed, { message: 'referrals.need.text.too-long' })
  need = ''
}

/** Which unit. */
export class UnitForm {
  @IsUUID('all', { message: 'referrals.unit.missing' })
  unit: string
}

/** Which sections. */
export class SharingForm {
  @Transform(({ value }: { value: unknown }) => [value].flat())
  @ArrayNotEmpty({ message: 'referrals.sharing.missing' })
  @IsIn(sections, { each: true, message: 'referrals.sharing.missing' })
  sections: Section[] = []
}

/** Which sections are asked for in addition, and why. */
export class AskForMoreForm extends SharingForm {
  @IsNotEmpty({ message: 'referral.words-missing' })
  @MaxLength(longestNote, { message: 'referrals.note.too-long' })
  reason = ''
}

/** Why more is not shown. */
export class DeclineMoreForm {
  @IsNotEmpty({ message: 'referral.words-missing' })
  @MaxLength(longestNote, { message: 'referrals.note.too-long' })
  note = ''
}
