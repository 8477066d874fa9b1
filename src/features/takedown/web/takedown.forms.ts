import { Transform } from 'class-transformer'
import { ArrayNotEmpty, IsIn, IsNotEmpty, IsOptional, MaxLength, ValidateIf } from 'class-validator'
import { addDays, localTimeOf, type LocalDate } from '../../../platform/clock/local-time.js'
import type { Typed } from '../../../platform/web/form.js'
import { dateTyped } from '../../cases/index.js'
import {
  askers,
  errorReasons,
  platforms,
  preservationBases,
  proposedDays,
  refusalReasons,
  removalBases,
  takenUnder18,
  targetKinds,
  type Asker,
  type ErrorReason,
  type Platform,
  type PreservationBasis,
  type RefusalReason,
  type RemovalBasis,
  type TakenUnder18,
  type TargetKind,
} from '../domain/takedown.js'

// One box ticked comes as a text, several as a list.
const asList = Transform(({ value }: { value: unknown }) =>
  value === undefined ? [] : [value].flat(),
)

/** Characters of a list of addresses. */
const longestList = 100_000

export class NoteTakedownForm {
  @IsIn(targetKinds, { message: 'takedown.kind.missing' })
  kind: TargetKind

  @IsNotEmpty({ message: 'takedown.targets.missing' })
  @MaxLength(longestList, { message: 'takedown.targets.too-many' })
  targets = ''

  @IsIn(platforms, { message: 'takedown.platform.missing' })
  platform: Platform

  @ValidateIf(({ platform }: NoteTakedownForm) => platform === 'other')
  @IsNotEmpty({ message: 'takedown.platform-name.missing' })
  @MaxLength(100, { message: 'takedown.platform-name.too-long' })
  platformName = ''

  @IsIn(takenUnder18, { message: 'takedown.age.missing' })
  age: TakenUnder18

  @IsIn(askers, { message: 'takedown.asker.missing' })
  asker: Asker
}

export class PreserveForm {
  @IsIn(preservationBases, { message: 'takedown.basis.missing' })
  basis: PreservationBasis
}

export class RequestForm {
  @asList
  @ArrayNotEmpty({ message: 'takedown.basis.missing' })
  @IsIn(removalBases, { each: true, message: 'takedown.basis.missing' })
  bases: RemovalBasis[] = []

  @IsOptional()
  @IsIn(['yes'])
  unpreserved?: 'yes'
}

export class AcknowledgeForm {
  @IsOptional()
  @MaxLength(100, { message: 'takedown.reference.too-long' })
  reference?: string
}

export class RefuseForm {
  @IsIn(refusalReasons, { message: 'takedown.reason.missing' })
  reason: RefusalReason
}

export class TakedownErrorForm {
  @IsIn(errorReasons, { message: 'takedown.reason.missing' })
  reason: ErrorReason
}

/** A step that asks for nothing but the day. */
export class DayForm {
  /** Typed in three fields, and read by `dayIn`. */
  @IsOptional()
  on?: never
}

/** A day typed into the three fields of this name; undefined where it is none. */
export const dayIn = (values: Typed, name: string): LocalDate | undefined => {
  const part = (field: string): string | undefined => {
    const value = values[`${name}-${field}`]
    return typeof value === 'string' ? value.trim() : undefined
  }
  const day = dateTyped(part('day'), part('month'), part('year'))
  return day === null || day === false ? undefined : day
}

/** A day as the three fields hold it. */
export const typedDay = (name: string, date: LocalDate): Typed => {
  const [year = '', month = '', day = ''] = date.split('-')
  return {
    [`${name}-day`]: String(Number(day)),
    [`${name}-month`]: String(Number(month)),
    [`${name}-year`]: year,
  }
}

/** The form on keeping evidence as proposed: the basis, and its last day. */
export const proposedPreservation = (
  basis: PreservationBasis | null,
  now: Date,
  timeZone: string | undefined,
): Typed => {
  const days = basis === null ? null : proposedDays[basis]
  return {
    ...(basis === null ? {} : { basis }),
    ...(days === null ? {} : typedDay('until', addDays(localTimeOf(now, timeZone).date, days))),
  }
}
