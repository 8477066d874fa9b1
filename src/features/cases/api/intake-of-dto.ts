import { noSafeContact, type RelatedPerson, type Reporter } from '../domain/case-content.js'
import type { Intake } from '../domain/intake.js'
import type { IntakeDto, RelatedPersonDto, ReporterDto } from './intake.dto.js'
import { safeContactOf } from './safe-contact.dto.js'

/** The intake that a request asks to open. */
export const intakeOfDto = (dto: IntakeDto): Intake => {
  const { person, incident, caregiver, risk } = dto
  return {
    person: {
      name: person.name ?? null,
      birthDate: person.birthDate ?? null,
      statedAge: person.statedAge ?? null,
      sex: person.sex,
      language: person.language ?? 'vi',
      provinceCode: person.provinceCode ?? null,
      commune: person.commune ?? null,
      address: person.address ?? null,
    },
    reporter: dto.reporter === undefined ? null : reporterOf(dto.reporter),
    contact: dto.safeContact === undefined ? noSafeContact : safeContactOf(dto.safeContact),
    incident: {
      type: incident.type,
      otherTypes: incident.otherTypes ?? [],
      occurredOn: incident.occurredOn ?? null,
      ongoing: incident.ongoing,
      facts: incident.facts ?? [],
      platform: incident.platform ?? null,
      accounts: incident.accounts ?? null,
      narrative: incident.narrative ?? null,
    },
    perpetrator:
      dto.allegedPerpetrator === undefined ? null : relatedPersonOf(dto.allegedPerpetrator),
    caregiver: {
      state: caregiver?.state ?? 'unknown',
      informed: caregiver?.informed ?? null,
      suspected: caregiver?.suspected ?? false,
      person: caregiver?.person === undefined ? null : relatedPersonOf(caregiver.person),
    },
    risk: {
      assessed: risk.assessed,
      reasons: risk.reasons ?? [],
      immediateDanger: risk.immediateDanger,
      danger: risk.danger ?? null,
    },
  }
}

const relatedPersonOf = (dto: RelatedPersonDto): RelatedPerson => ({
  name: dto.name ?? null,
  relationship: dto.relationship ?? null,
  phone: dto.phone ?? null,
  accounts: dto.accounts ?? null,
})

// Who wants not to be named is not named, and who may not be called has no number here.
const reporterOf = (dto: ReporterDto): Reporter => ({
  name: dto.anonymous ? null : (dto.name ?? null),
  relationship: dto.relationship ?? null,
  phone: dto.mayCallBack ? (dto.phone ?? null) : null,
  accounts: null,
  report: { anonymous: dto.anonymous, mayCallBack: dto.mayCallBack },
})
