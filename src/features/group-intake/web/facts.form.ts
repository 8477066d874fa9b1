import { Transform } from 'class-transformer'
import { ArrayMinSize, IsIn, IsOptional, IsUUID, MaxLength } from 'class-validator'
import type { LocalDate } from '../../../platform/clock/local-time.js'
import { dateTyped, type FieldErrors, type RiskLevel } from '../../cases/index.js'
import { provinceOn } from '../../directory/index.js'
import {
  groupCountries,
  groupIncidents,
  identifications,
  longestPlace,
  type GroupCountry,
  type GroupFacts,
  type GroupIncident,
  type Identification,
  type ListFacts,
} from '../domain/group-facts.js'

// One checked box comes as a text, several as a list.
const AsList = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => [value ?? []].flat<unknown[]>())

/** How the cases of a list begin, as it is typed. */
export class ListFactsForm {
  @IsIn(['high', 'medium', 'low'], { message: 'groups.facts.risk.missing' })
  risk: RiskLevel

  @AsList()
  @ArrayMinSize(1, { message: 'groups.facts.leads.missing' })
  @IsUUID('all', { each: true, message: 'groups.leads.unfit' })
  leads: string[] = []
}

/** The same, with what is the same for everybody. */
export class GroupFactsForm extends ListFactsForm {
  @IsIn(groupIncidents, { message: 'groups.facts.incident.missing' })
  incidentType: GroupIncident

  @IsOptional()
  @IsIn(groupCountries, { message: 'groups.facts.country.wrong' })
  country?: GroupCountry

  @IsOptional()
  'receivedOn-day'?: string

  @IsOptional()
  'receivedOn-month'?: string

  @IsOptional()
  'receivedOn-year'?: string

  @IsOptional()
  @MaxLength(longestPlace, { message: 'groups.facts.place.too-long' })
  place?: string

  @IsOptional()
  @MaxLength(10, { message: 'groups.facts.province.wrong' })
  province?: string

  @IsIn(identifications, { message: 'groups.facts.identification.missing' })
  identification: Identification
}

/** What was typed, or what in it has to be mended. */
export const factsOfForm = (
  form: ListFactsForm | GroupFactsForm,
  today: LocalDate,
):
  | { readonly ok: true; readonly event: GroupFacts | null; readonly facts: ListFacts }
  | { readonly ok: false; readonly errors: FieldErrors } => {
  const facts = { risk: form.risk, leads: form.leads }
  if (!(form instanceof GroupFactsForm)) return { ok: true, event: null, facts }
  const receivedOn = dateTyped(
    form['receivedOn-day'],
    form['receivedOn-month'],
    form['receivedOn-year'],
  )
  if (!receivedOn || receivedOn > today)
    return { ok: false, errors: { receivedOn: 'groups.facts.received-on.wrong' } }
  const { province = null } = form
  if (province !== null && provinceOn(province, today) === null)
    return { ok: false, errors: { province: 'groups.facts.province.wrong' } }
  return {
    ok: true,
    facts,
    event: {
      incidentType: form.incidentType,
      country: form.country ?? null,
      receivedOn,
      place: form.place ?? null,
      provinceCode: province,
      identification: form.identification,
    },
  }
}
