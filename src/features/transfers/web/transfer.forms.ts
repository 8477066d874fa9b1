import { Transform } from 'class-transformer'
import { Equals, IsIn, IsNotEmpty, IsOptional, IsUUID, MaxLength } from 'class-validator'
import { sections, type Section } from '../../../platform/access/sections.js'
import { addDays, startOfDay } from '../../../platform/clock/local-time.js'
import { dateTyped, type FieldErrors } from '../../cases/index.js'
import {
  rejectionReasons,
  urgencies,
  type RejectionReason,
  type Urgency,
} from '../../referrals/index.js'
import { longestNeed, longestNote } from '../domain/lengths.js'
import {
  askReasons,
  declineReasons,
  keepReasons,
  offerReasons,
  withdrawReasons,
  type AskReason,
  type DeclineReason,
  type KeepReason,
  type OfferReason,
  type WithdrawReason,
} from '../domain/transfer-reasons.js'
import type { KeepingAsked, OfferInput } from '../use-cases/offer-transfer.js'

// One checked box comes as a text, several as a list.
const AsList = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => [value].flat<unknown[]>())

/** An offer as it is typed. */
export class OfferForm {
  @IsUUID('all', { message: 'transfers.offer.unit.missing' })
  toUnitId: string

  @IsIn(offerReasons, { message: 'transfers.offer.why.missing' })
  why: OfferReason

  @IsIn(urgencies, { message: 'transfers.offer.urgency.missing' })
  urgency: Urgency

  @IsNotEmpty({ message: 'transfers.offer.need.missing' })
  @MaxLength(longestNeed, { message: 'transfers.offer.need.too-long' })
  need = ''

  @IsOptional()
  @Equals('yes')
  keeps?: 'yes'

  @AsList()
  @IsIn(sections, { each: true, message: 'transfers.offer.keep.sections.missing' })
  keptSections: Section[] = []

  @IsOptional()
  @IsIn(keepReasons, { message: 'transfers.offer.keep.reason.missing' })
  keptFor?: KeepReason

  @IsOptional()
  'keptUntil-day'?: string

  @IsOptional()
  'keptUntil-month'?: string

  @IsOptional()
  'keptUntil-year'?: string

  @IsOptional()
  @IsUUID('all')
  requestId?: string
}

/** The offer that was typed, or what in it has to be mended. */
export const offerOfForm = (
  form: OfferForm,
):
  | { readonly ok: true; readonly input: OfferInput }
  | { readonly ok: false; readonly errors: FieldErrors } => {
  const { toUnitId, why, urgency, need, requestId = null } = form
  const input = { toUnitId, why, urgency, need, requestId }
  if (form.keeps === undefined) return { ok: true, input: { ...input, keeping: null } }
  const errors: Record<string, string> = {}
  const { keptSections, keptFor } = form
  if (keptSections.length === 0) errors['keptSections'] = 'transfers.offer.keep.sections.missing'
  if (keptFor === undefined) errors['keptFor'] = 'transfers.offer.keep.reason.missing'
  const until = dateTyped(form['keptUntil-day'], form['keptUntil-month'], form['keptUntil-year'])
  if (until === null || until === false)
    errors['keptUntil'] = 'transfers.offer.keep.until.not-a-date'
  if (Object.keys(errors).length > 0 || keptFor === undefined || !until)
    return { ok: false, errors }
  const keeping: KeepingAsked = {
    sections: keptSections,
    reason: keptFor,
    until: startOfDay(addDays(until, 1)),
  }
  return { ok: true, input: { ...input, keeping } }
}

class Noted {
  @IsOptional()
  @MaxLength(longestNote, { message: 'referrals.note.too-long' })
  note?: string
}

export class RejectTransferForm extends Noted {
  @IsIn(rejectionReasons, { message: 'transfers.reason.missing' })
  reason: RejectionReason

  @IsOptional()
  @IsUUID('all', { message: 'transfer.suggestion-unfit' })
  suggestedUnit?: string
}

export class WithdrawTransferForm extends Noted {
  @IsIn(withdrawReasons, { message: 'transfers.reason.missing' })
  reason: WithdrawReason
}

export class AcceptTransferForm {
  @IsOptional()
  @IsUUID('all', { message: 'transfer.lead-unfit' })
  leadId?: string
}

export class AskForm {
  @IsOptional()
  @MaxLength(30, { message: 'transfers.ask.number.missing' })
  number?: string

  @IsOptional()
  @IsUUID('all')
  referral?: string

  @IsIn(askReasons, { message: 'transfers.ask.why.missing' })
  why: AskReason

  @IsOptional()
  @MaxLength(longestNote, { message: 'referrals.note.too-long' })
  text?: string
}

export class DeclineForm {
  @IsIn(declineReasons, { message: 'transfers.reason.missing' })
  reason: DeclineReason
}
